import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, formatRef, GobblerError } from '../../protocol/index.ts';
import { actorText } from './actor.ts';
import { type MultipartUpload, placesIn, SEALED } from './multipart-upload.ts';
import { findActor, findRecord, ifThere, SUBMITTED_RECORD, type SubmittedRecord } from './records.ts';

/** The outcome of an upload that was submitted; undefined for others. */
export function findSubmitted(upload: MultipartUpload): Promise<SubmittedRecord | undefined> {
  return findRecord(placesIn(upload.path).submitted, SUBMITTED_RECORD);
}

/** The number of the submit that holds the upload; undefined while parts can be staged. */
export async function holderOf(upload: MultipartUpload): Promise<number | undefined> {
  for (const name of await fs.readdir(upload.path)) {
    const [, number] = SEALED.exec(name) ?? [];
    if (number !== undefined) return Number(number);
  }
  return undefined;
}

/** The directory with the records of parts that count, under its present name; none after a submit. */
export async function recordDirectories(upload: MultipartUpload): Promise<string[]> {
  const parts = path.basename(placesIn(upload.path).parts);
  const names = (await ifThere(fs.readdir(upload.path))) ?? [];
  return names
    .filter((name) => name === parts || SEALED.test(name))
    .map((name) => path.join(upload.path, name));
}

/** Refuses an upload that takes no more parts. Codes `already-exists`, `lock-timeout` and `not-found`. */
export async function requireOpen(upload: MultipartUpload): Promise<void> {
  const submitted = await findSubmitted(upload);
  const ref = formatRef(upload.ref);
  if (submitted !== undefined) {
    throw new GobblerError(
      'already-exists',
      `multipart upload ${upload.id} was submitted as ${ref}, by ${actorText(submitted.submitted)}`,
      {
        input: 'upload-id',
        hint: 'Versions are permanent: start an upload of another version.',
      },
    );
  }
  let holder: number | undefined;
  try {
    holder = await holderOf(upload);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    throw new GobblerError('not-found', `multipart upload ${upload.id} of ${ref} was removed meanwhile`, {
      input: 'upload-id',
      hint: 'Uploads without a change for keep-days are removed: start a new one, and stage all parts again.',
    });
  }
  if (holder === undefined) return;
  const actor = await findActor(path.join(placesIn(upload.path).submits, String(holder)));
  const who = actor === undefined ? '' : `, by ${actorText(actor)}`;
  throw new GobblerError('lock-timeout', `multipart upload ${upload.id} of ${ref} is being submitted${who}`, {
    input: 'upload-id',
    hint: 'Start submit after all parts. If that submit was killed, repeat it: it publishes the parts, or lets you stage more.',
  });
}
