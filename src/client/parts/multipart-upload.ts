import { randomBytes } from 'node:crypto';
import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { errnoOf, gobblerError, messageOf } from '../../errors/index.ts';
import { isOwn } from '../../fs/index.ts';
import { formatRef, type VersionRef } from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import { requireStaging } from '../requests/index.ts';
import { type MultipartUploadRecord, requireRecord, UPLOAD_RECORD } from './records.ts';

/** The id of a multipart upload. Differs from the names of runs, so that their sweep leaves it alone. */
export const UPLOAD_ID = /^gobbler-multipart-[0-9a-f]{24}$/;
const RANDOM_BYTES = 12;

/** An id that nobody can guess. */
export const newUploadId = (): string => `gobbler-multipart-${randomBytes(RANDOM_BYTES).toString('hex')}`;

/** One version from several parts: a directory in staging that collects them. */
export interface MultipartUpload {
  /** The name of its directory. */
  readonly id: string;
  /** Absolute path of that directory, as this machine sees it. */
  readonly path: string;
  /** The version that it will become. */
  readonly ref: VersionRef;
  /** Its facts, as they were written when it was started. */
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
    throw gobblerError('upload-id-malformed', { uploadId });
  }
  await requireStaging(connection);
  const place = path.join(connection.staging, uploadId);
  requireOwn(place, await lookAt(place, connection));
  const record = await requireRecord<MultipartUploadRecord>(placesIn(place).record, UPLOAD_RECORD);
  for (const kind of ['project', 'asset', 'version'] as const) {
    if (ref[kind] === undefined || ref[kind] === record[kind]) continue;
    const facts = { uploadId, version: formatRef(record), kind, expected: record[kind], found: ref[kind] };
    throw gobblerError('upload-of-other-version', facts);
  }
  const { project, asset, version } = record;
  return { id: uploadId, path: place, ref: { project, asset, version }, record };
}

async function lookAt(place: string, { staging }: Connection): Promise<Stats> {
  try {
    return await fs.lstat(place);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT')
      throw gobblerError('upload-missing', { uploadId: path.basename(place), staging });
    throw gobblerError('upload-unreadable', { directory: place, error: messageOf(error) }, { cause: error });
  }
}

/** Anybody can make something of that name in staging, but nothing that belongs to this user. */
function requireOwn(place: string, stats: Stats): void {
  if (isOwn(stats) && stats.isDirectory()) return;
  const user = currentUser();
  throw gobblerError('upload-not-own', {
    path: place,
    ...(user !== undefined && { user }),
    uid: process.geteuid?.(),
    found: stats.isSymbolicLink() ? 'symlink' : stats.isDirectory() ? 'directory' : 'file',
    foundUid: stats.uid,
  });
}
