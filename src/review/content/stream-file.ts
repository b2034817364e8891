import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { addressOf, httpDownload } from '../../client/connection/index.ts';
import type { Connection } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';

/**
 * Sends a file of the registry from the service to a browser, in pieces; of `sizeBytes`, if they were announced: a browser
 * would read more as the next answer on the connection. Codes as `readBytes`, and `connection-lost` for another size. The
 * caller closes the connection after a failure, so that the browser reports an incomplete download.
 */
export async function streamFile(
  connection: Connection,
  registryPath: string,
  { sizeBytes, to, signal }: { sizeBytes: number | undefined; to: Writable; signal: AbortSignal },
): Promise<void> {
  const url = addressOf(connection, registryPath);
  let isBegun = false;
  let sentBytes = 0;
  const requireSize = (isFitting: boolean): void => {
    if (!isFitting) throw gobblerError('answer-lost', { url, error: `it should have ${sizeBytes} bytes` });
  };
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
        sentBytes += chunk.length;
        requireSize(sizeBytes === undefined || sentBytes <= sizeBytes);
        if (!to.write(chunk)) await once(to, 'drain', { signal: gone.signal });
      },
    });
    if (status !== 200) throw gobblerError('fetch-failed', { url, status }, { httpStatus: status });
    requireSize(sizeBytes === undefined || sentBytes === sizeBytes);
    to.end();
    await finished(to);
  } catch (error) {
    // Nobody is there to learn about it.
    if (!gone.signal.aborted) throw error;
  }
}
