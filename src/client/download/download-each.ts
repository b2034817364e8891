import { gobblerError } from '../../errors/index.ts';
import { AdaptiveIo, forEachConcurrently, md5Of, Turns } from '../../fs/index.ts';
import { SmallFileWriter } from '../../fs/threads/index.ts';
import { type Manifest, type ManifestEntry, refPath, type VersionRef } from '../../protocol/index.ts';
import { addressOf, type Connection, PIPELINE_DEPTH, PipelinedGets } from '../connection/index.ts';
import { download, writing } from './download.ts';
import { PLACING_CALLS, type Place, placeSmall } from './place-small.ts';

/** Files up to this size are received in memory, and requested before the last one has arrived. */
const PIPELINED_BYTES = 256 * 1024;

/** While some files of a connection are on their way, as many others are being written. */
const FILES_A_CONNECTION = 2 * PIPELINE_DEPTH;

/** A thread takes as long to start as it takes to write about as many small files. */
const WORTH_A_THREAD_FILES = 1000;

export interface DownloadEachOptions {
  /** Files that the service sends at a time, each on a connection of its own. */
  readonly concurrency: number;
  /** Of the files, reduced by the umask. */
  readonly mode: number;
  /** Whether nothing may be replaced. */
  readonly isNew: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** A version whose files are downloaded. */
type Downloadable = { readonly ref: VersionRef; readonly manifest: Manifest };

/**
 * Downloads files of one version, each checked against the manifest before it gets its name: calls `work` for each key,
 * with a function that downloads the file of the key, and with as many in flight as keep all connections busy. Small files
 * share connections, and if there are many, another thread checks and writes them. Codes as `download`, and `not-found` for
 * a file that has gone.
 */
export async function downloadEach(
  connection: Connection,
  version: Downloadable,
  keys: readonly string[],
  work: (key: string, bring: (to: Place) => Promise<void>) => Promise<void>,
  options: DownloadEachOptions,
): Promise<void> {
  if (keys.length === 0) return;
  const { concurrency, signal } = options;
  const isSmall = (key: string): boolean => (version.manifest.get(key)?.size ?? 0) <= PIPELINED_BYTES;
  const small = keys.filter(isSmall);
  const smallFirst = [...small, ...keys.filter((key) => !isSmall(key))];
  const pipelined = await PipelinedGets.open(connection.url, concurrency);
  const downloads = new VersionDownloads(connection, version, options, pipelined);
  // Nothing waits for it: files are written here until it has started.
  const writer = small.length < WORTH_A_THREAD_FILES ? undefined : downloads.startWriter();
  const stop = (): void => downloads.stop(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const bring = (key: string) => work(key, (to) => downloads.bring(key, to));
    await forEachConcurrently(smallFirst, concurrency * FILES_A_CONNECTION, bring, signal);
  } finally {
    signal?.removeEventListener('abort', stop);
    await pipelined.close();
    (await writer)?.close();
  }
}

/**
 * The downloads that are in flight. A small file whose answer is not exactly as expected is requested once more, by itself,
 * which finds out why.
 */
class VersionDownloads {
  readonly #connection: Connection;
  readonly #version: Downloadable;
  readonly #options: DownloadEachOptions;
  readonly #pipelined: PipelinedGets;
  /** For what needs a connection, or a descriptor, for a file of its own. */
  readonly #turns: Turns;
  readonly #pace = new AdaptiveIo();
  #writer: SmallFileWriter | undefined;
  #failure: { readonly error: unknown } | undefined;

  constructor(
    connection: Connection,
    version: Downloadable,
    options: DownloadEachOptions,
    pipelined: PipelinedGets,
  ) {
    this.#connection = connection;
    this.#version = version;
    this.#options = options;
    this.#pipelined = pipelined;
    this.#turns = new Turns(options.concurrency);
  }

  async startWriter(): Promise<SmallFileWriter | undefined> {
    const onBatch = (files: number, tookMs: number): void => this.#pace.note(tookMs / files / PLACING_CALLS);
    const { mode, isNew } = this.#options;
    this.#writer = await SmallFileWriter.open({ mode, isNew, onBatch });
    return this.#writer;
  }

  /** Lets everything that is in flight fail with `error`, rather than find out the same, one after another. */
  stop(error: unknown): void {
    this.#failure ??= { error };
    void this.#pipelined.close();
  }

  /** Downloads the file of a key. */
  async bring(key: string, to: Place): Promise<void> {
    try {
      const expected = this.#entry(key);
      const registryPath = `${refPath(this.#version.ref)}/${key}`;
      const isPlaced =
        expected.size <= PIPELINED_BYTES && (await this.#bringSmall(registryPath, expected, to));
      if (!isPlaced) await this.#turns.run(() => this.#bringAlone(registryPath, expected, to));
    } catch (error) {
      this.stop(error);
      throw error;
    }
  }

  /** Returns false if the answer is not what was expected. */
  async #bringSmall(registryPath: string, expected: ManifestEntry, to: Place): Promise<boolean> {
    const content = await this.#pipelined.get(addressOf(this.#connection, registryPath), expected.size);
    if (content === undefined || this.#failure !== undefined) return false;
    const { mode, isNew } = this.#options;
    const { md5sum } = expected;
    const writer = this.#writer;
    if (writer !== undefined && !this.#pace.isSlow)
      return writing(to.target, () => writer.place(content, { ...to, md5sum }));
    if (md5Of(content) !== md5sum) return false;
    const write = (): Promise<void> => placeSmall(content, { ...to, mode, isNew }, this.#pace);
    await writing(to.target, () => (this.#pace.isSlow ? this.#turns.run(write) : write()));
    return true;
  }

  async #bringAlone(registryPath: string, expected: ManifestEntry, to: Place): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.error;
    const { mode, isNew, signal } = this.#options;
    const work = { ...to, registryPath, expected, mode, isNew, pace: this.#pace, signal };
    if (!(await download(this.#connection, work)))
      throw gobblerError('file-vanished', { path: registryPath });
  }

  #entry(key: string): ManifestEntry {
    const entry = this.#version.manifest.get(key);
    if (entry === undefined) throw new Error(`${JSON.stringify(key)} is not in the manifest`);
    return entry;
  }
}
