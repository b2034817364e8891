import { hash } from 'node:crypto';
import { close, closeSync, constants, fstatSync, lstatSync, openSync, readSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';
import { copyFile, hashFile, type OpenFile, sameContent } from '../../fs/threads/index.ts';
import {
  aboutFile,
  closeUnwritten,
  type DiskPath,
  type Identity,
  openRegular,
  type TimeSlices,
  UnfitFile,
} from '../files/index.ts';

/*
 * Paths of sources may only be good for the moment (see open-tree): whatever is asynchronous here opens its source before
 * it waits for anything.
 */

/** The manifest's description of the content of a file. */
export interface Fingerprint {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly md5sum: string;
}

/** Up to this size a file is read in one go, which takes about a millisecond. */
export const SMALL_BYTES = 512 * 1024;

const FILE_MODE = 0o644;
const { O_RDWR, O_CREAT, O_EXCL } = constants;

/** A network filesystem may write only now, which takes its time. */
const closed = promisify(close);

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
 * bytes that were written, so it need not be computed twice: it is enough that the same bytes come back. A disk that is
 * full may only show when the copy is closed, which fails then.
 */
export function copySmall(source: DiskPath, destination: DiskPath, options: ReadOptions = {}): Fingerprint {
  const content = readSmall(source, options);
  const descriptor = openSync(destination, O_RDWR | O_CREAT | O_EXCL, FILE_MODE);
  try {
    for (let done = 0; done < content.length; ) {
      done += writeSync(descriptor, content, done, content.length - done, done);
    }
    if (!readAll(descriptor, copyRoom, content.length).equals(content)) throw mismatch();
  } finally {
    closeSync(descriptor);
  }
  return { size: content.length, md5sum: md5(content) };
}

function readSmall(file: DiskPath, options: ReadOptions): Buffer {
  const { descriptor, stat } = openRegular(file, options);
  try {
    const content = readAll(descriptor, sourceRoom, stat.size);
    if (content.length > SMALL_BYTES) throw mismatch();
    return content;
  } finally {
    closeUnwritten(descriptor);
  }
}

/**
 * Reads until the end of the file, or until the buffer is full. As many bytes as expected count as the whole file:
 * there was room for more.
 */
function readAll(descriptor: number, room: Buffer, expected: number): Buffer {
  let length = 0;
  while (length < room.length) {
    const count = readSync(descriptor, room, length, room.length - length, length);
    length += count;
    if (count === 0 || length === expected) break;
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
  pace: TimeSlices,
  options: ReadOptions = {},
): Promise<Fingerprint> {
  return (await takeFingerprint(file, pace, options)).content;
}

/** The fingerprint of a file outside that a link leads to, which an administrator has allowed. */
export async function fingerprintOfTarget(
  key: string,
  target: string,
  pace: TimeSlices,
): Promise<Fingerprint> {
  try {
    return await fingerprintLarge(target, pace, { follow: true });
  } catch (error) {
    throw aboutFile(key, error);
  }
}

/** The fingerprint for whoever may copy the file afterwards. */
export async function takeFingerprint(
  file: DiskPath,
  { signal }: TimeSlices,
  options: ReadOptions = {},
): Promise<TakenFingerprint> {
  return withSource(file, options, async (descriptor) => {
    const state = stateOf(descriptor);
    const content = await hashFile(openFile(descriptor, state), { signal });
    return { content, state };
  });
}

/**
 * Returns whether a file that was moved since its fingerprint was taken is that file, and has not been written to
 * meanwhile.
 */
export function isMovedAsItWas({ state }: TakenFingerprint, place: DiskPath): boolean {
  const { ino, mtimeNs, size } = lstatSync(place, { bigint: true });
  return ino === state.ino && mtimeNs === state.mtimeNs && size === state.size;
}

/** The fingerprint that was taken of a file, unless there is none or somebody may have written to the file since. */
export function ifStillHolding(
  taken: TakenFingerprint | undefined,
  file: DiskPath,
): TakenFingerprint | undefined {
  if (taken === undefined) return undefined;
  const { descriptor } = openRegular(file);
  try {
    return stillHolds(taken.state, stateOf(descriptor)) ? taken : undefined;
  } finally {
    closeUnwritten(descriptor);
  }
}

function stateOf(descriptor: number): FileState {
  const { ino, size, mtimeNs, ctimeNs } = fstatSync(descriptor, { bigint: true });
  return { ino, size, mtimeNs, ctimeNs, readAtNs: BigInt(Date.now()) * 1_000_000n };
}

const openFile = (descriptor: number, { size }: FileState): OpenFile => ({
  descriptor,
  sizeBytes: Number(size),
});

/** Times of files advance in steps of a timer: a change within the same step would not show. */
const TIMER_STEP_NS = 10_000_000n;

/** Returns whether a fingerprint that was taken of a file in one state holds for it in another. */
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
  { signal }: TimeSlices,
  { known, ...options }: ReadOptions & { known?: TakenFingerprint | undefined } = {},
): Promise<Fingerprint> {
  return withSource(source, options, (from) =>
    withCopy(destination, async (to) => {
      const state = stateOf(from);
      const isKnown = known !== undefined && stillHolds(known.state, state);
      const file = openFile(from, state);
      const copied = await copyFile(file, to, { signal, wantsChecksum: !isKnown });
      if (!(await sameContent(file, to, { signal }))) throw mismatch();
      if (!isKnown) return copied;
      if (!stillHolds(known.state, stateOf(from))) throw mismatch();
      return known.content;
    }),
  );
}

async function withSource<T>(
  file: DiskPath,
  options: ReadOptions,
  use: (descriptor: number) => Promise<T>,
): Promise<T> {
  const { descriptor } = openRegular(file, options);
  try {
    return await use(descriptor);
  } finally {
    closeUnwritten(descriptor);
  }
}

/** Fails if the copy cannot be closed: then it may not have been written. */
async function withCopy<T>(place: DiskPath, use: (descriptor: number) => Promise<T>): Promise<T> {
  const descriptor = openSync(place, O_RDWR | O_CREAT | O_EXCL, FILE_MODE);
  try {
    return await use(descriptor);
  } finally {
    await closed(descriptor);
  }
}

const mismatch = (): Error =>
  new UnfitFile('mismatch in checksums between source and destination files; it was changed meanwhile');
