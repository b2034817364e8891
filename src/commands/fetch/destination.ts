import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { GobblerError, type Manifest } from '../../client/index.ts';
import { directoriesOf } from '../../client/registry/index.ts';
import { forEachConcurrently, md5OfFiles } from '../../fs/index.ts';
import { errnoOf, messageOf } from '../../protocol/index.ts';
import { formatNumberOf } from '../kit/index.ts';

export { directoriesOf };

const MOST_CONFLICTS = 1000;

export interface Placing {
  /** Where they are to be. */
  readonly to: string;
  readonly manifest: Manifest;
  readonly keys: readonly string[];
  readonly concurrency: number;
  readonly signal: AbortSignal;
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
  const conflicts: string[] = [];
  const missing: string[] = [];
  const linked: string[] = [];
  const sameSize: { path: string; sizeBytes: number }[] = [];
  const root = await statsOf(to, { follow: true });
  if (root !== undefined && !root.isDirectory()) conflicts.push(`${to} is no directory`);
  if (root === undefined) return { missing: keys, linked };
  const directories = directoriesOf(keys);
  await forEachConcurrently(
    directories,
    concurrency,
    async (directory) => {
      const found = await statsOf(path.join(to, directory));
      if (found !== undefined && !found.isDirectory()) conflicts.push(`${directory} is no directory there`);
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
        if (!found.isDirectory()) conflicts.push(`${key} is no directory there`);
      } else if (found.isSymbolicLink()) {
        const target = await fs.readlink(path.join(to, key));
        if (target === path.join(from, key)) linked.push(key);
        else conflicts.push(`${key} is a link to ${target} there`);
      } else if (!found.isFile()) conflicts.push(`${key} is no file there`);
      else if (found.size !== expected?.size) conflicts.push(`${key} has ${found.size} bytes there`);
      else sameSize.push({ path: key, sizeBytes: found.size });
    },
    signal,
  );
  const sums = await md5OfFiles(sameSize, ({ path: key }) => path.join(to, key), { signal });
  for (const [key, sum] of sums) {
    if (sum !== manifest.get(key)?.md5sum) conflicts.push(`${key} has another content there`);
  }
  if (conflicts.length === 0) return { missing, linked };
  const others = formatNumberOf(conflicts.length, 'other file', 'other files');
  const headline = `${to} holds ${others} where the version's should go`;
  throw new GobblerError('already-exists', `${headline}: ${conflicts[0]}`, {
    headline,
    input: 'destination',
    findings: conflicts.sort().slice(0, MOST_CONFLICTS),
    hint: 'Nothing was written. Remove them first, or choose another destination.',
  });
}

/** Returns the metadata of a path; undefined if nothing is there. */
export async function statsOf(item: string, { follow = false } = {}): Promise<Stats | undefined> {
  try {
    return await (follow ? fs.stat(item) : fs.lstat(item));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return undefined;
    throw new GobblerError('destination-unavailable', `${item} could not be looked at: ${messageOf(error)}`, {
      input: 'destination',
      hint: 'Check the directory, and the rights of this user.',
      cause: error,
    });
  }
}
