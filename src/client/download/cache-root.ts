import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, gobblerError, messageOf, type UnusableDirectory } from '../../errors/index.ts';
import { ifThere, isOwn, makeDirectory, withOpen } from '../../fs/index.ts';
import { homeDirectory, traceDecision } from '../connection/index.ts';

/** Everybody may read cached files, as in the registry; nobody else may write there. */
const ROOT_MODE = 0o755;
const WRITABLE_BY_OTHERS = 0o022;

/**
 * The directory for what is kept between runs: hashes, and files that came over HTTP. The first usable one of
 *
 * 1. `preferred`, which several users may share;
 * 2. the same with the user id appended, if `preferred` belongs to another user;
 * 3. `gobbler-action` in the user's own cache directory.
 *
 * A directory is usable if it belongs to this user and can be written to. It is created if it is missing, and closed to
 * writing by others. Code `destination-unavailable` if there is none, with the reason for each.
 */
export async function cacheRoot(preferred?: string): Promise<string> {
  const directories: UnusableDirectory[] = [];
  for (const candidate of candidates(preferred)) {
    const unusable = await claim(candidate);
    if (unusable === undefined) {
      traceDecision(() => `${candidate} is the cache directory`);
      return candidate;
    }
    directories.push(unusable);
  }
  throw gobblerError('no-cache-directory', { directories });
}

/** A cache directory that the caller names: that one, or code `destination-unavailable`. */
export async function requireCacheRoot(root: string): Promise<string> {
  const unusable = await claim(root);
  if (unusable === undefined) return root;
  throw gobblerError('cache-directory-unusable', unusable);
}

/** The directories of {@link cacheRoot} that exist and belong to this user; none is created. */
export async function existingCacheRoots(preferred?: string): Promise<string[]> {
  const found: string[] = [];
  for (const candidate of candidates(preferred)) {
    const stats = await ifThere(fs.lstat(candidate));
    if (stats?.isDirectory() === true && isOwn(stats)) found.push(candidate);
  }
  return found;
}

/** After each directory, the one where this user goes if it belongs to somebody else. */
function candidates(preferred: string | undefined): string[] {
  const user = process.geteuid?.();
  const roots = [preferred, ownRoot()].filter((root) => root !== undefined);
  return roots.flatMap((root) => (user === undefined ? [root] : [root, `${root}-${user}`]));
}

function ownRoot(): string | undefined {
  const { XDG_CACHE_HOME } = process.env;
  const home = homeDirectory();
  const folder = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
  const caches = XDG_CACHE_HOME || (home && path.join(home, folder));
  return caches ? path.join(caches, 'gobbler-action') : undefined;
}

/** Creates the directory if it is missing. The reason why it cannot be used, or undefined. */
async function claim(root: string): Promise<UnusableDirectory | undefined> {
  try {
    await makeDirectory(root, ROOT_MODE);
    const named = await fs.lstat(root);
    if (!isOwn(named)) return { directory: root, owner: named.uid };
    const owner = await withOpen(root, constants.O_RDONLY | constants.O_DIRECTORY, async (handle) => {
      const stats = await handle.stat();
      if (!isOwn(stats)) return stats.uid;
      if (stats.mode & WRITABLE_BY_OTHERS) await handle.chmod(stats.mode & 0o7777 & ~WRITABLE_BY_OTHERS);
      return undefined;
    });
    if (owner !== undefined) return { directory: root, owner };
    await fs.access(root, constants.W_OK);
    return undefined;
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return { directory: root, error: messageOf(error) };
  }
}
