import { isUtf8 } from 'node:buffer';
import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import { errnoOf, type Finding, messageOf } from '../../errors/index.ts';
import { type FileState, refreshPath } from '../../fs/index.ts';
import { EntryFilter, join, publishedDirectories } from './entry-filter.ts';
import { FileTable } from './file-table.ts';
import { LossCount } from './losses.ts';
import { PseudoFilesystems } from './pseudo-filesystem.ts';
import { failureFinding, kindOf, ReadAccess } from './scan-failure.ts';
import { isSetAside, mayBeInUse, putAllBack } from './set-aside.ts';
import { SourceReader } from './source-reader.ts';
import type { Scan, ScanOptions, SourceFile, SourceLink } from './source-tree.ts';

/**
 * Walks a directory and says what is in it. Reads names and metadata only, and of what cannot be selected, only names.
 * Never throws for what it finds, only when aborted.
 */
export async function scan(root: string, options: ScanOptions): Promise<Scan> {
  const walk = new Walk(path.resolve(root), options);
  await walk.run();
  return walk.result();
}

/** Metadata of an entry takes half a kilobyte until the entry is recorded, and a directory may have a million of them. */
const ENTRIES_AT_ONCE = 4096;

interface PendingDirectory {
  /** Relative to the root; empty for the root itself. */
  readonly path: string;
  /** `dev:ino` of this directory and all above it, to notice circles when links are followed. */
  readonly lineage: readonly string[];
}

class Walk {
  readonly #root: string;
  readonly #options: ScanOptions;
  readonly #table = new FileTable();
  readonly #files: SourceFile[] = [];
  readonly #links: SourceLink[] = [];
  readonly #directories: string[] = [];
  /** Those that hold nothing, not even what is left out. */
  readonly #empty: string[] = [];
  readonly #findings: Finding[] = [];
  readonly #losses = new LossCount();
  readonly #access = new ReadAccess();
  readonly #pseudo = new PseudoFilesystems();
  readonly #reader: SourceReader;
  readonly #filter: EntryFilter;
  #seen = 0;

  constructor(root: string, options: ScanOptions) {
    this.#root = root;
    this.#options = options;
    this.#reader = new SourceReader(options);
    this.#filter = new EntryFilter(root, options, (finding) => this.#findings.push(finding));
  }

  async run(): Promise<void> {
    const lineage = await this.#enterRoot();
    const pending: PendingDirectory[] = lineage === undefined ? [] : [{ path: '', lineage }];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      // Not spread into the arguments of one call: there may be more than a call can take.
      for (const found of (await this.#readDirectory(next)).reverse()) pending.push(found);
    }
  }

  result(): Scan {
    const leaves = [...this.#files, ...this.#links];
    const directories = publishedDirectories(this.#directories, leaves, this.#options.selection);
    const published = new Set(directories);
    for (const directory of this.#empty)
      if (!published.has(directory)) this.#filter.leftOut.addUnselected(directory);
    return {
      root: this.#root,
      files: this.#files,
      links: this.#links,
      directories,
      findings: this.#findings,
      leftOut: this.#filter.leftOut,
      losses: this.#losses.losses,
      filesystems: this.#reader.filesystems,
      clocks: this.#reader.clocks,
    };
  }

  async #enterRoot(): Promise<string[] | undefined> {
    try {
      let stats = await this.#lookAtRoot();
      if (this.#reader.filesystems.of(stats.dev, this.#root).mayBeStale) {
        // Another machine may have put another directory in its place.
        await refreshPath('/', this.#root);
        stats = await fs.stat(this.#root);
      }
      if (stats.isDirectory()) return this.#isMadeUp('', stats) ? undefined : [identityOf(stats)];
      const facts = { directory: this.#root, found: kindOf(stats) };
      this.#findings.push({ kind: 'missing-directory', facts });
    } catch (error) {
      const directory = this.#root;
      if (errnoOf(error) === 'ENOENT')
        this.#findings.push({ kind: 'missing-directory', facts: { directory } });
      else
        this.#findings.push({ kind: 'unreadable', facts: { directory, path: '', error: messageOf(error) } });
    }
    return undefined;
  }

  /** A directory that was made again on another machine may be remembered here as missing. */
  async #lookAtRoot(): Promise<Stats> {
    try {
      return await fs.stat(this.#root);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT' && errnoOf(error) !== 'ESTALE') throw error;
      await refreshPath('/', path.dirname(this.#root));
      return fs.stat(this.#root);
    }
  }

  /** Records everything directly in a directory, and returns its subdirectories, sorted. */
  async #readDirectory({ path: directory, lineage }: PendingDirectory): Promise<PendingDirectory[]> {
    this.#options.signal?.throwIfAborted();
    const listed = await this.#list(directory);
    if (listed.length === 0 && directory !== '') this.#empty.push(directory);
    const names = listed.filter((name) => this.#filter.keeps(directory, name)).map(String);
    names.sort();
    const subdirectories: PendingDirectory[] = [];
    for (let at = 0; at < names.length; at += ENTRIES_AT_ONCE) {
      const some = names.slice(at, at + ENTRIES_AT_ONCE);
      for (const found of await this.#readEntries(some, { path: directory, lineage }))
        subdirectories.push(found);
    }
    return subdirectories;
  }

  /** The same for some of the names in a directory. */
  async #readEntries(
    names: readonly string[],
    { path: directory, lineage }: PendingDirectory,
  ): Promise<PendingDirectory[]> {
    const stats = await this.#reader.look(this.#placeOf(directory), names, {
      isWanted: (name) => this.#options.selection.selects(join(directory, name), 'file'),
      onFailure: (name, error) => this.#findFailure(join(directory, name), error),
    });
    const subdirectories: PendingDirectory[] = [];
    for (const name of names) {
      const found = stats.get(name);
      if (found === undefined) continue;
      const entryPath = join(directory, name);
      this.#options.onEntry?.(++this.#seen);
      if (found.isDirectory()) {
        const opened = this.#filter.opens(entryPath);
        if (opened === 'published empty') this.#directories.push(entryPath);
        if (opened !== 'walked') continue;
        const identity = identityOf(found);
        if (lineage.includes(identity)) {
          this.#findings.push({ kind: 'cyclic-link', facts: { path: entryPath, isParent: true } });
          continue;
        }
        if (this.#isMadeUp(entryPath, found)) continue;
        subdirectories.push({ path: entryPath, lineage: [...this.#lineageFor(lineage), identity] });
        this.#directories.push(entryPath);
      } else if (!this.#options.selection.selects(entryPath, 'file')) {
        this.#filter.leftOut.addUnselected(entryPath);
      } else if (found.isSymbolicLink()) {
        await this.#recordLink(entryPath);
      } else if (!found.isFile()) {
        this.#findings.push({ kind: 'special-file', facts: { path: entryPath, found: kindOf(found) } });
      } else if (this.#access.byMode(found) || (await this.#access.byAsking(this.#placeOf(entryPath)))) {
        if (this.#isMadeUp(entryPath, found)) continue;
        this.#losses.add(found);
        this.#files.push(this.#table.add(directory, name, found));
      } else this.#findings.push({ kind: 'unreadable', facts: { directory: this.#root, path: entryPath } });
    }
    return subdirectories;
  }

  /**
   * Returns whether the kernel synthesizes the content of a file or directory, which is then reported; so is one that
   * cannot be opened.
   */
  #isMadeUp(entryPath: string, { dev }: Stats): boolean {
    try {
      const filesystem = this.#pseudo.find(this.#placeOf(entryPath), dev);
      if (filesystem === undefined) return false;
      const facts = { directory: this.#root, path: entryPath, filesystem };
      this.#findings.push({ kind: 'no-fixed-content', facts });
    } catch (error) {
      this.#findings.push(failureFinding(this.#root, entryPath, error, this.#options.symlinks));
    }
    return true;
  }

  /** Circles need followed links; without them a deep tree need not carry its lineage along. */
  #lineageFor(lineage: readonly string[]): readonly string[] {
    return this.#options.symlinks === 'dereference' ? lineage : [];
  }

  /** The names in a directory, with the entries that a killed run was about to remove (`consume`) back in their places. */
  async #list(directory: string): Promise<readonly (string | Buffer)[]> {
    try {
      const place = this.#placeOf(directory);
      const names = await this.#reader.list(place);
      const asides = names.filter((name): name is string => typeof name === 'string' && isSetAside(name));
      if (asides.length === 0) return names;
      for (const aside of asides) await this.#restore(directory, aside);
      return (await this.#reader.list(place)).filter((name) => !isSetAside(String(name)));
    } catch (error) {
      this.#options.signal?.throwIfAborted();
      if (errnoOf(error) === undefined) throw error;
      this.#findings.push(failureFinding(this.#root, directory, error, this.#options.symlinks));
      return [];
    }
  }

  async #restore(directory: string, aside: string): Promise<void> {
    const [entryPath, place] = [join(directory, aside), `${this.#placeOf(directory)}/${aside}`];
    try {
      if (await mayBeInUse(place)) {
        this.#findings.push({ kind: 'being-removed', facts: { path: entryPath } });
        return;
      }
      for (const name of await putAllBack(place)) {
        const facts = { path: join(entryPath, name), takenBy: join(directory, name) };
        this.#findings.push({ kind: 'being-removed', facts });
      }
    } catch (error) {
      this.#findFailure(entryPath, error);
    }
  }

  #placeOf(entryPath: string): string {
    return entryPath === '' ? this.#root : `${this.#root}/${entryPath}`;
  }

  async #recordLink(entryPath: string): Promise<void> {
    let text: Buffer;
    try {
      text = await fs.readlink(this.#placeOf(entryPath), { encoding: 'buffer' });
    } catch (error) {
      this.#findFailure(entryPath, error);
      return;
    }
    if (this.#options.symlinks === 'error') this.#findings.push({ kind: 'link', facts: { path: entryPath } });
    else if (!isUtf8(text))
      this.#findings.push({ kind: 'not-utf8', facts: { path: entryPath, place: 'target' } });
    else this.#links.push({ path: entryPath, text: text.toString('utf8') });
  }

  #findFailure(entryPath: string, error: unknown): void {
    const { symlinks, selection } = this.#options;
    const isDangling = symlinks === 'dereference' && LEADS_NOWHERE.has(errnoOf(error) ?? '');
    // It is no directory, so nothing is below it.
    if (isDangling && !selection.selects(entryPath, 'file')) this.#filter.leftOut.addUnselected(entryPath);
    else this.#findings.push(failureFinding(this.#root, entryPath, error, symlinks));
  }
}

/** Returns the metadata that identify this state of a file. */
export function stateOf({ dev, ino, size: sizeBytes, mtimeMs, ctimeMs }: Stats): FileState {
  return { dev, ino, sizeBytes, mtimeMs, ctimeMs };
}

/** Why a link cannot be followed, whoever follows it. */
const LEADS_NOWHERE = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);

const identityOf = (stats: Stats): string => `${stats.dev}:${stats.ino}`;
