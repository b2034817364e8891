import { promises as fs, symlinkSync } from 'node:fs';
import { errnoOf } from '../../errors/index.ts';
import { AdaptiveIo, forEachConcurrently, SMALL_FILE_BYTES } from '../../fs/index.ts';
import type { Content } from '../../fs/threads/index.ts';
import type { PlannedLink, UploadPlan } from '../plan/index.ts';
import { makeReadableDirectory, makeReadableDirectoryNow } from '../requests/index.ts';
import type { SourceFile } from '../source/index.ts';
import {
  type CopyChoice,
  copy,
  copySmall,
  copySmallLater,
  StagedMode,
  written,
  writtenNow,
} from './staged-copy.ts';
import { stageHardLinks } from './staged-hard-links.ts';

/** More copies at a time do not help on a local disk and overload a network filesystem. */
const COPIES_IN_FLIGHT = 8;

/** Where each call has latency, many small ones are what helps. */
const SMALL_COPIES_IN_FLIGHT = 16;

/** Making it, and looking at it. */
const CALLS_A_DIRECTORY = 2;

/** Opening, writing and closing the copy. The source may be on a faster filesystem. */
const CALLS_A_COPY = 3;

export interface StageOptions extends CopyChoice {
  /** Learns how fast the filesystem is. */
  readonly pace?: AdaptiveIo | undefined;
  readonly concurrency?: number | undefined;
  readonly onFile?: ((file: SourceFile) => void) | undefined;
}

/** How the files got into staging in the end. */
export interface Staged {
  /** Second names of the source's own files: what the service reads is the source. */
  readonly hardLinked: readonly SourceFile[];
  readonly copied: readonly SourceFile[];
  /** MD5 sums of the copied files, if they were requested. */
  readonly checksums: ReadonlyMap<string, string>;
  /** Likewise, sha256 sums. */
  readonly sha256: ReadonlyMap<string, string>;
}

/**
 * Carries out a plan in `target`, an empty directory of this run. Reads the source and changes nothing in it. Copies a
 * file that cannot be hard linked after all. Codes `invalid-source` for a source file that has changed since the scan,
 * `staging-unavailable` for a failed write. On failure the caller removes the files made so far.
 */
export async function stage(
  source: string,
  target: string,
  plan: UploadPlan,
  options: StageOptions,
): Promise<Staged> {
  const { concurrency, signal, onFile, pace = new AdaptiveIo() } = options;
  const inFlight = { concurrency, signal };
  const making = {
    now: (directory: string) => writtenNow(directory, () => makeReadableDirectoryNow(directory)),
    later: (directory: string) => {
      const repeated = unlessThere(() => isDirectory(directory));
      return written(directory, () => makeReadableDirectory(directory).catch(repeated));
    },
    calls: CALLS_A_DIRECTORY,
  };
  for (const level of byDepth(plan.directories)) {
    const places = level.map((directory) => `${target}/${directory}`);
    await pace.forEach(places, making, inFlight);
  }
  const hardLinking = { ...inFlight, pace, onLinked: onFile };
  const { hardLinked, notLinked } = await stageHardLinks(source, target, plan.hardLinks, hardLinking);
  const copied = [...plan.copies, ...notLinked];
  const pathsOf = ({ path: file }: SourceFile): [from: string, to: string] => [
    `${source}/${file}`,
    `${target}/${file}`,
  ];
  const checksums = new Map<string, string>();
  const sha256 = new Map<string, string>();
  const noteCopy = (file: SourceFile, content: Content | undefined): void => {
    if (content !== undefined && content.md5sum !== '') checksums.set(file.path, content.md5sum);
    if (content?.sha256 !== undefined) sha256.set(file.path, content.sha256);
    onFile?.(file);
  };
  const isSmall = (file: SourceFile): boolean => file.sizeBytes <= SMALL_FILE_BYTES;
  const { dev: targetDev } = await written(target, () => fs.stat(target));
  const copying = { ...options, stagedMode: new StagedMode(), targetDev };
  const copyingSmall = {
    now: (file: SourceFile) => noteCopy(file, copySmall(...pathsOf(file), file, copying)),
    later: async (file: SourceFile) => noteCopy(file, await copySmallLater(...pathsOf(file), file, copying)),
    calls: CALLS_A_COPY,
  };
  const smallInFlight = { concurrency: concurrency ?? SMALL_COPIES_IN_FLIGHT, signal };
  await pace.forEach(copied.filter(isSmall), copyingSmall, smallInFlight);
  const large = copied.filter((file) => !isSmall(file));
  const copyLarge = async (file: SourceFile) => noteCopy(file, await copy(...pathsOf(file), file, copying));
  await forEachConcurrently(large, concurrency ?? COPIES_IN_FLIGHT, copyLarge, signal);
  const symlinking = {
    now: ({ path: link, text }: PlannedLink) =>
      writtenNow(`${target}/${link}`, () => symlinkSync(text, `${target}/${link}`)),
    later: ({ path: link, text }: PlannedLink) => {
      const place = `${target}/${link}`;
      const isThere = async (): Promise<boolean> => (await fs.readlink(place)) === text;
      return written(place, () => fs.symlink(text, place).catch(unlessThere(isThere)));
    },
  };
  await pace.forEach(plan.links, symlinking, inFlight);
  return { hardLinked, copied, checksums, sha256 };
}

/**
 * Passes EEXIST if what was to be made is there: nobody else can make anything in our directory in staging, so our own call
 * has succeeded, and was repeated to the file server by the NFS client.
 */
const unlessThere =
  (isThere: () => Promise<boolean>) =>
  async (error: unknown): Promise<void> => {
    if (errnoOf(error) !== 'EEXIST' || !(await isThere())) throw error;
  };

const isDirectory = async (place: string): Promise<boolean> => (await fs.lstat(place)).isDirectory();

/** Directories by how deep they lie: all of one depth can be made at a time, once those above them are. */
function byDepth(directories: readonly string[]): readonly (readonly string[])[] {
  const levels = new Map<number, string[]>();
  for (const directory of directories) {
    const depth = directory.split('/').length;
    const level = levels.get(depth);
    if (level === undefined) levels.set(depth, [directory]);
    else level.push(directory);
  }
  return [...levels].sort(([a], [b]) => a - b).map(([, level]) => level);
}
