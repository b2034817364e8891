import { formatCount, formatDuration, formatNumberOf } from './figures.ts';
import { line } from './log.ts';

const TICK_MS = 5_000;

/** Tells in the log, every few seconds, how far the work on files has come. Call {@link stop} in the end. */
export class FileTicker {
  #doing = '';
  #done = 0;
  #total = 0;
  readonly #begun = performance.now();
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
    const spent = formatDuration(performance.now() - this.#begun);
    line(
      `${this.#doing}: ${formatCount(this.#done)} of ${formatNumberOf(this.#total, 'file')}, after ${spent} …`,
    );
  }
}
