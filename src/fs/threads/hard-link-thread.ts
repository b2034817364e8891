import type { Stats } from 'node:fs';
import { giveBack, haveOneReady, type Thread, takeFree } from './worker-pool.ts';

/** The metadata of a hard link that show whether it is the file that was meant, and unchanged. */
export type LinkStats = Pick<Stats, 'ino' | 'size' | 'mtimeMs'>;

/** Fewer files are linked before a thread has started. */
const WORTH_A_THREAD_FILES = 2_000;

/**
 * Makes hard links to many files in a thread of its own, several at a time: handing over one takes as long as making it. It
 * reports no failures: the caller makes the link again, and handles them. To be closed.
 */
export class HardLinkThread {
  readonly #thread: Thread;

  private constructor(thread: Thread) {
    this.#thread = thread;
  }

  /** Starts a thread ahead of time, if there are enough files for one. */
  static prepare(files: number): void {
    if (files >= WORTH_A_THREAD_FILES) haveOneReady();
  }

  /** Undefined if there are too few files, every worker is busy, or none can start. */
  static open(files: number): HardLinkThread | undefined {
    const thread = files >= WORTH_A_THREAD_FILES ? takeFree() : undefined;
    return thread === undefined ? undefined : new HardLinkThread(thread);
  }

  /**
   * Links files of a directory into another one, where each gets the same relative path. Returns the metadata of each link;
   * undefined where one was not made, its metadata cannot be read, or there was not enough time.
   */
  async link(from: string, to: string, paths: readonly string[]): Promise<(LinkStats | undefined)[]> {
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
