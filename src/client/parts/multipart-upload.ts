import { randomBytes } from 'node:crypto';
import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import {
  errnoOf,
  formatRef,
  GobblerError,
  hint,
  messageOf,
  setting,
  type VersionRef,
} from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import { requireStaging } from '../requests/index.ts';
import { damaged, findRecord, type MultipartUploadRecord, UPLOAD_RECORD } from './records.ts';

/** The id of a multipart upload. Differs from the names of runs, so that their sweep leaves it alone. */
export const UPLOAD_ID = /^gobbler-multipart-[0-9a-f]{24}$/;
const RANDOM_BYTES = 12;

/** An id that nobody can guess. */
export const newUploadId = (): string => `gobbler-multipart-${randomBytes(RANDOM_BYTES).toString('hex')}`;

/** One version from several parts: a directory in staging that collects them. */
export interface MultipartUpload {
  /** The name of its directory. */
  readonly id: string;
  readonly path: string;
  readonly ref: VersionRef;
  readonly record: MultipartUploadRecord;
}

/** The layout of the directory. See docs/decisions/0009. */
export const placesIn = (directory: string) => ({
  record: path.join(directory, 'upload.json'),
  /** A directory for each run that is staging a part, `{part}@{generation}`. */
  unfinished: path.join(directory, 'unfinished'),
  /** The directories of complete parts, renamed into it. Has another name during a submit. */
  parts: path.join(directory, 'parts'),
  /** A heartbeat for each submit, by its run. */
  submits: path.join(directory, 'submits'),
  /** The outcome, which stays. */
  submitted: path.join(directory, 'submitted.json'),
});

/** `parts`, while the submit of that run holds it. */
export const SEALED = /^sealed@(.+)$/;
export const sealedBy = (directory: string, run: string): string => path.join(directory, `sealed@${run}`);

/**
 * Opens an upload that was started before, perhaps on another machine. Trusts only files of this user, and follows no
 * link: everybody can write to staging. Codes `invalid-input`, `not-found`, `not-authorized`, `staging-unavailable`,
 * `corrupt-record`; `invalid-input` also if it is for another version than `ref`, where `ref` names one.
 */
export async function openMultipartUpload(
  connection: Connection,
  uploadId: string,
  ref: { readonly [Kind in keyof VersionRef]?: string | undefined } = {},
): Promise<MultipartUpload> {
  if (!UPLOAD_ID.test(uploadId)) {
    throw new GobblerError(
      'invalid-input',
      `upload-id should be like gobbler-multipart-0123456789abcdef01234567, but is ${JSON.stringify(uploadId)}`,
      {
        input: 'upload-id',
        hint: 'Pass on the output upload-id of the stage that started the upload, or what gobbler stage printed.',
      },
    );
  }
  await requireStaging(connection);
  const place = path.join(connection.staging, uploadId);
  requireOwn(place, await lookAt(place, connection));
  const record = await readRecord(place);
  for (const kind of ['project', 'asset', 'version'] as const) {
    if (ref[kind] === undefined || ref[kind] === record[kind]) continue;
    throw new GobblerError(
      'invalid-input',
      `${kind} should be ${JSON.stringify(record[kind])}, since multipart upload ${uploadId} is for ${formatRef(record)}, but is ${JSON.stringify(ref[kind])}`,
      {
        input: kind,
        hint: hint`Leave out ${setting('project')}, ${setting('asset')} and ${setting('version')}, or start another upload for that version.`,
      },
    );
  }
  const { project, asset, version } = record;
  return { id: uploadId, path: place, ref: { project, asset, version }, record };
}

async function readRecord(place: string): Promise<MultipartUploadRecord> {
  const file = placesIn(place).record;
  const record = await findRecord<MultipartUploadRecord>(file, UPLOAD_RECORD);
  if (record === undefined) throw damaged(file);
  return record;
}

async function lookAt(place: string, { staging }: Connection): Promise<Stats> {
  try {
    return await fs.lstat(place);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') throw noSuchUpload(path.basename(place), staging);
    throw new GobblerError(
      'staging-unavailable',
      `multipart upload ${place} cannot be inspected: ${messageOf(error)}`,
      {
        input: 'staging',
        hint: 'Check the staging directory, its filesystem, and the rights of this user.',
        cause: error,
      },
    );
  }
}

function noSuchUpload(uploadId: string, staging: string): GobblerError {
  return new GobblerError(
    'not-found',
    `multipart upload ${uploadId} is not in the staging directory ${staging}`,
    {
      input: 'upload-id',
      hint: hint`Check that this machine sees the same staging directory as the one that started the upload. Uploads without a change for ${setting('keep-days')} are removed: then start a new one, and stage all parts again.`,
    },
  );
}

/** Anybody can make something of that name in staging, but nothing that belongs to this user. */
function requireOwn(place: string, stats: Stats): void {
  const mine = process.geteuid?.();
  const isOurs = mine === undefined || stats.uid === mine;
  if (isOurs && stats.isDirectory()) return;
  const found = stats.isSymbolicLink() ? 'a symbolic link' : stats.isDirectory() ? 'a directory' : 'a file';
  throw new GobblerError(
    'not-authorized',
    `multipart upload ${place} should be a directory of ${currentUser() ?? 'this user'} (user id ${mine}), but is ${found} of user id ${stats.uid}`,
    {
      input: 'upload-id',
      hint: 'Run the steps that share an upload as the same user on all runners. If none of your jobs made it, start a new one.',
    },
  );
}
