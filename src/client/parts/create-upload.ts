import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, refuseIfAny } from '../../errors/index.ts';
import { removeTree } from '../../fs/index.ts';
import { formatRef, type VersionRef } from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import { newRunName, stagingWriteError } from '../requests/index.ts';
import { preflight } from '../upload/index.ts';
import { thisActor } from './actor.ts';
import { type MultipartUpload, newUploadId, openMultipartUpload, placesIn } from './multipart-upload.ts';
import type { MultipartUploadRecord } from './records.ts';

/** The service removes what nobody has touched for a week in any case (protocol §16). */
export const DEFAULT_KEEP_DAYS = 7;

/** How long a multipart upload is kept, and for whom it is. */
export interface CreateMultipartUploadOptions {
  /** Days without a change after which the upload counts as abandoned. Default 7. */
  readonly keepDays?: number | undefined;
  /** For whom the version will be submitted, where the service allows it. */
  readonly spoof?: string | undefined;
  /** Ends the call; its reason is what is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Called with a sentence that a person should know. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/**
 * Starts a multipart upload of one version: makes a directory in staging, to which `stagePart` adds parts from any machine
 * that sees it, and which `submitParts` publishes. Checks everything but the content, as `uploadDirectory` does, and refuses
 * all that is wrong as one `UploadRefused` before it makes anything. No other user can look into the directory. Codes as
 * `uploadDirectory`.
 */
export async function createMultipartUpload(
  connection: Connection,
  { project, asset, version }: VersionRef,
  { keepDays = DEFAULT_KEEP_DAYS, spoof, signal, onNotice }: CreateMultipartUploadOptions = {},
): Promise<MultipartUpload> {
  const ref = { project, asset, version };
  const run = newRunName();
  const actingFor = spoof === currentUser() ? undefined : spoof;
  const wanted = { ...ref, run, spoof: actingFor, expectsProbation: true, signal, onNotice };
  refuseIfAny(`a multipart upload of ${formatRef(ref)}`, await preflight(connection, wanted));
  const uploadId = newUploadId();
  const record: MultipartUploadRecord = { ...ref, started: thisActor(), keepDays };
  // Under a name that is swept after a kill, until it is whole.
  const made = path.join(connection.staging, run);
  try {
    await fs.mkdir(made, { mode: 0o700 });
    const places = placesIn(made);
    for (const directory of [places.unfinished, places.parts, places.submits])
      await fs.mkdir(directory, { mode: 0o700 });
    await fs.writeFile(places.record, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
    await fs.rename(made, path.join(connection.staging, uploadId));
  } catch (error) {
    await removeTree(made);
    throw errnoOf(error) === undefined ? error : stagingWriteError(made, error);
  }
  return openMultipartUpload(connection, uploadId);
}

/** Removes an upload that nobody else knows of, with all that is in it. Others see it disappear at one moment. */
export async function discardMultipartUpload(connection: Connection, upload: MultipartUpload): Promise<void> {
  const gone = path.join(connection.staging, newRunName());
  await fs.rename(upload.path, gone);
  await removeTree(gone);
}
