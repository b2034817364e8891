import { AdaptiveIo, requireConcurrency } from '../../fs/index.ts';
import { type Manifest, requireVersion, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import {
  type Cache,
  cacheFor,
  DEFAULT_CONCURRENCY,
  downloadEach,
  type FetchDirectoryOptions,
  type FetchedVersion,
  fetchContent,
  type OpenVersion,
  openContent,
  openVersion,
} from '../download/index.ts';
import type { FileSource } from './checked-copies.ts';
import { cachedFiles } from './file-source.ts';
import { type PlacingMethod, placeFiles } from './place-files.ts';
import { type Standing, standingAt } from './standing.ts';

/** Reduced by the umask, as for any new file. */
const DESTINATION_MODE = 0o666;

/** Fetching into the cache, fetching to the destination, or copying or linking from the cache to the destination. */
export type Phase = 'cache' | 'fetch' | 'copy' | 'link';

/** Where to bring files, and how. */
export interface ToDestination {
  readonly destination: string;
  readonly method: PlacingMethod;
  /** Whether to keep downloads in the cache, too. Links always need them there. */
  readonly keepInCache: boolean;
  readonly concurrency: number;
  /** Hash cached files even if their timestamps show that they have not changed. */
  readonly rehash?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once, with the entries that are not there yet. */
  readonly onStanding?: ((standing: Standing) => void) | undefined;
  /** Called before each phase, with the number of its files. */
  readonly onPhase?: ((phase: Phase, files: number) => void) | undefined;
  /** Called for each file that has been brought into the cache. */
  readonly onCached?: (() => void) | undefined;
  /** Called for each file or empty directory that is in place. */
  readonly onPlaced?: ((key: string) => void) | undefined;
}

/**
 * Brings files of a version to a destination: from the cache where it has them, else over HTTP, written once unless they are
 * kept in the cache as well. Nothing is overwritten. Codes as `fetchContent`, `standingAt` and `placeFiles`.
 */
export async function fetchContentTo(
  connection: Connection,
  cache: Cache,
  version: OpenVersion,
  keys: readonly string[],
  to: ToDestination,
): Promise<void> {
  const { destination, method, concurrency, rehash = false, signal, onStanding, onPhase } = to;
  const { manifest, content } = version;
  const placing = { to: destination, manifest, concurrency, signal };
  const standing = await standingAt({ ...placing, from: content, keys });
  const { missing, linked } = standing;
  onStanding?.(standing);
  const isKept = to.keepInCache || method === 'symlink';
  const forCache = isKept ? [...linked, ...missing] : linked;
  if (forCache.length > 0) {
    onPhase?.('cache', forCache.length);
    const onProgress = (): void => to.onCached?.();
    await fetchContent(connection, cache, version, forCache, { concurrency, rehash, signal, onProgress });
  }
  const phase = method === 'symlink' ? 'link' : isKept ? 'copy' : 'fetch';
  onPhase?.(phase, missing.length);
  const cached = await openContent(cache, version, missing, { rehash, signal, pace: new AdaptiveIo() });
  const replace: FileSource['replace'] = (wrong, placeOf, onReplaced) =>
    downloadEach(
      connection,
      version,
      wrong,
      async (key, bring) => {
        await bring(placeOf(key));
        onReplaced(key);
      },
      { concurrency, mode: DESTINATION_MODE, isNew: true, signal },
    );
  const source = cachedFiles({ root: content, manifest, cached }, replace);
  const onFile = (key: string): void => to.onPlaced?.(key);
  await placeFiles({ ...placing, keys: missing }, source, { method, onFile });
}

/** Which files of a version to fetch, and how to place them. */
export interface FetchToOptions extends Omit<FetchDirectoryOptions, 'overwrite' | 'forceRemote'> {
  /** Selects files by their keys in the manifest. Default all. An error that it throws ends the download. */
  readonly select?: ((manifest: Manifest) => readonly string[]) | undefined;
  /**
   * `copy`; `symlink`, links into the cache; or `auto`, the default: copies that share blocks with the cache where the
   * filesystem can.
   */
  readonly method?: PlacingMethod | undefined;
  /**
   * Whether to keep downloaded files in the cache, too: useful if others on this machine fetch the same version. Files that
   * are there already are used in any case. Default false, so that each file is written once. `cache` is the directory.
   */
  readonly keepInCache?: boolean | undefined;
}

/**
 * Fetches files of a version over HTTP to a directory, even where the registry is visible here. Each is checked before it
 * gets its name. Files that are there already stay, if they are right; nothing is overwritten. Returns the directory. Codes
 * as `fetchDirectory`, `already-exists` with everything that is in the way, and anything that `select` throws.
 */
export async function fetchTo(
  connection: Connection,
  ref: VersionRef,
  destination: string,
  options: FetchToOptions = {},
): Promise<FetchedVersion> {
  requireVersion(ref);
  const { method = 'auto', keepInCache = false, concurrency = DEFAULT_CONCURRENCY } = options;
  requireConcurrency(concurrency);
  const { rehash, signal, onProgress, select = (manifest) => [...manifest.keys()] } = options;
  const cache = await cacheFor(connection.url, options.cache);
  const version = await openVersion(connection, cache, ref, { signal });
  const { manifest } = version;
  const keys = select(manifest);
  const sizeOf = (some: readonly string[]): number =>
    some.reduce((sum, key) => sum + (manifest.get(key)?.size ?? 0), 0);
  const total = { totalFiles: keys.length, totalBytes: sizeOf(keys) };
  const done = { files: 0, bytes: 0 };
  await fetchContentTo(connection, cache, version, keys, {
    ...{ destination, method, keepInCache, concurrency, rehash, signal },
    onStanding: ({ missing }) => {
      done.files = keys.length - missing.length;
      done.bytes = total.totalBytes - sizeOf(missing);
    },
    onPlaced: (key) => {
      done.files++;
      done.bytes += sizeOf([key]);
      onProgress?.({ ...done, ...total });
    },
  });
  return { path: destination, manifest, keys };
}
