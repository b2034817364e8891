import { closeSync, constants, fstatSync, openSync, readdirSync, type Stats } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { compareBytes } from '../../protocol/index.ts';
import { decodeUtf8, isUtf8 } from '../json/index.ts';
import { UnfitFile } from './failure.ts';

/** A path as system calls take it: text, or bytes where a name in it is not valid UTF-8. */
export type DiskPath = string | Buffer;

/** A name for records and messages; bytes that are no UTF-8 show as U+FFFD. */
export const shownName = (name: DiskPath): string => (typeof name === 'string' ? name : decodeUtf8(name));

export function joinDisk(directory: DiskPath, name: DiskPath): DiskPath {
  if (typeof directory === 'string' && typeof name === 'string') return `${directory}/${name}`;
  return Buffer.concat([Buffer.from(directory), Buffer.from('/'), Buffer.from(name)]);
}

/** A directory whose own size is beyond this may hold so many names that listing it takes long. */
const WIDE_BYTES = 128 * 1024;

/**
 * The names in a directory, in the order of their bytes. `sizeBytes` is the size of the directory itself; a large one is
 * read in the background, so that others need not wait. The path has to be good until then.
 */
export async function namesIn(directory: DiskPath, sizeBytes: number): Promise<DiskPath[]> {
  const isWide = sizeBytes > WIDE_BYTES;
  const names = isWide ? await readdir(directory, 'utf8') : readdirSync(directory, 'utf8');
  if (!names.some((name) => name.includes('\ufffd'))) return names.sort(compareBytes);
  return (isWide ? await readdir(directory, 'buffer') : readdirSync(directory, 'buffer'))
    .sort(Buffer.compare)
    .map((bytes) => (isUtf8(bytes) ? bytes.toString('utf8') : bytes));
}

/** Why a file cannot be read as one, as the end of a sentence; undefined if it can, or if it is a link. */
export function oddityOf(stat: Stats): string | undefined {
  if (stat.isFIFO()) return 'is a FIFO';
  if (stat.isSocket()) return 'is a socket, and there is no such device or address to read from';
  if (stat.isCharacterDevice() || stat.isBlockDevice()) return 'is a device';
  return undefined;
}

/** The numbers that distinguish a file from all others at the same time. */
export interface Identity {
  readonly dev: number;
  readonly ino: number;
}

/**
 * Refuses (500) what is no regular file, or another one than was `seen` under this name: somebody may have put something
 * in its place, to have read what only this service can read.
 */
export function requireRegular(stat: Stats, seen: Identity | undefined): void {
  if (!stat.isFile()) throw new UnfitFile('it is not a regular file');
  if (seen !== undefined && (seen.ino !== stat.ino || seen.dev !== stat.dev))
    throw new UnfitFile('it was exchanged for another file during the request');
}

/**
 * Opens a regular file for reading; the caller closes it. Whatever the file has been exchanged for since somebody
 * looked, this neither follows a link (unless it is asked to) nor waits for the other end of a FIFO.
 */
export function openRegular(
  file: DiskPath,
  { follow = false, seen }: { follow?: boolean; seen?: Identity | undefined } = {},
): {
  descriptor: number;
  stat: Stats;
} {
  const { O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;
  const descriptor = openSync(file, O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW));
  try {
    const stat = fstatSync(descriptor);
    requireRegular(stat, seen);
    return { descriptor, stat };
  } catch (error) {
    closeUnwritten(descriptor);
    throw error;
  }
}

/** Closes what was only read, or only looked at: whatever the system says, nothing can be lost by it. */
export function closeUnwritten(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // The descriptor is free all the same.
  }
}
