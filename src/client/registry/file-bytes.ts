import { createHash } from 'node:crypto';
import { gobblerError } from '../../errors/index.ts';
import { type ManifestEntry, refPath, type VersionRef } from '../../protocol/index.ts';
import { addressOf, type Connection, httpDownload } from '../connection/index.ts';

/** A file of a version, as its manifest lists it. */
export interface ListedFile {
  readonly ref: VersionRef;
  readonly path: string;
  readonly entry: ManifestEntry;
}

/** The content of a file, or at least its beginning. */
export interface FileBytes {
  readonly bytes: Buffer;
  readonly isWhole: boolean;
  /** Whether it has the size and the MD5 sum of the manifest; undefined if only its beginning is here. */
  readonly isListed: boolean | undefined;
}

/** Ends a download of which enough has come. */
class Enough extends Error {}

/**
 * Reads a file from the service, at most `limitBytes` of it, and compares a whole one with the manifest. Undefined if the
 * service does not have it. Codes of `httpGet`, and `service-failed`.
 */
export async function readBytes(
  connection: Connection,
  { ref, path, entry }: ListedFile,
  { limitBytes, signal }: { readonly limitBytes: number; readonly signal?: AbortSignal | undefined },
): Promise<FileBytes | undefined> {
  const url = addressOf(connection, `${refPath(ref)}/${path}`);
  let chunks: Buffer[] = [];
  let length = 0;
  let status = 200;
  try {
    status = await httpDownload(url, {
      signal,
      onStart: async () => {
        chunks = [];
        length = 0;
      },
      onChunk: (chunk) => {
        length += chunk.length;
        chunks.push(chunk);
        if (length > limitBytes) throw new Enough();
      },
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  if (status === 404 || status === 301) return undefined;
  if (status !== 200) throw gobblerError('fetch-failed', { url, status }, { httpStatus: status });
  const isWhole = length <= limitBytes;
  const bytes = Buffer.concat(chunks).subarray(0, limitBytes);
  if (!isWhole) return { bytes, isWhole, isListed: undefined };
  const sum = createHash('md5').update(bytes).digest('hex');
  return { bytes, isWhole, isListed: length === entry.size && sum === entry.md5sum };
}
