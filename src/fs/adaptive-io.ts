import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { forEachConcurrently } from './concurrency.ts';

/** One small filesystem operation, in both of its forms. */
export interface FilesystemWork<T> {
  /** Done at once. By far the fastest where a call takes microseconds, as on a local disk. */
  readonly now: (item: T) => void;
  /** Done in the background. By far the fastest where a call takes milliseconds, as on a network filesystem. */
  readonly later: (item: T) => Promise<void>;
  /** How many calls of the filesystem it takes. Default 1. */
  readonly calls?: number;
}

export interface FilesystemWorkOptions {
  /** How many operations are in flight in the background. Default 64. */
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Calls that take longer than this, on average, are better done in the background, if the process waits for them. */
const SLOW_MS = 0.4;

/** How often the process has to give up the processor for a call, on average, to be waiting rather than computing. */
const WAITS_A_CALL = 0.5;

/** How long the event loop may be held up: timers, signals and the socket have to be served. */
const SLICE_MS = 10;

/** Fewer say nothing about the filesystem. */
const FEW_CALLS = 4;

/** What was long ago says nothing about now. */
const MEMORY_MS = 200;

/** Over how many operations an average moves. */
const SPAN = 16;
const DEFAULT_IN_FLIGHT = 64;

/**
 * Does something small for many items, in the form that suits the filesystem: the immediate one to begin with, and the
 * background for good once operations turn out to be slow. Measured: on a local disk the immediate form is several times
 * as fast; with a millisecond of latency, the other.
 */
export class AdaptiveIo {
  #isSlow = false;
  #averageMs = 0;
  #calls = 0;
  #spentMs = 0;
  #waits = 0;

  /** Whether operations have turned out to be slow. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** Does something small once, in the form that suits the filesystem. */
  async once({ now, later, calls = 1 }: FilesystemWork<void>): Promise<void> {
    if (this.#isSlow) return later();
    const begun = performance.now();
    now();
    // A moving average: one hiccup says nothing, however long it is.
    const tookMs = Math.min((performance.now() - begun) / calls, SLOW_MS * 4);
    this.#averageMs += (tookMs - this.#averageMs) / SPAN;
    this.#isSlow = this.#averageMs > SLOW_MS;
    return undefined;
  }

  /** The first failure ends it, and is thrown when nothing is under way any more. */
  async forEach<T>(
    items: readonly T[],
    { now, later, calls = 1 }: FilesystemWork<T>,
    { concurrency = DEFAULT_IN_FLIGHT, signal }: FilesystemWorkOptions = {},
  ): Promise<void> {
    let done = 0;
    while (done < items.length && !this.#isSlow) {
      signal?.throwIfAborted();
      const begun = performance.now();
      const waited = waitsSoFar();
      const first = done;
      while (done < items.length && performance.now() - begun < SLICE_MS) {
        now(items[done] as T);
        done++;
      }
      // Over all slices: where a call takes long, only a few fit into one.
      this.#spentMs += performance.now() - begun;
      this.#calls += (done - first) * calls;
      const waits = waitsSoFar() - waited;
      this.#waits += Number.isNaN(waits) ? Number.POSITIVE_INFINITY : waits;
      this.#isSlow =
        this.#calls >= FEW_CALLS &&
        this.#spentMs / this.#calls > SLOW_MS &&
        this.#waits / this.#calls >= WAITS_A_CALL;
      if (this.#spentMs > MEMORY_MS) {
        this.#spentMs = 0;
        this.#calls = 0;
        this.#waits = 0;
      }
      if (done < items.length) await nextTurn();
    }
    if (done < items.length) await forEachConcurrently(items.slice(done), concurrency, later, signal);
  }
}

/**
 * How often this thread has given up the processor by itself, to wait for something; endlessly, where that is not known. A
 * call that is slow although it did not wait is slow for lack of processor time, as on a busy machine: in the background it
 * would only be slower.
 */
function waitsSoFar(): number {
  try {
    const [, count] = /^voluntary_ctxt_switches:\s*(\d+)$/m.exec(readFileSync(STATUS, 'utf8')) ?? [];
    return Number(count ?? Number.POSITIVE_INFINITY);
  } catch {
    return Number.POSITIVE_INFINITY; // no Linux, or no /proc
  }
}

const STATUS = '/proc/thread-self/status';
