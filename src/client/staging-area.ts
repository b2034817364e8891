import { randomBytes } from 'node:crypto';
import { chmodSync, constants, promises as fs, lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../protocol/errors.ts';
import type { Connection } from './connection.ts';

/** Everything we put into staging carries this mark and a random part that nobody can guess. */
const MARK = 'gobbler-action-';
const RANDOM_BYTES = 12;
/** The name of a run, alone (its directory) or in the name of one of its request files. */
const OURS = /^(?:request-[a-z_]+-)?(gobbler-action-[0-9a-f]{24})(?:-\d+)?$/;

/** What others must be able to do with what we stage: the service reads it under another user. Protocol §4. */
const READABLE = 0o444;
export const TRAVERSABLE = 0o555;

/**
 * A fresh name for one run: the name of its directory in staging, and part of the names of its request files. Never
 * starts with a dot, which would make the service ignore the directory (protocol §12.2).
 */
export function newRunName(): string {
  return `${MARK}${randomBytes(RANDOM_BYTES).toString('hex')}`;
}

/** Whether a name is one of a run, from {@link newRunName}. */
export function isRunName(name: string): boolean {
  return OURS.exec(name)?.[1] === name;
}

/**
 * Checks that the staging directory is one in which this process can make files. Code `staging-unavailable`.
 */
export async function requireStaging({ staging }: Connection): Promise<void> {
  const refuse = (found: string): GobblerError =>
    new GobblerError('staging-unavailable', `the staging directory ${staging} ${found}`, {
      input: 'staging',
      hint: 'This machine has to share the filesystem of the service. If it is mounted elsewhere here, set staging.',
    });
  try {
    if (!(await fs.stat(staging)).isDirectory()) throw refuse('should be a directory here, but is not');
    await fs.access(staging, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (error instanceof GobblerError) throw error;
    if (errnoOf(error) === 'ENOENT') throw refuse('does not exist on this machine');
    if (errnoOf(error) === 'EROFS') throw refuse('is mounted read-only on this machine');
    throw refuse(
      `should be open to everybody (mode 1777), but this user cannot write to it (${messageOf(error)})`,
    );
  }
}

/**
 * Makes a directory the service can read and nobody else can write. Created under the normal umask, so that default
 * ACLs apply; the mode is only touched if the umask took too much (protocol §4). Fails if anything is there already.
 */
export async function makeReadableDirectory(directory: string): Promise<void> {
  await fs.mkdir(directory, { mode: 0o755 });
  const { mode } = await fs.lstat(directory);
  if ((mode & TRAVERSABLE) !== TRAVERSABLE) await fs.chmod(directory, (mode & 0o755) | TRAVERSABLE);
}

/** The same at once. */
export function makeReadableDirectoryNow(directory: string): void {
  mkdirSync(directory, { mode: 0o755 });
  const { mode } = lstatSync(directory);
  if ((mode & TRAVERSABLE) !== TRAVERSABLE) chmodSync(directory, (mode & 0o755) | TRAVERSABLE);
}

/**
 * Makes a directory in staging to be filled by the caller, whose path {@link uploadDirectory} then takes without
 * copying anything. The caller's to remove. With `create: false` only a name is made up. The name is not one of those
 * that are swept. Code `staging-unavailable`.
 */
export async function allocateUploadDirectory(
  connection: Connection,
  { create = true }: { create?: boolean } = {},
): Promise<string> {
  const directory = path.join(connection.staging, `upload-${randomBytes(RANDOM_BYTES).toString('hex')}`);
  if (!create) return directory;
  await requireStaging(connection);
  await makeReadableDirectory(directory);
  return directory;
}

/** A directory that this process has made in staging. */
export interface OwnDirectory {
  readonly path: string;
  readonly dev: number;
  readonly ino: number;
}

/**
 * Makes a directory in staging into which nobody else can look until {@link openToService}. Fails if anything is there
 * already.
 */
export async function makeClosedDirectory(directory: string): Promise<OwnDirectory> {
  await fs.mkdir(directory, { mode: 0o700 });
  const { dev, ino } = await fs.lstat(directory);
  return { path: directory, dev, ino };
}

/** Lets the service, and everybody, read what is complete now; others can never write to it. */
export async function openToService({ path: directory }: OwnDirectory): Promise<void> {
  await fs.chmod(directory, 0o755);
}

/** Whether a directory that this process has made is still there, and nothing that somebody has put in its place. */
export async function isStillOwn({ path: directory, dev, ino }: OwnDirectory): Promise<boolean> {
  try {
    const now = await fs.lstat(directory);
    return now.dev === dev && now.ino === ino;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Writes a new file the service can read; fails if anything is there already, a link included. */
export async function writeReadableFile(file: string, content: string): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o644);
  try {
    await fillReadable(handle, content);
  } catch (error) {
    await fs.rm(file, { force: true }); // ours, since it was made just now
    throw error;
  } finally {
    await handle.close();
  }
}

async function fillReadable(handle: fs.FileHandle, content: string): Promise<void> {
  const { mode } = await handle.stat();
  if ((mode & READABLE) !== READABLE) await handle.chmod((mode & 0o755) | READABLE);
  await handle.writeFile(content);
}

/** Removes what we made, whatever it is by now; that it is gone already is fine. */
export async function removeFromStaging(item: string): Promise<void> {
  await fs.rm(item, { recursive: true, force: true, maxRetries: 3 });
}

export interface Sweep {
  /** Names of runs that are over: all they have made is removed, whatever its age. */
  readonly runs?: readonly string[];
  /** Anything else of ours is removed once its own mtime is older than this. */
  readonly olderThanMs: number;
}

/** What a sweep did. */
export interface Swept {
  readonly removed: readonly string[];
  /** A sentence for each item that had to stay. */
  readonly failures: readonly string[];
}

/**
 * Removes leftovers of killed runs from a staging directory: only what bears our naming, belongs to this user and is
 * not a link. Never throws for a single item.
 */
export async function sweepStaging(staging: string, { runs = [], olderThanMs }: Sweep): Promise<Swept> {
  const removed: string[] = [];
  const failures: string[] = [];
  const mine = process.geteuid?.();
  const now = Date.now();
  for (const name of await namesIn(staging)) {
    const run = OURS.exec(name)?.[1];
    if (run === undefined) continue;
    const item = path.join(staging, name);
    try {
      const stats = await fs.lstat(item);
      const wanted = runs.includes(run) || now - stats.mtimeMs > olderThanMs;
      if (!wanted || stats.isSymbolicLink() || (mine !== undefined && stats.uid !== mine)) continue;
      await removeFromStaging(item);
      removed.push(name);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') failures.push(`${item} could not be removed: ${messageOf(error)}`);
    }
  }
  return { removed, failures };
}

/** A staging directory that is not there (any more) holds nothing to sweep. */
export async function namesIn(staging: string): Promise<string[]> {
  try {
    return await fs.readdir(staging);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return [];
    throw new GobblerError(
      'staging-unavailable',
      `the staging directory ${staging} cannot be listed: ${messageOf(error)}`,
      {
        input: 'staging',
        hint: 'Check its mount and its rights on this machine.',
        cause: error,
      },
    );
  }
}
