import { lstatSync, rmdirSync, unlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from '../../errors/index.ts';
import { type DiskPath, namesIn, shownName } from './disk.ts';
import { failed } from './failure.ts';
import { type Directory, OpenTree } from './open-tree.ts';
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
  const open = async (directory: Directory, sizeBytes: number): Promise<Frame> => ({
    directory,
    names: await namesIn(tree.pathOfDirectory(directory), sizeBytes),
    next: 0,
  });
  const frames: Frame[] = [await open(tree.top, tree.stat.size)];
  for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
    await pace.yieldIfDue();
    const { directory } = frame;
    const name = frame.names[frame.next];
    if (name === undefined) {
      frames.pop();
      const { parent, name: own } = directory;
      if (parent !== undefined) rmdirSync(tree.pathOf({ directory: parent, name: own }));
      continue;
    }
    frame.next += 1;
    const stat = lstatSync(tree.pathOf({ directory, name }), { throwIfNoEntry: false });
    if (stat === undefined) continue; // somebody else has removed it
    if (!stat.isDirectory()) {
      removeFile(tree.pathOf({ directory, name }), shownName(name));
      continue;
    }
    const { dev, ino, size } = stat;
    if (dev !== tree.top.dev)
      throw failed(`"${shownName(name)}" is another filesystem, which is not to be removed`);
    frames.push(await open({ parent: directory, name, depth: directory.depth + 1, dev, ino }, size));
  }
}

/** A directory that is being emptied. */
interface Frame {
  readonly directory: Directory;
  readonly names: readonly DiskPath[];
  next: number;
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
