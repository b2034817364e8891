import { SingleBar } from 'cli-progress';
import type { Progress } from '../commands/kit/index.ts';

const FORMAT = '{doing} [{bar}] {percentage}% | {detail}';

/** A bar at the bottom of a terminal, above which lines can be written. */
export class Bar {
  #bar: SingleBar | undefined;
  #latest: Progress | undefined;

  /** Shows how far the work has come; undefined when it is over. */
  show(progress: Progress | undefined): void {
    this.#latest = progress;
    if (progress === undefined) {
      this.#hide();
      return;
    }
    const { doing, done, total, detail } = progress;
    if (this.#bar === undefined) {
      this.#bar = new SingleBar({
        format: FORMAT,
        stream: process.stderr,
        clearOnComplete: true,
        gracefulExit: false,
        hideCursor: null,
      });
      this.#bar.start(total, done, { doing, detail });
    } else {
      this.#bar.setTotal(total);
      this.#bar.update(done, { doing, detail });
    }
  }

  /** Writes a line above the bar. */
  above(write: () => void): void {
    const latest = this.#latest;
    this.#hide();
    write();
    this.show(latest);
  }

  #hide(): void {
    this.#bar?.stop();
    this.#bar = undefined;
  }
}
