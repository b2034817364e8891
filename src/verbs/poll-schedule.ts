/** Pauses grow up to this, unless the first one is longer. */
const LONGEST_PAUSE_MS = 5 * 60_000;
const GROWTH = 1.5;
/** By how much a pause varies, so that many who wait do not ask at once. */
const JITTER = 0.2;
/** The last look comes so long before the deadline; less where there is little time at all. */
const LAST_LOOK_MS = 5_000;

/** When to look next: pauses grow, vary, and the last one ends just before the deadline. */
export class PollSchedule {
  #pauseMs: number;
  readonly #longestMs: number;
  readonly #lastLookAt: number;

  /** `timeoutMs` 0 means that there is no deadline. */
  constructor({ firstMs, timeoutMs, now }: { firstMs: number; timeoutMs: number; now: number }) {
    this.#pauseMs = firstMs;
    this.#longestMs = Math.max(firstMs, LONGEST_PAUSE_MS);
    const marginMs = Math.min(LAST_LOOK_MS, timeoutMs / 5);
    this.#lastLookAt = timeoutMs === 0 ? Number.POSITIVE_INFINITY : now + timeoutMs - marginMs;
  }

  /** How long to pause, in milliseconds; undefined once there is no time for another look. */
  next(now: number, random: () => number = Math.random): number | undefined {
    const remainingMs = this.#lastLookAt - now;
    if (remainingMs <= 0) return undefined;
    const pauseMs = this.#pauseMs * (1 + JITTER * (random() - 0.5));
    this.#pauseMs = Math.min(this.#pauseMs * GROWTH, this.#longestMs);
    return Math.min(pauseMs, remainingMs);
  }
}
