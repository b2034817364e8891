import { openSync } from 'node:fs';
import { closeUnwritten, failed } from '../files/index.ts';

export type LockMode = 'shared' | 'exclusive';

/** A lock that is held; releasing it again does nothing. */
export interface Hold {
  release(): void;
}

/** The locks of one request. */
export interface LockSession {
  /** Waits for a lock. Throws (500) after the time limit, or when the client goes away. */
  take(path: string, mode: LockMode): Promise<Hold>;
  /** Whether other requests wait for a lock. */
  isWaitedFor(path: string): boolean;
}

export interface LockTimes {
  /** How long to wait for a lock before the request fails. */
  readonly timeoutMs: number;
  /** How often to look again. */
  readonly pollMs: number;
}

/** Protocol §15. */
const TIMES: LockTimes = { timeoutMs: 60_000, pollMs: 50 };

/** In place of a number of shared holders. */
const EXCLUSIVE = -1;

/**
 * The locks of protocol §15, keyed by the paths of the lock files. This process is the only one to write to the
 * registry (see registry-claim), so a table does; the files are made all the same, since listings show them, and a
 * file that cannot be made counts as a lock that is taken.
 *
 * As in the original there is no queue: whoever looks first after a release gets the lock.
 */
export class LockTable {
  readonly #times: LockTimes;
  readonly #holders = new Map<string, number>();
  readonly #waiting = new Map<string, Set<() => void>>();
  /** How many requests are between their first look at a lock and the end of their wait. */
  readonly #waits = new Map<string, number>();

  constructor(times: LockTimes = TIMES) {
    this.#times = times;
  }

  /** Runs `work` with locks of its own, all of which are released at its end, the last one taken first. */
  async session<T>(signal: AbortSignal, work: (locks: LockSession) => Promise<T>): Promise<T> {
    const held: Hold[] = [];
    const take: LockSession['take'] = async (path, mode) => {
      const hold = await this.#acquire(path, mode, signal);
      held.push(hold);
      return hold;
    };
    try {
      return await work({ take, isWaitedFor: (path) => this.#waits.has(path) });
    } finally {
      for (const hold of held.reverse()) hold.release();
    }
  }

  async #acquire(path: string, mode: LockMode, signal: AbortSignal): Promise<Hold> {
    const deadline = performance.now() + this.#times.timeoutMs;
    this.#waits.set(path, (this.#waits.get(path) ?? 0) + 1);
    try {
      for (;;) {
        if (signal.aborted) throw failed(`lock request cancelled for "${path}"`);
        if (this.#take(path, mode)) return this.#hold(path);
        if (performance.now() >= deadline) {
          throw failed(`timed out waiting for the lock to be acquired on "${path}"`);
        }
        await this.#untilReleased(path, signal);
      }
    } finally {
      const others = (this.#waits.get(path) ?? 1) - 1;
      if (others > 0) this.#waits.set(path, others);
      else this.#waits.delete(path);
    }
  }

  #take(path: string, mode: LockMode): boolean {
    const holders = this.#holders.get(path) ?? 0;
    if (holders === EXCLUSIVE || (mode === 'exclusive' && holders > 0)) return false;
    try {
      closeUnwritten(openSync(path, 'a', 0o666));
    } catch {
      return false;
    }
    this.#holders.set(path, mode === 'exclusive' ? EXCLUSIVE : holders + 1);
    return true;
  }

  #hold(path: string): Hold {
    let held = true;
    return {
      release: () => {
        if (!held) return;
        held = false;
        const holders = this.#holders.get(path) ?? 0;
        if (holders > 1) this.#holders.set(path, holders - 1);
        else this.#holders.delete(path);
        for (const wake of this.#waiting.get(path) ?? []) wake();
      },
    };
  }

  /** Until the lock is released, the client is gone, or it is time to look again. */
  #untilReleased(path: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const waiting = this.#waiting.get(path) ?? new Set();
      this.#waiting.set(path, waiting);
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        waiting.delete(wake);
        if (waiting.size === 0) this.#waiting.delete(path);
        resolve();
      };
      const timer = setTimeout(wake, this.#times.pollMs);
      waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
