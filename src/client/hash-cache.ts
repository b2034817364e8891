import { randomBytes } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '../protocol/errors.ts';

/** What tells one state of a file from another, as git's index does it. */
export interface FileState {
  readonly dev: number;
  readonly ino: number;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}

/** The cache keeps this many files, the most recently recorded ones: some 40 MiB. */
const MOST_ENTRIES = 400_000;
/**
 * A file changed just before it was hashed might be changed again within the same tick of the filesystem's clock,
 * without a trace in its times: only files that had rested for this long are remembered.
 */
const REST_MS = 2_000;
const HEADER = 'gobbler-action hashes 1';
const LINE = /^([^ ]+ [^ ]+ [^ ]+ [^ ]+ [^ ]+) ([0-9a-f]{32})$/;

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

  /** Opens the cache in a folder, which is made when something is saved. */
  static async open(folder: string): Promise<HashCache> {
    const file = path.join(folder, 'hashes');
    return new HashCache(file, await read(file));
  }

  /** The MD5 of a file that is exactly as it was when it was recorded. */
  get(state: FileState): string | undefined {
    return this.#known.get(keyOf(state));
  }

  /**
   * Records the MD5 of a file in its present state. `hashedMs` is when its reading began; a file that had been modified
   * only just before is not recorded.
   */
  add(state: FileState, md5sum: string, hashedMs: number): void {
    if (hashedMs - state.mtimeMs < REST_MS) return;
    this.#added.set(keyOf(state), md5sum);
  }

  /** Writes what was added. Failures are the caller's to hide: the cache is a convenience. */
  async save(): Promise<void> {
    if (this.#added.size === 0) return;
    const present = await read(this.#file); // what others have added meanwhile
    for (const [key, sum] of this.#added) {
      present.delete(key);
      present.set(key, sum);
    }
    const kept = [...present].slice(-MOST_ENTRIES);
    const text = [HEADER, ...kept.map(([key, sum]) => `${key} ${sum}`), ''].join('\n');
    await fs.mkdir(path.dirname(this.#file), { recursive: true, mode: 0o700 });
    const partial = `${this.#file}-${randomBytes(6).toString('hex')}`;
    try {
      await fs.writeFile(partial, text, { flag: 'wx', mode: 0o600 });
      await fs.rename(partial, this.#file);
    } catch (error) {
      await fs.rm(partial, { force: true });
      throw error;
    }
  }
}

function keyOf({ dev, ino, sizeBytes, mtimeMs, ctimeMs }: FileState): string {
  return `${dev} ${ino} ${sizeBytes} ${mtimeMs} ${ctimeMs}`;
}

async function read(file: string): Promise<Map<string, string>> {
  let text: string;
  try {
    const stats = await fs.lstat(file);
    // In a folder that others can write to, somebody else's file is not to be trusted.
    if (!stats.isFile() || (process.geteuid !== undefined && stats.uid !== process.geteuid()))
      return new Map();
    text = await fs.readFile(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return new Map();
  }
  const [header, ...lines] = text.split('\n');
  const known = new Map<string, string>();
  if (header !== HEADER) return known;
  for (const line of lines) {
    const match = LINE.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) known.set(match[1], match[2]);
  }
  return known;
}
