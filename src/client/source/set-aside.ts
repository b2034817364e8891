import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf } from '../../errors/index.ts';
import { freshStat, ifErrno, ifRefused, ifThere, refreshDirectory } from '../../fs/index.ts';
import { keepFresh, newRunName, runState } from '../requests/index.ts';

/**
 * The directory into which entries are moved before they are looked at for the last time and removed. It lies in the
 * directory that they come from, so that nothing else can take their place there, and that a kill leaves nothing in
 * doubt: {@link putAllBack} restores them.
 */
const PREFIX = '.consume-';
const ASIDE = /^\.consume-(gobbler-action-[0-9a-f]{24})$/;

/** Returns whether a name is that of such a directory. */
export const isSetAside = (name: string): boolean => ASIDE.test(name);

/** How often a run touches the directory while it is in use. */
const TOUCH_EVERY_MS = 30_000;

/** After so long, the run of another machine has ended. Clocks may differ by minutes. */
const UNTOUCHED_MS = 10 * 60_000;

/** Returns whether the process that has made such a directory may still be running, on this machine or another one. */
export async function mayBeInUse(aside: string): Promise<boolean> {
  const run = ASIDE.exec(path.basename(aside))?.[1];
  const state = run === undefined ? 'ended' : runState(run);
  if (state !== 'elsewhere') return state === 'running';
  const look = freshStat(aside).catch(ifErrno(['EACCES', 'EPERM'], () => fs.lstat(aside)));
  const found = await ifThere(look);
  return found !== undefined && Date.now() - found.mtimeMs < UNTOUCHED_MS;
}

/** A directory that this process has set entries aside in. */
export interface Aside {
  readonly path: string;
  /** Ends its use. */
  readonly release: () => void;
}

/** Makes an empty one in `parent`, which nobody else can look into, and keeps its mtime young while it is in use. */
export async function makeAside(parent: string): Promise<Aside> {
  const aside = path.join(parent, `${PREFIX}${newRunName()}`);
  await fs.mkdir(aside, { mode: 0o700 });
  return { path: aside, release: keepFresh([aside], TOUCH_EVERY_MS) };
}

/**
 * Moves an entry back to its place in the parent directory. Never overwrites: false if something else has taken its name, and
 * then it stays where it is.
 */
export async function putBack(aside: string, name: string): Promise<boolean> {
  const [from, to] = [path.join(aside, name), path.join(path.dirname(aside), name)];
  try {
    await fs.link(from, to);
  } catch (error) {
    const code = errnoOf(error) ?? '';
    if (code === 'ENOENT' && (await ifThere(fs.lstat(from))) === undefined) return true; // somebody else does the same
    if (code === 'EEXIST') {
      // A call that the client has repeated to the file server fails although it was carried out.
      if (!(await isSame(from, to))) return false;
    } else if (NO_HARD_LINKS.has(code)) return renameBack(from, to);
    else throw error;
  }
  await ifThere(fs.unlink(from));
  return true;
}

const NO_HARD_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

async function isSame(one: string, other: string): Promise<boolean> {
  await refreshDirectory(path.dirname(other));
  const [a, b] = await Promise.all([fs.lstat(one), fs.lstat(other)]);
  return a.dev === b.dev && a.ino === b.ino;
}

/** For filesystems without hard links: nothing but a look, as late as possible, keeps it from overwriting. */
async function renameBack(from: string, to: string): Promise<boolean> {
  await refreshDirectory(path.dirname(to));
  if ((await ifThere(fs.lstat(to))) !== undefined) return false;
  await fs.rename(from, to);
  return true;
}

/**
 * Restores what a killed run has set aside in `aside`, and removes the directory. Returns the names of entries that stay
 * there, since something else has taken their place.
 */
export async function putAllBack(aside: string): Promise<string[]> {
  const stays: string[] = [];
  for (const name of await fs.readdir(aside)) if (!(await putBack(aside, name))) stays.push(name);
  if (stays.length === 0) await ifThere(fs.rmdir(aside));
  return stays;
}

/**
 * Puts entries back that a killed upload with `consume` was about to remove from `directory`. Returns the paths of entries
 * that stay set aside, since something else has taken their place; and of directories of such entries that a process may
 * still be working on, for up to ten minutes after it was killed on another machine, or that cannot be read.
 */
export async function restoreSource(directory: string): Promise<string[]> {
  const stays: string[] = [];
  const pending = [directory];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const place = next;
    // A directory that was removed, or is closed to this user, holds nothing that was set aside.
    const entries = await fs.readdir(place, { withFileTypes: true }).catch(ifErrno(CLOSED, () => []));
    for (const entry of entries.filter((one) => one.isDirectory())) {
      const inner = path.join(place, entry.name);
      if (!isSetAside(entry.name)) pending.push(inner);
      else if (await mayBeInUse(inner)) stays.push(inner);
      else {
        const names = await putAllBack(inner).catch(ifRefused(() => ['']));
        stays.push(...names.map((name) => path.join(inner, name)));
      }
    }
  }
  return stays;
}

const CLOSED = ['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'];
