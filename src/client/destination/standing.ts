import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { type DestinationConflict, errnoOf, gobblerError, messageOf } from '../../errors/index.ts';
import { forEachConcurrently, md5OfFiles } from '../../fs/index.ts';
import type { Manifest } from '../../protocol/index.ts';
import { directoriesOf } from '../registry/index.ts';

export interface Placing {
  /** Where they are to be. */
  readonly to: string;
  readonly manifest: Manifest;
  readonly keys: readonly string[];
  readonly concurrency: number;
  readonly signal?: AbortSignal | undefined;
}

/** How keys stand at the destination; all others are there, with the right content. */
export interface Standing {
  readonly missing: readonly string[];
  /** There as links to where the files are. */
  readonly linked: readonly string[];
}

/**
 * Which keys are not at the destination yet. Everything there that is something else is refused before anything is
 * written, as one error with code `already-exists`: nothing is ever overwritten.
 */
export async function standingAt(placing: Placing & { readonly from: string }): Promise<Standing> {
  const { from, to, manifest, keys, concurrency, signal } = placing;
  const conflicts: DestinationConflict[] = [];
  const missing: string[] = [];
  const linked: string[] = [];
  const sameSize: { path: string; sizeBytes: number }[] = [];
  const root = await statsOf(to, { follow: true });
  if (root !== undefined && !root.isDirectory()) conflicts.push({ path: '', found: 'no-directory' });
  if (root === undefined) return { missing: keys, linked };
  const directories = directoriesOf(keys);
  await forEachConcurrently(
    directories,
    concurrency,
    async (directory) => {
      const found = await statsOf(path.join(to, directory));
      if (found !== undefined && !found.isDirectory())
        conflicts.push({ path: directory, found: 'no-directory' });
    },
    signal,
  );
  await forEachConcurrently(
    keys,
    concurrency,
    async (key) => {
      const expected = manifest.get(key);
      const found = await statsOf(path.join(to, key));
      if (found === undefined) missing.push(key);
      else if (expected?.md5sum === '') {
        if (!found.isDirectory()) conflicts.push({ path: key, found: 'no-directory' });
      } else if (found.isSymbolicLink()) {
        const target = await fs.readlink(path.join(to, key)).catch((error: unknown) => {
          throw unreadable(path.join(to, key), error);
        });
        if (target === path.join(from, key)) linked.push(key);
        else conflicts.push({ path: key, found: 'link', target });
      } else if (!found.isFile()) conflicts.push({ path: key, found: 'no-file' });
      else if (found.size !== expected?.size)
        conflicts.push({ path: key, found: 'other-size', bytes: found.size });
      else sameSize.push({ path: key, sizeBytes: found.size });
    },
    signal,
  );
  const onFailure = ({ path: key }: { path: string }, error: unknown): never => {
    throw unreadable(path.join(to, key), error);
  };
  const sums = await md5OfFiles(sameSize, ({ path: key }) => path.join(to, key), { signal, onFailure });
  for (const [key, sum] of sums) {
    if (sum !== manifest.get(key)?.md5sum) conflicts.push({ path: key, found: 'other-content' });
  }
  if (conflicts.length === 0) return { missing, linked };
  throw gobblerError('destination-occupied', { destination: to, conflicts });
}

/** Returns the metadata of a path; undefined if nothing is there. */
export async function statsOf(item: string, { follow = false } = {}): Promise<Stats | undefined> {
  try {
    return await (follow ? fs.stat(item) : fs.lstat(item));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return undefined;
    throw unreadable(item, error);
  }
}

function unreadable(item: string, error: unknown): Error {
  return gobblerError('destination-unreadable', { path: item, error: messageOf(error) }, { cause: error });
}
