import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FilesystemClocks, Filesystems } from '../../fs/index.ts';
import {
  formatRef,
  GobblerError,
  hint,
  type Manifest,
  refPath,
  setting,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { becomesVisible, findSummary, manifestDigest, readBack } from '../registry/index.ts';
import { newRunName, removeFromStaging } from '../requests/index.ts';
import {
  NOTHING_LEFT_OUT,
  NOTHING_LOST,
  type Scan,
  StageClock,
  type UploadOptions,
} from '../source/index.ts';
import { resultOf, type UploadResult } from '../upload/index.ts';
import { actorText, thisActor } from './actor.ts';
import { type Area, placesIn } from './area.ts';
import type { LegRecord, SubmittedRecord } from './area-record.ts';

/** How an area is submitted. */
export interface SubmitAreaOptions
  extends Pick<
    UploadOptions,
    | 'probation'
    | 'refuseProbation'
    | 'ifExists'
    | 'deduplicate'
    | 'verify'
    | 'sha256'
    | 'concurrency'
    | 'spoof'
    | 'lockPatienceMs'
    | 'signal'
    | 'onEvent'
  > {
  /**
   * Names of legs that have to be there; then others may be unfinished. Without it no leg may be: what has begun has to be
   * complete.
   */
  readonly legs?: readonly string[];
  /** The version, as far as the caller knows it: it has to be that of the area. */
  readonly ref?: { readonly [Kind in keyof VersionRef]?: string | undefined };
}

/** What has become of an area: as of an upload, with the names of its legs. */
export type SubmittedArea = Exclude<UploadResult, { status: 'planned' }> & {
  readonly area: Area;
  readonly legs: readonly string[];
};

const NOTHING: Scan = {
  root: '',
  files: [],
  links: [],
  directories: [],
  findings: [],
  leftOut: NOTHING_LEFT_OUT,
  losses: NOTHING_LOST,
  filesystems: new Filesystems(),
  clocks: new FilesystemClocks(),
};

/** Writes down what became of an area, and removes everything else that is in it. */
export async function closeArea(area: Area, legs: readonly LegRecord[], manifest: Manifest): Promise<void> {
  const record: SubmittedRecord = {
    ...area.ref,
    submitted: thisActor(),
    legs: legs.map(({ leg }) => leg),
    generations: legs.map(({ generation }) => generation),
    manifestDigest: manifestDigest(manifest),
  };
  const { submitted } = placesIn(area.path);
  const fresh = `${submitted}.${newRunName()}`;
  await fs.writeFile(fresh, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
  await fs.rename(fresh, submitted);
  await clearArea(area);
}

/** What cannot be removed now is, when the area is swept. */
async function clearArea(area: Area): Promise<void> {
  const { record, submitted } = placesIn(area.path);
  const kept = new Set([record, submitted]);
  for (const name of await fs.readdir(area.path)) {
    const item = path.join(area.path, name);
    if (!kept.has(item)) await removeFromStaging(item).catch(() => undefined);
  }
}

/** An area that was submitted before: that is success if the version is there, is what was published then, and has the legs. */
export async function settleSubmitted(
  connection: Connection,
  area: Area,
  before: SubmittedRecord,
  { ifExists = 'error', legs = [], signal, onEvent }: SubmitAreaOptions,
): Promise<SubmittedArea> {
  await clearArea(area); // whoever has submitted it may have been killed just after
  const { ref } = area;
  const sentence = `area ${area.name} was submitted as ${formatRef(ref)} before, by ${actorText(before.submitted)}`;
  if (ifExists === 'error') {
    throw new GobblerError('already-exists', sentence, {
      input: 'area',
      hint: hint`There is nothing left to do. Set ${setting('if-exists', 'verify')} to make that a success.`,
    });
  }
  const lacking = legs.filter((leg) => !before.legs.includes(leg));
  if (lacking.length > 0) {
    const names = [...new Set(lacking)].map((leg) => JSON.stringify(leg)).join(', ');
    throw new GobblerError('not-found', `${sentence}, without leg ${names}`, {
      input: 'legs',
      hint: 'Versions are permanent: correct legs, or allocate an area for another version, and add all legs to it.',
    });
  }
  if ((await findSummary(connection, ref, { forceRemote: true, signal })) === undefined) {
    throw new GobblerError('not-found', `${sentence}, but the version is not there any more`, {
      input: 'area',
      hint: 'It was rejected, has expired, or was removed: allocate a new area, and add all legs again.',
    });
  }
  const confirmed = await readBack(connection, ref, signal);
  if (ifExists === 'verify' && manifestDigest(confirmed.manifest) !== before.manifestDigest) {
    throw new GobblerError('content-differs', `${sentence}, but the version is another one by now`, {
      input: 'area',
      hint: 'It was removed, and somebody has published something else under its name: choose another version name.',
    });
  }
  onEvent?.({ kind: 'notice', sentence: `${sentence}.` });
  const versionPath = path.join(connection.registry, refPath(ref));
  const visible = await becomesVisible(connection, ref, signal);
  const status: 'skipped' | 'verified' = ifExists === 'skip' ? 'skipped' : 'verified';
  const stageMs = new StageClock(undefined).spentMs;
  const result = resultOf(
    connection,
    { ref, status, versionPath, visible, stageMs },
    { scan: NOTHING, confirmed },
  );
  if (result.status === 'planned') throw new Error('what was confirmed cannot be planned');
  return { ...result, area, legs: before.legs };
}
