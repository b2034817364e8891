import { GobblerError } from '../../protocol/errors.ts';
import { formatRef } from '../../protocol/names.ts';
import { type UploadRequest, uploadRequest } from '../../protocol/requests.ts';
import type { Connection } from '../connection.ts';
import { currentUser } from '../identity.ts';
import { type SubmitOptions, submit } from '../request.ts';
import { requireOutcome } from './confirm.ts';

/**
 * Has the service publish what is staged. An answer that is lost on the way is not taken for a failure, nor is the
 * request repeated: the registry tells how it ended. Codes as `submit`; `connection-lost` if nothing was published, or
 * that cannot be told. Returns whether the service has answered. Protocol §11.2, §22.
 */
export async function publish(
  connection: Connection,
  upload: UploadRequest,
  options: SubmitOptions,
): Promise<boolean> {
  const begunMs = Date.now();
  try {
    await submit(connection, uploadRequest(upload), options);
    return true;
  } catch (error) {
    if (!(error instanceof GobblerError) || error.code !== 'connection-lost') throw error;
    options.onNotice?.(`${error.message}. Looking at the registry for the outcome of ${formatRef(upload)}.`);
    const user = upload.spoof ?? currentUser();
    await requireOutcome(connection, upload, error, { user, begunMs, signal: options.signal });
    options.onNotice?.('The upload is complete, although the answer of the service was lost.');
    return false;
  }
}
