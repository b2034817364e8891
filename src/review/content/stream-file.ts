import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { addressOf, httpDownload } from '../../client/connection/index.ts';
import type { Connection } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';

/**
 * Sends a file of the registry from the service to a browser, in pieces. Codes as `readBytes`. The caller closes the
 * connection after a failure, so that the browser reports an incomplete download.
 */
export async function streamFile(
  connection: Connection,
  registryPath: string,
  { to, signal }: { readonly to: Writable; readonly signal: AbortSignal },
): Promise<void> {
  const url = addressOf(connection, registryPath);
  let isBegun = false;
  const gone = new AbortController();
  to.once('close', () => gone.abort());
  try {
    const status = await httpDownload(url, {
      signal: AbortSignal.any([signal, gone.signal]),
      onStart: async () => {
        // The service has lost the connection, and begins anew, which a browser cannot.
        if (isBegun) throw gobblerError('answer-lost', { url, error: 'a part of the file is sent already' });
        isBegun = true;
      },
      onChunk: async (chunk) => {
        if (!to.write(chunk)) await once(to, 'drain', { signal: gone.signal });
      },
    });
    if (status !== 200) throw gobblerError('fetch-failed', { url, status }, { httpStatus: status });
    to.end();
    await finished(to);
  } catch (error) {
    // Nobody is there to learn about it.
    if (!gone.signal.aborted) throw error;
  }
}
