import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  promises as fs,
  fstatSync,
  openSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import type { Filesystems } from '../../fs/fresh.ts';
import { errnoOf, GobblerError, messageOf } from '../../protocol/errors.ts';
import { copyWithChecksum, md5Of, readSmallFile } from '../checksums.ts';
import { stagingWriteError } from '../request.ts';
import type { SourceFile } from './source-tree.ts';

/** Whatever the source allows: others may read the copy, and never write to it, nor run it as somebody else. */
const STAGED_MODE = 0o644;

export interface CopyOptions {
  /** Whose checksum to compute while it is copied. */
  readonly needsChecksum: (file: SourceFile) => boolean;
  /** How to look at the source again. */
  readonly filesystems: Filesystems;
  readonly signal?: AbortSignal | undefined;
}

/** Copies a small file at once. Returns its checksum, if that is asked for. */
export function copySmall(
  from: string,
  to: string,
  file: SourceFile,
  { needsChecksum, filesystems }: CopyOptions,
): string | undefined {
  let content: Uint8Array;
  try {
    content = readSmallFile(from, (opened) => requireUnchanged(file, opened));
    requireUnchanged(file, filesystems.statNow(from, file.dev));
  } catch (error) {
    throw errnoOf(error) === undefined ? error : unreadable(from, error);
  }
  writtenNow(to, () => {
    const target = openSync(to, 'wx', STAGED_MODE);
    try {
      if ((fstatSync(target).mode & 0o7777) !== STAGED_MODE) fchmodSync(target, STAGED_MODE);
      writeFileSync(target, content);
    } finally {
      closeSync(target);
    }
  });
  return needsChecksum(file) ? md5Of(content) : undefined;
}

/** Copies a file, unless the filesystem can share its blocks. Returns the checksum of what was copied, if asked for. */
export async function copy(
  from: string,
  to: string,
  file: SourceFile,
  { needsChecksum, filesystems, signal }: CopyOptions,
): Promise<string | undefined> {
  const mode = STAGED_MODE;
  const require = (opened: Stats): void => requireUnchanged(file, opened);
  const sum = await written(
    to,
    async () => {
      if (await clone(from, to)) return undefined;
      if (needsChecksum(file))
        return copyWithChecksum(from, to, { sizeBytes: file.sizeBytes, mode, signal, require });
      await fs.copyFile(from, to, constants.COPYFILE_EXCL);
      return undefined;
    },
    from,
  );
  await written(to, async () => {
    const made = await fs.stat(to);
    // Whatever the source allows: others may read the copy, and never write to it, nor run it as somebody else.
    if ((made.mode & 0o7777) !== STAGED_MODE) chmodSync(to, STAGED_MODE);
  });
  const now = await filesystems.stat(from, file.dev).catch((error: unknown) => {
    throw unreadable(from, error);
  });
  requireUnchanged(file, now);
  return sum;
}

/** Once a filesystem has said that it cannot share blocks, it is not asked again for every file. */
let canClone = true;

async function clone(from: string, to: string): Promise<boolean> {
  if (!canClone) return false;
  try {
    await fs.copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE_FORCE);
    return true;
  } catch (error) {
    if (!CANNOT_CLONE.has(errnoOf(error) ?? '')) throw error;
    canClone = false;
    await fs.rm(to, { force: true });
    return false;
  }
}

const CANNOT_CLONE = new Set(['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EINVAL', 'ENOTTY', 'EPERM']);

/** Whether a file is the one that was scanned, and nobody has written to it since, as far as its metadata tells. */
export const isUnchanged = (
  file: Pick<SourceFile, 'ino' | 'sizeBytes' | 'mtimeMs'>,
  now: Stats | undefined,
): boolean => now?.size === file.sizeBytes && now.mtimeMs === file.mtimeMs && now.ino === file.ino;

/** Refuses a source file that somebody has written to, or replaced, since it was scanned. */
export function requireUnchanged(file: SourceFile, now: Stats): void {
  if (isUnchanged(file, now)) return;
  throw new GobblerError('invalid-source', `${JSON.stringify(file.path)} changed while it was being staged`, {
    input: 'directory',
    hint: 'Make sure that nothing writes to the directory any more before it is uploaded.',
  });
}

/** Writes at once to staging; what the filesystem refuses becomes `staging-unavailable`. */
export function writtenNow(item: string, write: () => void): void {
  try {
    write();
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
    if (source !== undefined && !(await isReadable(source))) throw unreadable(source, error);
    throw stagingWriteError(item, error);
  }
}

function unreadable(source: string, error: unknown): GobblerError {
  return new GobblerError('invalid-source', `${source} could not be read any more: ${messageOf(error)}`, {
    input: 'directory',
    hint: 'Make sure that nothing changes the directory while it is uploaded.',
    cause: error,
  });
}

async function isReadable(file: string): Promise<boolean> {
  try {
    await fs.access(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
