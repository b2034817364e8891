import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '../errors/index.ts';

/**
 * Makes a directory and its missing parents; returns whether it was missing. Unlike the recursive `mkdir` of Node it
 * comes to an end where a directory that exists refuses new ones with ENOENT, as `/proc` does, and mount points of
 * automounters.
 */
export async function makeDirectory(directory: string, mode = 0o777): Promise<boolean> {
  try {
    await fs.mkdir(directory, { mode });
  } catch (error) {
    const parent = path.dirname(directory);
    if (errnoOf(error) !== 'ENOENT' || parent === directory) {
      if ((await fs.stat(directory).catch(() => undefined))?.isDirectory()) return false;
      throw error;
    }
    await makeDirectory(parent, mode);
    await fs.mkdir(directory, { mode }).catch((again: unknown) => {
      if (errnoOf(again) !== 'EEXIST') throw again; // somebody else was as fast
    });
  }
  return true;
}
