import { readFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { forEachConcurrently, requireConcurrency } from './concurrency.ts';
import { type OtherThread, SharedRear } from './shared-rear.ts';

/** One small filesystem operation, in all of its forms. */
export interface FilesystemWork<T> {
  /** Done at once. By far the fastest where a call takes microseconds, as on a local disk. */
  readonly now: (item: T) => void;
  /** Done in the background. By far the fastest where a call takes milliseconds, as on a network filesystem. */
  readonly later: (item: T) => Promise<void>;
  /** How many calls of the filesystem it takes. Default 1. */
  readonly calls?: number;
  /** Does the rear of a list, while calls take microseconds. */
  readonly otherThread?: OtherThread<T> | undefined;
}

/** The same for one item, with a result. */
export interface OneWork<R> extends Pick<FilesystemWork<unknown>, 'calls'> {
  readonly now: () => R;
  readonly later: () => Promise<R>;
}

export interface FilesystemWorkOptions {
  /** How many operations are in flight in the background. Default 64. */
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Measures the work of a thread. */
export interface WorkMeter {
  /** The time, in milliseconds, which never goes back. */
  readonly nowMs: () => number;
  /**
   * How often the thread has given up the processor by itself, to wait for something; endlessly, where that is not known. A
   * call that is slow although it did not wait is slow for lack of processor time, as on a busy machine: in the background it
   * would only be slower.
   */
  readonly waits: () => number;
}

/** Linux counts there. */
const STATUS = '/proc/thread-self/status';

/** Measures the thread that works, by the clock and by the kernel's counter. */
export const THIS_THREAD: WorkMeter = {
  nowMs: () => performance.now(),
  waits: () => {
    try {
      const [, count] = /^voluntary_ctxt_switches:\s*(\d+)$/m.exec(readFileSync(STATUS, 'utf8')) ?? [];
      return Number(count ?? Number.POSITIVE_INFINITY);
    } catch {
      return Number.POSITIVE_INFINITY; // no Linux, or no /proc
    }
  },
};

/** Calls that take longer than this, on average, may be better done in the background, if the process waits for them. */
const SLOW_MS = 0.4;

/** Slower calls are not shared with another thread: it makes one at a time, and the background many. */
const FAST_MS = 0.05;

/** How many items this thread does before it shares the others. */
const FIRST_ITEMS = 64;

/** How often the process has to give up the processor for a call, on average, to be waiting rather than computing. */
const WAITS_A_CALL = 0.5;

/** How long the event loop may be held up: timers, signals and the socket have to be served. */
const SLICE_MS = 10;

/** How many items are done before the time is looked at again, at most: few enough for a slice if they become slow. */
const MOST_AT_ONCE = 16;

/** Fewer say nothing about the filesystem. */
const FEW_CALLS = 4;

/** Older measurements are ignored. */
const MEMORY_MS = 200;

/** Over how many operations an average moves. */
const SPAN = 16;
const DEFAULT_IN_FLIGHT = 64;

/** Fewer operations in the background do not fill it, and show nothing. */
const FEWEST_TRIED = 8;
/** How many rounds of operations in the background it takes to compare both forms. The first is not counted. */
const TRIAL_ROUNDS = 4;
/** The background has to be so much faster, since it also takes several times as much processor time. */
const WORTH_IT = 0.9;
/**
 * Operations until the forms are compared again, once the immediate one has turned out to be faster; twice as many after
 * each time. Code that runs for the first time is slow, so the first comparison may be wrong.
 */
const NEXT_TRIAL_AFTER = 100;

/**
 * Does something small for many items, in the form that suits the filesystem: the immediate one to begin with; if operations
 * turn out to be slow, some in the background for comparison, and all others in the form that was faster. Measured: on a
 * local disk the immediate form is several times as fast, with a millisecond of latency the other, and in between (a file
 * server nearby) it depends on the operation and on the processor.
 */
export class AdaptiveIo {
  readonly #meter: WorkMeter;
  #isSlow = false;
  #backgroundRatio = 1;
  #averageMs = 0;
  #calls = 0;
  #spentMs = 0;
  #nextTrialAfter = NEXT_TRIAL_AFTER;
  /** Counted from when calls have begun to seem slow. */
  #waits = 0;
  #seemsSlow = false;
  /** Operations that are still done at once before the next comparison. */
  #untilTrial = 0;

  constructor(meter: WorkMeter = THIS_THREAD) {
    this.#meter = meter;
  }

  /**
   * How long an operation in the background takes, as a multiple of one at once, when both were compared last; 1 before.
   * Below 1, several at a time wait for the filesystem, which takes longer than to get them there.
   */
  get backgroundRatio(): number {
    return this.#backgroundRatio;
  }

  /** Whether to do work in the background now. */
  get isSlow(): boolean {
    return this.#isSlow;
  }

  /** Does something small once, in the form that suits the filesystem. Returns its result. */
  async once<R>({ now, later, calls = 1 }: OneWork<R>): Promise<R> {
    if (this.#isSlow) return later();
    const begun = this.#meter.nowMs();
    const result = now();
    this.note((this.#meter.nowMs() - begun) / calls);
    return result;
  }

  /** Learns how long a call took that was done at once elsewhere, such as in another thread. */
  note(callMs: number): void {
    // A moving average: one hiccup says nothing, however long it is.
    this.#averageMs += (Math.min(callMs, SLOW_MS * 4) - this.#averageMs) / SPAN;
    this.#isSlow = this.#averageMs > SLOW_MS && this.#untilTrial <= 0;
  }

  /** The first failure ends it, and is thrown when nothing is under way any more. */
  async forEach<T>(
    items: readonly T[],
    work: FilesystemWork<T>,
    { concurrency = DEFAULT_IN_FLIGHT, signal }: FilesystemWorkOptions = {},
  ): Promise<void> {
    requireConcurrency(concurrency);
    const { otherThread } = work;
    const rest = otherThread === undefined ? items : await this.#share(items, work, otherThread, signal);
    let done = 0;
    while (done < rest.length && !this.#isSlow) {
      signal?.throwIfAborted();
      const baselineMs = this.#callMs();
      if (baselineMs !== undefined && rest.length - done >= FEWEST_TRIED) {
        const trial = rest.slice(done, done + concurrency * TRIAL_ROUNDS);
        const callMs = await timeOf(trial, this.#meter, { ...work, concurrency, signal });
        done += trial.length;
        this.#backgroundRatio = callMs / baselineMs;
        if (this.#backgroundRatio < WORTH_IT) this.#isSlow = true;
        this.#untilTrial = this.#nextTrialAfter;
        this.#nextTrialAfter *= 2;
        this.#forget();
      } else {
        done = this.#doSlice(rest, [done, rest.length], work);
        if (done < rest.length) await nextTurn();
      }
    }
    if (done < rest.length) await forEachConcurrently(rest.slice(done), concurrency, work.later, signal);
  }

  /**
   * As long as calls are fast, does the front of a list here, and the rear in another thread. Returns the items that are
   * still to be done.
   */
  async #share<T>(
    items: readonly T[],
    work: FilesystemWork<T>,
    otherThread: OtherThread<T>,
    signal: AbortSignal | undefined,
  ): Promise<readonly T[]> {
    const rear = new SharedRear(items, otherThread);
    let done = 0;
    try {
      while (done < rear.start && !rear.hasFailed && !this.#isSlow && !this.#seemsSlow) {
        signal?.throwIfAborted();
        const begun = this.#meter.nowMs();
        // A few show whether calls are fast.
        const last = done === 0 ? Math.min(FIRST_ITEMS, rear.start) : rear.start;
        const before = done;
        done = this.#doSlice(items, [before, last], work);
        const calls = (done - before) * (work.calls ?? 1);
        if (this.#meter.nowMs() - begun <= calls * FAST_MS) rear.grow(done);
        await nextTurn();
      }
    } finally {
      await rear.settle();
    }
    return [...items.slice(done, rear.start), ...rear.left()];
  }

  /** Does as many as fit into a slice of time, of those between two places. Returns how far it got. */
  #doSlice<T>(
    items: readonly T[],
    [done, last]: readonly [from: number, to: number],
    { now, calls = 1 }: FilesystemWork<T>,
  ): number {
    if (this.#spentMs > MEMORY_MS && this.#calls >= FEW_CALLS) this.#forget();
    const mayTry = this.#seemsSlow && this.#untilTrial <= 0;
    const waited = mayTry ? this.#meter.waits() : 0;
    const begun = this.#meter.nowMs();
    let next = done;
    let spentMs = 0;
    // Asking for the time is a call, too: where items are fast, several pass before it is asked for again.
    for (let burst = 1; next < last && spentMs < SLICE_MS; ) {
      const end = Math.min(next + burst, last);
      while (next < end) now(items[next++] as T);
      const soFarMs = this.#meter.nowMs() - begun;
      if ((soFarMs - spentMs) * 2 < SLICE_MS - soFarMs && burst < MOST_AT_ONCE) burst *= 2;
      spentMs = soFarMs;
    }
    // Over all slices: where a call takes long, only a few fit into one.
    this.#spentMs += spentMs;
    this.#calls += (next - done) * calls;
    this.#untilTrial -= next - done;
    if (mayTry) {
      const waits = this.#meter.waits() - waited;
      this.#waits += Number.isNaN(waits) ? Number.POSITIVE_INFINITY : waits;
    } else if (this.#isSlowCall()) {
      // Whether they wait is only counted where it matters.
      this.#seemsSlow = true;
      this.#forget();
    }
    return next;
  }

  /** Whether calls have taken long on average, and there were enough of them to say so. */
  #isSlowCall(): boolean {
    return this.#calls >= FEW_CALLS && this.#spentMs / this.#calls > SLOW_MS;
  }

  /** The time of a call, if calls are slow because this thread waits for them, and are not known to be faster this way. */
  #callMs(): number | undefined {
    const isSlow =
      this.#seemsSlow &&
      this.#untilTrial <= 0 &&
      this.#isSlowCall() &&
      this.#waits / this.#calls >= WAITS_A_CALL;
    return isSlow ? this.#spentMs / this.#calls : undefined;
  }

  #forget(): void {
    this.#spentMs = 0;
    this.#calls = 0;
    this.#waits = 0;
  }
}

interface Trial<T> extends FilesystemWork<T> {
  readonly concurrency: number;
  readonly signal: AbortSignal | undefined;
}

/**
 * Does the items in the background. Returns the time of a call, but for the first round: the threads of the background start
 * with it, and its code is not compiled yet.
 */
async function timeOf<T>(
  items: readonly T[],
  { nowMs }: WorkMeter,
  { later, calls = 1, concurrency, signal }: Trial<T>,
): Promise<number> {
  const begun = nowMs();
  const warm = Math.min(concurrency, Math.floor(items.length / 2));
  let done = 0;
  let warmAt = begun;
  await forEachConcurrently(
    items,
    concurrency,
    async (item) => {
      await later(item);
      if (++done === warm) warmAt = nowMs();
    },
    signal,
  );
  return (nowMs() - warmAt) / ((done - warm) * calls);
}
