import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { addressOf, httpDownload } from '../../client/connection/index.ts';
import type { Connection } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';

/** The browser has gone, or the file began anew. */
class Enough extends Error {}

/**
 * Sends a file of the registry from the service to a browser, in pieces. A failure closes the connection, so that the
 * browser reports an incomplete download. Codes of `httpGet`, and `service-failed`.
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
        if (isBegun) throw new Enough();
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
    const isGone = gone.signal.aborted;
    to.destroy();
    // A browser cannot begin anew.
    if (!isGone && !(error instanceof Enough)) throw error;
  }
}
