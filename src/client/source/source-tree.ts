import { type Finding, gobblerError } from '../../errors/index.ts';
import type { FileState, FilesystemClocks, Filesystems } from '../../fs/index.ts';
import type { ContentStats } from '../../fs/threads/index.ts';
import type { Selection } from '../select/index.ts';
import type { Losses } from './losses.ts';

/** How to treat symlinks in the source: see `symlinks` in the README. */
export type SymlinkPolicy = 'preserve' | 'dereference' | 'error';

/** A regular file to publish. */
export interface SourceFile extends FileState {
  /** Relative to the source, with `/` separators. */
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  /** User id of its owner. */
  readonly uid: number;
}

/** The same file under another path. */
export const withPath = (
  { mode, uid, dev, ino, sizeBytes, mtimeMs, ctimeMs }: SourceFile,
  path: string,
): SourceFile => ({ path, mode, uid, dev, ino, sizeBytes, mtimeMs, ctimeMs });

/** A symbolic link to keep as one, with its text as it is. */
export interface SourceLink {
  readonly path: string;
  readonly text: string;
}

/** A source tree, sorted by depth-first walk; what is refused is in `findings` and nowhere else. */
export interface Scan {
  readonly root: string;
  readonly files: readonly SourceFile[];
  readonly links: readonly SourceLink[];
  /** Every directory that is published, parents before children; without the root. */
  readonly directories: readonly string[];
  readonly findings: readonly Finding[];
  /**
   * Entries that exist and are not published. A directory that is not opened counts once; so does the content of one that
   * is published and not opened, as `directory/*`.
   */
  readonly leftOut: LeftOut;
  /** Properties that its files lose when they are published. */
  readonly losses: Losses;
  /** How to check its files again. */
  readonly filesystems: Filesystems;
  /** Lower bounds for the present time on each of its filesystems. */
  readonly clocks: FilesystemClocks;
}

/** The entries that were left out: how many, and the first few paths. */
export interface LeftOut {
  /** Number of hidden entries. */
  readonly hidden: number;
  /** The first 20 of them, relative to the source. */
  readonly hiddenExamples: readonly string[];
  /** Number of entries that were not selected. */
  readonly unselected: number;
  /** The first 20 of them, relative to the source. */
  readonly unselectedExamples: readonly string[];
}

export interface ScanOptions {
  readonly symlinks: SymlinkPolicy;
  /** Without, hidden files are left out that are not metadata of a data format. */
  readonly includeHidden: boolean;
  /** Which files, links and directories to publish. Nothing else is opened, followed or reported. */
  readonly selection: Selection;
  /** Filesystem operations in flight, where they are slow. */
  readonly concurrency?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEntry?: ((entries: number) => void) | undefined;
  /** Called with a sentence at each retry. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/** Returns whether a file is the one that was scanned and its metadata show no write since. */
export const isUnchanged = (
  file: Pick<SourceFile, 'ino' | 'sizeBytes' | 'mtimeMs'>,
  now: ContentStats | undefined,
): boolean => now?.size === file.sizeBytes && now.mtimeMs === file.mtimeMs && now.ino === file.ino;

/** Refuses a source file that somebody has written to, or replaced, since it was scanned. */
export function requireUnchanged(file: SourceFile, now: ContentStats): void {
  if (isUnchanged(file, now)) return;
  throw gobblerError('source-changed', { path: file.path });
}

/** Refuses to take a version for what the source holds, with code `content-differs`, if that has changed meanwhile. */
export function refuseIfChanged(changed: readonly SourceFile[]): void {
  if (changed.length > 0)
    throw gobblerError('source-changed-late', { paths: changed.map(({ path }) => path) });
}

const MOST_EXAMPLES = 20;

/** Nothing was left out. */
export const NOTHING_LEFT_OUT: LeftOut = {
  hidden: 0,
  hiddenExamples: [],
  unselected: 0,
  unselectedExamples: [],
};

/** Counts what is left out of a source tree, and keeps the first few paths. */
export class LeftOutCount implements LeftOut {
  hidden = 0;
  unselected = 0;
  readonly hiddenExamples: string[] = [];
  readonly unselectedExamples: string[] = [];

  addHidden(entryPath: string): void {
    if (++this.hidden <= MOST_EXAMPLES) this.hiddenExamples.push(entryPath);
  }

  addUnselected(entryPath: string): void {
    if (++this.unselected <= MOST_EXAMPLES) this.unselectedExamples.push(entryPath);
  }
}
