import { hash as hashOf } from 'node:crypto';
import { constants, promises as fs, fstatSync, readSync, type Stats } from 'node:fs';
import { errnoOf } from '../errors/index.ts';
import { AdaptiveIo } from './adaptive-io.ts';
import { forEachConcurrently } from './concurrency.ts';
import { withOpen, withOpenNow } from './open-file.ts';
import { type Content, copyFile, type DigestChoice, hashFile } from './threads/index.ts';

/** Files up to this size are read and hashed in one go, which is many times as fast for small ones. */
export const SMALL_FILE_BYTES = 1024 * 1024;

/** Hashing is bound by the processor, and so is the number of workers; more files at a time do not help. */
const LARGE_FILES_IN_FLIGHT = 4;
const SMALL_FILES_IN_FLIGHT = 16;

/** The MD5 of bytes in memory, as the service writes it. */
export function md5Of(content: Uint8Array): string {
  return hashOf('md5', content, 'hex');
}

/** Size and checksums of bytes in memory. */
export function contentOf(
  bytes: Uint8Array,
  { wantsChecksum = true, wantsSha256 = false }: DigestChoice,
): Content {
  const md5sum = wantsChecksum ? md5Of(bytes) : '';
  return { size: bytes.length, md5sum, ...(wantsSha256 && { sha256: hashOf('sha256', bytes, 'hex') }) };
}

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
  /** Called for each file that the filesystem does not let us read, which otherwise ends the work. */
  readonly onFailure?: ((file: T, error: unknown) => void) | undefined;
}

/** MD5 of files, each read once. `placeOf` gives the place of a file on this machine. */
export async function md5OfFiles<T extends Hashable>(
  files: readonly T[],
  placeOf: (file: T) => string,
  options: ChecksumOptions<T> = {},
): Promise<Map<string, string>> {
  const sums = new Map<string, string>();
  await hashFiles(files, placeOf, (file, { md5sum }) => sums.set(file.path, md5sum), options);
  return sums;
}

/** Hashes files, each read once; `take` gets what each contains. */
export async function hashFiles<T extends Hashable>(
  files: readonly T[],
  placeOf: (file: T) => string,
  take: (file: T, content: Content) => void,
  options: ChecksumOptions<T> & DigestChoice,
): Promise<void> {
  const { signal, onRead, onFile, require, onFailure } = options;
  const note = (file: T, content: Content): void => {
    onRead?.(file, content.size);
    take(file, content);
    onFile?.(file);
  };
  const failed = (file: T, error: unknown): void => {
    if (onFailure === undefined || errnoOf(error) === undefined) throw error;
    onFailure(file, error);
  };
  const requiring = (file: T): RequireOpened => require && ((opened) => require(file, opened));
  const now = (file: T): void => {
    try {
      note(file, contentOf(readSmallFile(placeOf(file), { require: requiring(file) }), options));
    } catch (error) {
      failed(file, error);
    }
  };
  const hashSmall = async (file: T): Promise<Content> =>
    contentOf(await readOpened(placeOf(file), requiring(file)), options);
  const hashLarge = (file: T): Promise<Content> =>
    withRequired(placeOf(file), requiring(file), ({ fd: descriptor }) =>
      hashFile({ descriptor, sizeBytes: file.sizeBytes }, options),
    );
  const later = (hash: (file: T) => Promise<Content>) => (file: T) =>
    hash(file)
      .then((content) => note(file, content))
      .catch((error) => failed(file, error));
  const small = files.filter((file) => file.sizeBytes <= SMALL_FILE_BYTES);
  const inFlight = { concurrency: SMALL_FILES_IN_FLIGHT, signal };
  await new AdaptiveIo().forEach(small, { now, later: later(hashSmall) }, inFlight);
  const large = files.filter((file) => file.sizeBytes > SMALL_FILE_BYTES);
  await forEachConcurrently(large, LARGE_FILES_IN_FLIGHT, later(hashLarge), signal);
}

/** One byte more, by which a file is noticed that is not small any more. */
const scratch = Buffer.allocUnsafeSlow(SMALL_FILE_BYTES + 1);

/** Refuses a file by what it turns out to be once it is open. */
export type RequireOpened = ((opened: Stats) => void) | undefined;

/** Something else may have taken the place of a file; a FIFO must not be waited for. */
const OPEN_TO_READ = constants.O_RDONLY | constants.O_NONBLOCK;

/** How to read a small file. */
export interface SmallFileOptions {
  /** Called with its metadata once it is open. */
  readonly require?: RequireOpened;
  /** Called with its descriptor once all is read. */
  readonly onRead?: ((descriptor: number) => void) | undefined;
  /** Where its size is to be trusted: then nothing is read past it. */
  readonly sizeBytes?: number | undefined;
}

/**
 * A small file's content, or the beginning of a larger one, valid until the next call: always the same memory, so that many
 * files do not pile up.
 */
export function readSmallFile(
  file: string,
  { require, onRead, sizeBytes }: SmallFileOptions = {},
): Uint8Array {
  return withOpenNow(file, OPEN_TO_READ, (descriptor) => {
    require?.(fstatSync(descriptor));
    const content = readSmall(descriptor, sizeBytes);
    onRead?.(descriptor);
    return content;
  });
}

/** The same of an open file, from its start. */
export function readSmall(descriptor: number, sizeBytes = Number.POSITIVE_INFINITY): Uint8Array {
  let length = 0;
  for (;;) {
    const bytesRead = readSync(descriptor, scratch, length, scratch.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length >= sizeBytes || length === scratch.length)
      return scratch.subarray(0, length);
  }
}

/** The same in the background, in memory of its own. */
const readOpened = (file: string, require: RequireOpened): Promise<Uint8Array> =>
  withRequired(file, require, (handle) => handle.readFile());

/** Opens a file to read it, unless it is refused then. */
function withRequired<T>(
  file: string,
  require: RequireOpened,
  use: (handle: fs.FileHandle) => Promise<T>,
): Promise<T> {
  return withOpen(file, OPEN_TO_READ, async (handle) => {
    if (require !== undefined) require(await handle.stat());
    return use(handle);
  });
}

/**
 * Copies a file and returns checksums of what was copied: every byte is read once. The copy must not exist yet; its mode
 * is `mode`, reduced by the umask. `require` may refuse the file once it is open.
 */
export async function copyWithChecksum(
  from: string,
  to: string,
  {
    sizeBytes,
    mode,
    require,
    ...options
  }: {
    sizeBytes: number;
    mode: number;
    signal?: AbortSignal | undefined;
    require?: RequireOpened;
  } & DigestChoice,
): Promise<Content> {
  if (sizeBytes <= SMALL_FILE_BYTES) {
    const content = await readOpened(from, require);
    await fs.writeFile(to, content, { flag: 'wx', mode });
    return contentOf(content, options);
  }
  return withRequired(from, require, (source) =>
    withOpen(to, 'wx', (target) => copyFile({ descriptor: source.fd, sizeBytes }, target.fd, options), mode),
  );
}
