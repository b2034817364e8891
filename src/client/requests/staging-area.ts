import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, constants, promises as fs, lstatSync, mkdirSync, type Stats } from 'node:fs';
import path from 'node:path';
import { errnoOf, type FactsOf, GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import { ifThere, isOwn, removeTree } from '../../fs/index.ts';
import { type Connection, machineTag, type ProcessState, processState } from '../connection/index.ts';

/** Everything we put into staging carries this mark and 12 bytes that nobody can guess, in hexadecimal digits. */
const MARK = 'gobbler-action-';
const RANDOM_BYTES = 12;
/** Of those of a run, 5 are random; the others tell its machine (4) and process (3), masked by the random ones. */
const RUN_RANDOM_BYTES = 5;
/** The name of a run, alone (its directory) or in the name of one of its request files. */
const OURS = /^(?:request-[a-z_]+-)?(gobbler-action-[0-9a-f]{24})(?:-\d+)?$/;

/** The permissions that others need on staged files: the service reads them as another user. Protocol §4. */
const READABLE = 0o444;
export const TRAVERSABLE = 0o555;

/**
 * A fresh name for one run: the name of its directory in staging, and part of the names of its request files. Never
 * starts with a dot, which would make the service ignore the directory (protocol §12.2).
 */
export function newRunName(): string {
  const random = randomBytes(RUN_RANDOM_BYTES);
  const owner = Buffer.from(machineTag() + process.pid.toString(16).padStart(6, '0'), 'hex');
  return `${MARK}${random.toString('hex')}${masked(owner, random).toString('hex')}`;
}

function masked(owner: Buffer, random: Buffer): Buffer {
  const mask = createHash('sha256').update(random).digest();
  return Buffer.from(owner.map((byte, at) => byte ^ (mask[at] ?? 0)));
}

/** The state of the process of a run, by the name of the run. */
export function runState(run: string): ProcessState {
  const bytes = Buffer.from(run.slice(MARK.length), 'hex');
  const random = bytes.subarray(0, RUN_RANDOM_BYTES);
  const owner = masked(bytes.subarray(RUN_RANDOM_BYTES), random).toString('hex');
  return processState(owner.slice(0, 8), Number.parseInt(owner.slice(8), 16));
}

/** Returns whether a name is one of a run, from {@link newRunName}. */
export function isRunName(name: string): boolean {
  return OURS.exec(name)?.[1] === name;
}

/**
 * Checks that the staging directory is one in which this process can make files. Code `staging-unavailable`.
 */
export async function requireStaging({ staging }: Connection): Promise<void> {
  const refuse = (found: FactsOf<'staging-unusable'>['found'], error?: string): GobblerError =>
    gobblerError('staging-unusable', { staging, found, ...(error !== undefined && { error }) });
  try {
    if (!(await fs.stat(staging)).isDirectory()) throw refuse('no-directory');
    await fs.access(staging, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof GobblerError) throw error;
    if (errnoOf(error) === 'ENOENT') throw refuse('missing');
    if (errnoOf(error) === 'EROFS') throw refuse('read-only');
    throw refuse('not-writable', messageOf(error));
  }
}

/**
 * Makes a directory the service can read and nobody else can write. Created under the normal umask, so that default
 * ACLs apply; the mode is only touched if the umask took too much (protocol §4). Fails if anything is there already.
 */
export async function makeReadableDirectory(directory: string): Promise<void> {
  await fs.mkdir(directory, { mode: 0o755 });
  const { mode } = await fs.lstat(directory);
  if ((mode & TRAVERSABLE) !== TRAVERSABLE) await fs.chmod(directory, (mode & 0o755) | TRAVERSABLE);
}

/** The same at once. */
export function makeReadableDirectoryNow(directory: string): void {
  mkdirSync(directory, { mode: 0o755 });
  const { mode } = lstatSync(directory);
  if ((mode & TRAVERSABLE) !== TRAVERSABLE) chmodSync(directory, (mode & 0o755) | TRAVERSABLE);
}

/**
 * Makes a directory in staging to be filled by the caller, whose path {@link uploadDirectory} then takes without
 * copying anything. The caller's to remove. With `create: false` only a name is made up. The name is not one of those
 * that are swept. Code `staging-unavailable`.
 */
export async function allocateUploadDirectory(
  connection: Connection,
  { create = true }: { readonly create?: boolean | undefined } = {},
): Promise<string> {
  const directory = path.join(connection.staging, `upload-${randomBytes(RANDOM_BYTES).toString('hex')}`);
  if (!create) return directory;
  await requireStaging(connection);
  await makeReadableDirectory(directory);
  return directory;
}

/** A directory that this process has made in staging. */
export interface OwnDirectory {
  readonly path: string;
  readonly dev: number;
  readonly ino: number;
}

/**
 * Makes a directory in staging into which nobody else can look until {@link openToService}. Fails if anything is there
 * already.
 */
export async function makeClosedDirectory(directory: string): Promise<OwnDirectory> {
  await fs.mkdir(directory, { mode: 0o700 });
  const { dev, ino, uid } = await fs.lstat(directory);
  try {
    requireOwner(uid);
  } catch (error) {
    await fs.rmdir(directory);
    throw error;
  }
  return { path: directory, dev, ino };
}

/** Lets the service, and everybody, read a directory that is complete now; others can never write to it. */
export async function openToService({ path: directory }: OwnDirectory): Promise<void> {
  await fs.chmod(directory, 0o755);
}

/** Writes a new file the service can read; fails if anything is there already, a link included. */
export async function writeReadableFile(file: string, content: string): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o644);
  try {
    try {
      await fillReadable(handle, content);
    } finally {
      await handle.close(); // a network filesystem may say only now that it is full
    }
  } catch (error) {
    await fs.rm(file, { force: true }); // ours, since it was made just now
    throw error;
  }
}

async function fillReadable(handle: fs.FileHandle, content: string): Promise<void> {
  const { mode, uid } = await handle.stat();
  requireOwner(uid);
  if ((mode & READABLE) !== READABLE) await handle.chmod((mode & 0o755) | READABLE);
  await handle.writeFile(content);
}

/**
 * Refuses a filesystem that gives this user's files to somebody else, with code `staging-unavailable`: the service knows
 * users by the owners of their files (protocol §6.4), and nobody could remove them later.
 */
function requireOwner(uid: number): void {
  const mine = process.geteuid?.();
  if (mine === undefined || uid === mine) return;
  throw gobblerError('mapped-user', { uid: mine, found: uid });
}

/**
 * Takes the directory of a run away from a service that may be reading it, so that it fails to publish it rather than taking
 * the files that are not removed yet for all of them. Returns where the directory is then. Its name is that of the run with a
 * number, which sweeps know.
 */
export async function withdraw(directory: string): Promise<string> {
  const withdrawn = `${directory}-0`;
  const isThere = await ifThere(fs.rename(directory, withdrawn).then(() => true));
  return isThere ? withdrawn : directory;
}

/** Which leftovers of this user to remove from staging. */
export interface Sweep {
  /** Names of runs that are over: all they have made is removed, whatever its age. */
  readonly runs?: readonly string[] | undefined;
  /**
   * Anything else that bears our naming is removed once its own mtime is older than this, by the clock of the filesystem; what
   * seems to be in use on this machine, not before it is a day old.
   */
  readonly olderThanMs: number;
}

/** The result of a sweep. */
export interface Swept {
  /** Names of the removed items. */
  readonly removed: readonly string[];
  /** A sentence for each item that had to stay. */
  readonly failures: readonly string[];
}

/**
 * The present time by the clock of the filesystem that a staging directory is on, in milliseconds since the epoch: that of
 * a file just made there. The clocks of this machine and of a file server may differ by days.
 */
async function presentTime(staging: string): Promise<number> {
  const probe = path.join(staging, newRunName());
  const handle = await fs.open(probe, 'wx', 0o600);
  try {
    return (await handle.stat()).mtimeMs;
  } finally {
    await handle.close();
    await fs.unlink(probe);
  }
}

/** A run that works touches its directory every hour. After a day, its process number is in use by another process. */
const IN_USE_MS = 24 * 60 * 60_000;

/**
 * Removes leftovers of killed runs from a staging directory: only what bears our naming, belongs to this user and is
 * not a link; at once if their process has run on this machine and has ended. Never throws for a single item.
 */
export async function sweepStaging(staging: string, { runs = [], olderThanMs }: Sweep): Promise<Swept> {
  return sweepNames(staging, OURS, async (item, stats, now) => {
    const name = path.basename(item);
    const run = OURS.exec(name)?.[1] ?? '';
    const state = runState(run);
    const isOver = runs.includes(run) || state === 'ended';
    const restMs = state === 'running' ? Math.max(olderThanMs, IN_USE_MS) : olderThanMs;
    if (!isOver && (await now()) - stats.mtimeMs < restMs) return undefined;
    await removeTree(isRunName(name) && stats.isDirectory() ? await withdraw(item) : item);
    return name;
  });
}

/**
 * Sweeps a staging directory: calls `sweep` for each entry that matches `ours`, belongs to this user and is not a symlink.
 * `sweep` receives the path, the metadata, and a function that returns the present time by the clock of the filesystem. It
 * returns the text for `removed`, or undefined to keep the entry. A failure is reported in `failures`.
 */
export async function sweepNames(
  staging: string,
  ours: RegExp,
  sweep: (item: string, stats: Stats, now: () => Promise<number>) => Promise<string | undefined>,
): Promise<Swept> {
  const removed: string[] = [];
  const failures: string[] = [];
  let present: Promise<number> | undefined;
  const now = (): Promise<number> => {
    present ??= presentTime(staging);
    return present;
  };
  for (const name of (await namesIn(staging)).filter((one) => ours.test(one))) {
    const item = path.join(staging, name);
    try {
      const stats = await fs.lstat(item);
      if (stats.isSymbolicLink() || !isOwn(stats)) continue;
      const text = await sweep(item, stats, now);
      if (text !== undefined) removed.push(text);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') failures.push(`${item} could not be removed: ${messageOf(error)}`);
    }
  }
  return { removed, failures };
}

/** A staging directory that is not there (any more) holds nothing to sweep. */
async function namesIn(staging: string): Promise<string[]> {
  try {
    return await fs.readdir(staging);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw gobblerError('staging-unlistable', { staging, error: messageOf(error) }, { cause: error });
  }
}

const TOUCH_EVERY_MS = 60 * 60_000;

/**
 * Keeps the modification times of directories recent while they are in use. Sweeps remove old ones as leftovers: this
 * client's from staging after a day, the service's after a week (protocol §16). Returns a function that ends it.
 */
export function keepFresh(directories: readonly string[], everyMs = TOUCH_EVERY_MS): () => void {
  const touch = (): void => {
    const now = new Date();
    // One is not there yet, or gone when the work ends just now.
    for (const directory of directories) fs.utimes(directory, now, now).catch(() => undefined);
  };
  const timer = setInterval(touch, everyMs).unref();
  return () => clearInterval(timer);
}
