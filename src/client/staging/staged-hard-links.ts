import { promises as fs, linkSync, statSync } from 'node:fs';
import { errnoOf } from '../../errors/index.ts';
import type { AdaptiveIo } from '../../fs/index.ts';
import { HardLinkThread, type LinkStats } from '../../fs/threads/index.ts';
import { stagingWriteError } from '../requests/index.ts';
import { requireUnchanged, type SourceFile } from '../source/index.ts';

export interface HardLinking {
  readonly pace: AdaptiveIo;
  readonly concurrency: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onLinked: ((file: SourceFile) => void) | undefined;
}

/**
 * Hard links files of a source into staging. Returns which of them are linked, and which have to be copied, since they cannot
 * be. Codes `invalid-source` for a file that has changed since the scan, `staging-unavailable` for any other failure.
 */
export async function stageHardLinks(
  source: string,
  target: string,
  files: readonly SourceFile[],
  { pace, concurrency, signal, onLinked }: HardLinking,
): Promise<{ readonly hardLinked: readonly SourceFile[]; readonly notLinked: readonly SourceFile[] }> {
  const [hardLinked, notLinked]: [SourceFile[], SourceFile[]] = [[], []];
  const pathsOf = ({ path: file }: SourceFile): [from: string, to: string] => [
    `${source}/${file}`,
    `${target}/${file}`,
  ];
  const succeeded = (file: SourceFile, link: LinkStats): void => {
    requireUnchanged(file, link);
    hardLinked.push(file);
    onLinked?.(file);
  };
  const failed = (file: SourceFile, error: unknown): void => {
    // A call that was repeated, here or by the client of a file server, fails although it was carried out.
    if (errnoOf(error) === 'EEXIST') succeeded(file, statSync(pathsOf(file)[1]));
    else if (CANNOT_LINK.has(errnoOf(error) ?? '')) notLinked.push(file);
    else throw stagingWriteError(file.path, error);
  };
  const now = (file: SourceFile): void => {
    const [from, to] = pathsOf(file);
    const error = errorOf(() => linkSync(from, to));
    if (error === undefined) succeeded(file, statSync(to));
    else failed(file, error);
  };
  const later = async (file: SourceFile): Promise<void> => {
    const [from, to] = pathsOf(file);
    const error = await fs.link(from, to).catch((error: unknown) => error);
    if (error === undefined) succeeded(file, await fs.stat(to));
    else failed(file, error);
  };
  const thread = HardLinkThread.open(files.length);
  const linkedBy = (thread: HardLinkThread) => async (some: readonly SourceFile[]) => {
    const paths = some.map(({ path: file }) => file);
    const links = await thread.link(source, target, paths);
    return some.filter((file, at) => {
      const link = links[at];
      if (link !== undefined) succeeded(file, link);
      return link === undefined;
    });
  };
  try {
    const inThread = thread && linkedBy(thread);
    await pace.forEach(files, { now, later, inThread }, { concurrency, signal });
  } finally {
    thread?.close();
  }
  return { hardLinked, notLinked };
}

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
