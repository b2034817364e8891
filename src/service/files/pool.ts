import { Turns } from '../../fs/index.ts';

/**
 * A limit on how many large files the whole process works on at the same time, over all requests. Protocol §16.
 */
export class Pool {
  readonly #turns: Turns;

  /** The protocol allows a size of 0, with which nothing would ever end; it means 1 here. */
  constructor(size: number) {
    this.#turns = new Turns(Math.max(size, 1));
  }

  /**
   * Works on all items, several at a time. After the first failure nothing new is begun; what is running is waited
   * for, and then that failure is thrown.
   */
  async each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const failures: unknown[] = [];
    const runOne = (item: T): Promise<void> =>
      this.#turns.run(async () => {
        try {
          if (failures.length === 0) await work(item);
        } catch (error) {
          failures.push(error);
        }
      });
    await Promise.all(items.map(runOne));
    if (failures.length > 0) throw failures[0];
  }
}
