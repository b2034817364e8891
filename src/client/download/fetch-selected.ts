import { type Manifest, requireVersion, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { cacheFor } from './cache.ts';
import { fetchContent, openVersion } from './cached-version.ts';
import type { FetchDirectoryOptions } from './options.ts';

/** A version, or a part of it, in the cache. */
export interface FetchedVersion {
  /** Absolute path of its content. */
  readonly path: string;
  /** The manifest of the version, all of it. */
  readonly manifest: Manifest;
  /** The requested keys that exist. */
  readonly keys: readonly string[];
}

/**
 * Fetches the files of a version that `select` picks from its manifest, over HTTP into the cache, even where the
 * registry is visible here. Keeps files that are already there. Codes as `fetchDirectory`, and anything that `select`
 * throws.
 */
export async function fetchSelected(
  connection: Connection,
  ref: VersionRef,
  select: (manifest: Manifest) => readonly string[],
  options: FetchDirectoryOptions = {},
): Promise<FetchedVersion> {
  requireVersion(ref);
  const cache = await cacheFor(connection.url, options.cache);
  const version = await openVersion(connection, cache, ref, options);
  const { content: path, manifest } = version;
  const keys = select(manifest);
  await fetchContent(connection, cache, version, keys, options);
  return { path, manifest, keys };
}
