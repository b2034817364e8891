import { promises as fs } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from '../../errors/index.ts';
import { isInternalName } from '../../protocol/index.ts';

/** When to walk through the directory of a version. */
export interface WalkTiming {
  /** The shortest time from the end of one walk to the next. */
  readonly pauseMs: number;
  /** The pause after a long walk, as a multiple of the time that it took. */
  readonly pauseFactor: number;
  /** How long to wait for a walk before the count so far is shown. */
  readonly waitMs: number;
}

const TIMING: WalkTiming = { pauseMs: 10_000, pauseFactor: 1.5, waitMs: 2_000 };
/** Entries that are read at a time. */
const BUFFERED_ENTRIES = 1024;

/** How many files a directory holds. */
export interface Arrived {
  readonly files: number;
  /** False if not all of them have been seen yet. */
  readonly isAll: boolean;
}

/**
 * Counts the files that a service has put into the directory of a version, by walking through it again and again. Shows
 * the count during a walk, so that large versions are counted, too. The number only grows.
 */
export class Arrivals {
  readonly #directory: string;
  readonly #timing: WalkTiming;
  #most: Arrived | undefined;
  #walk: Promise<void> | undefined;
  #nextAt = Number.NEGATIVE_INFINITY;
  #isStopped = false;

  constructor(directory: string, timing: WalkTiming = TIMING) {
    this.#directory = directory;
    this.#timing = timing;
  }

  /** The most that was seen up to now. */
  get soFar(): Arrived | undefined {
    return this.#most;
  }

  /** Returns the latest count; undefined while nothing is visible. Does not wait for a filesystem that hangs. */
  async latest(): Promise<Arrived | undefined> {
    if (this.#walk === undefined && performance.now() >= this.#nextAt && !this.#isStopped)
      this.#walk = this.#count();
    await Promise.race([this.#walk, sleep(this.#timing.waitMs, undefined, { ref: false })]);
    return this.soFar;
  }

  /** Ends the walk. */
  stop(): void {
    this.#isStopped = true;
  }

  async #count(): Promise<void> {
    const begun = performance.now();
    let files = 0;
    const note = (isAll: boolean): void => {
      if (files > (this.#most?.files ?? -1) || (isAll && files === this.#most?.files))
        this.#most = { files, isAll };
    };
    const open = [this.#directory];
    let isThere = false;
    for (let next = open.pop(); next !== undefined && !this.#isStopped; next = open.pop()) {
      try {
        for await (const entry of await fs.opendir(next, { bufferSize: BUFFERED_ENTRIES })) {
          if (this.#isStopped) break;
          if (entry.isDirectory()) open.push(path.join(next, entry.name));
          else if (!isInternalName(entry.name)) files++;
          note(false);
        }
        isThere = true;
      } catch (error) {
        // It may not be there yet, or not any more; or this machine sees an old state of it.
        if (errnoOf(error) === undefined) throw error;
      }
    }
    if (isThere && !this.#isStopped) note(true);
    const tookMs = performance.now() - begun;
    const { pauseMs, pauseFactor } = this.#timing;
    this.#nextAt = performance.now() + Math.max(pauseMs, tookMs * pauseFactor);
    this.#walk = undefined;
  }
}
