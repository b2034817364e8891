/** Versions from elsewhere: the cache of fetched files, downloads, copies to a destination. */

export { type Cache, cacheFor, isCached, removeCacheOf } from './cache.ts';
export { cacheRoot } from './cache-root.ts';
export { CachedFiles } from './cached-files.ts';
export {
  DEFAULT_CONCURRENCY,
  fetchContent,
  type OpenVersion,
  openContent,
  openVersion,
} from './cached-version.ts';
export { cloneVersion } from './clone.ts';
export { newPartial, writing, writingAtOnce } from './download.ts';
export { downloadEach } from './download-each.ts';
export { fetchDirectory, fetchFile, versionPath } from './fetch.ts';
export { type FetchedVersion, fetchSelected } from './fetch-selected.ts';
export type { FetchDirectoryOptions, FetchOptions, FetchProgress } from './options.ts';
export type { Place } from './place-small.ts';
