import type { ReadOptions } from '../registry/index.ts';

/** How to fetch what is not on a disk of this machine, and where to keep it. */
export interface FetchOptions extends ReadOptions {
  /**
   * Directory of the cache for what comes over HTTP, which has to belong to this user. Default: `gobbler-action` in the
   * user's cache directory.
   */
  readonly cache?: string | undefined;
  /** Fetch files again that are in the cache. Default false. */
  readonly overwrite?: boolean | undefined;
  /** Hash cached files even if their timestamps show that they have not changed. Default false. */
  readonly rehash?: boolean | undefined;
}

/** How much of a directory is there. Counts files that were in the cache. */
export interface FetchProgress {
  /** Files that are complete. */
  readonly files: number;
  /** All files of the directory. */
  readonly totalFiles: number;
  /** Bytes of the complete files. */
  readonly bytes: number;
  /** Bytes of all files. */
  readonly totalBytes: number;
}

/** How to fetch many files. */
export interface FetchDirectoryOptions extends FetchOptions {
  /** Files in flight. */
  readonly concurrency?: number | undefined;
  /** Called after each file. */
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined;
}
