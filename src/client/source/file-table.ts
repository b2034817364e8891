import type { Stats } from 'node:fs';
import { join } from './entry-filter.ts';
import type { SourceFile } from './source-tree.ts';

const PAGE_FILES = 4096;

/** The metadata of some files, in columns. */
class Page {
  files = 0;
  readonly directories: string[] = [];
  readonly names: string[] = [];
  readonly devices = new Float64Array(PAGE_FILES);
  readonly inodes = new Float64Array(PAGE_FILES);
  readonly sizes = new Float64Array(PAGE_FILES);
  readonly mtimes = new Float64Array(PAGE_FILES);
  readonly ctimes = new Float64Array(PAGE_FILES);
  readonly users = new Float64Array(PAGE_FILES);
  readonly modes = new Uint16Array(PAGE_FILES);
}

/** A file of a table: a page and a row, and nothing else. */
class TableFile implements SourceFile {
  readonly #page: Page;
  readonly #row: number;

  constructor(page: Page, row: number) {
    this.#page = page;
    this.#row = row;
  }

  get path(): string {
    return join(this.#page.directories[this.#row] as string, this.#page.names[this.#row] as string);
  }

  get dev(): number {
    return this.#page.devices[this.#row] as number;
  }

  get ino(): number {
    return this.#page.inodes[this.#row] as number;
  }

  get sizeBytes(): number {
    return this.#page.sizes[this.#row] as number;
  }

  get mtimeMs(): number {
    return this.#page.mtimes[this.#row] as number;
  }

  get ctimeMs(): number {
    return this.#page.ctimes[this.#row] as number;
  }

  get uid(): number {
    return this.#page.users[this.#row] as number;
  }

  get mode(): number {
    return this.#page.modes[this.#row] as number;
  }
}

/**
 * Makes the files of a scan, which live until the end of an upload and may be millions. Their metadata is kept in typed
 * arrays, and their paths as directory and name: less than half of what objects of their own take.
 */
export class FileTable {
  #page = new Page();

  /** A file of this name in a directory of the source. */
  add(directory: string, name: string, { dev, ino, size, mtimeMs, ctimeMs, uid, mode }: Stats): SourceFile {
    if (this.#page.files === PAGE_FILES) this.#page = new Page();
    const page = this.#page;
    const row = page.files++;
    page.directories.push(directory);
    page.names.push(name);
    page.devices[row] = dev;
    page.inodes[row] = ino;
    page.sizes[row] = size;
    page.mtimes[row] = mtimeMs;
    page.ctimes[row] = ctimeMs;
    page.users[row] = uid;
    page.modes[row] = mode & 0o7777;
    return new TableFile(page, row);
  }
}
