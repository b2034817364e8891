import { promises as fs, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../../protocol/errors.ts';
import type { Manifest } from '../../protocol/records.ts';
import { md5OfFiles } from '../checksums.ts';
import { DiskPace } from '../filesystem-work.ts';
import { HashCache } from '../hash-cache.ts';
import { WORTH_A_LINK_BYTES } from './plan.ts';
import { stateOf } from './scan.ts';
import type { Scan, SourceFile } from './source-tree.ts';
import type { UploadOptions } from './upload-result.ts';

export interface KnownChecksumsOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: ((file: SourceFile) => void) | undefined;
}

/** What an upload has taught about checksums. */
export interface Learnt {
  readonly manifest: Manifest;
  /** What the service has not read from the source itself. */
  readonly copied: readonly SourceFile[];
  /** By relative path: what was computed here, or remembered. */
  readonly computed: ReadonlyMap<string, string>;
}

/** The checksums of a source's files: remembered from earlier runs, computed, or learnt from what was published. */
export class KnownChecksums {
  readonly #scan: Scan;
  readonly #cache: HashCache | undefined;
  readonly #sums = new Map<string, string>();
  readonly #begunMs = Date.now();

  private constructor(
    scan: Scan,
    cache: HashCache | undefined,
    given: ReadonlyMap<string, string> | undefined,
  ) {
    this.#scan = scan;
    this.#cache = cache;
    for (const file of scan.files) {
      const sum = given?.get(file.path) ?? (given && cache?.get(file));
      if (sum !== undefined) this.#sums.set(file.path, sum);
    }
  }

  /**
   * With what is given, and what is remembered in the cache of `folder`; without one, nothing is. If all are to be
   * computed, neither is used, but what is learnt is remembered.
   */
  static async open(
    scan: Scan,
    {
      hashCache: folder,
      checksums = new Map(),
      verify,
    }: Pick<UploadOptions, 'hashCache' | 'checksums' | 'verify'>,
  ): Promise<KnownChecksums> {
    const cache = folder === undefined ? undefined : await HashCache.open(folder);
    return new KnownChecksums(scan, cache, verify === 'all' ? undefined : checksums);
  }

  /** By relative path; grows with {@link compute}. */
  get sums(): ReadonlyMap<string, string> {
    return this.#sums;
  }

  /** Reads those of the files whose checksum is not known yet. */
  async compute(files: readonly SourceFile[], { signal, onFile }: KnownChecksumsOptions = {}): Promise<void> {
    const unknown = files.filter((file) => !this.#sums.has(file.path));
    try {
      const placeOf = (file: SourceFile): string => path.join(this.#scan.root, file.path);
      const computed = await md5OfFiles(unknown, placeOf, { signal, onFile });
      for (const [file, sum] of computed) this.#sums.set(file, sum);
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      throw new GobblerError('invalid-source', `a file could not be read any more: ${messageOf(error)}`, {
        input: 'directory',
        hint: 'Make sure that nothing changes the directory while it is uploaded.',
        cause: error,
      });
    }
  }

  /**
   * Looks at the source once more, after everything: returns the files that are not what they were when they were
   * scanned. The checksums of the others are now known, and are remembered: from the manifest where the service has
   * read the source itself, and of copies only those that were computed here, since a copy may be damaged. (The second name that a file had in staging has changed its ctime, so this is the time to do it.)
   */
  async settle(learnt: Learnt | undefined): Promise<SourceFile[]> {
    const copied = new Set(learnt?.copied);
    const changed: SourceFile[] = [];
    const look = (file: SourceFile, stats: Stats | undefined): void => {
      if (stats?.size !== file.sizeBytes || stats.mtimeMs !== file.mtimeMs || stats.ino !== file.ino) {
        changed.push(file);
        return;
      }
      // The next plan would not ask for it, and to remember it takes as long as to hash it.
      if (!copied.has(file) && file.sizeBytes <= WORTH_A_LINK_BYTES) return;
      const entry = learnt?.manifest.get(file.path);
      const sum = copied.has(file) ? learnt?.computed.get(file.path) : entry?.md5sum;
      if (sum === undefined || sum === '' || entry?.size !== file.sizeBytes) return;
      this.#cache?.add(stateOf(stats), sum, this.#begunMs);
    };
    await new DiskPace().forEach(this.#scan.files, {
      now: (file) => look(file, statSync(`${this.#scan.root}/${file.path}`, { throwIfNoEntry: false })),
      later: async (file) => {
        const stats = await fs.stat(`${this.#scan.root}/${file.path}`).catch(() => undefined);
        look(file, stats);
      },
    });
    return changed;
  }

  /** Writes what was learnt to the cache. That it cannot be written is said, but is no failure. */
  async save(onNotice: (sentence: string) => void): Promise<void> {
    try {
      await this.#cache?.save();
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
      onNotice(`The checksums could not be remembered for the next run: ${messageOf(error)}`);
    }
  }
}
