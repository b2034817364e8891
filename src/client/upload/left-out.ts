import type { LeftOut } from './source-tree.ts';

const MOST_EXAMPLES = 20;

/** Counts what is left out of a source tree, and keeps the first few paths. */
export class LeftOutCount {
  #hidden = 0;
  #unselected = 0;
  readonly #hiddenExamples: string[] = [];
  readonly #unselectedExamples: string[] = [];

  hidden(entryPath: string): void {
    if (++this.#hidden <= MOST_EXAMPLES) this.#hiddenExamples.push(entryPath);
  }

  unselected(entryPath: string): void {
    if (++this.#unselected <= MOST_EXAMPLES) this.#unselectedExamples.push(entryPath);
  }

  result(): LeftOut {
    return {
      hidden: this.#hidden,
      hiddenExamples: this.#hiddenExamples,
      unselected: this.#unselected,
      unselectedExamples: this.#unselectedExamples,
    };
  }
}

/** Nothing was left out. */
export const NOTHING_LEFT_OUT: LeftOut = new LeftOutCount().result();
