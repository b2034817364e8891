import { promises as fs } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isInternalName } from '../protocol/names.ts';

/** A version is walked through this often, and no longer than that. */
const LOOK_EVERY_MS = 10_000;
const LONGEST_LOOK_MS = 2_000;

/** How many files a directory holds. */
export interface Arrived {
  readonly files: number;
  /** False if there was no time to see them all. */
  readonly isAll: boolean;
}

/** Counts, now and then, the files that a service has put into the directory of a version. */
export class Arrivals {
  readonly #directory: string;
  #latest: Arrived | undefined;
  #look: Promise<void> | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /**
   * What has arrived, by the last look or by a fresh one; undefined while there is nothing to be seen. Never throws, and
   * does not wait for a filesystem that hangs.
   */
  async latest(): Promise<Arrived | undefined> {
    if (performance.now() - this.#lookedAt > LOOK_EVERY_MS) this.#look ??= this.#lookNow();
    await Promise.race([this.#look, sleep(LONGEST_LOOK_MS, undefined, { ref: false })]);
    return this.#latest;
  }

  async #lookNow(): Promise<void> {
    this.#latest = await countFiles(this.#directory, LONGEST_LOOK_MS);
    this.#lookedAt = performance.now();
    this.#look = undefined;
  }
}

/** Counts the files below a directory, for so long at most; undefined if it cannot be read. */
export async function countFiles(directory: string, limitMs: number): Promise<Arrived | undefined> {
  const giveUpAt = performance.now() + limitMs;
  const open = [directory];
  let files = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (performance.now() > giveUpAt) return { files, isAll: false };
    // It may not be there yet, or not any more; or this machine sees an old state of it.
    const entries = await fs.readdir(next, { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined && next === directory) return undefined;
    for (const entry of entries ?? []) {
      if (entry.isDirectory()) open.push(path.join(next, entry.name));
      else if (!isInternalName(entry.name)) files++;
    }
  }
  return { files, isAll: true };
}
