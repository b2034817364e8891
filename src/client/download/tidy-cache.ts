import { promises as fs } from 'node:fs';
import path from 'node:path';
import { ifThere } from '../../fs/index.ts';

/** A directory of the cache, by paths relative to it. */
export interface ExpectedTree {
  readonly root: string;
  readonly isFile: (item: string) => boolean;
  /** All that there may be. */
  readonly directories: ReadonlySet<string>;
  /** The directories to check besides the root, parents first. */
  readonly look: Iterable<string>;
}

/**
 * Removes from the cache what does not belong there: entries that nobody has published, and links, or whatever else has
 * taken the place of a file or directory. Returns the paths of the files that are there; nothing is known of their
 * content.
 */
export async function tidyCache({
  root,
  isFile,
  directories,
  look,
}: ExpectedTree): Promise<ReadonlySet<string>> {
  const present = new Set<string>();
  const missing = new Set<string>();
  for (const directory of ['', ...look]) {
    const entries = missing.has(parentOf(directory))
      ? undefined
      : await ifThere(fs.readdir(path.join(root, directory), { withFileTypes: true }));
    if (entries === undefined) missing.add(directory);
    for (const entry of entries ?? []) {
      const item = directory === '' ? entry.name : `${directory}/${entry.name}`;
      const isDirectory = directories.has(item);
      if (isDirectory && entry.isDirectory()) continue;
      if (!isDirectory && entry.isFile() && isFile(item)) present.add(item);
      else await fs.rm(path.join(root, item), { recursive: true, force: true });
    }
  }
  return present;
}

/** Above a relative path; empty for the root. */
const parentOf = (directory: string): string => path.posix.join(directory, '..').replace(/^\.\.?$/, '');
