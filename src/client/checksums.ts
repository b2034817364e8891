import { hash as hashOf } from 'node:crypto';
import { closeSync, constants, promises as fs, fstatSync, openSync, readSync, type Stats } from 'node:fs';
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

/** A file to hash. */
export interface Hashable {
  readonly path: string;
  readonly sizeBytes: number;
}

export interface ChecksumOptions<T extends Hashable> {
  readonly signal?: AbortSignal | undefined;
  /** Called after each file. */
  readonly onFile?: ((file: T) => void) | undefined;
  /** Called with the metadata of each file once it is open, before it is read; throws to refuse it. */
  readonly require?: ((file: T, opened: Stats) => void) | undefined;
}

/** Hashes files, each read once. `placeOf` gives the place of a file on this machine. */
export async function md5OfFiles<T extends Hashable>(
  files: readonly T[],
  placeOf: (file: T) => string,
  { signal, onFile, require }: ChecksumOptions<T> = {},
): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  const note = (file: T, md5sum: string): void => {
    sums.set(file.path, md5sum);
    onFile?.(file);
  };
  const small = files.filter((file) => file.sizeBytes <= SMALL_FILE_BYTES);
  await new DiskPace().forEach(
    small,
    {
      now: (file) =>
        note(file, md5Of(readSmallFile(placeOf(file), require && ((opened) => require(file, opened))))),
      later: async (file) =>
        note(file, md5Of(await readOpened(placeOf(file), require && ((opened) => require(file, opened))))),
    },
    { concurrency: SMALL_FILES_IN_FLIGHT, signal },
  );
  const large = files.filter((file) => file.sizeBytes > SMALL_FILE_BYTES);
  await forEachConcurrently(
    large,
    LARGE_FILES_IN_FLIGHT,
    async (file) => {
      const refuse = require && ((opened: Stats): void => require(file, opened));
      note(file, await md5OfLargeFile(placeOf(file), file.sizeBytes, { signal, require: refuse }));
    },
    signal,
  );
  return sums;
}

const scratch = Buffer.allocUnsafeSlow(SMALL_FILE_BYTES);

/** Refuses a file by what it turns out to be once it is open. */
export type RequireOpened = ((opened: Stats) => void) | undefined;

/** Something else may have taken the place of a file; a FIFO must not be waited for. */
const OPEN_TO_READ = constants.O_RDONLY | constants.O_NONBLOCK;

/** A small file's content, valid until the next call: always the same memory, so that many files do not pile up. */
export function readSmallFile(file: string, require?: RequireOpened): Uint8Array {
  const descriptor = openSync(file, OPEN_TO_READ);
  try {
    require?.(fstatSync(descriptor));
    let length = 0;
    for (;;) {
      const bytesRead = readSync(descriptor, scratch, length, scratch.length - length, null);
      length += bytesRead;
      if (bytesRead === 0 || length === scratch.length) return scratch.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
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
async function md5OfLargeFile(
  file: string,
  sizeBytes: number,
  { signal, require }: { signal: AbortSignal | undefined; require: RequireOpened },
): Promise<string> {
  const handle = await fs.open(file, OPEN_TO_READ);
  try {
    if (require !== undefined) require(await handle.stat());
    return (await hashFile({ descriptor: handle.fd, sizeBytes }, { signal })).md5sum;
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
