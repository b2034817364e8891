import { promises as fs } from 'node:fs';
import path from 'node:path';
import { gobblerError, submittedText } from '../../errors/index.ts';
import { removeTree, replaceFile } from '../../fs/index.ts';
import { formatRef, type Manifest, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { findSummary, manifestDigest, readBack } from '../registry/index.ts';
import { newRunName } from '../requests/index.ts';
import { StageClock, type UploadOptions } from '../source/index.ts';
import { type PublishedUpload, publishedResult } from '../upload/index.ts';
import { thisActor } from './actor.ts';
import { type MultipartUpload, placesIn } from './multipart-upload.ts';
import type { PartRecord, SubmittedRecord } from './records.ts';

/** How to submit a multipart upload. */
export interface SubmitPartsOptions
  extends Pick<
    UploadOptions,
    | 'probation'
    | 'refuseProbation'
    | 'ifExists'
    | 'deduplicate'
    | 'verify'
    | 'sha256'
    | 'provenance'
    | 'concurrency'
    | 'spoof'
    | 'lockPatienceMs'
    | 'signal'
    | 'onEvent'
  > {
  /**
   * Names of required parts; other parts may then be unfinished. Without it, every part that was begun has to be complete.
   */
  readonly parts?: readonly string[] | undefined;
  /** The version, or parts of it; has to be that of the upload. */
  readonly ref?: { readonly [Kind in keyof VersionRef]?: string | undefined } | undefined;
}

/** The result: as of `uploadDirectory`, with the names of the parts. */
export interface SubmittedParts extends PublishedUpload {
  /** The upload that was submitted. */
  readonly upload: MultipartUpload;
  /** Names of its parts. */
  readonly parts: readonly string[];
}

/** Records the outcome of an upload, and removes everything else in it. */
export async function closeUpload(
  upload: MultipartUpload,
  parts: readonly PartRecord[],
  manifest: Manifest,
): Promise<void> {
  const record: SubmittedRecord = {
    ...upload.ref,
    submitted: thisActor(),
    parts: parts.map(({ part }) => part),
    generations: parts.map(({ generation }) => generation),
    manifestDigest: manifestDigest(manifest),
  };
  const { submitted } = placesIn(upload.path);
  const partial = `${submitted}.${newRunName()}`;
  await replaceFile(submitted, JSON.stringify(record), { partial, mode: 0o600 });
  await clearUpload(upload);
}

/** A later sweep removes what cannot be removed now. */
async function clearUpload(upload: MultipartUpload): Promise<void> {
  const { record, submitted } = placesIn(upload.path);
  const kept = new Set([record, submitted]);
  for (const name of await fs.readdir(upload.path)) {
    const item = path.join(upload.path, name);
    if (!kept.has(item)) await removeTree(item).catch(() => undefined);
  }
}

/**
 * Settles a repeated submit: it succeeds if the version exists, has the content of then, and includes the required parts.
 */
export async function settleSubmitted(
  connection: Connection,
  upload: MultipartUpload,
  before: SubmittedRecord,
  { ifExists = 'error', parts = [], signal, onEvent }: SubmitPartsOptions,
): Promise<SubmittedParts> {
  await clearUpload(upload); // the submit may have been killed before it did
  const { ref } = upload;
  const facts = { uploadId: upload.id, version: formatRef(ref), by: before.submitted };
  if (ifExists === 'error') throw gobblerError('submitted-before', facts);
  const lacking = new Set(parts.filter((part) => !before.parts.includes(part)));
  if (lacking.size > 0) throw gobblerError('submitted-without-parts', { ...facts, parts: [...lacking] });
  if ((await findSummary(connection, ref, { forceRemote: true, signal })) === undefined) {
    throw gobblerError('submitted-version-gone', facts);
  }
  const confirmed = await readBack(connection, ref, signal);
  if (ifExists === 'verify' && manifestDigest(confirmed.manifest) !== before.manifestDigest) {
    throw gobblerError('submitted-version-replaced', facts);
  }
  onEvent?.({ kind: 'notice', sentence: `${submittedText(facts)}.` });
  const context = { connection, ref, stages: new StageClock(undefined), signal };
  const status = ifExists === 'skip' ? 'skipped' : 'verified';
  const result = await publishedResult(context, status, { confirmed });
  return { ...result, upload, parts: before.parts };
}
