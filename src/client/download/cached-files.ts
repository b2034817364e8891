import { constants, fchmodSync, fstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import {
  type AdaptiveIo,
  ifErrno,
  isOwnFile,
  md5Of,
  readSmall,
  SMALL_FILE_BYTES,
  withOpen,
  withOpenNow,
} from '../../fs/index.ts';
import { hashFile } from '../../fs/threads/index.ts';
import type { Manifest } from '../../protocol/index.ts';
import { CACHED_MODE } from './cache.ts';
import type { VerifiedFiles } from './verified-files.ts';

/** Not through a link, and without waiting for the other end of a pipe. */
const TO_READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Somebody has made it writable: it is closed again. */
const WRITABLE = 0o222;

/** Errors that mean there is no readable file: it is replaced, or the write reports the problem. */
const ifUnusable = ifErrno(['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'ENXIO'], () => false);

export interface CachedFilesOptions {
  readonly content: string;
  readonly manifest: Manifest;
  /** The keys of files that are there; nothing is known of their content. */
  readonly present: ReadonlySet<string>;
  readonly verified: VerifiedFiles;
  readonly pace: AdaptiveIo;
  /** Hash every file, whatever its timestamps say. */
  readonly rehash: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The cached files of one version. */
export class CachedFiles {
  readonly #options: CachedFilesOptions;

  constructor(options: CachedFilesOptions) {
    this.#options = options;
  }

  /** Returns whether there is a file for a key, whatever its content. */
  mayHave(key: string): boolean {
    return this.#options.present.has(key);
  }

  /** Returns whether an open file need not be read to know that its content is right. */
  isTrusted(key: string, stats: Stats): boolean {
    return !this.#options.rehash && this.#options.verified.isUnchanged(key, stats);
  }

  /**
   * Returns whether the file of a key is there with the content that the manifest lists. A file that has not changed
   * since this was found last need not be read again; all others are hashed. Everything is decided about an open file,
   * whose attributes are fresh on network filesystems, too.
   */
  async holds(key: string): Promise<boolean> {
    if (!this.mayHave(key)) return false;
    const { content, manifest, pace } = this.#options;
    const file = path.join(content, key);
    if ((manifest.get(key)?.size ?? 0) > SMALL_FILE_BYTES) return this.#isRight(key, file);
    const now = (): boolean => {
      try {
        return withOpenNow(file, TO_READ, (descriptor) => this.#isSmallRight(key, descriptor));
      } catch (error) {
        return ifUnusable(error);
      }
    };
    return pace.once({ now, later: () => this.#isRight(key, file), calls: 3 });
  }

  #isRight(key: string, file: string): Promise<boolean> {
    return withOpen(file, TO_READ, async (handle) => {
      const before = await handle.stat();
      if (!this.#canBeRight(key, before)) return false;
      if (this.isTrusted(key, before)) return true;
      const begunMs = Date.now();
      const { signal } = this.#options;
      const { md5sum } = await hashFile({ descriptor: handle.fd, sizeBytes: before.size }, { signal });
      if (!this.#isListed(key, md5sum)) return false;
      this.#note(key, { before, after: await handle.stat(), begunMs });
      if (before.mode & WRITABLE) await handle.chmod(before.mode & CACHED_MODE);
      return true;
    }).catch(ifUnusable);
  }

  /** The same at once. */
  #isSmallRight(key: string, descriptor: number): boolean {
    const before = fstatSync(descriptor);
    if (!this.#canBeRight(key, before)) return false;
    if (this.isTrusted(key, before)) return true;
    const begunMs = Date.now();
    if (!this.#isListed(key, md5Of(readSmall(descriptor)))) return false;
    this.#note(key, { before, after: fstatSync(descriptor), begunMs });
    if (before.mode & WRITABLE) fchmodSync(descriptor, before.mode & CACHED_MODE);
    return true;
  }

  #canBeRight(key: string, stats: Stats): boolean {
    return isOwnFile(stats) && stats.size === this.#options.manifest.get(key)?.size;
  }

  #isListed(key: string, md5sum: string): boolean {
    return this.#options.manifest.get(key)?.md5sum === md5sum;
  }

  /** Unless it changed while it was read. */
  #note(key: string, read: { before: Stats; after: Stats; begunMs: number }): void {
    const { before, after, begunMs } = read;
    if (after.ctimeMs === before.ctimeMs) this.#options.verified.noteHashed(key, after, begunMs);
  }
}
