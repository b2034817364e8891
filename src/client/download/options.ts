import type { ReadOptions } from '../registry/index.ts';

export interface FetchOptions extends ReadOptions {
  /**
   * Directory of the cache for what comes over HTTP, which has to belong to this user. Default: `gobbler-action` in the
   * user's cache directory.
   */
  readonly cache?: string | undefined;
  /** Fetch files again that are in the cache. Default false. */
  readonly overwrite?: boolean;
  /** Hash cached files even if their timestamps show that they have not changed. Default false. */
  readonly rehash?: boolean;
}

export interface FetchProgress {
  readonly files: number;
  readonly totalFiles: number;
  readonly bytes: number;
  readonly totalBytes: number;
}

export interface FetchDirectoryOptions extends FetchOptions {
  /** Files in flight. */
  readonly concurrency?: number | undefined;
  readonly onProgress?: ((progress: FetchProgress) => void) | undefined;
}
