import { randomInt } from 'node:crypto';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { type DiskPath, joinDisk } from './disk.ts';

/** A name next to a file for what is to take its place; internal, so that it never counts as content. */
export function temporaryBeside(file: DiskPath): DiskPath {
  const name = `..temp${randomInt(2 ** 40)}`;
  if (typeof file === 'string') return path.join(path.dirname(file), name);
  return joinDisk(file.subarray(0, file.lastIndexOf('/')), name);
}

/** Puts a link in the place of whatever is there; there is no moment without either. */
export function replaceLink(place: DiskPath, text: string): void {
  const temporary = temporaryBeside(place);
  symlinkSync(text, temporary);
  try {
    renameSync(temporary, place);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
