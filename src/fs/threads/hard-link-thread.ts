import type { Stats } from 'node:fs';
import { availableParallelism } from 'node:os';
import { giveBack, haveOneReady, type Thread, takeReady } from './worker-pool.ts';

/** The metadata that show whether a file was replaced or written to. */
export type ContentStats = Pick<Stats, 'ino' | 'size' | 'mtimeMs'>;

/** Measured: for 5,000 files it gains nothing, since it takes as long to start. */
const WORTH_A_THREAD_FILES = 10_000;

/**
 * Makes hard links to many files in a thread of its own, several at a time: handing over one takes as long as making it. It
 * reports no failures: the caller makes the link again, and handles them. To be closed.
 */
export class HardLinkThread {
  readonly #thread: Thread;

  private constructor(thread: Thread) {
    this.#thread = thread;
  }

  /** Starts a thread ahead of time, if there are enough files and processors for one. */
  static prepare(files: number): void {
    if (files >= WORTH_A_THREAD_FILES && availableParallelism() > 1) haveOneReady();
  }

  /** A thread that has started; undefined if there is none yet. */
  static open(): HardLinkThread | undefined {
    const thread = takeReady();
    return thread && new HardLinkThread(thread);
  }

  /**
   * Links files of a directory into another one, where each gets the same relative path. Returns the metadata of each link;
   * undefined where one was not made, its metadata cannot be read, or there was not enough time.
   */
  async link(from: string, to: string, paths: readonly string[]): Promise<(ContentStats | undefined)[]> {
    const task = { kind: 'link', from, to, paths: paths.map((path) => `${path}\0`).join('') } as const;
    const columns = await this.#thread.perform(task).catch((error: unknown) => {
      // The thread has ended without reporting which links it made: the caller makes all of them again.
      if (this.#thread.failure === undefined) throw error;
      return new Float64Array();
    });
    const width = columns.length / paths.length;
    return paths.map((_, at) => {
      const [ino = Number.NaN, size = 0, mtimeMs = 0] = columns.subarray(at * width, (at + 1) * width);
      return Number.isNaN(ino) ? undefined : { ino, size, mtimeMs };
    });
  }

  /** Gives the worker back. */
  close(): void {
    giveBack(this.#thread);
  }
}
