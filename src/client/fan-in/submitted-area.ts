import { promises as fs } from 'node:fs';
import path from 'node:path';
import { FilesystemClocks } from '../../fs/clocks.ts';
import { Filesystems } from '../../fs/fresh.ts';
import { GobblerError } from '../../protocol/errors.ts';
import { refPath } from '../../protocol/layout.ts';
import { formatRef } from '../../protocol/names.ts';
import type { Manifest } from '../../protocol/records.ts';
import type { Connection } from '../connection.ts';
import { manifestDigest } from '../manifest-digest.ts';
import { newRunName, removeFromStaging } from '../staging-area.ts';
import { becomesVisible, readBack } from '../upload/confirm.ts';
import { NOTHING_LEFT_OUT } from '../upload/left-out.ts';
import { NOTHING_LOST } from '../upload/losses.ts';
import type { Scan } from '../upload/source-tree.ts';
import { StageClock } from '../upload/stages.ts';
import { resultOf } from '../upload/upload-result.ts';
import { findSummary } from '../versions.ts';
import { actorText, thisActor } from './actor.ts';
import { type Area, placesIn } from './area.ts';
import type { LegRecord, SubmittedRecord } from './area-record.ts';
import type { SubmitAreaOptions, SubmittedArea } from './submit-area.ts';

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
      hint: 'There is nothing left to do. Set if-exists: verify to make that a success.',
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
    { scanned: NOTHING, confirmed },
  );
  if (result.status === 'planned') throw new Error('what was confirmed cannot be planned');
  return { ...result, area, legs: before.legs };
}
