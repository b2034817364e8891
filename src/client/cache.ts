import { createHash } from 'node:crypto';
import path from 'node:path';
import { GobblerError } from '../protocol/errors.ts';
import type { VersionRef } from '../protocol/names.ts';
import { homeDirectory } from './identity.ts';

/**
 * The layout of the cache of remote files. Nothing in it is ever changed in place: files are renamed into it when they
 * are complete and checked, so a kill at any moment and several users at once do no harm.
 *
 * ```
 * {root}/{service}/versions/{project}/{asset}/{version}/{digest}/content/…   a version with that content
 * {root}/{service}/records/{registry path}                                   anything else; asked for anew each time
 * {root}/{service}/downloads/…                                               on their way
 * ```
 *
 * A version that is rejected and uploaded again has another digest, and so another place.
 */
export interface Cache {
  /** A file or directory that belongs to no version's content. */
  readonly record: (registryPath: string) => string;
  /** The directory for a version whose manifest has this digest. */
  readonly content: (ref: VersionRef, digest: string) => string;
  readonly downloads: string;
}

/**
 * The part of the cache that belongs to one service. `root` is the user's cache folder by default; code
 * `destination-unavailable` if there is none.
 */
export function cacheFor(url: string, root: string = defaultRoot()): Cache {
  const service = path.join(root, createHash('sha256').update(url).digest('hex').slice(0, 16));
  const place = ({ project, asset, version }: VersionRef, digest: string): string =>
    path.join(service, 'versions', project, asset, version, digest);
  return {
    record: (registryPath) => path.join(service, 'records', registryPath),
    content: (ref, digest) => path.join(place(ref, digest), 'content'),
    downloads: path.join(service, 'downloads'),
  };
}

/** Whether a directory holds content of a version in such a cache, in whoever's. */
export const isCached = (directory: string): boolean =>
  /\/[0-9a-f]{16}\/versions\/[^/]+\/[^/]+\/[^/]+\/[^/]+\/content(?:\/|$)/.test(directory);

function defaultRoot(): string {
  const { XDG_CACHE_HOME } = process.env;
  if (XDG_CACHE_HOME) return path.join(XDG_CACHE_HOME, 'gobbler-action');
  const home = homeDirectory();
  if (home === undefined)
    throw new GobblerError('destination-unavailable', 'this user has no home directory to keep files in', {
      hint: 'Set HOME or XDG_CACHE_HOME to a directory that only this user can write to.',
    });
  return path.join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'gobbler-action');
}
