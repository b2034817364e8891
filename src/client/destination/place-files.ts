import { promises as fs, readlinkSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { errnoOf, type FileProblem, gobblerError } from '../../errors/index.ts';
import {
  AdaptiveIo,
  forEachConcurrently,
  ifErrno,
  isOwnFile,
  makeDirectory,
  SMALL_FILE_BYTES,
} from '../../fs/index.ts';
import { newPartial, type Place, writing, writingAtOnce } from '../download/index.ts';
import { directoriesWith } from '../registry/index.ts';
import { CheckedCopies, type FileSource } from './checked-copies.ts';
import { type Placing, statsOf } from './standing.ts';

const LARGE_FILES_IN_FLIGHT = 8;

/** Opening and closing two files, looking, reading, writing, giving the name, taking the other one. */
const CALLS_A_COPY = 10;
const CALLS_A_LINK = 1;

/** The name prefix of incomplete files, and such a name. */
const PARTIAL = '.gobbler-fetch-';
const IS_PARTIAL = /^\.gobbler-fetch-[0-9a-f]{24}-\d+$/;

/** One that nobody has written to for so long was left by a run that was killed. */
const LEFTOVER_MS = 3_600_000;

/** How files get to a destination. */
export type PlacingMethod = 'auto' | 'copy' | 'symlink';

export interface PlacingOptions {
  readonly method: PlacingMethod;
  /** Called for each file or empty directory that is in place. */
  readonly onFile: (key: string) => void;
}

/**
 * Brings files to a destination: as links, as copies, or (`auto`) as copies that share their blocks where the filesystem
 * can. Each copy is checked before it gets its name, so that nothing wrong is ever there; links are made as they are. No
 * copy shares its inode with its source. Codes `destination-unavailable` for what cannot be written, `content-differs`
 * for files that are missing or wrong in the source and cannot be replaced, and those of `replace`.
 */
export async function placeFiles(
  placing: Placing,
  source: FileSource,
  { method, onFile }: PlacingOptions,
): Promise<void> {
  const { to, manifest, keys, concurrency, signal } = placing;
  await writing(to, () => makeDirectory(to));
  const directories = directoriesWith(manifest, keys);
  for (const directory of directories) {
    signal?.throwIfAborted();
    await writing(to, () => makeDirectory(path.join(to, directory)));
  }
  for (const directory of ['', ...directories]) await removeLeftovers(placing, directory);
  // Beside the target: ext4 takes half as long again, or twice, if each file is made in one directory for another.
  const placeOf = (key: string): Place => ({
    partial: newPartial(path.join(to, path.dirname(key)), PARTIAL),
    target: path.join(to, key),
  });
  const files = keys.filter((key) => !directories.has(key));
  for (const key of keys) if (directories.has(key)) onFile(key);
  const background = { concurrency, signal };
  if (method === 'symlink') {
    const links = linking(source.root, (key) => path.join(to, key), onFile);
    await new AdaptiveIo().forEach(files, { ...links, calls: CALLS_A_LINK }, background);
    return;
  }
  const copies = new CheckedCopies({ source, manifest, placeOf, clones: method === 'auto', signal });
  const wrong: FileProblem[] = [];
  const note = (key: string, problem: FileProblem | undefined): void => {
    if (problem === undefined) onFile(key);
    else wrong.push(problem);
  };
  const now = (key: string): void => note(key, copies.copySmallNow(key));
  const later = async (key: string): Promise<void> => note(key, await copies.copy(key));
  const small: string[] = [];
  const large: string[] = [];
  const missing: string[] = [];
  for (const key of files) {
    const { size = 0 } = manifest.get(key) ?? {};
    if (!source.mayHave(key)) missing.push(key);
    else (size <= SMALL_FILE_BYTES ? small : large).push(key);
  }
  await new AdaptiveIo().forEach(small, { now, later, calls: CALLS_A_COPY }, background);
  await forEachConcurrently(large, Math.min(concurrency, LARGE_FILES_IN_FLIGHT), later, signal);
  if (missing.length === 0 && wrong.length === 0) return;
  const { replace } = source;
  if (replace === undefined) {
    const problems = [...missing.map((key) => ({ path: key, kind: 'missing' }) as const), ...wrong];
    throw gobblerError('files-differ', { directory: source.root, problems });
  }
  const all = wrong.length === 0 ? missing : [...missing, ...wrong.map(({ path: key }) => key)];
  await replace(all, placeOf, onFile);
}

function linking(
  from: string,
  placeOf: (key: string) => string,
  onFile: (key: string) => void,
): { now: (key: string) => void; later: (key: string) => Promise<void> } {
  const now = (key: string): void => {
    const [text, target] = [path.join(from, key), placeOf(key)];
    writingAtOnce(target, () => {
      try {
        symlinkSync(text, target);
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST' || textNow(target) !== text) throw error;
      }
    });
    onFile(key);
  };
  const later = async (key: string): Promise<void> => {
    const [text, target] = [path.join(from, key), placeOf(key)];
    const isSame = async (): Promise<boolean> => (await fs.readlink(target).catch(noLink)) === text;
    await writing(target, () =>
      fs.symlink(text, target).catch(async (error: unknown) => {
        if (errnoOf(error) !== 'EEXIST' || !(await isSame())) throw error;
      }),
    );
    onFile(key);
  };
  return { now, later };
}

const noLink = ifErrno(['EINVAL'], () => undefined);

/** Where a symlink leads; undefined for something else. */
function textNow(link: string): string | undefined {
  try {
    return readlinkSync(link);
  } catch (error) {
    return noLink(error);
  }
}

/** Removes incomplete files of this user that killed runs have left; never a file of the version. */
async function removeLeftovers({ to, manifest }: Placing, directory: string): Promise<void> {
  const place = path.join(to, directory);
  for (const name of await writing(place, () => fs.readdir(place))) {
    if (!IS_PARTIAL.test(name) || manifest.has(path.join(directory, name))) continue;
    const item = path.join(place, name);
    const found = await statsOf(item);
    if (found === undefined || !isOwnFile(found) || Date.now() - found.mtimeMs < LEFTOVER_MS) continue;
    await writing(item, () => fs.rm(item, { force: true }));
  }
}
