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
  let placed = false;
  const partial = path.join(downloads, randomBytes(12).toString('hex'));
  const writer = new Writer(partial);
  try {
    let lastModified: string | undefined;
    let received = 0;
    const status = await httpDownload(url, {
      signal,
      ifModifiedSince: work.ifChanged ? await modificationOf(target) : undefined,
      onStart: async (answer) => {
        lastModified = answer.lastModified;
        received = 0;
        await writing(partial, () => writer.restart());
      },
      onChunk: async (chunk) => {
        received += chunk.length;
        if (expected !== undefined && received > expected.size) throw tooLong(url, expected);
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
    // The time of a record is by what the service is asked next time; the content of a version never changes.
    await writing(target, () => place(partial, target, expected === undefined ? lastModified : undefined));
    placed = true;
    return true;
  } finally {
    if (!placed) await writer.discard();
  }
}

/** What has no end must not fill the disk. */
function tooLong(url: string, { size }: ManifestEntry): GobblerError {
  return new GobblerError('content-differs', `${url} should have ${size} bytes, but has more`, {
    hint: 'The version may have been replaced just now, or the registry is damaged: ask for a validation.',
  });
}

async function place(partial: string, target: string, lastModified: string | undefined): Promise<void> {
  if (lastModified !== undefined) {
    const time = new Date(lastModified);
    if (!Number.isNaN(time.getTime())) await fs.utimes(partial, time, time);
  }
  try {
    await fs.rename(partial, target);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    await fs.mkdir(path.dirname(target), { recursive: true });
    await fs.rename(partial, target);
  }
}

async function modificationOf(file: string): Promise<string | undefined> {
  try {
    return (await fs.stat(file)).mtime.toUTCString();
  } catch {
    return undefined; // nothing there yet
  }
}

/** What is collected before it is written. Smaller files are only made when they are complete. */
const WRITE_BYTES = 1024 * 1024;

/** Writes a file in large pieces, and computes its checksum on the way. */
class Writer {
  readonly #file: string;
  #handle: fs.FileHandle | undefined;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #writtenBytes = 0;
  #hash: Hash = createHash('md5');

  constructor(file: string) {
    this.#file = file;
  }

  /** Forgets what came so far. */
  async restart(): Promise<void> {
    await this.discard();
    this.#handle = undefined;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#writtenBytes = 0;
    this.#hash = createHash('md5');
  }

  async write(chunk: Buffer): Promise<void> {
    this.#hash.update(chunk);
    this.#pending.push(chunk);
    this.#pendingBytes += chunk.length;
    if (this.#pendingBytes >= WRITE_BYTES) await this.#flush();
  }

  async finish(): Promise<{ size: number; md5sum: string }> {
    await this.#flush();
    await this.#handle?.close();
    this.#handle = undefined;
    return { size: this.#writtenBytes, md5sum: this.#hash.digest('hex') };
  }

  /** Removes what is left of a download that did not get into place. */
  async discard(): Promise<void> {
    await this.#handle?.close();
    await fs.rm(this.#file, { force: true });
  }

  async #flush(): Promise<void> {
    this.#handle ??= await this.#open();
    // In order, from where the last piece ended; unlike a plain write, it writes all of it.
    await this.#handle.writeFile(Buffer.concat(this.#pending));
    this.#writtenBytes += this.#pendingBytes;
    this.#pending = [];
    this.#pendingBytes = 0;
  }

  async #open(): Promise<fs.FileHandle> {
    try {
      return await fs.open(this.#file, 'wx');
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
      await fs.mkdir(path.dirname(this.#file), { recursive: true });
      return fs.open(this.#file, 'wx');
    }
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
