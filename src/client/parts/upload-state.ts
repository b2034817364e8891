import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, formatRef, GobblerError, hint, setting } from '../../protocol/index.ts';
import { actorText } from './actor.ts';
import { type MultipartUpload, placesIn, SEALED } from './multipart-upload.ts';
import { findActor, findRecord, ifThere, SUBMITTED_RECORD, type SubmittedRecord } from './records.ts';

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
  let holder: string | undefined;
  try {
    holder = await holderOf(upload);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    throw new GobblerError('not-found', `multipart upload ${upload.id} of ${ref} was removed meanwhile`, {
      input: 'upload-id',
      hint: hint`Uploads without a change for ${setting('keep-days')} are removed: start a new one, and stage all parts again.`,
    });
  }
  if (holder === undefined) return;
  const actor = await findActor(path.join(placesIn(upload.path).submits, holder));
  const who = actor === undefined ? '' : `, by ${actorText(actor)}`;
  throw new GobblerError('lock-timeout', `multipart upload ${upload.id} of ${ref} is being submitted${who}`, {
    input: 'upload-id',
    hint: 'Start submit after all parts. If that submit was killed, repeat it: it publishes the parts, or lets you stage more.',
  });
}
