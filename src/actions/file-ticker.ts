import { formatCount, formatDuration, formatNumberOf } from './figures.ts';
import { line } from './log.ts';
import { isLineDue, TICK_MS } from './pace.ts';

/** Tells in the log, every few seconds, how far the work on files has come. Call {@link stop} in the end. */
export class FileTicker {
  #doing = '';
  #done = 0;
  #total = 0;
  readonly #begun = performance.now();
  #saidAt = this.#begun;
  readonly #timer = setInterval(() => this.#tick(), TICK_MS);

  /** What is being done, as `Copying`, and to how many files. */
  begin(doing: string, total: number): void {
    this.#doing = doing;
    this.#total = total;
    this.#done = 0;
  }

  /** One more file, or as many as there are now. */
  advance(done = this.#done + 1): void {
    this.#done = done;
  }

  /** Ends the ticking; returns how long it all took. */
  stop(): number {
    clearInterval(this.#timer);
    return performance.now() - this.#begun;
  }

  #tick(): void {
    if (this.#total === 0) return;
    const now = performance.now();
    if (!isLineDue({ workedMs: now - this.#begun, silentMs: now - this.#saidAt })) return;
    this.#saidAt = now;
    const spent = formatDuration(now - this.#begun);
    line(
      `${this.#doing}: ${formatCount(this.#done)} of ${formatNumberOf(this.#total, 'file')}, after ${spent} …`,
    );
  }
}
