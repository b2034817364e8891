import { createHash } from 'node:crypto';
import path from 'node:path';
import { removeTree } from '../../fs/index.ts';
import type { VersionRef } from '../../protocol/index.ts';
import { cacheRoot, existingCacheRoots, requireCacheRoot } from './cache-root.ts';

/**
 * The layout of the cache of remote files. Its files are read-only, and nothing in it is changed in place: files are
 * renamed into it when they are complete and checked, so a kill at any moment and several processes at once do no harm.
 *
 * ```
 * {root}/{service}/versions/{project}/{asset}/{version}/{digest}/content/…   a version with that content
 * {root}/{service}/versions/{project}/{asset}/{version}/{digest}/verified    its files when they were last hashed
 * {root}/{service}/records/{registry path}                                   anything else; fetched each time
 * {root}/{service}/downloads/…                                               incomplete files
 * ```
 *
 * A version that is rejected and uploaded again has another digest, and so another place.
 */
export interface Cache {
  /** A file or directory that belongs to no version's content. */
  readonly record: (registryPath: string) => string;
  /** The directory for a version whose manifest has this digest. */
  readonly content: (ref: VersionRef, digest: string) => string;
  /** The record of its verified files; see {@link VerifiedFiles}. */
  readonly verified: (ref: VersionRef, digest: string) => string;
  readonly downloads: string;
}

/** Cached files are read-only: what is changed by mistake is changed for later runs, too. */
export const CACHED_MODE = 0o444;

/**
 * The part of the cache that belongs to one service, in the directory `root`, by default one of the user's own. Code
 * `destination-unavailable` if it cannot be used; see {@link cacheRoot}.
 */
export async function cacheFor(url: string, root?: string): Promise<Cache> {
  const place = root === undefined ? await cacheRoot() : await requireCacheRoot(root);
  const service = path.join(place, folderOf(url));
  const versionPlace = ({ project, asset, version }: VersionRef, digest: string): string =>
    path.join(service, 'versions', project, asset, version, digest);
  return {
    record: (registryPath) => path.join(service, 'records', registryPath),
    content: (ref, digest) => path.join(versionPlace(ref, digest), 'content'),
    verified: (ref, digest) => path.join(versionPlace(ref, digest), 'verified'),
    downloads: path.join(service, 'downloads'),
  };
}

const folderOf = (url: string): string => createHash('sha256').update(url).digest('hex').slice(0, 16);

/**
 * Removes the files of one service from every cache of this user, for a service that will not come back at this address.
 * `preferred` as for {@link cacheRoot}. Errors of the filesystem.
 */
export async function removeCacheOf(url: string, preferred?: string): Promise<void> {
  for (const root of await existingCacheRoots(preferred)) await removeTree(path.join(root, folderOf(url)));
}

/** Returns whether a directory holds content of a version in such a cache, of any user. */
export const isCached = (directory: string): boolean =>
  /\/[0-9a-f]{16}\/versions\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/content(?:\/|$)/.test(directory);
