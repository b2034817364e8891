import { promises as fs } from 'node:fs';
import path from 'node:path';
import { gobblerError } from '../../errors/index.ts';
import { ifErrno, ifThere } from '../../fs/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { type MultipartUpload, placesIn, SEALED } from './multipart-upload.ts';
import { findActor, findRecord, SUBMITTED_RECORD, type SubmittedRecord } from './records.ts';

/** The outcome of an upload that was submitted; undefined for others. */
export function findSubmitted(upload: MultipartUpload): Promise<SubmittedRecord | undefined> {
  return findRecord(placesIn(upload.path).submitted, SUBMITTED_RECORD);
}

/** The run of the submit that holds the upload; undefined while parts can be staged. */
export async function holderOf(upload: MultipartUpload): Promise<string | undefined> {
  for (const name of await fs.readdir(upload.path)) {
    const [, run] = SEALED.exec(name) ?? [];
    if (run !== undefined) return run;
  }
  return undefined;
}

/** The directory of complete parts, under its present name; undefined after a submit. */
export async function partsOf(upload: MultipartUpload): Promise<string | undefined> {
  const { parts } = placesIn(upload.path);
  const names = (await ifThere(fs.readdir(upload.path))) ?? [];
  const name = names.find((one) => one === path.basename(parts) || SEALED.test(one));
  return name === undefined ? undefined : path.join(upload.path, name);
}

/** Refuses an upload that takes no more parts. Codes `already-exists`, `lock-timeout` and `not-found`. */
export async function requireOpen(upload: MultipartUpload): Promise<void> {
  const submitted = await findSubmitted(upload);
  const facts = { uploadId: upload.id, version: formatRef(upload.ref) };
  if (submitted !== undefined) throw gobblerError('upload-submitted', { ...facts, by: submitted.submitted });
  const removed = ifErrno(['ENOENT'], () => {
    throw gobblerError('upload-removed', facts);
  });
  const holder = await holderOf(upload).catch(removed);
  if (holder === undefined) return;
  const by = await findActor(path.join(placesIn(upload.path).submits, holder));
  throw gobblerError('upload-being-submitted', { ...facts, ...(by && { by }) });
}
