/** Another thread that does some of the items. */
export interface OtherThread<T> {
  /** Whether it can begin at once. Until then, this thread does everything. */
  readonly isReady: () => boolean;
  /** Does a batch of items. Returns those that are still to be done, by this thread. */
  readonly perform: (items: readonly T[]) => Promise<readonly T[]>;
}

/** How many items are handed over at a time. */
const BATCH_ITEMS = 256;

/**
 * Batches in flight at most: enough to keep the other thread busy while this one does not read its messages, for tens of
 * milliseconds.
 */
const MOST_IN_FLIGHT = 16;

/** The rear of a list, which another thread does batch by batch, while this thread does the front. */
export class SharedRear<T> {
  readonly #items: readonly T[];
  readonly #thread: OtherThread<T>;
  readonly #inFlight = new Set<Promise<void>>();
  readonly #left: T[] = [];
  #failure: { readonly error: unknown } | undefined;
  #start: number;

  constructor(items: readonly T[], thread: OtherThread<T>) {
    this.#items = items;
    this.#thread = thread;
    this.#start = items.length;
  }

  /** The index of the first item that was handed over. */
  get start(): number {
    return this.#start;
  }

  /** Whether a batch has failed. Stop then. */
  get hasFailed(): boolean {
    return this.#failure !== undefined;
  }

  /** Hands over more of the items from `done` on, unless the other thread has enough to do. */
  grow(done: number): void {
    // At most half of what this thread still has to do, so that it does not wait long for the last of them.
    const mostInFlight = (): number => Math.min(MOST_IN_FLIGHT, (this.#start - done) / (2 * BATCH_ITEMS));
    while (this.#inFlight.size + 1 <= mostInFlight() && this.#thread.isReady()) {
      const batch = this.#items.slice(this.#start - BATCH_ITEMS, this.#start);
      this.#start -= BATCH_ITEMS;
      const doing = this.#hand(batch).finally(() => this.#inFlight.delete(doing));
      this.#inFlight.add(doing);
    }
  }

  /** Resolves when nothing is in flight. */
  async settle(): Promise<void> {
    await Promise.all(this.#inFlight);
  }

  /** The items handed over that are still to be done, once all has settled. Throws the failure of the other thread. */
  left(): readonly T[] {
    if (this.#failure !== undefined) throw this.#failure.error;
    return this.#left;
  }

  async #hand(batch: readonly T[]): Promise<void> {
    try {
      for (const item of await this.#thread.perform(batch)) this.#left.push(item);
    } catch (error) {
      this.#failure ??= { error };
    }
  }
}
