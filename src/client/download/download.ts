import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { errnoOf, gobblerError, messageOf } from '../../errors/index.ts';
import { AdaptiveIo, refusedAs } from '../../fs/index.ts';
import type { ManifestEntry } from '../../protocol/index.ts';
import { addressOf, type Connection, httpDownload } from '../connection/index.ts';
import { PartialFile } from './partial-file.ts';

export interface Download {
  /** The file to fetch, relative to the registry. */
  readonly registryPath: string;
  /** Where to put it, in a directory that exists. */
  readonly target: string;
  /** The file while it is incomplete: a new one, also in a directory that exists. See {@link newPartial}. */
  readonly partial: string;
  /** Of the file, reduced by the umask. */
  readonly mode: number;
  /** Whether nothing may be replaced. Default false. */
  readonly isNew?: boolean | undefined;
  /** Size and checksum it must have; unknown for records. */
  readonly expected?: ManifestEntry | undefined;
  /** Learns how fast the filesystem is, where there are many to fetch. */
  readonly pace?: AdaptiveIo | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Random numbers are dear, compared with a small file: one a process is enough. */
const OURS = randomBytes(12).toString('hex');
let partials = 0;

/** A new name in `directory` for a file while it is incomplete; nobody else uses it. */
export function newPartial(directory: string, prefix = ''): string {
  return path.join(directory, `${prefix}${OURS}-${partials++}`);
}

/**
 * Fetches one file over HTTP, checks its size and checksum, and only then puts it in place. Returns whether it exists.
 * Codes `content-differs` if it is not what was expected, `destination-unavailable` if it cannot be written, `already-exists`
 * with `isNew`, and those of `httpGet`.
 */
export async function download(connection: Connection, work: Download): Promise<boolean> {
  const { registryPath, target, partial, mode, isNew = false, expected, signal } = work;
  const { pace = new AdaptiveIo() } = work;
  const url = addressOf(connection, registryPath);
  let placed = false;
  const file = new PartialFile(partial, { expectedBytes: expected?.size ?? 0, mode, isNew });
  try {
    let received = 0;
    const status = await httpDownload(url, {
      signal,
      onStart: async () => {
        received = 0;
        await writing(partial, () => file.restart());
      },
      onChunk: async (chunk) => {
        received += chunk.length;
        // An endless body must not fill the disk.
        if (expected !== undefined && received > expected.size)
          throw gobblerError('download-differs', { url, expected: contentOf(expected), found: 'longer' });
        await writing(partial, () => file.write(chunk));
      },
    });
    if (status === 404 || status === 301) return false;
    if (status !== 200) throw gobblerError('fetch-failed', { url, status }, { httpStatus: status });
    const found = await writing(target, () => file.finish());
    if (expected !== undefined && (found.size !== expected.size || found.md5sum !== expected.md5sum)) {
      const facts = { url, expected: contentOf(expected), found: contentOf(found) };
      throw gobblerError('download-differs', facts);
    }
    await writing(target, () => file.place(target, pace));
    placed = true;
    return true;
  } finally {
    if (!placed) await file.discard();
  }
}

const contentOf = ({ size: bytes, md5sum: md5 }: Pick<ManifestEntry, 'size' | 'md5sum'>) => ({ bytes, md5 });

/** Runs what writes `item`; its failure gets the code `destination-unavailable`, or `already-exists` if the name is taken. */
export const writing = <T>(item: string, write: () => Promise<T>): Promise<T> =>
  write().catch(notWritten(item));

/** The same for what is done at once. */
export function writingAtOnce(item: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    notWritten(item)(error);
  }
}

const notWritten = (item: string) =>
  refusedAs((error) =>
    errnoOf(error) === 'EEXIST'
      ? gobblerError('destination-taken', { path: item }, { cause: error })
      : gobblerError('download-not-written', { item, error: messageOf(error) }, { cause: error }),
  );
