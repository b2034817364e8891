import { chmodSync, constants, promises as fs, linkSync, Stats, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../../protocol/errors.ts';
import { copyWithChecksum } from '../checksums.ts';
import { forEachConcurrently } from '../concurrency.ts';
import { DiskPace } from '../filesystem-work.ts';
import { stagingWriteError } from '../request.ts';
import { makeReadableDirectory } from '../staging-area.ts';
import type { UploadPlan } from './plan.ts';
import type { SourceFile } from './source-tree.ts';

/** More copies at a time do not help on a local disk and overload a network filesystem. */
const COPIES_IN_FLIGHT = 8;
const STAGED_MODE = 0o644;

export interface StageOptions {
  /** Whose checksum to compute while it is copied. */
  readonly needsChecksum: (file: SourceFile) => boolean;
  /** Learns how fast the filesystem is. */
  readonly pace?: DiskPace;
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: ((file: SourceFile) => void) | undefined;
}

/** How the files got into staging in the end. */
export interface Staged {
  /** Second names of the source's own files: what the service reads is the source. */
  readonly hardLinked: readonly SourceFile[];
  readonly copied: readonly SourceFile[];
  /** Checksums of what was copied, if they were asked for. */
  readonly checksums: ReadonlyMap<string, string>;
}

/**
 * Carries a plan out in `target`, an empty directory of our own. Reads the source and changes nothing in it. A file that
 * cannot get a second name after all is copied. A source file that is not what it was when it was scanned is refused
 * with `invalid-source`; what cannot be written, with `staging-unavailable`. What it has made by then is the caller's to
 * remove.
 */
export async function stage(
  source: string,
  target: string,
  plan: UploadPlan,
  options: StageOptions,
): Promise<Staged> {
  const { concurrency, signal, onFile, pace = new DiskPace() } = options;
  for (const directory of plan.directories) {
    signal?.throwIfAborted();
    const made = path.join(target, directory);
    await written(made, () => makeReadableDirectory(made));
  }
  const [hardLinked, copied]: [SourceFile[], SourceFile[]] = [[], [...plan.copies]];
  const tried = (file: SourceFile, outcome: unknown): void => {
    if (outcome instanceof Stats) {
      requireUnchanged(file, outcome);
      hardLinked.push(file);
      onFile?.(file);
    } else if (CANNOT_LINK.has(errnoOf(outcome) ?? '')) copied.push(file);
    else throw stagingWriteError(file.path, outcome);
  };
  const link = (file: SourceFile): [from: string, to: string] => [
    path.join(source, file.path),
    path.join(target, file.path),
  ];
  await pace.forEach(
    plan.hardLinks,
    {
      now: (file) => tried(file, outcomeOf(() => linkSync(...link(file))) ?? statSync(link(file)[1])),
      later: async (file) => {
        const failure = await fs.link(...link(file)).catch((error: unknown) => error);
        tried(file, failure ?? (await fs.stat(link(file)[1])));
      },
    },
    { concurrency, signal },
  );
  const checksums = new Map<string, string>();
  await forEachConcurrently(
    copied,
    concurrency ?? COPIES_IN_FLIGHT,
    async (file) => {
      const sum = await copy(path.join(source, file.path), path.join(target, file.path), file, options);
      if (sum !== undefined) checksums.set(file.path, sum);
      onFile?.(file);
    },
    signal,
  );
  await pace.forEach(
    plan.links,
    {
      now: ({ path: link, text }) => {
        const error = outcomeOf(() => symlinkSync(text, path.join(target, link)));
        if (error !== undefined) throw stagingWriteError(path.join(target, link), error);
      },
      later: ({ path: link, text }) =>
        written(path.join(target, link), () => fs.symlink(text, path.join(target, link))),
    },
    { concurrency, signal },
  );
  return { hardLinked, copied, checksums };
}

/**
 * Another filesystem or owner, too many names, or a filesystem without hard links: then the file is copied. What is not
 * there any more cannot be copied either, but that finds out whether it is the source or staging that has gone.
 */
const CANNOT_LINK = new Set([
  'EXDEV',
  'EPERM',
  'EACCES',
  'EMLINK',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'ENOENT',
]);

/** What was thrown, or undefined. */
function outcomeOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** Copies a file, unless the filesystem can share its blocks. Returns the checksum of what was copied, if asked for. */
async function copy(
  from: string,
  to: string,
  file: SourceFile,
  { needsChecksum, signal }: StageOptions,
): Promise<string | undefined> {
  const mode = STAGED_MODE;
  const sum = await written(
    to,
    async () => {
      if (await clone(from, to)) return undefined;
      if (needsChecksum(file)) return copyWithChecksum(from, to, { sizeBytes: file.sizeBytes, mode, signal });
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
  requireUnchanged(file, await fs.stat(from));
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

/** Refuses a source file that somebody has written to since it was scanned. */
function requireUnchanged(file: SourceFile, now: Stats): void {
  if (now.size === file.sizeBytes && now.mtimeMs === file.mtimeMs) return;
  throw new GobblerError('invalid-source', `${JSON.stringify(file.path)} changed while it was being staged`, {
    input: 'directory',
    hint: 'Make sure that nothing writes to the directory any more before it is uploaded.',
  });
}

async function written<T>(item: string, write: () => Promise<T>, source?: string): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    if (source !== undefined && !(await isReadable(source))) {
      throw new GobblerError('invalid-source', `${source} could not be read any more: ${messageOf(error)}`, {
        input: 'directory',
        hint: 'Make sure that nothing changes the directory while it is uploaded.',
        cause: error,
      });
    }
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
