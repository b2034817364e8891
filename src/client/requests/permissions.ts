import { GobblerError, gobblerError, type LostChange, lostChangeText } from '../../errors/index.ts';
import {
  type ActingFor,
  formatRef,
  PERMISSIONS,
  type Permissions,
  parsePermissions,
  parseTimestamp,
  refPath,
  requireNames,
  setPermissionsRequest,
  type Uploader,
} from '../../protocol/index.ts';
import { type Connection, pause } from '../connection/index.ts';
import { type ReadOptions, readRecord } from '../registry/index.ts';
import { DEFAULT_PATIENCE_MS, pauseForLock } from './lock-retry.ts';
import { type SubmitOptions, submit } from './request.ts';

/** A project, or an asset in it. */
export interface PermissionsOf {
  /** Name of the project. */
  readonly project: string;
  /** Name of the asset; undefined for the project itself. */
  readonly asset?: string | undefined;
}

/**
 * The permissions of a project, or those of an asset, which are empty if it has none of its own. Never cached. Code
 * `not-found` for a project that does not exist. Protocol §3.2, §3.3.
 */
export async function fetchPermissions(
  connection: Connection,
  { project, asset }: PermissionsOf,
  options: ReadOptions = {},
): Promise<Permissions> {
  requireNames({ project, ...(asset !== undefined && { asset }) });
  const place = refPath(asset === undefined ? { project } : { project, asset });
  const record = await readRecord(connection, `${place}/${PERMISSIONS}`, options);
  if (record !== undefined) return parsePermissions(record.text, record.where);
  if (asset !== undefined) return { owners: [], uploaders: [] };
  throw gobblerError('project-missing', { project });
}

/** Changes to the permissions of a project or an asset; absent members stay as they are. */
export interface SetPermissionsOptions extends SubmitOptions, ActingFor {
  /** Owners to add, or with `append: false` all owners. */
  readonly owners?: readonly string[] | undefined;
  /** Uploaders to add, or with `append: false` all uploaders. */
  readonly uploaders?: readonly Uploader[] | undefined;
  /** Whether anybody may create assets. Only for projects: with an asset it is refused. */
  readonly globalWrite?: boolean | undefined;
  /** Add to what there is (the default), or replace it. */
  readonly append?: boolean | undefined;
  /** Send nothing, only say what would be sent. Default false. */
  readonly dryRun?: boolean | undefined;
}

/**
 * How long a change must persist. A writer that has read the lists before the change writes them back within this time, or
 * within a multiple of the time that this change took itself: on a busy machine, others take as long.
 */
const SETTLED_MS = 2_000;
const SETTLED_TIMES = 3;
const LONGEST_WATCH_MS = 60_000;
const LOOK_EVERY_MS = 200;
/** A lost change is made again this often. */
const MOST_REPEATS = 3;

/**
 * Changes the permissions of a project or an asset, and returns what was sent: the lists as they are now, without those
 * that stay as they were. Appending reads the present lists from the service first; it adds no owner and no identical
 * uploader twice.
 *
 * The service replaces whole lists, so a change that somebody else makes at the same time may undo this one. The change
 * is therefore watched for 2 seconds after the answer, or for longer if it took long, and made again if it is lost, at most 3
 * times. After a lock time-out, the lists are read again. Codes `conflicting-change` if the change is lost even then,
 * `invalid-input`, `not-found`, `not-authorized`, and those of `submit`. Protocol §11.3.
 */
export async function setPermissions(
  connection: Connection,
  of: PermissionsOf,
  { owners, uploaders, globalWrite, append = true, dryRun = false, spoof, ...options }: SetPermissionsOptions,
): Promise<Partial<Permissions>> {
  if (of.asset !== undefined && globalWrite !== undefined) {
    throw gobblerError('global-write-of-asset', { asset: of.asset, input: 'globalWrite' });
  }
  requireUploaders(uploaders ?? []);
  const asked = { owners, uploaders, globalWrite };
  const { signal, onNotice, lockPatienceMs = DEFAULT_PATIENCE_MS } = options;
  const giveUpAt = Date.now() + lockPatienceMs;
  const read = (): Promise<Permissions> => fetchPermissions(connection, of, { forceRemote: true, signal });
  let before: Permissions | undefined;
  for (let repeats = 0; ; ) {
    const begun = performance.now();
    const present = await read();
    before ??= present;
    const wanted = wantedLists(append ? present : NOBODY, asked);
    if (dryRun) return wanted;
    // Only entries that were there in the beginning are to go: others may add some meanwhile.
    const change = changeOf(before, wanted);
    try {
      await submit(connection, setPermissionsRequest(of, wanted, { spoof }), {
        ...options,
        lockPatienceMs: 0,
      });
    } catch (error) {
      if (!(error instanceof GobblerError) || error.code !== 'lock-timeout') throw error;
      await pauseForLock(error, { giveUpAt, signal, onNotice });
      await options.beforeRepeat?.();
      continue; // others may have changed the lists meanwhile
    }
    const watchMs = Math.max(SETTLED_MS, (performance.now() - begun) * SETTLED_TIMES);
    const lost = await lostSoon(change, read, Math.min(watchMs, LONGEST_WATCH_MS), signal);
    if (lost === undefined) return wanted;
    if (repeats++ === MOST_REPEATS) {
      const place = of.asset === undefined ? of.project : formatRef({ project: of.project, asset: of.asset });
      throw gobblerError('permissions-undone', { place, times: repeats, lost });
    }
    onNotice?.(`Somebody else has just undone this change (${lostChangeText(lost)}); making it again.`);
    // Both may have noticed at the same time.
    await pause(Math.random() * LOOK_EVERY_MS, signal);
  }
}

const NOBODY: Permissions = { owners: [], uploaders: [] };

type Asked = Pick<SetPermissionsOptions, 'owners' | 'uploaders' | 'globalWrite'>;

function wantedLists(present: Permissions, { owners, uploaders, globalWrite }: Asked): Partial<Permissions> {
  return {
    ...(owners && { owners: [...new Set([...present.owners, ...owners])] }),
    ...(uploaders && { uploaders: union(present.uploaders, uploaders) }),
    ...(globalWrite !== undefined && { globalWrite }),
  };
}

/** The required state after a change, whatever others add. */
interface Change {
  readonly wanted: Partial<Permissions>;
  readonly removedOwners: readonly string[];
  readonly removedUploaders: readonly string[];
}

function changeOf(before: Permissions, wanted: Partial<Permissions>): Change {
  const { owners, uploaders } = wanted;
  const kept = new Set(uploaders?.map(keyOf));
  return {
    wanted,
    removedOwners: owners ? before.owners.filter((name) => !owners.includes(name)) : [],
    removedUploaders: uploaders ? before.uploaders.map(keyOf).filter((key) => !kept.has(key)) : [],
  };
}

/** Polls until a change has persisted. Returns the parts of it that have been undone, or undefined. */
async function lostSoon(
  change: Change,
  read: () => Promise<Permissions>,
  watchMs: number,
  signal: AbortSignal | undefined,
): Promise<LostChange | undefined> {
  const until = performance.now() + watchMs;
  for (;;) {
    const isLast = performance.now() >= until;
    const lost = lostOf(change, await read());
    if (lost !== undefined || isLast) return lost;
    await pause(LOOK_EVERY_MS, signal);
  }
}

function lostOf(change: Change, now: Permissions): LostChange | undefined {
  const { owners = [], uploaders = [], globalWrite } = change.wanted;
  const present = now.uploaders.map(keyOf);
  const owner = owners.find((name) => !now.owners.includes(name));
  if (owner !== undefined) return { kind: 'owner-missing', id: owner };
  const uploader = uploaders.find((entry) => !present.includes(keyOf(entry)));
  if (uploader !== undefined) return { kind: 'uploader-missing', id: uploader.id };
  if (change.removedOwners.some((name) => now.owners.includes(name))) return { kind: 'owner-back' };
  if (change.removedUploaders.some((key) => present.includes(key))) return { kind: 'uploader-back' };
  // The first entry that fits decides.
  const places = uploaders.map((entry) => present.indexOf(keyOf(entry)));
  if (places.some((place, index) => place < (places[index - 1] ?? 0))) return { kind: 'uploaders-reordered' };
  if (globalWrite === undefined || globalWrite === (now.globalWrite ?? false)) return undefined;
  return { kind: 'global-write', value: now.globalWrite ?? false };
}

/** Refuses uploaders that the service would refuse, with code `invalid-input`. Protocol §3.2, §7. */
export function requireUploaders(uploaders: readonly Uploader[]): void {
  for (const [index, { id, until }] of uploaders.entries()) {
    if (id === '') throw gobblerError('uploader-without-id', { index });
    if (until === undefined || parseTimestamp(until) !== undefined) continue;
    throw gobblerError('uploader-until', { id, until });
  }
}

function keyOf({ id, asset, version, until, trusted }: Uploader): string {
  return JSON.stringify([id, asset ?? null, version ?? null, until ?? null, trusted ?? null]);
}

function union(present: readonly Uploader[], added: readonly Uploader[]): Uploader[] {
  const all = new Map([...present, ...added].map((entry) => [keyOf(entry), entry]));
  return [...all.values()];
}
