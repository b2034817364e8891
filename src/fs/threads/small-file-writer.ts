import { setImmediate as soon } from 'node:timers';
import type { Placed } from './worker.ts';
import { errorOf, giveBack, type Thread, takeStarted } from './worker-pool.ts';

/** The memory of a batch. Larger files are not small. */
const BATCH_BYTES = 1024 * 1024;

/** Where a file goes, and the checksum that its content must have. */
export interface Placing {
  /** Its name while it is incomplete, which nothing else has. */
  readonly partial: string;
  readonly target: string;
  readonly md5sum: string;
}

export interface SmallFileWriterOptions {
  /** Of all files, reduced by the umask. */
  readonly mode: number;
  /** Whether nothing may be replaced: then a file of another content under a name is an error, EEXIST. */
  readonly isNew: boolean;
  /** Called after each batch: how many files it had, and how long they took in the thread. */
  readonly onBatch: (files: number, tookMs: number) => void;
}

interface Waiting {
  readonly resolve: (isPlaced: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Checks and writes many small files in a thread of its own, several at a time: handing over one takes as long as writing
 * it. To be closed, once nothing is being written any more.
 */
export class SmallFileWriter {
  readonly #thread: Thread;
  readonly #options: SmallFileWriterOptions;
  readonly #spare: ArrayBuffer[] = [];
  #isBusy = false;
  #isDue = false;
  /** The next batch: all that comes while the thread writes the last one. */
  #memory: Uint8Array<ArrayBuffer> | undefined;
  #usedBytes = 0;
  #sizes: number[] = [];
  #texts = '';
  #waiting: Waiting[] = [];

  private constructor(thread: Thread, options: SmallFileWriterOptions) {
    this.#thread = thread;
    this.#options = options;
  }

  /** Undefined if every worker is busy, or none can start. */
  static async open(options: SmallFileWriterOptions): Promise<SmallFileWriter | undefined> {
    const thread = await takeStarted();
    return thread === undefined ? undefined : new SmallFileWriter(thread, options);
  }

  /**
   * Writes a file, and gives it its name when it is complete; returns false, and writes nothing, if its content has
   * another checksum. The content, of at most a megabyte, may be reused at once.
   */
  place(content: Uint8Array, { partial, target, md5sum }: Placing): Promise<boolean> {
    if (this.#usedBytes + content.length > BATCH_BYTES) this.#handOver();
    this.#memory ??= new Uint8Array(this.#spare.pop() ?? new ArrayBuffer(BATCH_BYTES));
    this.#memory.set(content, this.#usedBytes);
    this.#usedBytes += content.length;
    this.#sizes.push(content.length);
    this.#texts += `${partial}\0${target}\0${md5sum}\0`;
    if (!this.#isDue) {
      this.#isDue = true;
      // With all that have arrived by then.
      soon(() => {
        this.#isDue = false;
        if (!this.#isBusy) this.#handOver();
      });
    }
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  /** Gives the worker back. */
  close(): void {
    giveBack(this.#thread);
  }

  #handOver(): void {
    const memory = this.#memory;
    if (memory === undefined) return;
    const bytes = memory.subarray(0, this.#usedBytes);
    const [sizes, texts, waiting] = [this.#sizes, this.#texts, this.#waiting];
    this.#memory = undefined;
    this.#usedBytes = 0;
    this.#sizes = [];
    this.#texts = '';
    this.#waiting = [];
    this.#isBusy = true;
    const { mode, isNew } = this.#options;
    this.#thread.perform({ kind: 'place', bytes, sizes, texts, mode, isNew }, [memory.buffer]).then(
      (placed) => this.#settle(waiting, placed),
      (error: unknown) => {
        this.#isBusy = false;
        for (const { reject } of waiting) reject(error);
        // The thread has ended: what came meanwhile fails at once as well.
        this.#handOver();
      },
    );
  }

  #settle(waiting: readonly Waiting[], { memory, tookMs, wrong, failed }: Placed): void {
    this.#spare.push(memory);
    this.#isBusy = false;
    this.#handOver();
    this.#options.onBatch(waiting.length, tookMs);
    for (const { at, ...failure } of failed) waiting[at]?.reject(errorOf(failure));
    for (const at of wrong) waiting[at]?.resolve(false);
    // Those that are settled already stay as they are.
    for (const { resolve } of waiting) resolve(true);
  }
}
