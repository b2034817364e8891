import type { FilesystemClocks } from '../../fs/clocks.ts';
import type { Filesystems } from '../../fs/fresh.ts';
import type { FileState } from '../hash-cache.ts';
import type { Selection } from '../select.ts';
import type { Finding } from './finding.ts';
import type { Losses } from './losses.ts';

/** What to do with symbolic links in the source: see `symlinks` in the README. */
export type SymlinkPolicy = 'preserve' | 'dereference' | 'error';

/** A regular file to publish. `path` is relative to the source, with `/` separators. */
export interface SourceFile extends FileState {
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  readonly uid: number;
}

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
  /** How to look at its files again. */
  readonly filesystems: Filesystems;
  /** Lower bounds for the present time on each of its filesystems. */
  readonly clocks: FilesystemClocks;
}

/** What was left out: how much, and the first few paths. */
export interface LeftOut {
  readonly hidden: number;
  readonly hiddenExamples: readonly string[];
  readonly unselected: number;
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
  /** Told, as a sentence, when something is tried again. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}
