/**
 * A limit on how many large files the whole process works on at the same time, over all requests. Protocol §16.
 */
export class Pool {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  /** The protocol allows a size of 0, with which nothing would ever end; it means 1 here. */
  constructor(size: number) {
    this.#free = Math.max(size, 1);
  }

  /**
   * Works on all items, several at a time. After the first failure nothing new is begun; what is running is waited
   * for, and then that failure is thrown.
   */
  async each<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const failures: unknown[] = [];
    const runOne = async (item: T): Promise<void> => {
      await this.#enter();
      try {
        if (failures.length === 0) await work(item);
      } catch (error) {
        failures.push(error);
      } finally {
        this.#leave();
      }
    };
    await Promise.all(items.map(runOne));
    if (failures.length > 0) throw failures[0];
  }

  async #enter(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }
}
