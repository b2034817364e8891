import { promises as fs, readdirSync, type Stats } from 'node:fs';
import { gobblerError } from '../../errors/index.ts';
import {
  AdaptiveIo,
  FilesystemClocks,
  Filesystems,
  forEachConcurrently,
  retryStale,
} from '../../fs/index.ts';
import type { ScanOptions, SourceFile } from './source-tree.ts';

const LINKS_IN_FLIGHT = 64;

/** How to treat the entries of a directory. */
export interface Look {
  /** Whether a file of this name would be published: nothing else is opened. */
  readonly isWanted: (name: string) => boolean;
  /** Called for each entry that cannot be looked at. */
  readonly onFailure: (name: string, error: unknown) => void;
}

/**
 * Lists the directories of a source and reads the metadata of their entries, in the way that suits the filesystem: at
 * once or in the background, and by opening files where metadata may be stale.
 */
export class SourceReader {
  readonly filesystems = new Filesystems();
  /** Lower bounds for the present time on each of them. */
  readonly clocks = new FilesystemClocks();
  readonly #options: ScanOptions;
  readonly #pace = new AdaptiveIo();

  constructor(options: ScanOptions) {
    this.#options = options;
  }

  /** The names in a directory, as bytes where they may not be UTF-8. */
  async list(directory: string): Promise<readonly (string | Buffer)[]> {
    const names = await this.#pace.once({
      now: () => readdirSync(directory),
      later: () => retryStale(directory, () => fs.readdir(directory), this.#options.onNotice),
    });
    // The sign for bytes that are no UTF-8; but a name may also really contain it.
    if (!names.some((name) => name.includes('\ufffd'))) return names;
    return fs.readdir(directory, { encoding: 'buffer' });
  }

  /** The metadata of entries of a directory that has just been listed, by name; links are followed if they are for that. */
  async look(
    directory: string,
    names: readonly string[],
    { isWanted, onFailure }: Look,
  ): Promise<ReadonlyMap<string, Stats>> {
    const { concurrency, signal, symlinks, onNotice } = this.#options;
    const stats = new Map<string, Stats>();
    const links: string[] = [];
    const note = (name: string, own: Stats): void => {
      if (symlinks === 'dereference' && own.isSymbolicLink()) links.push(name);
      else stats.set(name, own);
    };
    const placeOf = (name: string): string => `${directory}/${name}`;
    const attempt = async (name: string, looking: Promise<Stats>, take: typeof note): Promise<void> => {
      try {
        take(name, await looking);
      } catch (error) {
        onFailure(name, error);
      }
    };
    const now = (name: string): void => {
      try {
        const found = this.filesystems.entryNow(placeOf(name), () => isWanted(name));
        note(name, found);
      } catch (error) {
        onFailure(name, error);
      }
    };
    const later = (name: string): Promise<void> => {
      const look = (): Promise<Stats> => this.filesystems.entry(placeOf(name), () => isWanted(name));
      return attempt(name, retryStale(placeOf(name), look, onNotice), note);
    };
    await this.#pace.forEach(names, { now, later }, { concurrency, signal });
    const follow = (name: string): Promise<void> =>
      attempt(name, this.filesystems.target(placeOf(name)), (_, target) => stats.set(name, target));
    await forEachConcurrently(links, concurrency ?? LINKS_IN_FLIGHT, follow, signal);
    this.#noteTimes(stats, directory);
    return stats;
  }

  #noteTimes(stats: ReadonlyMap<string, Stats>, directory: string): void {
    const [seenAt, nowMs] = [performance.now(), Date.now()];
    const latest = new Map<number, number>();
    for (const { dev, ctimeMs } of stats.values())
      if (ctimeMs > (latest.get(dev) ?? Number.NEGATIVE_INFINITY)) latest.set(dev, ctimeMs);
    for (const [dev, ctimeMs] of latest) {
      const isLocal = this.filesystems.of(dev, directory).isLocal;
      this.clocks.observe(dev, isLocal ? nowMs : ctimeMs, seenAt);
    }
  }
}

/**
 * Refuses a source file, with code `invalid-source`, of which another number of bytes was read than it had when it was
 * scanned. Its metadata need not show that: they are older than the last byte, and for some files they say nothing.
 */
export function requireAllRead(
  { path, sizeBytes }: Pick<SourceFile, 'path' | 'sizeBytes'>,
  bytesRead: number,
): void {
  if (bytesRead === sizeBytes) return;
  throw gobblerError('source-shorter', { path, sizeBytes, bytesRead });
}
