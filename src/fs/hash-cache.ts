import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { makeDirectory } from './make-directory.ts';
import { isOwnFile } from './own-files.ts';
import { replaceFile } from './replace-file.ts';
import { ifRefused } from './system-errors.ts';

/** The metadata that distinguish states of a file, as in git's index. */
export interface FileState {
  /** Its device. */
  readonly dev: number;
  /** Its inode. */
  readonly ino: number;
  /** Its size. */
  readonly sizeBytes: number;
  /** Time of the last change of its content, since the epoch. */
  readonly mtimeMs: number;
  /** Time of the last change of its metadata, since the epoch. */
  readonly ctimeMs: number;
}

/** The cache keeps this many files, the most recently recorded ones: some 40 MiB. */
const MOST_ENTRIES = 400_000;
/** Longer than a tick of the clock of any filesystem: how long a file must have rested before its times tell its state. */
export const REST_MS = 2_000;
/** No save takes as long. */
const ABANDONED_MS = 60 * 60_000;
/** The size of one write. */
const PIECE_CHARACTERS = 256 * 1024;
const HEADER = 'gobbler-action hashes 2';
const STATE = /^[^ ]+ [^ ]+ [^ ]+ [0-9a-f]{32}$/;
const SUM_LENGTH = 32;

/**
 * Checksums of files on this machine that were hashed before and have not been touched since. One file, replaced as a
 * whole: runs at the same time may lose each other's additions, but never read half a file. A file that cannot be read,
 * or is not ours, counts as empty.
 */
export class HashCache {
  readonly #file: string;
  readonly #known: Map<string, string>;
  readonly #added = new Map<string, string>();

  private constructor(file: string, known: Map<string, string>) {
    this.#file = file;
    this.#known = known;
  }

  /**
   * Opens the cache in a folder, which is made when something is saved. Only the checksums of `files` are kept in memory: a
   * cache with 400,000 entries is read by every upload, even of a single file.
   */
  static async open(folder: string, files: readonly FileState[]): Promise<HashCache> {
    const file = path.join(folder, 'hashes');
    const inodes = new Set(files.map(({ ino }) => ino));
    return new HashCache(file, await read(file, (_, ino) => inodes.has(ino)));
  }

  /** The MD5 of a file that is exactly as it was when it was recorded. */
  get(state: FileState): string | undefined {
    const known = this.#known.get(fileOf(state));
    return known?.startsWith(stampOf(state)) ? known.slice(-SUM_LENGTH) : undefined;
  }

  /**
   * Records the MD5 of a file in its present state. Do so only for one that had not been modified for {@link REST_MS} when
   * its reading began.
   */
  add(state: FileState, md5sum: string): void {
    this.#added.set(fileOf(state), stampOf(state) + md5sum);
  }

  /** Writes what was added. Failures are the caller's to hide: the cache is a convenience. Nothing is known afterwards. */
  async save(): Promise<void> {
    if (this.#added.size === 0) return;
    this.#known.clear(); // room for what others have added meanwhile
    const present = await read(this.#file, (file) => !this.#added.has(file));
    await makeDirectory(path.dirname(this.#file), 0o700);
    await removeAbandoned(this.#file);
    const partial = `${this.#file}-${randomBytes(6).toString('hex')}`;
    await replaceFile(this.#file, pieces(present, this.#added), { partial, mode: 0o600 });
  }
}

/** The text of a cache, piece by piece; without the oldest entries, if there are too many. */
function* pieces(...caches: readonly ReadonlyMap<string, string>[]): Generator<string> {
  let surplus = caches.reduce((sum, { size }) => sum + size, 0) - MOST_ENTRIES;
  let piece = `${HEADER}\n`;
  for (const entries of caches) {
    for (const [file, known] of entries) {
      if (surplus-- > 0) continue;
      piece += `${file} ${known}\n`;
      if (piece.length < PIECE_CHARACTERS) continue;
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

/** Removes what runs that were killed while they saved have left beside the cache. */
async function removeAbandoned(file: string): Promise<void> {
  const folder = path.dirname(file);
  for (const name of await fs.readdir(folder)) {
    if (!/^hashes-[0-9a-f]{12}$/.test(name)) continue;
    const partial = path.join(folder, name);
    const stats = await fs.lstat(partial).catch(() => undefined); // whoever saves now may be done with it
    if (stats !== undefined && Date.now() - stats.mtimeMs > ABANDONED_MS)
      await fs.rm(partial, { force: true });
  }
}

/** Which file: its newest state replaces what was known of others, so the cache does not grow with every run. */
const fileOf = ({ dev, ino }: FileState): string => `${dev} ${ino}`;

/** Which state of it. */
const stampOf = ({ sizeBytes, mtimeMs, ctimeMs }: FileState): string => `${sizeBytes} ${mtimeMs} ${ctimeMs} `;

/** Reads the entries of the files that `isWanted` accepts. */
async function read(
  file: string,
  isWanted: (file: string, ino: number) => boolean,
): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  const text = await readOwn(file).catch(ifRefused(() => ''));
  if (!text.startsWith(`${HEADER}\n`)) return known;
  for (let at = HEADER.length + 1, end = 0; ; at = end + 1) {
    end = text.indexOf('\n', at);
    if (end === -1) return known; // without its end, a line may be a part of one
    const afterDevice = text.indexOf(' ', at) + 1;
    const afterInode = text.indexOf(' ', afterDevice) + 1;
    if (afterInode <= afterDevice || afterInode > end) continue; // not a line of this cache
    const key = text.slice(at, afterInode - 1);
    if (!isWanted(key, Number(text.slice(afterDevice, afterInode - 1)))) continue;
    const state = text.slice(afterInode, end);
    if (STATE.test(state)) known.set(key, state);
  }
}

/** In a folder that others can write to, somebody else's file is not to be trusted. */
async function readOwn(file: string): Promise<string> {
  return isOwnFile(await fs.lstat(file)) ? fs.readFile(file, 'utf8') : '';
}
