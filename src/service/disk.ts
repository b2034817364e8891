import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  rmdirSync,
  type Stats,
  unlinkSync,
} from 'node:fs';
import { compareBytes } from '../protocol/json.ts';
import { failed } from './failure.ts';
import type { Pace } from './pace.ts';
import { decodeUtf8, isUtf8 } from './utf8.ts';

/** A path as system calls take it: text, or bytes where a name in it is not valid UTF-8. */
export type DiskPath = string | Buffer;

/** One name in a directory. */
export interface DirectoryName {
  /** For records and messages; bytes that are no UTF-8 show as U+FFFD. */
  readonly name: string;
  /** For system calls. */
  readonly raw: DiskPath;
}

export function joinDisk(directory: DiskPath, name: DiskPath): DiskPath {
  if (typeof directory === 'string' && typeof name === 'string') return `${directory}/${name}`;
  return Buffer.concat([Buffer.from(directory), Buffer.from('/'), Buffer.from(name)]);
}

/** The names in a directory, in the order of their bytes. */
export function namesIn(directory: DiskPath): DirectoryName[] {
  const names = readdirSync(directory, 'utf8');
  if (!names.some((name) => name.includes('\ufffd'))) {
    return names.sort(compareBytes).map((name) => ({ name, raw: name }));
  }
  return readdirSync(directory, 'buffer')
    .sort(Buffer.compare)
    .map((bytes) => ({ name: decodeUtf8(bytes), raw: isUtf8(bytes) ? bytes.toString('utf8') : bytes }));
}

/** Why a file cannot be read as one, as the end of a sentence; undefined if it can, or if it is a link. */
export function oddityOf(stat: Stats): string | undefined {
  if (stat.isFIFO()) return 'is a FIFO';
  if (stat.isSocket()) return 'is a socket, and there is no such device or address to read from';
  if (stat.isCharacterDevice() || stat.isBlockDevice()) return 'is a device';
  return undefined;
}

/** What tells a file from all others that are there at the same time. */
export interface Identity {
  readonly dev: number;
  readonly ino: number;
}

/**
 * Refuses (500) what is no regular file, or another one than was `seen` under this path: somebody may have put a link in
 * the place of a directory above it, to have read what only this service can read.
 */
export function requireRegular(file: DiskPath, stat: Stats, seen: Identity | undefined): void {
  if (!stat.isFile()) throw failed(`"${file}" is not a regular file`);
  if (seen !== undefined && (seen.ino !== stat.ino || seen.dev !== stat.dev))
    throw failed(`"${file}" was exchanged for another file during the request`);
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
    requireRegular(file, stat, seen);
    return { descriptor, stat };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Removes whatever is at a path, with everything below it, which may be a lot. */
export async function removeTree(target: DiskPath, pace: Pace): Promise<void> {
  if (!lstatSync(target).isDirectory()) {
    unlinkSync(target);
    return;
  }
  for (const { raw } of namesIn(target)) {
    await pace.breathe();
    await removeTree(joinDisk(target, raw), pace);
  }
  rmdirSync(target);
}
