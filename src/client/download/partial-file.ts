import { createHash, type Hash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import { type AdaptiveIo, md5Of, nameNew } from '../../fs/index.ts';
import { Md5Stream, WORTH_A_THREAD_BYTES } from '../../fs/threads/index.ts';
import { type Naming, placeSmall } from './place-small.ts';

/** The size of the write buffer. Smaller files are created only when they are complete. */
const WRITE_BYTES = 1024 * 1024;

/**
 * A file that is being received: written in large pieces under another name, its checksum computed on the way, and put
 * in place when it is complete. A small one is kept in memory until then.
 */
export class PartialFile {
  readonly #file: string;
  readonly #naming: Naming;
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

  constructor(file: string, { expectedBytes, mode, isNew }: Naming & { readonly expectedBytes: number }) {
    this.#file = file;
    this.#naming = { mode, isNew };
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
    if (this.#isLarge) this.#stream = await Md5Stream.open();
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
    await this.#close();
    const md5sum = (await this.#stream?.digest()) ?? this.#hash.digest('hex');
    await this.#closeStream();
    return { size: this.#writtenBytes, md5sum };
  }

  /** Puts the finished file at `target`. */
  async place(target: string, pace: AdaptiveIo): Promise<void> {
    const [partial, small, naming] = [this.#file, this.#small, this.#naming];
    if (small !== undefined) await placeSmall(small, { partial, target, ...naming }, pace);
    else if (naming.isNew) await nameNew(partial, target);
    else await fs.rename(partial, target);
  }

  /** Removes the rest of a download that was not completed. */
  async discard(): Promise<void> {
    try {
      await this.#closeStream();
    } finally {
      await this.#close();
      await fs.rm(this.#file, { force: true });
    }
  }

  /** Before the file gets its name: a network filesystem may only report a full disk here. */
  async #close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close();
  }

  async #closeStream(): Promise<void> {
    const stream = this.#stream;
    this.#stream = undefined;
    await stream?.close();
  }

  async #flush(): Promise<void> {
    this.#handle ??= await fs.open(this.#file, 'wx', this.#naming.mode);
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

function join(chunks: readonly Buffer[], whole: Uint8Array): void {
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
}
