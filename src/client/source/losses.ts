import type { Stats } from 'node:fs';

/** How much of what a Gobbler does not preserve a source has. */
export interface Losses {
  /** Files that are executable for anybody. */
  readonly executable: number;
  /** Files whose last change is not of the last hour, nor of the next. */
  readonly dated: number;
  /** Files that take much less space than their size, since they have holes or are compressed. */
  readonly sparse: number;
  /** Their size. */
  readonly sparseBytes: number;
  /** The space that they take. */
  readonly allocatedBytes: number;
  /** Names of files that have an earlier name in the source, too. */
  readonly hardLinks: number;
}

/** The unit of `st_blocks`, whatever the filesystem has. */
const BLOCK_BYTES = 512;
/** A file counts as sparse if so much of its size, and a tenth of it, takes no space. */
const LEAST_HOLE_BYTES = 64 * 1024;
const LEAST_HOLE_SHARE = 0.1;
const RECENT_MS = 60 * 60_000;

/** Nothing is lost. */
export const NOTHING_LOST: Losses = {
  executable: 0,
  dated: 0,
  sparse: 0,
  sparseBytes: 0,
  allocatedBytes: 0,
  hardLinks: 0,
};

/** Counts what files of a source lose when they are published, by the metadata of the scan. */
export class LossCount {
  readonly losses: { -readonly [Property in keyof Losses]: number } = { ...NOTHING_LOST };
  /** Files with several names, by device and inode. */
  readonly #seen = new Set<string>();
  readonly #nowMs = Date.now();

  add({ dev, ino, mode, mtimeMs, nlink, size, blocks }: Stats): void {
    const { losses } = this;
    if ((mode & 0o111) !== 0) losses.executable++;
    if (Math.abs(this.#nowMs - mtimeMs) > RECENT_MS) losses.dated++;
    const allocated = blocks * BLOCK_BYTES;
    if (size - allocated >= Math.max(LEAST_HOLE_BYTES, size * LEAST_HOLE_SHARE)) {
      losses.sparse++;
      losses.sparseBytes += size;
      losses.allocatedBytes += allocated;
    }
    if (nlink === 1) return;
    const identity = `${dev}:${ino}`;
    if (this.#seen.has(identity)) losses.hardLinks++;
    else this.#seen.add(identity);
  }
}
