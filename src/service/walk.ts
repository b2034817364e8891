import { lstatSync, type Stats } from 'node:fs';
import { type DiskPath, joinDisk, namesIn, oddityOf } from './disk.ts';
import { failed } from './failure.ts';
import type { Pace } from './pace.ts';

/** Something met on a walk over the content of a version, or of what is to become one. */
export interface TreeEntry {
  /** An empty directory is met twice: first as a directory, then as an empty one. */
  readonly kind: 'directory' | 'empty-directory' | 'file' | 'link';
  /** Path relative to the root, with `/`; the key in a manifest. */
  readonly key: string;
  /** The same path, for system calls. */
  readonly place: DiskPath;
  /** The whole path, for system calls. */
  readonly path: DiskPath;
  readonly stat: Stats;
}

/**
 * Walks over a directory, depth first, in the order of names, following nothing. Protocol §12.2. `skips` tells which
 * base names to pass over, with all that is below them; a directory in which nothing else is found counts as empty.
 * Throws (500) at anything that is no file, directory or link: a FIFO would keep its reader waiting for ever.
 */
export async function* walkTree(
  root: DiskPath,
  skips: (baseName: string) => boolean,
  pace: Pace,
): AsyncGenerator<TreeEntry> {
  yield* walkDirectory({ path: root, key: '', place: '' }, skips, pace);
}

type Position = Pick<TreeEntry, 'path' | 'key' | 'place'>;

async function* walkDirectory(
  directory: Position,
  skips: (baseName: string) => boolean,
  pace: Pace,
): AsyncGenerator<TreeEntry, boolean> {
  let isEmpty = true;
  for (const { name, raw } of namesIn(directory.path)) {
    if (skips(name)) continue;
    await pace.breathe();
    isEmpty = false;
    const position: Position = {
      path: joinDisk(directory.path, raw),
      key: directory.key === '' ? name : `${directory.key}/${name}`,
      place: directory.key === '' ? raw : joinDisk(directory.place, raw),
    };
    const stat = lstatSync(position.path);
    if (stat.isDirectory()) {
      yield { kind: 'directory', ...position, stat };
      if (yield* walkDirectory(position, skips, pace)) yield { kind: 'empty-directory', ...position, stat };
      continue;
    }
    const oddity = oddityOf(stat);
    if (oddity !== undefined) {
      throw failed(`"${position.key}" ${oddity}; only files, directories and symbolic links can be taken`);
    }
    yield { kind: stat.isSymbolicLink() ? 'link' : 'file', ...position, stat };
  }
  return isEmpty;
}
