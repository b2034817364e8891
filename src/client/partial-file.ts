import { createHash, type Hash } from 'node:crypto';
import { promises as fs, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '../protocol/errors.ts';
import { WORTH_A_THREAD_BYTES } from '../threads/large-files.ts';
import { Md5Stream } from '../threads/md5-stream.ts';
import { md5Of } from './checksums.ts';
import type { DiskPace } from './filesystem-work.ts';
import { makeDirectory, makeDirectoryAtOnce } from './make-directory.ts';

/** What is collected before it is written. Smaller files are only made when they are complete. */
const WRITE_BYTES = 1024 * 1024;

/**
 * A file that is being received: written in large pieces under another name, its checksum computed on the way, and put
 * in place when it is complete. A small one is kept in memory until then.
 */
export class PartialFile {
  readonly #file: string;
  #handle: fs.FileHandle | undefined;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  #writtenBytes = 0;
  /** Of what is written; what is small is hashed in one go. */
  #hash: Hash = createHash('md5');
  /** Instead of the hash, for a large file. */
  #stream: Md5Stream | undefined;
  readonly #isLarge: boolean;
  /** All of a finished file that is small, and not written yet. */
  #small: Buffer | undefined;

  constructor(file: string, expectedBytes: number) {
    this.#file = file;
    this.#isLarge = expectedBytes >= WORTH_A_THREAD_BYTES;
  }

  /** Forgets what came so far. */
  async restart(): Promise<void> {
    if (this.#handle !== undefined || this.#stream !== undefined) await this.discard();
    this.#handle = undefined;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#writtenBytes = 0;
    this.#hash = createHash('md5');
    if (this.#isLarge) this.#stream = Md5Stream.open();
  }

  async write(chunk: Buffer): Promise<void> {
    this.#pending.push(chunk);
    this.#pendingBytes += chunk.length;
    if (this.#pendingBytes >= WRITE_BYTES) await this.#flush();
  }

  /** Size and checksum of all that came. */
  async finish(): Promise<{ size: number; md5sum: string }> {
    if (this.#handle === undefined && this.#stream === undefined) {
      this.#small = Buffer.concat(this.#pending);
      return { size: this.#small.length, md5sum: md5Of(this.#small) };
    }
    await this.#flush();
    await this.#handle?.close();
    this.#handle = undefined;
    const md5sum = (await this.#stream?.digest()) ?? this.#hash.digest('hex');
    await this.#closeStream();
    return { size: this.#writtenBytes, md5sum };
  }

  /** Puts the finished file at `target`, with a time of modification if one is given. Parent directories are made. */
  async place(target: string, modified: Date | undefined, pace: DiskPace): Promise<void> {
    const small = this.#small;
    if (small === undefined) return place(this.#file, target, modified);
    return pace.once({
      now: () => placeAtOnce(small, this.#file, target, modified),
      later: async () => {
        await writeNew(this.#file, small);
        await place(this.#file, target, modified);
      },
      calls: 4,
    });
  }

  /** Removes what is left of a download that did not get into place. */
  async discard(): Promise<void> {
    try {
      await this.#closeStream();
    } finally {
      await this.#handle?.close();
      await fs.rm(this.#file, { force: true });
    }
  }

  async #closeStream(): Promise<void> {
    const stream = this.#stream;
    this.#stream = undefined;
    await stream?.close();
  }

  async #flush(): Promise<void> {
    this.#handle ??= await openNew(this.#file);
    // In order, from where the last piece ended; unlike a plain write, it writes all of it.
    const piece = this.#stream?.room(this.#pendingBytes) ?? new Uint8Array(this.#pendingBytes);
    join(this.#pending, piece);
    await this.#handle.writeFile(piece);
    if (this.#stream === undefined) this.#hash.update(piece);
    else await this.#stream.update(piece);
    this.#writtenBytes += this.#pendingBytes;
    this.#pending = [];
    this.#pendingBytes = 0;
  }
}

async function place(partial: string, target: string, modified: Date | undefined): Promise<void> {
  if (modified !== undefined) await fs.utimes(partial, modified, modified);
  try {
    await fs.rename(partial, target);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    await makeDirectory(path.dirname(target));
    await fs.rename(partial, target);
  }
}

/** The same at once: for something small, the background takes longer than the work. */
function placeAtOnce(content: Uint8Array, partial: string, target: string, modified: Date | undefined): void {
  const needs = (directory: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
      makeDirectoryAtOnce(directory);
      work();
    }
  };
  needs(path.dirname(partial), () => writeFileSync(partial, content, { flag: 'wx' }));
  if (modified !== undefined) utimesSync(partial, modified, modified);
  needs(path.dirname(target), () => renameSync(partial, target));
}

async function writeNew(file: string, content: Uint8Array): Promise<void> {
  const handle = await openNew(file);
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

async function openNew(file: string): Promise<fs.FileHandle> {
  try {
    return await fs.open(file, 'wx');
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    await makeDirectory(path.dirname(file));
    return fs.open(file, 'wx');
  }
}

function join(chunks: readonly Buffer[], whole: Uint8Array): void {
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
}
