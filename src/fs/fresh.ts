import { constants, promises as fs, fstatSync, lstatSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '../errors/index.ts';
import { type Filesystem, filesystemOf } from './filesystem.ts';
import { withOpen, withOpenNow } from './open-file.ts';

/*
 * Metadata as the file server has it now.
 *
 * On a network filesystem, `stat`, `lstat`, `access` and path lookups answer from a cache of this machine, which may be a
 * minute old, or older. `open` asks the server for the attributes of the file, and `opendir` for those of the directory; if
 * the directory has changed, all that is remembered of its names is dropped, names that did not exist included. So every
 * decision that depends on what other machines do rests on one of the functions below.
 *
 * They cost a call or two to the server each. For a filesystem that is never stale (see `Filesystem.mayBeStale`), callers use
 * `lstat` instead.
 */

/** Never waits for a FIFO. */
const OPEN_FOLLOWING = constants.O_RDONLY | constants.O_NONBLOCK;
const OPEN_ENTRY = OPEN_FOLLOWING | constants.O_NOFOLLOW;
const OPEN_DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY;

/**
 * The metadata of a regular file or directory: opens it. If the name may lead to another file by now, open or list its
 * directory first. Throws what `open` throws: ELOOP for a symlink (unless `flags` follow it), EACCES for a file that this
 * user cannot read; then `lstat` would not know better. Not for devices, on which `open` may have an effect.
 */
const freshStatNow = (file: string, flags = OPEN_ENTRY): Stats =>
  withOpenNow(file, flags, (descriptor) => fstatSync(descriptor));

/** The same in the background. */
export const freshStat = (file: string, flags = OPEN_ENTRY): Promise<Stats> =>
  withOpen(file, flags, (handle) => handle.stat());

/** Asks the server for a directory anew: what is remembered of names in it, missing ones included, is dropped. */
export async function refreshDirectory(directory: string): Promise<void> {
  await (await fs.open(directory, OPEN_DIRECTORY)).close();
}

/**
 * Opens each directory on the way from `base` down to `directory`, so that a lookup below finds what the server has now.
 * Returns whether all of them are there. Directories that this user may not open are passed: `x` is enough to get through them.
 */
export async function refreshPath(base: string, directory: string): Promise<boolean> {
  let place = base;
  for (const name of ['', ...path.relative(base, directory).split(path.sep)]) {
    place = path.join(place, name);
    try {
      await refreshDirectory(place);
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return false;
      if (code !== 'EACCES' && code !== 'EPERM') throw error;
    }
  }
  return true;
}

const always = (): boolean => true;

/** The metadata of the file behind a symlink, wherever that is; for what the link itself is, see `lstat`. */
async function freshTarget(link: string): Promise<Stats> {
  const target = await fs.realpath(link);
  await refreshPath('/', path.dirname(target));
  return freshStat(await fs.realpath(link));
}

/**
 * The filesystems that a piece of work comes across, by device, and metadata that is fresh on each: by opening the file where
 * a remembered answer may be stale, and by a plain `stat` elsewhere, which costs a local disk nothing.
 */
export class Filesystems {
  readonly #byDevice = new Map<number, Filesystem>();

  /** The filesystem of device `dev` (`st_dev`), of which `place` is a part. */
  of(dev: number, place: string): Filesystem {
    const known = this.#byDevice.get(dev);
    if (known !== undefined) return known;
    const found = filesystemOf(place, dev);
    this.#byDevice.set(dev, found);
    return found;
  }

  /** All that were come across so far. */
  get all(): readonly Filesystem[] {
    return [...this.#byDevice.values()];
  }

  /** The metadata of a regular file that was seen on `dev`; a symlink to it is followed. */
  statNow(file: string, dev: number): Stats {
    return this.of(dev, file).mayBeStale ? freshStatNow(file, OPEN_FOLLOWING) : statSync(file);
  }

  /** The same in the background. */
  stat(file: string, dev: number): Promise<Stats> {
    return this.of(dev, file).mayBeStale ? freshStat(file, OPEN_FOLLOWING) : fs.stat(file);
  }

  /** The metadata of a regular file that was opened as `descriptor`, on `dev`, as they are now. */
  openedNow(descriptor: number, file: string, dev: number): Stats {
    return this.of(dev, file).mayBeStale ? freshStatNow(file, OPEN_FOLLOWING) : fstatSync(descriptor);
  }

  /**
   * The metadata of an entry of a directory that has just been listed, links not followed. The type of a file never
   * changes, so a remembered one is right, and tells what is safe to open. `mayOpen` is asked first.
   */
  entryNow(entry: string, mayOpen: () => boolean = always): Stats {
    const seen = lstatSync(entry);
    return this.#isInDoubt(entry, seen) && mayOpen() ? freshStatNow(entry) : seen;
  }

  /** The same in the background. */
  async entry(entry: string, mayOpen: () => boolean = always): Promise<Stats> {
    const seen = await fs.lstat(entry);
    return this.#isInDoubt(entry, seen) && mayOpen() ? freshStat(entry) : seen;
  }

  #isInDoubt(entry: string, seen: Stats): boolean {
    return seen.isFile() && this.of(seen.dev, entry).mayBeStale;
  }

  /** The metadata of what a symlink leads to. */
  async target(link: string): Promise<Stats> {
    const seen = await fs.stat(link);
    return this.of(seen.dev, link).mayBeStale ? freshTarget(link) : seen;
  }
}
