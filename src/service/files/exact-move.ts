import { linkSync, lstatSync, renameSync, unlinkSync } from 'node:fs';
import { errnoOf } from '../../errors/index.ts';
import type { DiskPath, Identity } from './disk.ts';
import { temporaryBeside } from './replace-link.ts';

/** A file as it was when somebody looked. */
export interface SeenFile extends Identity {
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

/**
 * Removes a file, provided that it is the one that was seen, and has not been written to since. False, and it stays, if
 * not: removing takes a name, which may mean another file by then, so the name is changed first, to one that nobody knows.
 */
export function removeExactly(file: DiskPath, seen: SeenFile): boolean {
  const aside = temporaryBeside(file);
  renameSync(file, aside);
  const { dev, ino, size, mtimeMs } = lstatSync(aside);
  if (dev === seen.dev && ino === seen.ino && size === seen.sizeBytes && mtimeMs === seen.mtimeMs) {
    unlinkSync(aside);
    return true;
  }
  putBack(aside, file);
  return false;
}

/**
 * Gives something its name back after it was renamed by mistake. If the name was taken again meanwhile, neither is lost:
 * what was renamed gets a name beside it then.
 */
export function putBack(from: DiskPath, to: DiskPath): void {
  try {
    // Other than renaming, this never takes the place of anything.
    linkSync(from, to);
  } catch (error) {
    // Directories cannot be hard linked, nor can files of others or on some filesystems.
    const isFree = errnoOf(error) !== 'EEXIST' && lstatSync(to, { throwIfNoEntry: false }) === undefined;
    renameSync(from, isFree ? to : temporaryBeside(to));
    return;
  }
  unlinkSync(from);
}
