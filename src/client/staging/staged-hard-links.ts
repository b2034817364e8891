import { promises as fs, linkSync, statSync } from 'node:fs';
import { errnoOf } from '../../errors/index.ts';
import type { AdaptiveIo } from '../../fs/index.ts';
import { type ContentStats, HardLinkThread } from '../../fs/threads/index.ts';
import { stagingWriteError } from '../requests/index.ts';
import { requireUnchanged, type SourceFile } from '../source/index.ts';
import { written, writtenNow } from './staged-copy.ts';

export interface HardLinkOptions {
  /** Learns how fast the filesystem is. */
  readonly pace: AdaptiveIo;
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onLinked?: ((file: SourceFile) => void) | undefined;
}

/**
 * Hard links files of a source into staging. Returns the linked files, and those that cannot be linked and have to be
 * copied. Codes `invalid-source` for a file that has changed since the scan, `staging-unavailable` for any other failure.
 */
export async function stageHardLinks(
  source: string,
  target: string,
  files: readonly SourceFile[],
  { pace, concurrency, signal, onLinked }: HardLinkOptions,
): Promise<{ readonly hardLinked: readonly SourceFile[]; readonly notLinked: readonly SourceFile[] }> {
  const [hardLinked, notLinked]: [SourceFile[], SourceFile[]] = [[], []];
  const succeeded = (file: SourceFile, link: ContentStats): void => {
    requireUnchanged(file, link);
    hardLinked.push(file);
    onLinked?.(file);
  };
  const failed = (file: SourceFile, error: unknown): void => {
    if (!CANNOT_LINK.has(errnoOf(error) ?? '')) throw stagingWriteError(file.path, error);
    notLinked.push(file);
  };
  const pathsOf = ({ path: file }: SourceFile): [from: string, to: string] => [
    `${source}/${file}`,
    `${target}/${file}`,
  ];
  const now = (file: SourceFile): void => {
    const [from, to] = pathsOf(file);
    const error = errorOf(() => linkSync(from, to));
    if (isLinked(error))
      succeeded(
        file,
        writtenNow(file.path, () => statSync(to)),
      );
    else failed(file, error);
  };
  const later = async (file: SourceFile): Promise<void> => {
    const [from, to] = pathsOf(file);
    const error = await fs.link(from, to).catch((error: unknown) => error);
    if (isLinked(error)) succeeded(file, await written(file.path, () => fs.stat(to)));
    else failed(file, error);
  };
  let thread: HardLinkThread | undefined;
  const isReady = (): boolean => {
    thread ??= HardLinkThread.open();
    return thread !== undefined;
  };
  const perform = async (some: readonly SourceFile[]): Promise<readonly SourceFile[]> => {
    const paths = some.map(({ path: file }) => file);
    const links = (await thread?.link(source, target, paths)) ?? [];
    return some.filter((file, at) => {
      const link = links[at];
      if (link !== undefined) succeeded(file, link);
      return link === undefined;
    });
  };
  try {
    await pace.forEach(files, { now, later, otherThread: { isReady, perform } }, { concurrency, signal });
  } finally {
    thread?.close();
  }
  return { hardLinked, notLinked };
}

/** Whether a link was made: it exists already if this process or the NFS client has repeated a call that had succeeded. */
const isLinked = (error: unknown): boolean => error === undefined || errnoOf(error) === 'EEXIST';

/**
 * Another filesystem or owner, too many links, or a filesystem without hard links: then the file is copied. A missing
 * file cannot be copied either, but the copy finds out whether the source or staging is gone.
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

/** Returns the thrown error, or undefined. */
function errorOf(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}
