import { createHash, type Hash, randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../protocol/errors.ts';
import type { ManifestEntry } from '../protocol/records.ts';
import type { Connection } from './connection.ts';
import { httpDownload } from './http.ts';
import { fetchUrl } from './registry-reader.ts';

export interface Download {
  /** What to fetch, relative to the registry. */
  readonly registryPath: string;
  /** Where to put it. Parent directories are made. */
  readonly target: string;
  /** A directory on the same filesystem for the file while it is incomplete. */
  readonly downloads: string;
  /** Size and checksum it must have; unknown for records. */
  readonly expected?: ManifestEntry | undefined;
  /** Only if it is newer than what is at the target already. */
  readonly ifChanged?: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((bytes: number) => void) | undefined;
}

/** The address of a file: `index.html` is only served under the name of its directory. Protocol §5.2, §20 T11. */
function addressOf(connection: Connection, registryPath: string): string {
  const [, directory] = /^(.*\/)index\.html$/.exec(registryPath) ?? [];
  return directory === undefined ? fetchUrl(connection, registryPath) : fetchUrl(connection, directory);
}

/**
 * Fetches one file over HTTP, checks its size and checksum, and puts it in place at once. Returns whether it exists.
 * Codes `content-differs` if it is not what was expected, `destination-unavailable` if it cannot be written, and those
 * of `httpGet`.
 */
export async function download(connection: Connection, work: Download): Promise<boolean> {
  const { registryPath, target, downloads, expected, signal, onBytes } = work;
  const url = addressOf(connection, registryPath);
  const partial = path.join(downloads, randomBytes(12).toString('hex'));
  const writer = new Writer(partial, expected?.size);
  try {
    await writing(downloads, () => fs.mkdir(downloads, { recursive: true }));
    let lastModified: string | undefined;
    const status = await httpDownload(url, {
      signal,
      ifModifiedSince: work.ifChanged ? await modificationOf(target) : undefined,
      onStart: (answer) => {
        lastModified = answer.lastModified;
        writer.restart();
      },
      onChunk: async (chunk) => {
        await writing(partial, () => writer.write(chunk));
        onBytes?.(chunk.length);
      },
    });
    if (status === 304) return true;
    if (status === 404 || status === 301) return false;
    if (status !== 200) {
      throw new GobblerError(
        'service-failed',
        `${url} should be readable, but answered with status ${status}`,
        {
          httpStatus: status,
          hint: 'Look into the log of the service.',
        },
      );
    }
    const { size, md5sum } = await writing(partial, () => writer.finish());
    if (expected !== undefined && (size !== expected.size || md5sum !== expected.md5sum)) {
      throw new GobblerError(
        'content-differs',
        `${url} should have ${expected.size} bytes with MD5 ${expected.md5sum}, but has ${size} with ${md5sum}`,
        {
          hint: 'The version may have been replaced just now, or the registry is damaged: ask for a validation.',
        },
      );
    }
    await writing(target, () => place(partial, target, lastModified));
    return true;
  } finally {
    await writer.discard();
  }
}

async function place(partial: string, target: string, lastModified: string | undefined): Promise<void> {
  if (lastModified !== undefined) {
    const time = new Date(lastModified);
    if (!Number.isNaN(time.getTime())) await fs.utimes(partial, time, time);
  }
  await fs.mkdir(path.dirname(target), { recursive: true });
  await fs.rename(partial, target);
}

async function modificationOf(file: string): Promise<string | undefined> {
  try {
    return (await fs.stat(file)).mtime.toUTCString();
  } catch {
    return undefined; // nothing there yet
  }
}

/** Files up to this size are kept in memory and written at once, which is several times as fast for small ones. */
const SMALL_BYTES = 256 * 1024;

/** Writes a file and its checksum. A file that turns out small is only made in the end. */
class Writer {
  readonly #file: string;
  readonly #isSmall: boolean;
  #handle: fs.FileHandle | undefined;
  #chunks: Buffer[] = [];
  #size = 0;
  #hash: Hash = createHash('md5');
  #made = false;

  constructor(file: string, expectedBytes: number | undefined) {
    this.#file = file;
    this.#isSmall = expectedBytes !== undefined && expectedBytes <= SMALL_BYTES;
  }

  restart(): void {
    this.#chunks = [];
    this.#size = 0;
    this.#hash = createHash('md5');
  }

  async write(chunk: Buffer): Promise<void> {
    this.#hash.update(chunk);
    const position = this.#size;
    this.#size += chunk.length;
    // A service that sends more than it has announced gets no more memory: the check in the end fails.
    if (this.#isSmall && this.#size <= SMALL_BYTES) this.#chunks.push(chunk);
    else if (!this.#isSmall) {
      this.#handle ??= await this.#open();
      await this.#handle.write(chunk, 0, chunk.length, position);
    }
  }

  async finish(): Promise<{ size: number; md5sum: string }> {
    if (this.#handle === undefined) {
      this.#made = true;
      await fs.writeFile(this.#file, this.#chunks, { flag: 'wx' });
    } else {
      await this.#handle.truncate(this.#size);
      await this.#handle.close();
      this.#handle = undefined;
    }
    return { size: this.#size, md5sum: this.#hash.digest('hex') };
  }

  /** Removes what is left of a download that did not get into place. */
  async discard(): Promise<void> {
    await this.#handle?.close();
    if (this.#made) await fs.rm(this.#file, { force: true });
  }

  async #open(): Promise<fs.FileHandle> {
    this.#made = true;
    return fs.open(this.#file, 'wx');
  }
}

/** Runs what writes `item`; its failure gets the code `destination-unavailable`. */
export async function writing<T>(item: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw new GobblerError('destination-unavailable', `${item} could not be written: ${messageOf(error)}`, {
      hint: 'Check the directory, its free space, and the rights of this user.',
      cause: error,
    });
  }
}
