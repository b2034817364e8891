import { setImmediate } from 'node:timers/promises';

/** How long work may keep the event loop to itself. */
const SLICE_MS = 4;

/**
 * The rhythm of one piece of work. Calls that wait for the disk one by one are many times faster when they are
 * synchronous, but then other requests are not served, and a client that goes away is not noticed. So long work calls
 * `yieldIfDue` between its steps: that ends a slice that has become too long, and throws once the work is cancelled.
 */
export class TimeSlices {
  /** Aborted with the error that the work is to fail with. */
  readonly signal: AbortSignal;
  #sliceEnd = performance.now() + SLICE_MS;

  constructor(signal: AbortSignal) {
    this.signal = signal;
  }

  /** For what has to be finished once it has begun, such as cleaning up. */
  static unstoppable(): TimeSlices {
    return new TimeSlices(new AbortController().signal);
  }

  /** Throws if the work has been cancelled. */
  check(): void {
    this.signal.throwIfAborted();
  }

  async yieldIfDue(): Promise<void> {
    this.check();
    if (performance.now() < this.#sliceEnd) return;
    await setImmediate();
    this.#sliceEnd = performance.now() + SLICE_MS;
    this.check();
  }
}
