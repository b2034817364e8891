import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from '../../errors/index.ts';
import { type DiskPath, namesIn, shownName } from './disk.ts';
import { failed } from './failure.ts';
import { type Directory, OpenTree, type TreePlace } from './open-tree.ts';
import type { TimeSlices } from './time-slices.ts';

/** How long to wait for files that a network filesystem keeps until the last of its users has closed them. */
const PATIENCE_MS = 10_000;
const FIRST_PAUSE_MS = 20;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Errors for a directory that was just emptied while such a file is in it, or for that file itself; and errors of a
 * momentary shortage.
 */
const BUSY = new Set(['ENOTEMPTY', 'EEXIST', 'EBUSY', 'EMFILE', 'ENFILE']);

/** The names under which NFS keeps files that were removed while somebody had them open. */
const isKeptByNfs = (name: string): boolean => name.startsWith('.nfs');

export interface RemoveOptions {
  /** How long to try again while something in it is busy. */
  readonly patienceMs?: number;
  /** Gets a line if that is necessary. */
  readonly log?: (line: string) => void;
}

/**
 * Removes a directory with everything in it, which may be a lot. Links are removed, not followed, and directories are
 * entered by descriptor: whatever is exchanged meanwhile, nothing outside is touched. Other filesystems that are mounted
 * in it are left alone, which is a failure (500).
 */
export async function removeTree(
  directory: DiskPath,
  pace: TimeSlices,
  { patienceMs = PATIENCE_MS, log = () => undefined }: RemoveOptions = {},
): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      await removeOnce(directory, pace);
      return;
    } catch (error) {
      const code = errnoOf(error) ?? '';
      if (!BUSY.has(code) || performance.now() + pauseMs > giveUpAt) throw error;
      if (pauseMs === FIRST_PAUSE_MS)
        log(`"${directory}" cannot be removed yet (${code}); trying for up to ${patienceMs / 1000} s`);
    }
    await sleep(pauseMs);
  }
}

async function removeOnce(directory: DiskPath, pace: TimeSlices): Promise<void> {
  // A project, asset or version may lie elsewhere, where nothing is to be removed.
  if (!lstatSync(directory).isDirectory()) {
    unlinkSync(directory);
    return;
  }
  const tree = OpenTree.open(directory);
  try {
    await emptyTree(tree, pace);
  } finally {
    tree.close();
  }
  rmdirSync(directory);
}

/** Removes everything in the top of a tree. */
export async function emptyTree(tree: OpenTree, pace: TimeSlices): Promise<void> {
  /** The last one is the next. A directory comes back once what is in it has been removed. */
  const waiting: (TreePlace & { readonly isEmptied?: boolean })[] = [];
  const enter = async (directory: Directory, sizeBytes: number): Promise<void> => {
    const names = await namesIn(tree.pathOfDirectory(directory), sizeBytes);
    for (const name of names.reverse()) waiting.push({ directory, name });
  };
  await enter(tree.top, tree.stat.size);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    await pace.yieldIfDue();
    const { directory, name, isEmptied } = next;
    if (isEmptied) {
      rmdirSync(tree.pathOf(next));
      continue;
    }
    const stat = lstatSync(tree.pathOf(next), { throwIfNoEntry: false });
    if (stat === undefined) continue; // somebody else has removed it
    if (!stat.isDirectory()) {
      removeFile(tree.pathOf(next), shownName(name));
      continue;
    }
    const { dev, ino, size } = stat;
    if (dev !== tree.top.dev)
      throw failed(`"${shownName(name)}" is another filesystem, which is not to be removed`);
    waiting.push({ directory, name, isEmptied: true });
    await enter({ parent: directory, name, depth: directory.depth + 1, dev, ino }, size);
  }
}

function removeFile(place: DiskPath, name: string): void {
  try {
    unlinkSync(place);
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return;
    // It goes by itself; the directory cannot be removed until then.
    if (code === 'EBUSY' && isKeptByNfs(name)) return;
    throw error;
  }
}
