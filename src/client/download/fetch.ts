import { constants } from 'node:fs';
import path from 'node:path';
import { gobblerError } from '../../errors/index.ts';
import { ifRefused, makeDirectory, withOpen } from '../../fs/index.ts';
import { isInternalName, refPath, requireVersion, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import {
  fetchSummary,
  type ReadOptions,
  refreshRegistry,
  segmentsOf,
  unpackPath,
} from '../registry/index.ts';
import { CACHED_MODE, type Cache, cacheFor } from './cache.ts';
import { fetchContent, fetchRecords, openVersion } from './cached-version.ts';
import { download, newPartial, writing } from './download.ts';
import type { FetchDirectoryOptions, FetchOptions } from './options.ts';

/**
 * Returns the absolute path of a file of the registry: in the registry itself where it is visible here, else in the
 * cache. Checks downloads against the manifest of the version. Codes `not-found`, `invalid-input` for a path that
 * leaves the registry, and those of `download`.
 */
export async function fetchFile(
  connection: Connection,
  registryPath: string,
  options: FetchOptions = {},
): Promise<string> {
  const segments = segmentsOf(registryPath);
  const here = await localPath(connection, segments, 'file', options);
  if (here !== undefined) return here;
  const cache = await cacheFor(connection.url, options.cache);
  if (segments.length > 3 && !segments.some(isInternalName))
    return fetchOfVersion(connection, cache, registryPath, 'file', options);
  const target = cache.record(segments.join('/'));
  for (const directory of [cache.downloads, path.dirname(target)])
    await writing(directory, () => makeDirectory(directory));
  const found = await download(connection, {
    registryPath: segments.join('/'),
    target,
    partial: newPartial(cache.downloads),
    mode: CACHED_MODE,
    signal: options.signal,
  });
  if (!found) throw gobblerError('not-in-registry', { path: registryPath, expected: 'file' });
  return target;
}

/**
 * The absolute path of a directory of the registry with everything in it: in the registry itself where it is visible
 * here, else in the cache. The content of a version is checked against its manifest, and fetched once. Codes as
 * {@link fetchFile}.
 */
export async function fetchDirectory(
  connection: Connection,
  registryPath: string,
  options: FetchDirectoryOptions = {},
): Promise<string> {
  const segments = segmentsOf(registryPath);
  const here = await localPath(connection, segments, 'directory', options);
  if (here !== undefined) return here;
  const cache = await cacheFor(connection.url, options.cache);
  if (segments.length < 3 || segments.some(isInternalName)) {
    return fetchRecords(connection, cache, segments.join('/'), options);
  }
  return fetchOfVersion(connection, cache, registryPath, 'directory', options);
}

/** Fetches a file or directory of a version, checked against its manifest. */
async function fetchOfVersion(
  connection: Connection,
  cache: Cache,
  registryPath: string,
  expected: 'file' | 'directory',
  options: FetchDirectoryOptions,
): Promise<string> {
  const { path: wanted, ...ref } = unpackPath(registryPath);
  const version = await openVersion(connection, cache, ref, options);
  const all = [...version.manifest.keys()];
  const keys = wanted === undefined ? all : all.filter((key) => isAtOrBelow(key, wanted));
  const isFile = wanted !== undefined && Boolean(version.manifest.get(wanted)?.md5sum);
  const isThere = keys.length > 0 || wanted === undefined;
  if (!isThere || isFile !== (expected === 'file'))
    throw gobblerError('not-in-registry', { path: registryPath, expected });
  await fetchContent(connection, cache, version, keys, options);
  return path.join(version.content, wanted ?? '');
}

const isAtOrBelow = (key: string, place: string): boolean => key === place || key.startsWith(`${place}/`);

/**
 * The absolute path of a version with everything in it; see {@link fetchDirectory}. Code `not-found` also while its
 * upload is running.
 */
export async function versionPath(
  connection: Connection,
  ref: VersionRef,
  options: FetchDirectoryOptions = {},
): Promise<string> {
  requireVersion(ref);
  if (isLocal(connection, options)) await fetchSummary(connection, ref, options);
  return fetchDirectory(connection, refPath(ref), options);
}

function isLocal(connection: Connection, { forceRemote = false }: ReadOptions): boolean {
  return connection.registryVisible && !forceRemote;
}

/**
 * Returns the path on disk; undefined where the disk is not to be read, or does not show the file: then the caller
 * queries the service.
 */
async function localPath(
  connection: Connection,
  segments: readonly string[],
  kind: 'file' | 'directory',
  options: ReadOptions,
): Promise<string | undefined> {
  if (!isLocal(connection, options)) return undefined;
  const absolute = path.join(connection.registry, ...segments);
  const look = async (): Promise<string | undefined> => {
    await refreshRegistry(connection, segments.slice(0, -1).join('/'));
    const flags = constants.O_RDONLY | constants.O_NONBLOCK;
    const stats = await withOpen(absolute, flags, (handle) => handle.stat());
    return (kind === 'directory' ? stats.isDirectory() : stats.isFile()) ? absolute : undefined;
  };
  // Missing, closed, or on a mount that is stale or broken: the service knows.
  return look().catch(ifRefused(() => undefined));
}
