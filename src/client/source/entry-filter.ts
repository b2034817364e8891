import { isUtf8 } from 'node:buffer';
import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../errors/index.ts';
import { isInternalName } from '../../protocol/index.ts';
import { directoriesOf } from '../registry/index.ts';
import type { Selection } from '../select/index.ts';
import { LeftOutCount, type ScanOptions } from './source-tree.ts';

/**
 * Decides by name and kind which entries of a source tree a scan has to do with. Counts the others, and reports names
 * that cannot be published, unless no pattern selects what has them.
 */
export class EntryFilter {
  readonly leftOut = new LeftOutCount();
  readonly #root: string;
  readonly #options: ScanOptions;
  readonly #report: (finding: Finding) => void;

  constructor(root: string, options: ScanOptions, report: (finding: Finding) => void) {
    this.#root = root;
    this.#options = options;
    this.#report = report;
  }

  /** Returns whether to read an entry. `raw` is its name, as bytes where it may not be UTF-8. */
  keeps(directory: string, raw: string | Buffer): boolean {
    const name = String(raw);
    const entryPath = join(directory, name);
    const isHidden = this.#hides(name) && !isFormatMetadata(name);
    const isMangled = typeof raw !== 'string' && !isUtf8(raw);
    const isKept = !isHidden && !isInternalName(name) && !isMangled;
    if (!(isKept ? this.#mayBeMeant(entryPath) : this.#isMeant(directory, raw))) {
      this.leftOut.addUnselected(entryPath);
      return false;
    }
    if (isHidden) this.leftOut.addHidden(entryPath);
    else if (isInternalName(name)) {
      this.#report({ kind: 'internal-name', facts: { path: entryPath } });
    } else if (isMangled) {
      const facts = { path: join(directory, escapeBytes(raw)), place: 'name' } as const;
      this.#report({ kind: 'not-utf8', facts });
    }
    return isKept;
  }

  /**
   * Returns whether a directory is walked. If nothing may be selected in it, it is published without content, or left
   * out.
   */
  opens(entryPath: string): 'walked' | 'published empty' | 'left out' {
    const { selects, maySelectBelow } = this.#options.selection;
    if (this.#hides(path.posix.basename(entryPath))) {
      this.leftOut.addHidden(entryPath); // it has the name of a file that is kept
      return 'left out';
    }
    if (maySelectBelow(entryPath)) return 'walked';
    const isPublished = selects(entryPath, 'directory');
    this.leftOut.addUnselected(isPublished ? `${entryPath}/*` : entryPath);
    return isPublished ? 'published empty' : 'left out';
  }

  #hides(name: string): boolean {
    return name.startsWith('.') && !this.#options.includeHidden;
  }

  /** Returns whether an entry, of any kind, or something below it, may be selected. */
  #mayBeMeant(entryPath: string): boolean {
    const { selects } = this.#options.selection;
    return selects(entryPath, 'file') || this.#isMeantAsDirectory(entryPath);
  }

  #isMeantAsDirectory(entryPath: string): boolean {
    const { selects, maySelectBelow } = this.#options.selection;
    return selects(entryPath, 'directory') || maySelectBelow(entryPath);
  }

  /**
   * The same for an entry that is not kept: reads its metadata if the answer depends on its kind, since nothing else
   * will.
   */
  #isMeant(directory: string, raw: string | Buffer): boolean {
    const entryPath = join(directory, String(raw));
    const asFile = this.#options.selection.selects(entryPath, 'file');
    const asDirectory = this.#isMeantAsDirectory(entryPath);
    if (asFile === asDirectory) return asFile;
    const look = this.#options.symlinks === 'dereference' ? statSync : lstatSync;
    try {
      const item = Buffer.concat([Buffer.from(`${join(this.#root, directory)}/`), Buffer.from(raw)]);
      return look(item).isDirectory() ? asDirectory : asFile;
    } catch {
      return true; // nobody knows, so it is reported
    }
  }
}

/** A path relative to the root, below a directory that is. */
export const join = (directory: string, name: string): string =>
  directory === '' ? name : `${directory}/${name}`;

/** A name with the bytes that are no ASCII as `\\xff`, by which it can be found. */
const escapeBytes = (name: string | Buffer): string =>
  [...Buffer.from(name)]
    .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : `\\x${byte.toString(16)}`))
    .join('');

/**
 * Hidden files without which the data next to them cannot be read as what they are. They are published even where hidden
 * files are left out; directories of such a name are not. docs/uploads.md lists the same formats and names.
 */
const FORMAT_METADATA: ReadonlyMap<string, readonly string[]> = new Map([
  // Shapes, types, chunks, groups and attributes; without them, a store is a heap of compressed chunks.
  ['Zarr v2', ['.zarray', '.zgroup', '.zattrs', '.zmetadata']],
  // Dimensions and types, as netCDF wrote them before it moved them into those of Zarr.
  ['NCZarr', ['.nczarr', '.nczgroup', '.nczarray', '.nczattr']],
  // Which files are no part of the standard; without it, the data set is not valid.
  ['BIDS', ['.bidsignore']],
]);

const NAMES: ReadonlySet<string> = new Set([...FORMAT_METADATA.values()].flat());

/** Returns whether a file of this name is metadata of a data format. */
export function isFormatMetadata(name: string): boolean {
  return NAMES.has(name);
}

/**
 * Which of a tree's directories get published: those that were selected themselves, and those that hold something that
 * is published.
 */
export function publishedDirectories(
  directories: readonly string[],
  leaves: readonly { readonly path: string }[],
  { selects }: Selection,
): readonly string[] {
  const selected = new Set(directories.filter((directory) => selects(directory, 'directory')));
  if (selected.size === directories.length) return directories;
  const needed = directoriesOf(leaves.map((leaf) => leaf.path));
  return directories.filter((directory) => needed.has(directory) || selected.has(directory));
}
