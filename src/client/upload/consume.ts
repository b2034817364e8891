import { constants, promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { errnoOf, messageOf } from '../../errors/index.ts';
import { forEachConcurrently, ifErrno, ifRefused, ifThere, removeTree, withOpen } from '../../fs/index.ts';
import { type Content, hashFile } from '../../fs/threads/index.ts';
import { isInside, type Manifest, type ManifestEntry } from '../../protocol/index.ts';
import {
  type Aside,
  isUnchanged,
  makeAside,
  putBack,
  type Scan,
  type SourceFile,
  type SourceLink,
} from '../source/index.ts';

/** Entries that are set aside at the same time. */
const BATCH = 256;
const LOOKS_IN_FLIGHT = 8;
const ONLY_READ = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** The name that an NFS client gives a file that was deleted and is still open. */
const DELETED_BUT_OPEN = /^\.nfs[0-9a-f]{16,}$/;

/** An entry of the source that was published and not removed. */
export interface Kept {
  /** Relative to the source. */
  readonly path: string;
  /** Whether it is a directory. */
  readonly isDirectory: boolean;
  /** `changed`: it is no longer what was published. `refused`: the filesystem did not let this user remove it. */
  readonly why: 'changed' | 'refused';
  /** A sentence, with the path. */
  readonly message: string;
}

export interface Published {
  readonly manifest: Manifest;
  /** Files whose content was compared with what was published, and that nobody has touched since it was read. */
  readonly proven: ReadonlySet<SourceFile>;
  /** By path, where it was compared with what was published. */
  readonly sha256?: ReadonlyMap<string, string> | undefined;
}

/**
 * Removes the published entries from the source: files, links, and directories that are empty then, the source itself
 * included. Called once the registry is known to hold everything.
 *
 * A path may lead to another file at any time, so each entry is first moved to where nobody else replaces it, then
 * opened and compared there: inode, size and times and, unless these prove that it was not touched since it was read,
 * the checksum. An entry that differs from the published one is moved back; nothing is overwritten. Returns the entries
 * that stay.
 */
export async function removeSource(scan: Scan, published: Published): Promise<Kept[]> {
  const removal = new Removal(scan, published);
  await removal.run();
  return removal.kept;
}

type Entry = { readonly file: SourceFile } | { readonly link: SourceLink };

const pathOf = (entry: Entry): string => ('file' in entry ? entry.file.path : entry.link.path);

class Removal {
  readonly kept: Kept[] = [];
  readonly #scan: Scan;
  readonly #published: Published;
  readonly #directories: ReadonlySet<string>;

  constructor(scan: Scan, published: Published) {
    this.#scan = scan;
    this.#published = published;
    this.#directories = new Set(scan.directories);
  }

  async run(): Promise<void> {
    const { root, directories } = this.#scan;
    for (const [directory, entries] of this.#byDirectory()) {
      for (let at = 0; at < entries.length; at += BATCH)
        await this.#removeFrom(directory, entries.slice(at, at + BATCH));
    }
    // The directory in which this process, or the whole job, works has to stay.
    const here = workingDirectory();
    for (const directory of [...directories].reverse().concat('')) {
      const place = path.join(root, directory);
      if (!isInside(place, here)) await this.#removeDirectory(directory, place);
    }
  }

  #byDirectory(): Map<string, Entry[]> {
    const found = new Map<string, Entry[]>();
    const { files, links } = this.#scan;
    for (const entry of [...files.map((file) => ({ file })), ...links.map((link) => ({ link }))]) {
      const directory = path.dirname(pathOf(entry));
      const entries = found.get(directory);
      if (entries === undefined) found.set(directory, [entry]);
      else entries.push(entry);
    }
    return found;
  }

  #keep(entry: string, why: Kept['why'], found: string): void {
    const isDirectory = entry === '' || this.#directories.has(entry);
    const message = `${path.join(this.#scan.root, entry)} ${found}`;
    this.kept.push({ path: entry, isDirectory, why, message });
  }

  #refused(entry: string, error: unknown): void {
    if (errnoOf(error) === undefined) throw error;
    this.#keep(entry, 'refused', `was published, but could not be removed: ${messageOf(error)}`);
  }

  async #removeFrom(directory: string, entries: readonly Entry[]): Promise<void> {
    let asideOfRun: Aside;
    try {
      asideOfRun = await makeAside(path.join(this.#scan.root, directory));
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return; // all of it has gone
      for (const entry of entries) this.#refused(pathOf(entry), error);
      return;
    }
    const { path: aside, release } = asideOfRun;
    try {
      const moved: Entry[] = [];
      for (const entry of entries) if (await this.#moveTo(aside, pathOf(entry))) moved.push(entry);
      // Lists what the names lead to now: a rename goes by what this machine remembers of a name.
      let isThere: boolean;
      try {
        isThere = (await ifThere(fs.readdir(aside))) !== undefined;
      } catch (error) {
        for (const entry of moved) await this.#keepRefused(aside, entry, error);
        return;
      }
      if (!isThere) return await this.#keepRestored(entries);
      await forEachConcurrently(moved, LOOKS_IN_FLIGHT, (entry) => this.#removeOrPutBack(aside, entry));
    } finally {
      release();
      await this.#removeAside(aside, entries);
    }
  }

  async #removeAside(aside: string, entries: readonly Entry[]): Promise<void> {
    try {
      await fs.rmdir(aside);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      if (errnoOf(error) === 'ENOENT') return;
      const names = await fs.readdir(aside).catch(ifRefused(() => []));
      if (names.length === 0) {
        const message = `${aside} is empty, but could not be removed: ${messageOf(error)}`;
        const entry = path.relative(this.#scan.root, aside);
        this.kept.push({ path: entry, isDirectory: true, why: 'refused', message });
        return;
      }
      // On NFS an open file that was deleted stays until it is closed; nothing but that is removed.
      const own = new Set(entries.map((entry) => path.basename(pathOf(entry))));
      const isDeleted = (name: string): boolean => DELETED_BUT_OPEN.test(name) && !own.has(name);
      if (names.every(isDeleted)) await removeTree(aside).catch(ifRefused(() => undefined));
    }
  }

  /** Another process has taken this one for dead, and put its entries back. */
  async #keepRestored(entries: readonly Entry[]): Promise<void> {
    for (const entry of entries.map(pathOf)) {
      const isThere = (await ifThere(fs.lstat(path.join(this.#scan.root, entry)))) !== undefined;
      if (isThere) this.#keep(entry, 'refused', 'was published, and put back by another process');
    }
  }

  async #moveTo(aside: string, entry: string): Promise<boolean> {
    try {
      await fs.rename(path.join(this.#scan.root, entry), path.join(aside, path.basename(entry)));
      return true;
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') this.#refused(entry, error);
      return false;
    }
  }

  async #removeOrPutBack(aside: string, entry: Entry): Promise<void> {
    const name = path.basename(pathOf(entry));
    const place = path.join(aside, name);
    try {
      const isPublished =
        'file' in entry ? await this.#isPublished(place, entry.file) : await isThatLink(place, entry.link);
      if (isPublished) {
        await fs.unlink(place);
        return;
      }
      const isBack = await putBack(aside, name);
      const where = isBack ? 'stays' : `is kept as ${place}, since there is another file of its name by now`;
      this.#keep(pathOf(entry), 'changed', `has changed since it was published, and ${where}`);
    } catch (error) {
      await this.#keepRefused(aside, entry, error);
    }
  }

  /** Puts an entry back that the filesystem does not let this user remove. */
  async #keepRefused(aside: string, entry: Entry, error: unknown): Promise<void> {
    this.#refused(pathOf(entry), error);
    const name = path.basename(pathOf(entry));
    await putBack(aside, name).catch(
      ifRefused((again) => {
        this.#keep(pathOf(entry), 'refused', `is left as ${path.join(aside, name)}: ${messageOf(again)}`);
      }),
    );
  }

  /** Returns whether the file at `place` is the one that was published, with the same content. */
  async #isPublished(place: string, file: SourceFile): Promise<boolean> {
    const expected = this.#published.manifest.get(file.path);
    if (expected === undefined) return false;
    const isPublished = withOpen(place, ONLY_READ, async (handle) => {
      const opened = await handle.stat();
      if (!opened.isFile() || !isUnchanged(file, opened) || opened.size !== expected.size) return false;
      if (this.#published.proven.has(file)) return true;
      const sum = this.#published.sha256?.get(file.path);
      const wantsSha256 = sum !== undefined;
      const found = await hashFile({ descriptor: handle.fd, sizeBytes: opened.size }, { wantsSha256 });
      const after = await handle.stat();
      return isContent(expected, found) && found.sha256 === sum && isSameState(opened, after);
    });
    return isPublished.catch(ifErrno(['ELOOP'], () => false)); // a link has taken its place
  }

  async #removeDirectory(entry: string, place: string): Promise<void> {
    try {
      await fs.rmdir(place);
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ENOENT' || code === 'ENOTEMPTY' || code === 'EEXIST') return;
      this.#refused(entry, error);
    }
  }
}

const isContent = (expected: ManifestEntry, { size, md5sum }: Content): boolean =>
  expected.size === size && expected.md5sum === md5sum;

const isSameState = (before: Stats, after: Stats): boolean =>
  before.size === after.size && before.mtimeMs === after.mtimeMs && before.ctimeMs === after.ctimeMs;

async function isThatLink(place: string, link: SourceLink): Promise<boolean> {
  const noLink = ifErrno(['EINVAL'], () => undefined);
  return (await fs.readlink(place).catch(noLink)) === link.text;
}

/** The root, which is inside of nothing else, if somebody has removed it. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}
