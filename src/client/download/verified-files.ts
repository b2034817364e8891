import { createHash } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { ifErrno, isOwnFile, replaceFile, withOpen } from '../../fs/index.ts';
import type { Manifest } from '../../protocol/index.ts';

/** Numbers kept of each file: inode, mtime, ctime. The size is in the manifest. */
const NUMBERS = 3;
const HEADER_BYTES = 32;
/**
 * A file that changes twice within one tick of the filesystem's clock shows it only once. Kernels tick at least every
 * 10 ms.
 */
const TICK_MS = 20;
/** Some filesystems keep whole seconds, or two. Files that are hashed again have to have rested for as long. */
const REST_MS = 2_000;

const ONLY_READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The files of a cached version as they were when their content was last compared with the manifest. A file whose
 * inode, mtime and ctime are the same has not been written to since: any write, rename, link or change of mode moves
 * ctime, which nobody can set back.
 *
 * On disk: a hash over the keys of the manifest, then the numbers of each key, in the manifest's order. Such a file
 * counts as empty if it belongs to another user or to other keys. The device is left out, since the numbers of network
 * devices change when the machine starts.
 */
export class VerifiedFiles {
  readonly #file: string;
  readonly #header: Buffer;
  readonly #manifest: Manifest;
  /** The place of each key in the manifest; made when it is needed, since there may be a million. */
  #indexes: ReadonlyMap<string, number> | undefined;
  readonly #known: Float64Array;
  #isChanged = false;
  #notedAt = Number.NEGATIVE_INFINITY;

  private constructor(file: string, header: Buffer, manifest: Manifest, known: Float64Array) {
    this.#file = file;
    this.#header = header;
    this.#manifest = manifest;
    this.#known = known;
  }

  /** Reads the record `file` of a version with this manifest, if there is one. */
  static async open(file: string, manifest: Manifest): Promise<VerifiedFiles> {
    const header = headerOf(manifest);
    const known = await read(file, header, manifest.size * NUMBERS);
    return new VerifiedFiles(file, header, manifest, known);
  }

  /** Returns whether an open file is exactly as it was when its content was right. */
  isUnchanged(key: string, { ino, mtimeMs, ctimeMs }: Stats): boolean {
    const at = this.#placeOf(key);
    const known = this.#known;
    return ino === known[at] && mtimeMs === known[at + 1] && ctimeMs === known[at + 2];
  }

  /** Records a file that has just been put in place, as `stats` show it. */
  noteNew(key: string, stats: Stats): void {
    this.#notedAt = performance.now();
    // A coarse clock would not show what changes within its tick.
    if (stats.ctimeMs % 1000 !== 0) this.#note(key, stats);
  }

  /** Records a file whose content was found right; `hashedMs` is when its reading began. */
  noteHashed(key: string, stats: Stats, hashedMs: number): void {
    if (hashedMs - stats.ctimeMs >= REST_MS) this.#note(key, stats);
  }

  /**
   * Writes the record, through a new file `partial` on the same filesystem, and lets the clock of the filesystem go on:
   * a later change then has another time than what was noted.
   */
  async save(partial: string): Promise<void> {
    if (this.#isChanged) {
      const content = [this.#header, new Uint8Array(this.#known.buffer)];
      await replaceFile(this.#file, content, { partial, mode: 0o600 });
      this.#isChanged = false;
    }
    const restMs = this.#notedAt + TICK_MS - performance.now();
    if (restMs > 0) await sleep(restMs);
  }

  #note(key: string, { ino, mtimeMs, ctimeMs }: Stats): void {
    this.#known.set([ino, mtimeMs, ctimeMs], this.#placeOf(key));
    this.#isChanged = true;
  }

  #placeOf(key: string): number {
    this.#indexes ??= indexesOf(this.#manifest);
    const index = this.#indexes.get(key);
    if (index === undefined) throw new Error(`${JSON.stringify(key)} is not in the manifest`);
    return index * NUMBERS;
  }
}

/** The keys are hashed in pieces of this many characters. */
const PIECE_LENGTH = 64 * 1024;

/** The hash over the keys, in their order. No key contains NUL. */
function headerOf(manifest: Manifest): Buffer {
  const hash = createHash('sha256');
  let pending = `verified 1 ${os.endianness()}`;
  for (const key of manifest.keys()) {
    pending += `\0${key}`;
    if (pending.length < PIECE_LENGTH) continue;
    hash.update(pending);
    pending = '';
  }
  return hash.update(pending).digest();
}

function indexesOf(manifest: Manifest): Map<string, number> {
  const indexes = new Map<string, number>();
  for (const key of manifest.keys()) indexes.set(key, indexes.size);
  return indexes;
}

/** The numbers in a record; all zero if it cannot be used. */
async function read(file: string, header: Buffer, count: number): Promise<Float64Array> {
  const expected = HEADER_BYTES + count * Float64Array.BYTES_PER_ELEMENT;
  // A link, or somebody else's.
  const notOurs = ifErrno(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'], () => undefined);
  const content = await withOpen(file, ONLY_READ, async (handle) => {
    const stats = await handle.stat();
    return isOwnFile(stats) && stats.size === expected ? handle.readFile() : undefined;
  }).catch(notOurs);
  const isUsable = content?.length === expected && content.subarray(0, HEADER_BYTES).equals(header);
  // A copy, since numbers have to be aligned.
  return isUsable
    ? new Float64Array(new Uint8Array(content.subarray(HEADER_BYTES)).buffer)
    : new Float64Array(count);
}
