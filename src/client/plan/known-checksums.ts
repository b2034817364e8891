import type { Stats } from 'node:fs';
import path from 'node:path';
import { gobblerError, messageOf } from '../../errors/index.ts';
import {
  AdaptiveIo,
  type FileState,
  forEachConcurrently,
  HashCache,
  hashFiles,
  ifRefused,
  REST_MS,
  refreshDirectory,
  refusedAs,
} from '../../fs/index.ts';
import type { Content } from '../../fs/threads/index.ts';
import type { Manifest } from '../../protocol/index.ts';
import { traceDecision } from '../connection/index.ts';
import {
  isUnchanged,
  requireAllRead,
  requireUnchanged,
  type Scan,
  type SourceFile,
  stateOf,
  type UploadOptions,
} from '../source/index.ts';
import { WORTH_A_LINK_BYTES } from './plan.ts';

/** How the source stands after an upload. */
export interface Settled {
  /** Files that are not what they were when they were scanned, or have gone. */
  readonly changed: readonly SourceFile[];
  /**
   * With `exactly`, files of which not even the ctime is another one, and that had rested when they were read. Never one
   * whose checksum the caller has given: nobody knows when that was computed.
   */
  readonly untouched: ReadonlySet<SourceFile>;
}

const DIRECTORIES_IN_FLIGHT = 64;

export interface KnownChecksumsOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onFile?: ((file: SourceFile) => void) | undefined;
}

/** The checksums that an upload has learned. */
export interface Learned {
  readonly manifest: Manifest;
  /** Files that the service has not read from the source itself. */
  readonly copied: Iterable<SourceFile>;
  /** By relative path: what was computed here, or remembered. */
  readonly computed: ReadonlyMap<string, string>;
}

/** The checksums of a source's files: remembered from earlier runs, computed, or learned from what was published. */
export class KnownChecksums {
  readonly #scan: Scan;
  readonly #cache: HashCache | undefined;
  readonly #sums = new Map<string, string>();
  /** Paths of files whose checksum the caller has given. */
  readonly #given = new Set<string>();
  /** Undefined if they are not asked for. */
  readonly #sha256: Map<string, string> | undefined;
  /** By the monotonic clock of this process. */
  readonly #begunAt = performance.now();

  private constructor(
    scan: Scan,
    cache: HashCache | undefined,
    { checksums, verify, sha256 }: Pick<UploadOptions, 'checksums' | 'verify' | 'sha256'>,
  ) {
    this.#scan = scan;
    this.#cache = cache;
    this.#sha256 = sha256 ? new Map() : undefined;
    if (verify === 'all') return;
    for (const file of scan.files) {
      const given = checksums?.get(file.path);
      if (given !== undefined) this.#given.add(file.path);
      const sum = given ?? cache?.get(file);
      if (sum !== undefined) this.#sums.set(file.path, sum);
    }
    traceDecision(
      () => `checksums of ${this.#sums.size} of ${scan.files.length} files are known from earlier runs`,
    );
  }

  /**
   * With what is given, and what is remembered in the cache of `folder`; without one, nothing is. If all are to be
   * computed, neither is used, but what is learned is remembered.
   */
  static async open(
    scan: Scan,
    { hashCache: folder, ...options }: Pick<UploadOptions, 'hashCache' | 'checksums' | 'verify' | 'sha256'>,
  ): Promise<KnownChecksums> {
    const cache = folder === undefined ? undefined : await HashCache.open(folder, scan.files);
    return new KnownChecksums(scan, cache, options);
  }

  /** MD5 by relative path; grows with {@link compute}. */
  get sums(): ReadonlyMap<string, string> {
    return this.#sums;
  }

  /** Likewise the sha256, which is never remembered; undefined unless it is needed. */
  get sha256(): ReadonlyMap<string, string> | undefined {
    return this.#sha256;
  }

  /** Returns whether a checksum of a file is needed, and not known yet. */
  lacks({ path: file }: SourceFile): boolean {
    return !this.#sums.has(file) || this.#sha256?.has(file) === false;
  }

  /**
   * Reads those of the files whose checksum is not known yet. Code `invalid-source` for what cannot be read, or of which
   * more or fewer bytes are read than it had when it was scanned.
   */
  async compute(files: readonly SourceFile[], { signal, onFile }: KnownChecksumsOptions = {}): Promise<void> {
    const unknown = files.filter((file) => this.lacks(file));
    const placeOf = (file: SourceFile): string => path.join(this.#scan.root, file.path);
    const take = ({ path: file }: SourceFile, { md5sum, sha256 }: Content): void => {
      if (!this.#sums.has(file)) this.#sums.set(file, md5sum);
      if (sha256 !== undefined) this.#sha256?.set(file, sha256);
    };
    const wantsSha256 = this.#sha256 !== undefined;
    const checking = { require: requireUnchanged, onRead: requireAllRead };
    const isGone = refusedAs((error) =>
      gobblerError('source-gone', { error: messageOf(error) }, { cause: error }),
    );
    await hashFiles(unknown, placeOf, take, { signal, onFile, wantsSha256, ...checking }).catch(isGone);
  }

  /**
   * Checks the source once more, after the service has read it: returns the files that have changed since the scan, and
   * those that nobody has touched at all. (Making and removing a hard link in staging touches a file, too.) Remembers the
   * checksums of the others: from the manifest where the service has read the source itself, and of copies only those that
   * were computed here, since a copy may be damaged.
   *
   * A copy was checked when it was made, so its source is only checked again with `exactly`. Staging may still be removed
   * meanwhile, until `cleaned` resolves. Removing its hard link changes the ctime of a file, so these are checked
   * afterwards: files to remember; with `exactly`, all files; and all files where metadata may be stale.
   */
  async settle(
    learned: Learned | undefined,
    { exactly, cleaned = Promise.resolve() }: { readonly exactly: boolean; readonly cleaned?: Promise<void> },
  ): Promise<Settled> {
    const { root, files, directories, filesystems } = this.#scan;
    const untouched = new Set<SourceFile>();
    const copied = new Set(learned?.copied);
    const changed: SourceFile[] = [];
    const cache = learned && this.#cache;
    // The next plan would not ask for others, and to remember one takes as long as to hash it.
    const isWorthRemembering = (file: SourceFile): boolean =>
      cache !== undefined && (copied.has(file) || file.sizeBytes > WORTH_A_LINK_BYTES);
    const remember = (file: SourceFile, state: FileState): void => {
      if (!isWorthRemembering(file)) return;
      const entry = learned?.manifest.get(file.path);
      const sum = copied.has(file) ? learned?.computed.get(file.path) : entry?.md5sum;
      if (sum === undefined || sum === '' || entry?.size !== file.sizeBytes) return;
      if (this.#hasRested(file, file.mtimeMs)) cache?.add(state, sum);
    };
    const look = (file: SourceFile, stats: Stats | undefined): void => {
      if (stats === undefined || !isUnchanged(file, stats)) {
        changed.push(file);
        return;
      }
      const hasRested = this.#hasRested(file, file.ctimeMs) && stats.ctimeMs === file.ctimeMs;
      if (exactly && hasRested && !this.#given.has(file.path)) untouched.add(file);
      remember(file, stateOf(stats));
    };
    const inDoubt = exactly ? files : files.filter((file) => !copied.has(file));
    if (!exactly) for (const file of copied) remember(file, file);
    if (inDoubt.length === 0) return { changed, untouched };
    if (filesystems.all.some(({ mayBeStale }) => mayBeStale)) {
      await cleaned; // no time may pass between refreshing a directory and looking at its files
      const places = ['', ...directories].map((directory) => `${root}/${directory}`);
      // A directory that has gone takes its files along, which is found out next.
      const refresh = (place: string): Promise<void> => refreshDirectory(place).catch(() => undefined);
      await forEachConcurrently(places, DIRECTORIES_IN_FLIGHT, refresh);
    }
    const placeOf = (file: SourceFile): string => `${root}/${file.path}`;
    const now = (file: SourceFile): Stats => filesystems.statNow(placeOf(file), file.dev);
    const later = (file: SourceFile): Promise<Stats> => filesystems.stat(placeOf(file), file.dev);
    const looking = {
      now: (file: SourceFile) =>
        look(
          file,
          ifReadable(() => now(file)),
        ),
      later: async (file: SourceFile) => look(file, await later(file).catch(() => undefined)),
    };
    const pace = new AdaptiveIo();
    const [first, last]: [SourceFile[], SourceFile[]] = [[], []];
    for (const file of inDoubt) (exactly || isWorthRemembering(file) ? last : first).push(file);
    await pace.forEach(first, looking);
    if (last.length > 0) await cleaned;
    await pace.forEach(last, looking);
    return { changed, untouched };
  }

  /**
   * Returns whether a file had not been changed for a while when it was read, by the time of its last change. One that
   * was changed just before may be changed again within the same tick of the clock that sets its times, without a trace
   * in them.
   */
  #hasRested({ dev }: SourceFile, changedMs: number): boolean {
    const readMs = this.#scan.clocks.atLeast(dev, this.#begunAt);
    return readMs !== undefined && readMs - changedMs >= REST_MS;
  }

  /** Writes new checksums to the cache. A failure to write is logged, and is no error. */
  async save(onNotice: (sentence: string) => void): Promise<void> {
    const tell = ifRefused((error) =>
      onNotice(`The checksums could not be cached for the next run: ${messageOf(error)}`),
    );
    await this.#cache?.save().catch(tell);
  }
}

/** Undefined for a file that cannot be read any more, whatever the reason: it has changed. */
function ifReadable(look: () => Stats): Stats | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
