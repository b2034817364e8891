import { contentOf, type Written } from './contents.ts';

/** A content of a file, and when the server held it. */
interface Held {
  readonly content: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** The contents that one file has had, as far as they were written through {@link FileHistory.add}. */
export class FileHistory {
  readonly #initial: string;
  readonly #writes: Written[] = [];

  /** `initial` is what it held before. */
  constructor(initial: string) {
    this.#initial = initial;
  }

  /** In the order in which they were made. What has failed, or went into a file that was removed, was never held. */
  add(written: Written): void {
    if (written.failed === null && !written.orphaned) this.#writes.push(written);
  }

  /** Its expected content, unless it was published and removed. */
  get last(): string {
    const written = this.#writes.at(-1);
    return written === undefined ? this.#initial : contentOf(written.generation, written.sizeBytes);
  }

  /** Whether anything was written to it after `startMs`. */
  changedAfter(startMs: number): boolean {
    return this.#writes.some(({ endedMs }) => endedMs >= startMs);
  }

  /** Every content that the server held at some time from `startMs` to `endMs`. */
  heldBetween(startMs: number, endMs: number): string[] {
    return this.#held()
      .filter(({ fromMs, untilMs }) => fromMs <= endMs && untilMs >= startMs)
      .map(({ content }) => content);
  }

  #held(): Held[] {
    const held: Held[] = [];
    let [content, fromMs] = [this.#initial, Number.NEGATIVE_INFINITY];
    for (const { generation, sizeBytes, how, beganMs, endedMs } of this.#writes) {
      held.push({ content, fromMs, untilMs: endedMs });
      // It is empty before it is written to.
      if (how === 'truncate') held.push({ content: ':0', fromMs: beganMs, untilMs: endedMs });
      [content, fromMs] = [contentOf(generation, sizeBytes), beganMs];
    }
    return [...held, { content, fromMs, untilMs: Number.POSITIVE_INFINITY }];
  }
}
