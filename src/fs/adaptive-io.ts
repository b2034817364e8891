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

/** Calls that take longer than this, on average, may be better done in the background, if the process waits for them. */
const SLOW_MS = 0.4;

/** How often the process has to give up the processor for a call, on average, to be waiting rather than computing. */
const WAITS_A_CALL = 0.5;

/** How long the event loop may be held up: timers, signals and the socket have to be served. */
const SLICE_MS = 10;

/** Fewer say nothing about the filesystem. */
const FEW_CALLS = 4;

/** Older measurements are ignored. */
const MEMORY_MS = 200;

/** Over how many operations an average moves. */
const SPAN = 16;
const DEFAULT_IN_FLIGHT = 64;

/** Fewer operations in the background do not fill it, and show nothing. */
const FEWEST_TRIED = 8;
/** How many rounds of operations in the background it takes to compare both forms. */
const TRIAL_ROUNDS = 2;
/** The background has to be so much faster, since it also takes several times as much processor time. */
const WORTH_IT = 0.8;
/** Operations until the forms are compared again, once the immediate one has turned out to be faster. */
const NEXT_TRIAL_AFTER = 500;

/**
 * Does something small for many items, in the form that suits the filesystem: the immediate one to begin with; if operations
 * turn out to be slow, some in the background for comparison, and all others in the form that was faster. Measured: on a
 * local disk the immediate form is several times as fast, with a millisecond of latency the other, and in between (a file
 * server nearby) it depends on the operation and on the processor.
 */
export class AdaptiveIo {
  #isSlow = false;
  #averageMs = 0;
  #calls = 0;
  #spentMs = 0;
  #waits = 0;
  /** Operations that are still done at once before the next comparison. */
  #untilTrial = 0;

  /** Whether operations are better done in the background. */
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
    this.#isSlow = this.#averageMs > SLOW_MS && this.#untilTrial <= 0;
    return undefined;
  }

  /** The first failure ends it, and is thrown when nothing is under way any more. */
  async forEach<T>(
    items: readonly T[],
    work: FilesystemWork<T>,
    { concurrency = DEFAULT_IN_FLIGHT, signal }: FilesystemWorkOptions = {},
  ): Promise<void> {
    let done = 0;
    while (done < items.length && !this.#isSlow) {
      signal?.throwIfAborted();
      const baselineMs = this.#callMs();
      if (baselineMs !== undefined && items.length - done >= FEWEST_TRIED) {
        const trial = items.slice(done, done + concurrency * TRIAL_ROUNDS);
        const begun = performance.now();
        await forEachConcurrently(trial, concurrency, work.later, signal);
        done += trial.length;
        const callMs = (performance.now() - begun) / (trial.length * (work.calls ?? 1));
        if (callMs < baselineMs * WORTH_IT) this.#isSlow = true;
        this.#untilTrial = NEXT_TRIAL_AFTER;
        this.#forget();
      } else {
        done = this.#doSlice(items, done, work);
        if (done < items.length) await nextTurn();
      }
    }
    if (done < items.length) await forEachConcurrently(items.slice(done), concurrency, work.later, signal);
  }

  /** Does as many as fit into a slice of time, from `done` on. Returns how many are done then. */
  #doSlice<T>(items: readonly T[], done: number, { now, calls = 1 }: FilesystemWork<T>): number {
    if (this.#spentMs > MEMORY_MS && this.#calls >= FEW_CALLS) this.#forget();
    const begun = performance.now();
    const waited = waitsSoFar();
    let next = done;
    while (next < items.length && performance.now() - begun < SLICE_MS) {
      now(items[next] as T);
      next++;
    }
    // Over all slices: where a call takes long, only a few fit into one.
    this.#spentMs += performance.now() - begun;
    this.#calls += (next - done) * calls;
    this.#untilTrial -= next - done;
    const waits = waitsSoFar() - waited;
    this.#waits += Number.isNaN(waits) ? Number.POSITIVE_INFINITY : waits;
    return next;
  }

  /** The time of a call, if calls are slow because this thread waits for them, and are not known to be faster this way. */
  #callMs(): number | undefined {
    const callMs = this.#spentMs / this.#calls;
    const isSlow =
      this.#untilTrial <= 0 &&
      this.#calls >= FEW_CALLS &&
      callMs > SLOW_MS &&
      this.#waits / this.#calls >= WAITS_A_CALL;
    return isSlow ? callMs : undefined;
  }

  #forget(): void {
    this.#spentMs = 0;
    this.#calls = 0;
    this.#waits = 0;
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
