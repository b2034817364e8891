import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  errnoOf,
  type Finding,
  type FindingFacts,
  findingText,
  gobblerError,
  messageOf,
  refuseIfAny,
} from '../../errors/index.ts';
import { ifRefused, removeTree } from '../../fs/index.ts';
import { formatRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { requireWhole } from '../plan/index.ts';
import {
  DEFAULT_PATIENCE_MS,
  keepFresh,
  makeClosedDirectory,
  newRunName,
  openToService,
  stagingWriteError,
} from '../requests/index.ts';
import { uploadDirectory } from '../upload/index.ts';
import { collisionsOf } from './collisions.ts';
import { readListing } from './listing.ts';
import { merge, type StoredPart } from './merge.ts';
import { type MultipartUpload, openMultipartUpload, placesIn } from './multipart-upload.ts';
import { completeParts, type RunDirectory, recordIn, runsIn } from './part-run.ts';
import { findActor, PART_RECORD, type PartRecord, requireRecord } from './records.ts';
import { SubmitLock } from './submit-lock.ts';
import {
  closeUpload,
  type SubmitPartsOptions,
  type SubmittedParts,
  settleSubmitted,
} from './submitted-parts.ts';
import { findSubmitted } from './upload-state.ts';

/**
 * Publishes the parts of a multipart upload as one version, and removes the upload, except for a record of the outcome.
 * Copies nothing. Submits of one upload wait for each other. If a submit fails, is killed, or skips, the upload stays as it
 * was, and can be submitted again. An upload that was submitted before is `verified` (or `skipped`, as `ifExists` says), if
 * the version still has the content of then.
 *
 * Missing, unfinished and colliding parts are refused as one `UploadRefused`. Code `incomplete-upload` if parts are missing
 * or unfinished; others as `openMultipartUpload` and
 * `uploadDirectory`; `lock-timeout` if another submit takes too long; `content-differs` if a part has changed since it was
 * staged.
 */
export async function submitParts(
  connection: Connection,
  uploadId: string,
  options: SubmitPartsOptions = {},
): Promise<SubmittedParts> {
  const upload = await openMultipartUpload(connection, uploadId, options.ref);
  const before = await findSubmitted(upload);
  if (before !== undefined) return settleSubmitted(connection, upload, before, options);
  const run = newRunName();
  const directory = path.join(connection.staging, run);
  const stopTouching = keepFresh([upload.path, directory]);
  const { lockPatienceMs = DEFAULT_PATIENCE_MS, signal, onEvent } = options;
  const onNotice = (sentence: string): void => onEvent?.({ kind: 'notice', sentence });
  let lock: SubmitLock | undefined;
  try {
    const waiting = { giveUpAt: Date.now() + lockPatienceMs, signal, onNotice };
    lock = await SubmitLock.take(upload, run, waiting);
    if (lock !== undefined)
      return await submitLocked(connection, upload, { lock, directory, options, onNotice });
  } catch (error) {
    // Another submit may have taken over, and been faster.
    if ((await findSubmitted(upload).catch(() => undefined)) === undefined)
      throw errnoOf(error) === undefined ? error : stagingWriteError(upload.path, error);
  } finally {
    stopTouching();
    // The outcome of the submit is more important than these.
    await removeTree(directory).catch((error: unknown) => {
      onNotice(`${directory} could not be removed from staging: ${messageOf(error)}`);
    });
    await lock?.release().catch((error: unknown) => {
      onNotice(`The lock of ${upload.path} could not be released: ${messageOf(error)}`);
    });
  }
  const meanwhile = await findSubmitted(upload);
  if (meanwhile === undefined) throw new Error(`${upload.path} is neither held nor submitted`);
  return settleSubmitted(connection, upload, meanwhile, options);
}

interface Submit {
  readonly lock: SubmitLock;
  /** The directory to publish, directly in staging. */
  readonly directory: string;
  readonly options: SubmitPartsOptions;
  readonly onNotice: (sentence: string) => void;
}

async function submitLocked(
  connection: Connection,
  upload: MultipartUpload,
  submit: Submit,
): Promise<SubmittedParts> {
  const { lock, directory, options, onNotice } = submit;
  const { parts, unfinished, checksums } = await mergeAll(upload, submit);
  for (const facts of unfinished.values())
    onNotice(`${findingText({ kind: 'unfinished-part', facts })}: the version does not include it.`);
  await lock.requireHeld();
  const { parts: _parts, ref: _ref, ...uploadOptions } = options;
  const result = await uploadDirectory(connection, {
    ...uploadOptions,
    ...upload.ref,
    directory,
    checksums,
  });
  const names = parts.map(({ record }) => record.part);
  if (result.status === 'skipped') {
    onNotice(`${upload.id} stays as it is: it was not published, nor compared with the version that exists.`);
    return { ...result, upload, parts: names };
  }
  // The runners may be gone, and with them all other copies.
  await requireWhole(connection, upload.ref, result.manifest, { exactly: true, signal: options.signal });
  await lock.requireHeld();
  await lock.fallSilent();
  const records = parts.map(({ record }) => record);
  const tell = ifRefused((error) =>
    onNotice(`${upload.path} was submitted, but could not be removed: ${messageOf(error)}`),
  );
  await closeUpload(upload, records, result.manifest).catch(tell);
  return { ...result, upload, parts: names };
}

interface Merged {
  readonly parts: readonly StoredPart[];
  readonly unfinished: ReadonlyMap<string, UnfinishedPart>;
  readonly checksums: ReadonlyMap<string, string>;
}

/**
 * Reads the parts, refuses what is wrong with them, and merges them in `directory`, which it makes. A part that ends on
 * another machine just now may still add its directory (see `PartRun.commit`): so lists the parts once more in the end,
 * and starts again if they have changed.
 */
async function mergeAll(
  upload: MultipartUpload,
  { lock, directory, options, onNotice }: Submit,
): Promise<Merged> {
  for (let attempts = 1; ; attempts++) {
    // In this order: a part that is completed in between was found as unfinished, and is not lost between the two.
    const unfinished = await unfinishedParts(upload);
    const runs = await completeParts(lock.parts);
    const parts = await contentsOf(runs);
    refuseIfAny(`the submit of ${formatRef(upload.ref)}`, [
      ...missingParts(upload, { parts, unfinished }, options.parts),
      ...collisionsOf(parts, 'upload-id'),
    ]);
    const own = await makeClosedDirectory(directory);
    const checksums = await merge(upload, parts, directory, options);
    if (isDeepStrictEqual(await completeParts(lock.parts), runs)) {
      await openToService(own);
      return { parts, unfinished, checksums };
    }
    if (attempts === MOST_MERGES) {
      const version = formatRef(upload.ref);
      throw gobblerError('parts-keep-coming', { uploadId: upload.id, version, times: MOST_MERGES });
    }
    onNotice('A part was staged just now; merging the parts again.');
    await removeTree(directory);
  }
}

const MOST_MERGES = 5;

async function contentsOf(runs: readonly RunDirectory[]): Promise<StoredPart[]> {
  const contents: StoredPart[] = [];
  for (const { path: directory } of runs) {
    const record = await requireRecord<PartRecord>(recordIn(directory), PART_RECORD);
    contents.push({ record, directory, entries: await readListing(directory, record) });
  }
  return contents;
}

type UnfinishedPart = FindingFacts<'unfinished-part'>;

/** Parts with an unfinished run. */
async function unfinishedParts(upload: MultipartUpload): Promise<ReadonlyMap<string, UnfinishedPart>> {
  const found = new Map<string, UnfinishedPart>();
  for (const { part, path: run } of await runsIn(placesIn(upload.path).unfinished)) {
    const begun = await findActor(recordIn(run));
    found.set(part, { part, ...(begun && { begun }) });
  }
  return found;
}

/** Parts that an error names. */
const MOST_NAMES = 10;

/** Parts that are not there: those of `wanted` or, without it, those that were begun. */
function missingParts(
  { id: uploadId }: MultipartUpload,
  { parts, unfinished }: Omit<Merged, 'checksums'>,
  wanted: readonly string[] | undefined,
): Finding[] {
  if (wanted === undefined) {
    if (parts.length === 0 && unfinished.size === 0)
      return [
        { kind: 'missing-part', input: 'upload-id', facts: { uploadId, complete: [], completeCount: 0 } },
      ];
    return [...unfinished.values()].map((facts) => ({ kind: 'unfinished-part', facts }));
  }
  const complete = [...new Set(parts.map(({ record }) => record.part))];
  const there = { complete: complete.slice(0, MOST_NAMES), completeCount: complete.length };
  const missing = [...new Set(wanted)].filter((part) => !complete.includes(part));
  return missing.map((part) => {
    const run = unfinished.get(part);
    return {
      kind: 'missing-part',
      facts: { uploadId, part, ...there, ...(run !== undefined && { unfinished: run }) },
    };
  });
}
