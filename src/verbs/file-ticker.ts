import { formatCount, formatDuration, formatNumberOf } from './figures.ts';
import { host } from './host.ts';
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
    return `${formatCount(this.#done)} of ${formatNumberOf(this.#total, 'file')}`;
  }
}
