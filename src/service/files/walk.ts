import { lstatSync, type Stats } from 'node:fs';
import { type DiskPath, joinDisk, namesIn, oddityOf, shownName } from './disk.ts';
import type { SeenFile } from './exact-move.ts';
import { aboutFile, failed } from './failure.ts';
import type { Directory, OpenTree, TreePlace } from './open-tree.ts';
import type { TimeSlices } from './time-slices.ts';

/** Something met on a walk over the content of a version, or of what is to become one. */
export interface TreeEntry extends SeenFile, TreePlace {
  /** An empty directory is met twice: first as a directory, then as an empty one. */
  readonly kind: 'directory' | 'empty-directory' | 'file' | 'link';
  /** Path relative to the top, with `/`; the key in a manifest. */
  readonly key: string;
  /** The same path, for system calls. */
  readonly place: DiskPath;
  readonly uid: number;
  /** How many names it has. */
  readonly links: number;
}

/** A name that has not been looked at yet. */
interface Waiting extends TreePlace {
  /** The directory it is in; undefined for the top. */
  readonly above: TreeEntry | undefined;
}

/**
 * Walks over a tree, depth first, in the order of names, following nothing. Protocol §12.2. `skips` tells which base names
 * to pass over, with all that is below them; a directory in which nothing else is found counts as empty. Throws (500) at
 * anything that is no file, directory or link: a FIFO would keep its reader waiting for ever.
 */
export async function* walkTree(
  tree: OpenTree,
  skips: (baseName: string) => boolean,
  pace: TimeSlices,
): AsyncGenerator<TreeEntry> {
  /** The last one is the next. */
  const waiting: Waiting[] = [];
  const enter = async (directory: Directory, sizeBytes: number, above?: TreeEntry): Promise<boolean> => {
    try {
      const all = await namesIn(tree.pathOfDirectory(directory), sizeBytes);
      const names = all.filter((name) => !skips(shownName(name)));
      for (const name of names.reverse()) waiting.push({ directory, name, above });
      return names.length > 0;
    } catch (error) {
      throw aboutFile(above?.key ?? '.', error);
    }
  };
  await enter(tree.top, tree.stat.size);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    await pace.yieldIfDue();
    const entry = look(tree, next);
    yield entry;
    if (entry.kind !== 'directory') continue;
    const { dev, ino, sizeBytes, name, directory: parent } = entry;
    const hasContent = await enter({ parent, name, depth: parent.depth + 1, dev, ino }, sizeBytes, entry);
    if (!hasContent) yield { ...entry, kind: 'empty-directory' };
  }
}

function look(tree: OpenTree, { directory, name, above }: Waiting): TreeEntry {
  const key = above === undefined ? shownName(name) : `${above.key}/${shownName(name)}`;
  const stat = statOf(tree, { directory, name }, key);
  const oddity = oddityOf(stat);
  if (oddity !== undefined) {
    throw failed(`"${key}" ${oddity}; only files, directories and symbolic links can be taken`);
  }
  // Many entries may be kept for long; a few numbers are enough of each.
  return {
    kind: stat.isDirectory() ? 'directory' : stat.isSymbolicLink() ? 'link' : 'file',
    key,
    place: placeBelow(above, key, name),
    directory,
    name,
    dev: stat.dev,
    ino: stat.ino,
    sizeBytes: stat.size,
    mtimeMs: stat.mtimeMs,
    uid: stat.uid,
    links: stat.nlink,
  };
}

/** Where all of it is text, it is the key. */
function placeBelow(above: TreeEntry | undefined, key: string, name: DiskPath): DiskPath {
  if (above === undefined) return name;
  return typeof above.place === 'string' && typeof name === 'string' ? key : joinDisk(above.place, name);
}

function statOf(tree: OpenTree, place: TreePlace, key: string): Stats {
  try {
    return lstatSync(tree.pathOf(place));
  } catch (error) {
    throw aboutFile(key, error);
  }
}
