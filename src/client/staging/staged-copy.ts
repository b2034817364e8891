import {
  chmodSync,
  close,
  constants,
  fchmodSync,
  promises as fs,
  fstatSync,
  open,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { errnoOf, type GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import {
  contentOf,
  copyWithChecksum,
  type Filesystems,
  readSmallFile,
  reflink,
  withOpen,
  withOpenNow,
} from '../../fs/index.ts';
import { type Content, type DigestChoice, hashFile } from '../../fs/threads/index.ts';
import { stagingWriteError } from '../requests/index.ts';
import { requireAllRead, requireUnchanged, type SourceFile } from '../source/index.ts';

/** Whatever the source allows: others may read the copy, and never write to it, nor run it as somebody else. */
export const STAGED_MODE = 0o644;

/**
 * Nobody else can make anything in our directory in staging, so there is nothing to exclude: O_EXCL would cost another call
 * to the server for each file on NFSv3, and fail where the client repeats a call that was carried out.
 */
export const CREATE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;

/** Which copies are made. */
export interface CopyChoice {
  /** Whether to compute the MD5 of a file while it is copied, unless the filesystem copies it by itself. */
  readonly needsChecksum: (file: SourceFile) => boolean;
  /** Whether to compute the sha256 of a file in any case. By default of none. */
  readonly needsSha256?: ((file: SourceFile) => boolean) | undefined;
  /** How to check the source again. */
  readonly filesystems: Filesystems;
  readonly signal?: AbortSignal | undefined;
}

/** Options that all copies to one directory in staging share. */
export interface CopyOptions extends CopyChoice {
  /** The device of that directory. */
  readonly targetDev: number;
  readonly stagedMode: StagedMode;
}

/**
 * Gives copies their mode. The umask or a default ACL may take away what the service needs, from all files alike: whether
 * it does is found out by the first one.
 */
export class StagedMode {
  #mustChange: boolean | undefined;

  giveNow(descriptor: number): void {
    this.#mustChange ??= (fstatSync(descriptor).mode & 0o7777) !== STAGED_MODE;
    if (this.#mustChange) fchmodSync(descriptor, STAGED_MODE);
  }
}

/** Returns which checksums of a file are needed; undefined if none is. */
function digestsOf(
  { needsChecksum, needsSha256 }: CopyChoice,
  file: SourceFile,
): Required<DigestChoice> | undefined {
  const [wantsChecksum, wantsSha256] = [needsChecksum(file), needsSha256?.(file) ?? false];
  return wantsChecksum || wantsSha256 ? { wantsChecksum, wantsSha256 } : undefined;
}

/** Copies a small file at once. Returns its checksums, if any are needed. */
export function copySmall(
  from: string,
  to: string,
  file: SourceFile,
  options: CopyOptions,
): Content | undefined {
  const { filesystems, stagedMode } = options;
  const content = readSource(from, file, filesystems);
  const fill = (target: number): void => {
    stagedMode.giveNow(target);
    writeFileSync(target, content);
  };
  writtenNow(to, () => withOpenNow(to, CREATE, fill, STAGED_MODE));
  const wanted = digestsOf(options, file);
  return wanted && contentOf(content, wanted);
}

/** The content of a small file, valid until the next call. */
function readSource(from: string, file: SourceFile, filesystems: Filesystems): Uint8Array {
  const { isLocal } = filesystems.of(file.dev, from);
  try {
    const content = readSmallFile(from, {
      // Elsewhere, the look afterwards may be at another file of this name.
      require: isLocal ? undefined : (opened) => requireUnchanged(file, opened),
      onRead: (descriptor) => requireUnchanged(file, filesystems.openedNow(descriptor, from, file.dev)),
      // Others, and files without a size, may hold more than they say.
      sizeBytes: isLocal && file.sizeBytes > 0 ? file.sizeBytes : undefined,
    });
    requireAllRead(file, content.length);
    return content;
  } catch (error) {
    throw errnoOf(error) === undefined ? error : unreadable(from, error);
  }
}

const openLater = promisify(open);
const closeLater = promisify(close);

/**
 * Copies a small file to a filesystem on which each call takes long: opening and closing it, which ask the file server, in
 * the background. A source on a disk of this machine is read at once, and so little is written to memory at once, too.
 */
export async function copySmallLater(
  from: string,
  to: string,
  file: SourceFile,
  options: CopyOptions,
): Promise<Content | undefined> {
  const { filesystems, stagedMode } = options;
  if (!filesystems.of(file.dev, from).isLocal) return copy(from, to, file, options);
  const wanted = digestsOf(options, file);
  return written(to, async () => {
    const target = await openLater(to, CREATE, STAGED_MODE);
    try {
      stagedMode.giveNow(target);
      const content = readSource(from, file, filesystems);
      writeFileSync(target, content);
      return wanted && contentOf(content, wanted);
    } finally {
      await closeLater(target); // a network filesystem may report only now that it is full
    }
  });
}

/** Copies a file, unless the filesystem can share its blocks. Returns the checksums of what was copied, if asked for. */
export async function copy(
  from: string,
  to: string,
  file: SourceFile,
  options: CopyOptions,
): Promise<Content | undefined> {
  const { filesystems, targetDev, signal } = options;
  const wanted = digestsOf(options, file);
  const mode = STAGED_MODE;
  const require = (opened: Stats): void => requireUnchanged(file, opened);
  const content = await written(
    to,
    async () => {
      if (await reflink(from, to, { between: [file.dev, targetDev], exclusive: true }))
        return wanted?.wantsSha256 ? contentOfClone(to, file, { ...wanted, signal }) : undefined;
      if (wanted !== undefined)
        return copyWithChecksum(from, to, { sizeBytes: file.sizeBytes, mode, signal, require, ...wanted });
      await fs.copyFile(from, to, constants.COPYFILE_EXCL);
      return undefined;
    },
    from,
  );
  await written(to, async () => {
    const made = await fs.stat(to);
    if ((made.mode & 0o7777) !== STAGED_MODE) chmodSync(to, STAGED_MODE);
    requireAllRead(file, made.size);
  });
  const now = await filesystems.stat(from, file.dev).catch((error: unknown) => {
    throw unreadable(from, error);
  });
  requireUnchanged(file, now);
  return content;
}

/** The checksums of a clone, whose blocks are those of its source. */
async function contentOfClone(
  clone: string,
  file: SourceFile,
  options: DigestChoice & Pick<CopyChoice, 'signal'>,
): Promise<Content> {
  const content = await withOpen(clone, constants.O_RDONLY, ({ fd: descriptor }) =>
    hashFile({ descriptor, sizeBytes: file.sizeBytes }, options),
  );
  requireAllRead(file, content.size);
  return content;
}

/** Writes at once to staging; what the filesystem refuses becomes `staging-unavailable`. */
export function writtenNow<T>(item: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw errnoOf(error) === undefined ? error : stagingWriteError(item, error);
  }
}

/** Writes to staging in the background; with a `source`, it may also be that which cannot be read any more. */
export async function written<T>(item: string, write: () => Promise<T>, source?: string): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    const isOfSource = source !== undefined && (isOfReading(error) || !(await isReadable(source)));
    if (isOfSource) throw unreadable(source, error);
    throw stagingWriteError(item, error);
  }
}

function unreadable(source: string, error: unknown): GobblerError {
  return gobblerError('source-unreadable', { file: source, error: messageOf(error) }, { cause: error });
}

/** Staging is only written to. */
const isOfReading = (error: unknown): boolean => (error as NodeJS.ErrnoException).syscall === 'read';

const isReadable = (file: string): Promise<boolean> =>
  fs.access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
