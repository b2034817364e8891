import { lstatSync } from 'node:fs';
import { type DiskPath, type Identity, joinDisk, namesIn, oddityOf } from './disk.ts';
import { failed } from './failure.ts';
import type { Pace } from './pace.ts';

/** Something met on a walk over the content of a version, or of what is to become one. */
export interface TreeEntry extends Identity {
  /** An empty directory is met twice: first as a directory, then as an empty one. */
  readonly kind: 'directory' | 'empty-directory' | 'file' | 'link';
  /** Path relative to the root, with `/`; the key in a manifest. */
  readonly key: string;
  /** The same path, for system calls. */
  readonly place: DiskPath;
  readonly sizeBytes: number;
  readonly uid: number;
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
  yield* walkDirectory(root, { key: '', place: '' }, skips, pace);
}

type Position = Pick<TreeEntry, 'key' | 'place'>;

async function* walkDirectory(
  root: DiskPath,
  directory: Position,
  skips: (baseName: string) => boolean,
  pace: Pace,
): AsyncGenerator<TreeEntry, boolean> {
  let isEmpty = true;
  const isTop = directory.key === '';
  for (const { name, raw } of namesIn(isTop ? root : joinDisk(root, directory.place))) {
    if (skips(name)) continue;
    await pace.breathe();
    isEmpty = false;
    const position: Position = {
      key: isTop ? name : `${directory.key}/${name}`,
      place: isTop ? raw : joinDisk(directory.place, raw),
    };
    const stat = lstatSync(joinDisk(root, position.place));
    // Many entries may be kept for long; a few numbers are enough of each.
    const { dev, ino, size: sizeBytes, uid } = stat;
    const found = { ...position, dev, ino, sizeBytes, uid };
    if (stat.isDirectory()) {
      yield { kind: 'directory', ...found };
      if (yield* walkDirectory(root, position, skips, pace)) yield { kind: 'empty-directory', ...found };
      continue;
    }
    const oddity = oddityOf(stat);
    if (oddity !== undefined) {
      throw failed(`"${found.key}" ${oddity}; only files, directories and symbolic links can be taken`);
    }
    yield { kind: stat.isSymbolicLink() ? 'link' : 'file', ...found };
  }
  return isEmpty;
}
