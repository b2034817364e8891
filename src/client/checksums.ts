import { hash as hashOf } from 'node:crypto';
import { closeSync, constants, promises as fs, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { Content } from '../threads/file-steps.ts';
import { copyFile, hashFile } from '../threads/large-files.ts';
import { forEachConcurrently } from './concurrency.ts';
import { DiskPace } from './filesystem-work.ts';

/** Files up to this size are read and hashed in one go, which is many times as fast for small ones. */
export const SMALL_FILE_BYTES = 1024 * 1024;
/** Hashing is bound by the processor, and so is the number of workers; more files at a time do not help. */
const LARGE_FILES_IN_FLIGHT = 4;
const SMALL_FILES_IN_FLIGHT = 16;

/** The MD5 of bytes in memory, as the service writes it. */
export function md5Of(content: Uint8Array): string {
  return hashOf('md5', content, 'hex');
}

const contentOf = (bytes: Uint8Array): Content => ({ size: bytes.length, md5sum: md5Of(bytes) });

/** A file to hash. */
export interface Hashable {
  readonly path: string;
  readonly sizeBytes: number;
}

export interface ChecksumOptions<T extends Hashable> {
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of bytes that were read of a file; what it throws ends the work. */
  readonly onRead?: ((file: T, bytesRead: number) => void) | undefined;
  /** Called after each file. */
  readonly onFile?: ((file: T) => void) | undefined;
  /** Called with the metadata of each file once it is open, before it is read; throws to refuse it. */
  readonly require?: ((file: T, opened: Stats) => void) | undefined;
}

/** Hashes files, each read once. `placeOf` gives the place of a file on this machine. */
export async function md5OfFiles<T extends Hashable>(
  files: readonly T[],
  placeOf: (file: T) => string,
  { signal, onRead, onFile, require }: ChecksumOptions<T> = {},
): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  const note = (file: T, { size, md5sum }: Content): void => {
    onRead?.(file, size);
    sums.set(file.path, md5sum);
    onFile?.(file);
  };
  const requiring = (file: T): RequireOpened => require && ((opened) => require(file, opened));
  const small = files.filter((file) => file.sizeBytes <= SMALL_FILE_BYTES);
  await new DiskPace().forEach(
    small,
    {
      now: (file) => note(file, contentOf(readSmallFile(placeOf(file), requiring(file)))),
      later: async (file) => note(file, contentOf(await readOpened(placeOf(file), requiring(file)))),
    },
    { concurrency: SMALL_FILES_IN_FLIGHT, signal },
  );
  const large = files.filter((file) => file.sizeBytes > SMALL_FILE_BYTES);
  await forEachConcurrently(
    large,
    LARGE_FILES_IN_FLIGHT,
    async (file) =>
      note(file, await hashLargeFile(placeOf(file), file.sizeBytes, { signal, require: requiring(file) })),
    signal,
  );
  return sums;
}

/** One byte more, by which a file is noticed that is not small any more. */
const scratch = Buffer.allocUnsafeSlow(SMALL_FILE_BYTES + 1);

/** Refuses a file by what it turns out to be once it is open. */
export type RequireOpened = ((opened: Stats) => void) | undefined;

/** Something else may have taken the place of a file; a FIFO must not be waited for. */
const OPEN_TO_READ = constants.O_RDONLY | constants.O_NONBLOCK;

/**
 * A small file's content, or the beginning of a larger one, valid until the next call: always the same memory, so that many
 * files do not pile up.
 */
export function readSmallFile(file: string, require?: RequireOpened): Uint8Array {
  const descriptor = openSync(file, OPEN_TO_READ);
  try {
    require?.(fstatSync(descriptor));
    return readSmall(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The same of an open file, from its start. */
export function readSmall(descriptor: number): Uint8Array {
  let length = 0;
  for (;;) {
    const bytesRead = readSync(descriptor, scratch, length, scratch.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === scratch.length) return scratch.subarray(0, length);
  }
}

/** The same in the background, in memory of its own. */
async function readOpened(file: string, require: RequireOpened): Promise<Uint8Array> {
  const handle = await fs.open(file, OPEN_TO_READ);
  try {
    if (require !== undefined) require(await handle.stat());
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** Hashes a file that is not small; many at a time, and none of them waits for another. */
async function hashLargeFile(
  file: string,
  sizeBytes: number,
  { signal, require }: { signal: AbortSignal | undefined; require: RequireOpened },
): Promise<Content> {
  const handle = await fs.open(file, OPEN_TO_READ);
  try {
    if (require !== undefined) require(await handle.stat());
    return await hashFile({ descriptor: handle.fd, sizeBytes }, { signal });
  } finally {
    await handle.close();
  }
}

/**
 * Copies a file and returns the MD5 of what was copied: every byte is read once. The copy must not exist yet; its mode
 * is `mode`, reduced by the umask. `require` may refuse the file once it is open.
 */
export async function copyWithChecksum(
  from: string,
  to: string,
  {
    sizeBytes,
    mode,
    signal,
    require,
  }: { sizeBytes: number; mode: number; signal?: AbortSignal | undefined; require?: RequireOpened },
): Promise<string> {
  if (sizeBytes <= SMALL_FILE_BYTES) {
    const content = await readOpened(from, require);
    await fs.writeFile(to, content, { flag: 'wx', mode });
    return md5Of(content);
  }
  const source = await fs.open(from, OPEN_TO_READ);
  try {
    if (require !== undefined) require(await source.stat());
    const target = await fs.open(to, 'wx', mode);
    try {
      return (await copyFile({ descriptor: source.fd, sizeBytes }, target.fd, { signal })).md5sum;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
