import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { errnoOf, formatRef, GobblerError, messageOf } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { requireWhole } from '../plan/index.ts';
import {
  DEFAULT_PATIENCE_MS,
  keepFresh,
  makeClosedDirectory,
  newRunName,
  openToService,
  removeFromStaging,
  stagingWriteError,
} from '../requests/index.ts';
import { type Finding, refuseIfAny } from '../source/index.ts';
import { type UploadResult, uploadDirectory } from '../upload/index.ts';
import { actorText } from './actor.ts';
import { type Area, openArea } from './area.ts';
import type { LegRecord } from './area-record.ts';
import { findSubmitted } from './area-state.ts';
import { collisionsOf, type LegContent } from './collisions.ts';
import { completeLegs, partOf, unfinishedRuns } from './leg-run.ts';
import { readListing } from './listing.ts';
import { merge } from './merge.ts';
import { SubmitHold } from './submit-hold.ts';
import { closeArea, type SubmitAreaOptions, type SubmittedArea, settleSubmitted } from './submitted-area.ts';

/**
 * Publishes what the legs of an area have brought, as one version, and removes the area; a record of what became of it
 * stays. Nothing is copied. Only one can submit at a time, another one waits. If it fails, is killed, or skips, the area is
 * there as before, and can be submitted again. An area that was submitted before is `verified` (or `skipped`, as `ifExists`
 * says), if the version still is what was published then.
 *
 * Legs that are missing, unfinished or in each other's way are refused as one `UploadRefused`. Codes as `openArea` and
 * `uploadDirectory`; `lock-timeout` if somebody else submits it for too long; `content-differs` if a part is not what its
 * leg has staged.
 */
export async function submitArea(
  connection: Connection,
  areaName: string,
  options: SubmitAreaOptions = {},
): Promise<SubmittedArea> {
  const area = await openArea(connection, areaName, options.ref);
  const before = await findSubmitted(area);
  if (before !== undefined) return settleSubmitted(connection, area, before, options);
  const stopTouching = keepFresh(area.path);
  const merged = newRunName();
  const { lockPatienceMs = DEFAULT_PATIENCE_MS, signal, onEvent } = options;
  const onNotice = (sentence: string): void => onEvent?.({ kind: 'notice', sentence });
  let hold: SubmitHold | undefined;
  try {
    const waiting = { giveUpAt: Date.now() + lockPatienceMs, signal, onNotice };
    hold = await SubmitHold.take(area, merged, waiting);
    if (hold !== undefined) return await submitHeld(connection, area, { hold, merged, options });
  } catch (error) {
    // Somebody else may have taken it for dead, and been faster.
    if ((await findSubmitted(area).catch(() => undefined)) === undefined)
      throw errnoOf(error) === undefined ? error : stagingWriteError(area.path, error);
  } finally {
    stopTouching();
    await removeMerged(path.join(connection.staging, merged), onNotice);
    await hold?.release();
  }
  const meanwhile = await findSubmitted(area);
  if (meanwhile === undefined) throw new Error(`${area.path} is neither ours nor submitted`);
  return settleSubmitted(connection, area, meanwhile, options);
}

/** Never throws: what became of the submit is more important. */
async function removeMerged(directory: string, onNotice: (sentence: string) => void): Promise<void> {
  try {
    await removeFromStaging(directory);
  } catch (error) {
    onNotice(`${directory} could not be removed from staging: ${messageOf(error)}`);
  }
}

interface Submit {
  readonly hold: SubmitHold;
  /** Base name of the directory that is published. */
  readonly merged: string;
  readonly options: SubmitAreaOptions;
}

async function submitHeld(
  connection: Connection,
  area: Area,
  { hold, merged, options }: Submit,
): Promise<SubmittedArea> {
  const directory = path.join(connection.staging, merged);
  const stopTouching = keepFresh(directory);
  try {
    const { legs, unfinished, checksums } = await mergeAll(area, { hold, directory, options });
    for (const sentence of unfinished.values())
      options.onEvent?.({ kind: 'notice', sentence: `${sentence}: what it brings is not in the version.` });
    await hold.requireHeld();
    const result = await publishMerged(connection, area, { directory, checksums, options });
    const names = legs.map(({ record }) => record.leg);
    if (result.status === 'skipped') {
      const sentence = `${area.name} stays as it is: nothing of it was published, and what is there was not compared with it.`;
      options.onEvent?.({ kind: 'notice', sentence });
      return { ...result, area, legs: names };
    }
    // Its runners may have gone, and with them all other copies.
    await requireWhole(connection, area.ref, result.manifest, { exactly: true, signal: options.signal });
    await hold.requireHeld();
    await hold.fallSilent();
    const records = legs.map(({ record }) => record);
    await closeArea(area, records, result.manifest).catch((error: unknown) => {
      if (errnoOf(error) === undefined) throw error;
      const sentence = `${area.path} could not be removed, although it is submitted: ${messageOf(error)}`;
      options.onEvent?.({ kind: 'notice', sentence });
    });
    return { ...result, area, legs: names };
  } finally {
    stopTouching();
  }
}

interface Merged {
  readonly legs: readonly LegContent[];
  /** A sentence for each leg of which a run has not finished. */
  readonly unfinished: ReadonlyMap<string, string>;
  readonly checksums: ReadonlyMap<string, string>;
}

/**
 * Reads what the legs have brought, refuses what is wrong with it, and puts it together in `directory`, which is made. A
 * leg that ends on another machine just now may still add its record (see `awaitVerdict`): the records are read once more
 * when all is done, and everything is done again if there is another one.
 */
async function mergeAll(
  area: Area,
  { hold, directory, options }: Pick<Submit, 'hold' | 'options'> & { readonly directory: string },
): Promise<Merged> {
  for (let attempts = 1; ; attempts++) {
    // In this order: what becomes complete in between was found as unfinished, and is not lost between the two.
    const unfinished = await unfinishedLegs(area);
    const records = await completeLegs(hold.legs);
    const legs = await contentsOf(area, records);
    refuseIfAny(`the submit of ${formatRef(area.ref)}`, [
      ...missingLegs(area, { legs, unfinished, wanted: options.legs }),
      ...collisionsOf(legs, 'area'),
    ]);
    const own = await makeClosedDirectory(directory);
    const checksums = await merge(area, legs, directory, options);
    if (isDeepStrictEqual(await completeLegs(hold.legs), records)) {
      await openToService(own);
      return { legs, unfinished, checksums };
    }
    if (attempts === MOST_MERGES) throw neverDone(area);
    options.onEvent?.({
      kind: 'notice',
      sentence: 'A leg was added just now; putting the legs together again.',
    });
    await removeFromStaging(directory);
  }
}

const MOST_MERGES = 5;

function neverDone({ name, ref }: Area): GobblerError {
  return new GobblerError(
    'lock-timeout',
    `area ${name} for ${formatRef(ref)} got new legs ${MOST_MERGES} times while it was being submitted`,
    { input: 'area', hint: 'Let submit start after all legs.' },
  );
}

async function publishMerged(
  connection: Connection,
  { ref }: Area,
  {
    directory,
    checksums,
    options,
  }: { directory: string; checksums: ReadonlyMap<string, string>; options: SubmitAreaOptions },
): Promise<Exclude<UploadResult, { status: 'planned' }>> {
  const { probation, refuseProbation, ifExists, deduplicate, verify, sha256, concurrency } = options;
  const { spoof, lockPatienceMs, signal, onEvent } = options;
  const result = await uploadDirectory(connection, {
    ...ref,
    directory,
    checksums,
    ...(probation !== undefined && { probation }),
    ...(refuseProbation !== undefined && { refuseProbation }),
    ...(ifExists !== undefined && { ifExists }),
    ...(deduplicate !== undefined && { deduplicate }),
    ...(verify !== undefined && { verify }),
    ...(sha256 !== undefined && { sha256 }),
    concurrency,
    spoof,
    lockPatienceMs,
    signal,
    ...(onEvent && { onEvent }),
  });
  if (result.status === 'planned') throw new Error('an upload that was not dry has published nothing');
  return result;
}

async function contentsOf(area: Area, records: readonly LegRecord[]): Promise<LegContent[]> {
  const contents: LegContent[] = [];
  for (const record of records) {
    const part = partOf(area, record.leg, record.generation);
    contents.push({ record, entries: await readListing(part, record) });
  }
  return contents;
}

/** A sentence for each leg of which a run has not finished. */
async function unfinishedLegs(area: Area): Promise<ReadonlyMap<string, string>> {
  const sentences = new Map<string, string>();
  for (const { leg, begun } of await unfinishedRuns(area)) {
    const who = begun === undefined ? '' : ` (${actorText(begun)})`;
    sentences.set(leg, `a run of leg ${JSON.stringify(leg)}${who} has not finished`);
  }
  return sentences;
}

const MOST_NAMES = 10;

function firstNames(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).map((name) => JSON.stringify(name));
  return names.length > MOST_NAMES
    ? `${shown.join(', ')} and ${names.length - MOST_NAMES} more`
    : shown.join(', ');
}

interface LegsToHave {
  readonly legs: readonly LegContent[];
  readonly unfinished: ReadonlyMap<string, string>;
  readonly wanted: readonly string[] | undefined;
}

function missingLegs(area: Area, { legs, unfinished, wanted }: LegsToHave): Finding[] {
  if (wanted === undefined) {
    if (legs.length === 0 && unfinished.size === 0)
      return [{ kind: 'missing-leg', input: 'area', message: `area ${area.name} holds no leg yet` }];
    return [...unfinished.values()].map((message) => ({ kind: 'unfinished-leg', message }));
  }
  const complete = new Set(legs.map(({ record }) => record.leg));
  const missing = [...new Set(wanted)].filter((leg) => !complete.has(leg));
  const there = `which holds ${complete.size === 0 ? 'no leg yet' : firstNames([...complete])}`;
  return missing.map((leg) => {
    const message = unfinished.get(leg) ?? `leg ${JSON.stringify(leg)} is not in area ${area.name}, ${there}`;
    return { kind: 'missing-leg', message };
  });
}
