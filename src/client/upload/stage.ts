import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../../protocol/errors.ts';
import { forEachConcurrently } from '../concurrency.ts';
import { stagingWriteError } from '../request.ts';
import { makeReadableDirectory } from '../staging-area.ts';
import type { UploadPlan } from './plan.ts';
import type { SourceFile } from './source-tree.ts';

/** More copies at a time do not help on a local disk and overload a network filesystem. */
const COPIES_IN_FLIGHT = 8;
const READABLE = 0o444;

export interface StageOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: ((file: SourceFile) => void) | undefined;
}

/**
 * Carries a plan out in `target`, which must not exist yet. Reads the source and changes nothing in it. A source file
 * that is not what it was when it was scanned is refused with `invalid-source`; what cannot be written, with
 * `staging-unavailable`. What it has made by then is the caller's to remove.
 */
export async function stage(
  source: string,
  target: string,
  plan: UploadPlan,
  options: StageOptions,
): Promise<void> {
  const { signal, onFile } = options;
  await written(target, () => makeReadableDirectory(target));
  for (const directory of plan.directories) {
    signal?.throwIfAborted();
    const made = path.join(target, directory);
    await written(made, () => makeReadableDirectory(made));
  }
  await forEachConcurrently(
    plan.copies,
    COPIES_IN_FLIGHT,
    async (file) => {
      await copy(path.join(source, file.path), path.join(target, file.path), file);
      onFile?.(file);
    },
    signal,
  );
  for (const link of plan.links) {
    signal?.throwIfAborted();
    const made = path.join(target, link.path);
    await written(made, () => fs.symlink(link.text, made));
  }
}

async function copy(from: string, to: string, file: SourceFile): Promise<void> {
  // Without copying where the filesystem can share blocks; the copy takes the source's mode over.
  const flags = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE;
  await written(to, () => fs.copyFile(from, to, flags), from);
  if ((file.mode & READABLE) !== READABLE) await written(to, () => fs.chmod(to, file.mode | READABLE));
  const now = await fs.stat(from);
  if (now.size === file.sizeBytes && now.mtimeMs === file.mtimeMs) return;
  throw new GobblerError('invalid-source', `${JSON.stringify(file.path)} changed while it was being copied`, {
    input: 'directory',
    hint: 'Make sure that nothing writes to the directory any more before it is uploaded.',
  });
}

async function written<T>(item: string, write: () => Promise<T>, source?: string): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (source !== undefined && !(await isReadable(source))) {
      throw new GobblerError('invalid-source', `${source} could not be read any more: ${messageOf(error)}`, {
        input: 'directory',
        hint: 'Make sure that nothing changes the directory while it is uploaded.',
        cause: error,
      });
    }
    if (errnoOf(error) === undefined) throw error;
    throw stagingWriteError(item, error);
  }
}

async function isReadable(file: string): Promise<boolean> {
  try {
    await fs.access(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
