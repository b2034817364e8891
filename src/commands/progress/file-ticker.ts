import { formatCount, formatDuration, formatNumberOf, host, line } from '../kit/index.ts';

/** Tells in the log, every few seconds, how far the work on files has come. Call {@link stop} in the end. */
export class FileTicker {
  #doing = '';
  #done = 0;
  #total = 0;
  #noun = 'file';
  readonly #begun = performance.now();
  #saidAt = this.#begun;
  readonly #timer = setInterval(() => this.#tick(), TICK_MS);

  /** Begins an activity, as `Copying`, on so many files, or on things with another noun. */
  begin(doing: string, total: number, noun = 'file'): void {
    this.#doing = doing;
    this.#total = total;
    this.#noun = noun;
    this.#done = 0;
  }

  /** One more file, or as many as there are now. */
  advance(done = this.#done + 1): void {
    this.#done = done;
    if (this.#total > 0)
      host().progress?.({ doing: this.#doing, done, total: this.#total, detail: this.#standing() });
  }

  /** Ends the ticking; returns how long it all took. */
  stop(): number {
    clearInterval(this.#timer);
    host().progress?.(undefined);
    return performance.now() - this.#begun;
  }

  #tick(): void {
    if (this.#total === 0 || host().progress !== undefined) return;
    const now = performance.now();
    if (!isLineDue({ workedMs: now - this.#begun, silentMs: now - this.#saidAt })) return;
    this.#saidAt = now;
    const spent = formatDuration(now - this.#begun);
    line(`${this.#doing}: ${this.#standing()}, after ${spent} …`);
  }

  #standing(): string {
    return `${formatCount(this.#done)} of ${formatNumberOf(this.#total, this.#noun)}`;
  }
}

/** The clock of everything that tells how long work goes on. */
export const TICK_MS = 5_000;

const LONGEST_SILENCE_MS = 60_000;
/** A tick comes a little early or late. */
const TOLERANCE_MS = TICK_MS / 10;

/**
 * Returns whether another line is due about work that goes on: every few seconds at first, then less often, and once a
 * minute at least. Hours of work fill a few screens, not a hundred.
 */
export function isLineDue({ workedMs, silentMs }: { workedMs: number; silentMs: number }): boolean {
  return silentMs + TOLERANCE_MS >= Math.min(Math.max(workedMs / 10, TICK_MS), LONGEST_SILENCE_MS);
}
