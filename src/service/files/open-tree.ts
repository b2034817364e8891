import type { Stats } from 'node:fs';
import { errnoOf } from '../../errors/index.ts';
import { openDirectory, pathOfDescriptor } from './descriptor-paths.ts';
import { closeUnwritten, type DiskPath, type Identity, joinDisk, shownName } from './disk.ts';
import { UnfitFile } from './failure.ts';

/** A directory of an open tree, as it was when it was met. */
export interface Directory extends Identity {
  /** Undefined for the top. */
  readonly parent: Directory | undefined;
  /** Its name in the parent. */
  readonly name: DiskPath;
  /** 0 for the top. */
  readonly depth: number;
}

/** A name in a directory of an open tree. */
export interface TreePlace {
  readonly directory: Directory;
  readonly name: DiskPath;
}

/** A directory on the way from the top to where the tree is at. */
interface Level {
  readonly directory: Directory;
  /** Undefined while it is closed to save descriptors. */
  descriptor: number | undefined;
}

/** Trees can be deeper than a process may have files open. */
const MOST_OPEN = 24;

/**
 * A tree of directories that somebody else may change at the same time. Its top was opened once; every other directory is
 * opened by its name in the one above, which is open, and has to be the directory that was met on the first visit. So
 * nothing outside of the tree is ever reached, whatever is put in the place of a directory of it.
 *
 * It is at one directory at a time. All uses are synchronous, so several pieces of work can share it.
 */
export class OpenTree {
  readonly top: Directory;
  /** Of the top, when it was opened. */
  readonly stat: Stats;
  readonly #chain: Level[];
  #openCount = 1;

  private constructor(descriptor: number, stat: Stats) {
    this.stat = stat;
    this.top = { parent: undefined, name: '', depth: 0, dev: stat.dev, ino: stat.ino };
    this.#chain = [{ directory: this.top, descriptor }];
  }

  /** Opens the top; the caller closes the tree. Throws ENOTDIR if it is no directory, or a link that is not followed. */
  static open(place: DiskPath, options: { follow?: boolean } = {}): OpenTree {
    const { descriptor, stat } = openDirectory(place, options);
    return new OpenTree(descriptor, stat);
  }

  close(): void {
    for (const level of this.#chain) this.#close(level);
  }

  /** The path of something in the tree for one call of the system, to be made before the tree is used again. */
  pathOf({ directory, name }: TreePlace): DiskPath {
    return joinDisk(this.pathOfDirectory(directory), name);
  }

  /** The same for a directory itself, which is open by then. Throws (500) if it was exchanged for another one. */
  pathOfDirectory(directory: Directory): string {
    const here = this.#chain.at(-1) as Level;
    return pathOfDescriptor(
      here.directory === directory ? (here.descriptor as number) : this.#enter(directory),
    );
  }

  /** The path of the top, wherever the tree is at. */
  pathOfTop(): string {
    return pathOfDescriptor((this.#chain[0] as Level).descriptor as number);
  }

  #enter(directory: Directory): number {
    const missing: Directory[] = [];
    let ancestor: Directory = directory;
    while (this.#chain[ancestor.depth]?.directory !== ancestor) {
      missing.push(ancestor);
      ancestor = ancestor.parent as Directory;
    }
    while (this.#chain.length > ancestor.depth + 1) this.#leave();
    for (const next of missing.reverse()) this.#descend(next);
    return this.#chain.at(-1)?.descriptor as number;
  }

  #descend(directory: Directory): void {
    const here = this.#chain.at(-1) as Level;
    const place = joinDisk(pathOfDescriptor(here.descriptor as number), directory.name);
    this.#chain.push({ directory, descriptor: this.#openAs(place, directory) });
    if (this.#openCount <= MOST_OPEN) return;
    // The top stays open: there is no other way to it.
    const shallowest = this.#chain.find((level, depth) => depth > 0 && level.descriptor !== undefined);
    if (shallowest !== undefined) this.#close(shallowest);
  }

  /** Goes one directory up, which is found from below if it was closed. */
  #leave(): void {
    const [above, below] = this.#chain.slice(-2) as [Level, Level];
    above.descriptor ??= this.#openAs(`${pathOfDescriptor(below.descriptor as number)}/..`, above.directory);
    this.#chain.pop();
    this.#close(below);
  }

  /** Opens a directory that was met before; throws (500) if that is not what is at this place now. */
  #openAs(place: DiskPath, directory: Directory): number {
    let opened: { descriptor: number; stat: Stats };
    try {
      opened = openDirectory(place);
    } catch (error) {
      throw errnoOf(error) === 'ENOTDIR' ? exchanged(directory) : error;
    }
    const { descriptor, stat } = opened;
    this.#openCount += 1;
    if (stat.ino === directory.ino && stat.dev === directory.dev) return descriptor;
    this.#close({ directory, descriptor });
    throw exchanged(directory);
  }

  #close(level: Level): void {
    if (level.descriptor === undefined) return;
    closeUnwritten(level.descriptor);
    level.descriptor = undefined;
    this.#openCount -= 1;
  }
}

const exchanged = ({ name }: Directory): Error =>
  new UnfitFile(`the directory "${shownName(name)}" was exchanged for another file during the request`);
