import { randomBytes } from 'node:crypto';
import { constants, copyFileSync, promises as fs, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { forEachConcurrently } from '../client/concurrency.ts';
import { writing, writingAtOnce } from '../client/download.ts';
import { DiskPace } from '../client/filesystem-work.ts';
import { makeDirectory } from '../client/make-directory.ts';
import { directoriesOf, missingAt, type Placing, statsOf } from './destination.ts';

/** Larger files are copied in the background, so that nothing else has to wait. */
const SMALL_FILE_BYTES = 1024 * 1024;
const LARGE_FILES_IN_FLIGHT = 8;
/** Opening and closing two files, reading, writing, renaming. */
const CALLS_A_COPY = 7;

/** What incomplete files are called. */
const PARTIAL = '.gobbler-fetch-';
/** One that nobody has written to for so long was left by a run that was killed. */
const LEFTOVER_MS = 3_600_000;

export type PlacingMethod = 'auto' | 'copy' | 'symlink';

/**
 * Brings files to a destination, each complete or not at all: as links, as copies, or (`auto`) as copies that share their
 * blocks where the filesystem can. Returns how many were missing there. Codes `already-exists` for files that are in the
 * way, `destination-unavailable` for what cannot be written.
 */
export async function placeFiles(
  placing: Placing,
  { method, onFile }: { method: PlacingMethod; onFile: () => void },
): Promise<number> {
  const { from, to, manifest, concurrency, signal } = placing;
  const missing = await missingAt(placing);
  await writing(to, () => makeDirectory(to));
  const clone = method === 'auto' ? constants.COPYFILE_FICLONE : 0;
  const sizeOf = (key: string): number => manifest.get(key)?.size ?? 0;
  const isDirectory = (key: string): boolean => manifest.get(key)?.md5sum === '';
  const directories = [...directoriesOf(missing), ...missing.filter(isDirectory)];
  for (const directory of directories) {
    signal.throwIfAborted();
    await writing(to, () => makeDirectory(path.join(to, directory)));
  }
  for (const directory of ['.', ...directories]) await removeLeftovers(path.join(to, directory));
  const ours = `${PARTIAL}${randomBytes(12).toString('hex')}`;
  let count = 0;
  // Beside the target: ext4 takes half as long again, or twice, if each file is made in one directory for another.
  const pathsOf = (key: string): [source: string, partial: string, target: string] => [
    path.join(from, key),
    path.join(to, path.dirname(key), `${ours}-${count++}`),
    path.join(to, key),
  ];
  const later = async (key: string): Promise<void> => {
    const [source, partial, target] = pathsOf(key);
    await writing(target, async () => {
      try {
        if (method === 'symlink') await fs.symlink(source, partial);
        else await fs.copyFile(source, partial, clone);
        await fs.rename(partial, target);
      } catch (error) {
        await fs.rm(partial, { force: true });
        throw error;
      }
    });
    onFile();
  };
  const now = (key: string): void => {
    const [source, partial, target] = pathsOf(key);
    writingAtOnce(target, () => {
      try {
        if (method === 'symlink') symlinkSync(source, partial);
        else copyFileSync(source, partial, clone);
        renameSync(partial, target);
      } catch (error) {
        rmSync(partial, { force: true });
        throw error;
      }
    });
    onFile();
  };
  const files = missing.filter((key) => !isDirectory(key));
  const isSmall = (key: string): boolean => sizeOf(key) <= SMALL_FILE_BYTES;
  await new DiskPace().forEach(
    files.filter(isSmall),
    { now, later, calls: CALLS_A_COPY },
    { concurrency, signal },
  );
  const large = files.filter((key) => !isSmall(key));
  await forEachConcurrently(large, Math.min(concurrency, LARGE_FILES_IN_FLIGHT), later, signal);
  return missing.length;
}

async function removeLeftovers(directory: string): Promise<void> {
  for (const name of await writing(directory, () => fs.readdir(directory))) {
    if (!name.startsWith(PARTIAL)) continue;
    const item = path.join(directory, name);
    const found = await statsOf(item);
    if (found === undefined || Date.now() - found.mtimeMs < LEFTOVER_MS) continue;
    await writing(item, () => fs.rm(item, { force: true }));
  }
}
