import { hash } from 'node:crypto';
import { closeSync, constants, lstatSync, openSync, readSync, writeSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { copyFile, hashFile, type OpenFile, sameContent } from '../threads/large-files.ts';
import { type DiskPath, type Identity, openRegular, requireRegular } from './disk.ts';
import { failed } from './failure.ts';
import type { Pace } from './pace.ts';

/** What a manifest says about the content of a file. */
export interface Fingerprint {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly md5sum: string;
}

/** Up to this size a file is read in one go, which takes about a millisecond. */
export const SMALL_BYTES = 512 * 1024;

const FILE_MODE = 0o644;
const { O_RDWR, O_CREAT, O_EXCL, O_RDONLY, O_NONBLOCK, O_NOFOLLOW } = constants;

/** Room for a small file and a byte more, so that one which has grown is noticed. All uses are synchronous. */
const sourceRoom = Buffer.allocUnsafeSlow(SMALL_BYTES + 1);
const copyRoom = Buffer.allocUnsafeSlow(SMALL_BYTES + 1);

const md5 = (content: Buffer): string => hash('md5', content, 'hex');

export interface ReadOptions {
  /** Whether the path may be that of a link. */
  readonly follow?: boolean;
  /** Which file it has to be. */
  readonly seen?: Identity | undefined;
}

/** The fingerprint of a small file. */
export function fingerprintSmall(file: DiskPath, options: ReadOptions = {}): Fingerprint {
  const content = readSmall(file, options);
  return { size: content.length, md5sum: md5(content) };
}

/**
 * Copies a small file to a place where there is nothing yet, and reads the copy back. The checksum is that of the
 * bytes that were written, so it need not be computed twice: it is enough that the same bytes come back.
 */
export function copySmall(source: DiskPath, destination: DiskPath, options: ReadOptions = {}): Fingerprint {
  const content = readSmall(source, options);
  const descriptor = openSync(destination, O_RDWR | O_CREAT | O_EXCL, FILE_MODE);
  try {
    for (let done = 0; done < content.length; ) {
      done += writeSync(descriptor, content, done, content.length - done, done);
    }
    if (!readAll(descriptor, copyRoom).equals(content)) throw mismatch(source);
  } finally {
    closeSync(descriptor);
  }
  return { size: content.length, md5sum: md5(content) };
}

function readSmall(file: DiskPath, options: ReadOptions): Buffer {
  const { descriptor } = openRegular(file, options);
  try {
    const content = readAll(descriptor, sourceRoom);
    if (content.length > SMALL_BYTES) throw mismatch(file);
    return content;
  } finally {
    closeSync(descriptor);
  }
}

/** Reads from the start until the end of the file or of the room. */
function readAll(descriptor: number, room: Buffer): Buffer {
  let length = 0;
  while (length < room.length) {
    const count = readSync(descriptor, room, length, room.length - length, length);
    if (count === 0) break;
    length += count;
  }
  return room.subarray(0, length);
}

/** A fingerprint, and the state that the file was in when it was taken. */
export interface TakenFingerprint {
  readonly content: Fingerprint;
  readonly state: FileState;
}

interface FileState {
  readonly ino: bigint;
  /** Bytes. */
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ctimeNs: bigint;
  /** The clock when the reading began. */
  readonly readAtNs: bigint;
}

/** The fingerprint of a file of any size. */
export async function fingerprintLarge(
  file: DiskPath,
  pace: Pace,
  options: ReadOptions = {},
): Promise<Fingerprint> {
  return (await takeFingerprint(file, pace, options)).content;
}

/** The same, for whoever may copy the file afterwards. */
export async function takeFingerprint(
  file: DiskPath,
  pace: Pace,
  { follow = false, seen }: ReadOptions = {},
): Promise<TakenFingerprint> {
  const flags = O_RDONLY | O_NONBLOCK | (follow ? 0 : O_NOFOLLOW);
  return withFile(file, { flags, seen }, async (handle) => {
    const state = await stateOf(handle);
    const content = await hashFile(openFile(handle, state), pace);
    return { content, state };
  });
}

/** Whether a file that was moved since its fingerprint was taken is that file, and has not been written to meanwhile. */
export function isMovedAsItWas({ state }: TakenFingerprint, place: DiskPath): boolean {
  const { ino, mtimeNs, size } = lstatSync(place, { bigint: true });
  return ino === state.ino && mtimeNs === state.mtimeNs && size === state.size;
}

/** The fingerprint that was taken of a file, unless there is none or somebody may have written to the file since. */
export async function ifStillHolding(
  taken: TakenFingerprint | undefined,
  file: DiskPath,
): Promise<TakenFingerprint | undefined> {
  if (taken === undefined) return undefined;
  const now = await withFile(file, { flags: O_RDONLY | O_NONBLOCK | O_NOFOLLOW }, stateOf);
  return stillHolds(taken.state, now) ? taken : undefined;
}

async function stateOf(handle: FileHandle): Promise<FileState> {
  const { ino, size, mtimeNs, ctimeNs } = await handle.stat({ bigint: true });
  return { ino, size, mtimeNs, ctimeNs, readAtNs: BigInt(Date.now()) * 1_000_000n };
}

const openFile = (handle: FileHandle, { size }: FileState): OpenFile => ({
  descriptor: handle.fd,
  sizeBytes: Number(size),
});

/** Times of files advance in steps of a timer: a change within the same step would not show. */
const TIMER_STEP_NS = 10_000_000n;

/** Whether a fingerprint that was taken of a file in one state holds for it in another. */
function stillHolds(taken: FileState, now: FileState): boolean {
  const unchanged = (['ino', 'mtimeNs', 'ctimeNs'] as const).every((field) => taken[field] === now[field]);
  return unchanged && taken.readAtNs - taken.ctimeNs > TIMER_STEP_NS;
}

/**
 * Copies a file of any size to a place where there is nothing yet. The checksum is computed from the bytes on their
 * way, unless it is `known` and the file has not been touched since; afterwards the copy is read back and compared with
 * the source, byte by byte. That costs a fraction of another checksum, and tells just as well whether the copy is
 * damaged or the source has changed in the meantime.
 */
export async function copyLarge(
  source: DiskPath,
  destination: DiskPath,
  pace: Pace,
  { known, seen }: { known?: TakenFingerprint | undefined; seen?: Identity } = {},
): Promise<Fingerprint> {
  return withFile(source, { flags: O_RDONLY | O_NONBLOCK | O_NOFOLLOW, seen }, (from) =>
    withFile(destination, { flags: O_RDWR | O_CREAT | O_EXCL }, async (to) => {
      const state = await stateOf(from);
      const isKnown = known !== undefined && stillHolds(known.state, state);
      const file = openFile(from, state);
      const { signal } = pace;
      const copied = await copyFile(file, to.fd, { signal, wantsChecksum: !isKnown });
      if (!(await sameContent(file, to.fd, { signal }))) throw mismatch(source);
      if (!isKnown) return copied;
      if (!stillHolds(known.state, await stateOf(from))) throw mismatch(source);
      return known.content;
    }),
  );
}

async function withFile<T>(
  file: DiskPath,
  { flags, seen }: { flags: number; seen?: Identity | undefined },
  use: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await open(file, flags, FILE_MODE);
  try {
    requireRegular(file, await handle.stat(), seen);
    return await use(handle);
  } finally {
    await handle.close();
  }
}

const mismatch = (source: DiskPath): Error =>
  failed(
    `mismatch in checksums between source and destination files for "${source}"; it was changed meanwhile`,
  );
