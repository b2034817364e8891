import { promises as fs, fstatSync, rmSync, type Stats, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errnoOf, type FileProblem, messageOf } from '../../errors/index.ts';
import {
  md5Of,
  nameNew,
  nameNewNow,
  readSmall,
  reflink,
  SMALL_FILE_BYTES,
  withOpen,
  withOpenNow,
} from '../../fs/index.ts';
import { copyFile, hashFile } from '../../fs/threads/index.ts';
import type { Manifest, ManifestEntry } from '../../protocol/index.ts';
import { type Place, writing, writingAtOnce } from '../download/index.ts';

/** Where files that are copied come from. */
export interface FileSource {
  readonly root: string;
  /** Whether it is worth looking for the file of a key. */
  readonly mayHave: (key: string) => boolean;
  readonly openFlags: number;
  /** How closely to check a file while it is copied, by its open descriptor; undefined if it must not be used. */
  readonly checkOf: (key: string, stats: Stats) => 'checksum' | 'size' | undefined;
  /** Gets files that are missing or wrong from elsewhere, checked. Without this, such a file is an error. */
  readonly replace?: (
    keys: readonly string[],
    placeOf: (key: string) => Place,
    onFile: (key: string) => void,
  ) => Promise<void>;
}

export interface CheckedCopiesOptions {
  readonly source: FileSource;
  readonly manifest: Manifest;
  readonly placeOf: (key: string) => Place;
  /** Whether large files may share their blocks with the source. */
  readonly clones: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Copies files of a version one by one, each checked by what was read of the open source, and only then put in place.
 * Functions return the problem of the source, if there is one. Code `destination-unavailable` for what cannot be written.
 */
export class CheckedCopies {
  readonly #options: CheckedCopiesOptions;

  constructor(options: CheckedCopiesOptions) {
    this.#options = options;
  }

  /** A file of at most `SMALL_FILE_BYTES`. */
  copySmallNow(key: string): FileProblem | undefined {
    const { source, placeOf } = this.#options;
    let content: Uint8Array | FileProblem;
    try {
      const file = path.join(source.root, key);
      content = withOpenNow(file, source.openFlags, (descriptor) => this.#readSmall(key, descriptor));
    } catch (error) {
      return unreadable(key, error);
    }
    if ('path' in content) return content;
    const { partial, target } = placeOf(key);
    writingAtOnce(target, () => {
      try {
        writeFileSync(partial, content, { flag: 'wx' });
        nameNewNow(partial, target);
      } catch (error) {
        rmSync(partial, { force: true });
        throw error;
      }
    });
    return undefined;
  }

  #readSmall(key: string, descriptor: number): Uint8Array | FileProblem {
    const check = this.#checkOf(key, fstatSync(descriptor));
    if ('path' in check) return check;
    const content = readSmall(descriptor);
    const md5sum = check.wantsChecksum ? md5Of(content) : '';
    return this.#problemOf(key, { size: content.length, md5sum }) ?? content;
  }

  /** A file of any size. */
  async copy(key: string): Promise<FileProblem | undefined> {
    const { root, openFlags } = this.#options.source;
    const copied = withOpen(path.join(root, key), openFlags, (from) => this.#copyOpen(key, from));
    // A failure to write becomes an error with a code.
    return copied.catch((error: unknown) => unreadable(key, error));
  }

  async #copyOpen(key: string, from: fs.FileHandle): Promise<FileProblem | undefined> {
    const stats = await from.stat();
    const check = this.#checkOf(key, stats);
    if ('path' in check) return check;
    const { partial, target } = this.#options.placeOf(key);
    return writing(target, async () => {
      let isPlaced = false;
      try {
        const copied =
          (await this.#clone(key, stats, { partial, ...check })) ??
          (await this.#copyBytes(from, stats.size, { partial, ...check }));
        const problem = 'path' in copied ? copied : this.#problemOf(key, copied);
        if (problem !== undefined) return problem;
        await nameNew(partial, target);
        isPlaced = true;
        return undefined;
      } finally {
        if (!isPlaced) await fs.rm(partial, { force: true });
      }
    });
  }

  async #copyBytes(
    from: fs.FileHandle,
    sizeBytes: number,
    { partial, wantsChecksum }: Copying,
  ): Promise<Copied> {
    const { signal } = this.#options;
    return withOpen(partial, 'wx', (to) =>
      copyFile({ descriptor: from.fd, sizeBytes }, to.fd, { wantsChecksum, signal }),
    );
  }

  /** Undefined if the filesystem cannot share blocks. Checks the clone, not the source, which is found by its path. */
  async #clone(
    key: string,
    stats: Stats,
    { partial, wantsChecksum }: Copying,
  ): Promise<Copied | FileProblem | undefined> {
    const { source, clones, signal } = this.#options;
    if (!clones || stats.size <= SMALL_FILE_BYTES) return undefined;
    return withOpen(partial, 'wx', async (made) => {
      const { dev, mode } = await made.stat();
      const from = path.join(source.root, key);
      const isCloned = await reflink(from, partial, { between: [stats.dev, dev], exclusive: false });
      if (!isCloned) {
        await fs.rm(partial, { force: true });
        return undefined;
      }
      // The copy has the mode of its source, which may be read-only.
      await made.chmod(mode);
      const now = await fs.stat(from);
      if (now.ino !== stats.ino || now.ctimeMs !== stats.ctimeMs) return { path: key, kind: 'changed' };
      const { size } = await made.stat();
      if (!wantsChecksum) return { size, md5sum: '' };
      return hashFile({ descriptor: made.fd, sizeBytes: size }, { signal });
    });
  }

  #expected(key: string): ManifestEntry {
    return this.#options.manifest.get(key) as ManifestEntry;
  }

  /** Returns how to copy an open file, or the problem with it. */
  #checkOf(key: string, stats: Stats): { wantsChecksum: boolean } | FileProblem {
    const check = this.#options.source.checkOf(key, stats);
    if (check === undefined) return { path: key, kind: 'unsuitable' };
    const { size } = this.#expected(key);
    if (stats.size !== size) return { path: key, kind: 'size', expected: size, found: stats.size };
    return { wantsChecksum: check === 'checksum' };
  }

  #problemOf(key: string, copied: Copied): FileProblem | undefined {
    const { size, md5sum } = this.#expected(key);
    if (copied.size !== size) return { path: key, kind: 'size', expected: size, found: copied.size };
    if (copied.md5sum === '' || copied.md5sum === md5sum) return undefined;
    return { path: key, kind: 'md5', expected: md5sum, found: copied.md5sum };
  }
}

interface Copying {
  readonly partial: string;
  readonly wantsChecksum: boolean;
}

interface Copied {
  readonly size: number;
  /** Empty if it was not wanted. */
  readonly md5sum: string;
}

/** Only what the filesystem says of the source: failures to write are thrown elsewhere. */
function unreadable(key: string, error: unknown): FileProblem {
  if (errnoOf(error) === undefined) throw error;
  return { path: key, kind: 'unreadable', error: messageOf(error) };
}
