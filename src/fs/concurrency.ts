import { gobblerError } from '../errors/index.ts';

/** Requires a usable number of things at a time: with 0 or NaN, nothing would be done, without an error. */
export function requireConcurrency(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1) throw gobblerError('bad-concurrency', { found: String(limit) });
}

/**
 * Runs `work` for every item, at most `limit` at a time. The first failure (or an abort) starts no more work, waits for
 * what is under way, so that nothing is touched after this returns, and is thrown. Code `invalid-input` for a limit that is
 * no whole number, or less than 1.
 */
export async function forEachConcurrently<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  requireConcurrency(limit);
  const iterator = items[Symbol.iterator]();
  let failure: { error: unknown } | undefined;
  const worker = async (): Promise<void> => {
    while (failure === undefined) {
      const next = iterator.next();
      if (next.done === true) return;
      try {
        signal?.throwIfAborted();
        await work(next.value);
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, worker));
  if (failure !== undefined) throw failure.error;
}

/**
 * Waits for all, and only then throws the first failure, so that nothing is under way any more when this returns: what
 * one of them has put into staging is gone by then.
 */
export async function allFinished<T extends readonly unknown[]>(
  work: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  await Promise.allSettled(work);
  // A cast, since the compiler does not see that awaiting a mapped tuple of promises gives the tuple.
  return (await Promise.all(work)) as unknown as T;
}

/** Lets at most `limit` pieces of work run at a time; the others wait for their turn, in order. */
export class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(limit: number) {
    requireConcurrency(limit);
    this.#free = limit;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
