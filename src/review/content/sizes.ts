import { type Amount, amountOfFiles, type Connection, fetchManifest } from '../../client/index.ts';
import { readOne } from '../../client/review/index.ts';
import { forEachConcurrently } from '../../fs/index.ts';
import { refPath, type Summary, type VersionRef } from '../../protocol/index.ts';

/** How large a version is. */
export interface VersionSize extends Amount {
  /** Bytes of files that are not links: what the version takes in the registry, besides the versions before it. */
  readonly storedBytes: number;
}

export interface FinishedVersion {
  readonly ref: VersionRef;
  readonly summary: Summary;
}

const READS_IN_FLIGHT = 4;

/** Sizes in memory; each is a few numbers. */
const MOST_KEPT = 100_000;

/** Sizes of versions, from their manifests. Those of approved versions are kept, since these do not change. */
export class Sizes {
  readonly #connection: Connection;
  readonly #kept = new Map<string, VersionSize>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * The sizes of versions, by their place in the registry. Stops after `budgetMs`, since manifests may be large: those that
   * are missing then come with a later call. Versions whose manifest cannot be read have none.
   */
  async of(
    versions: readonly FinishedVersion[],
    { budgetMs, signal }: { readonly budgetMs: number; readonly signal: AbortSignal },
  ): Promise<ReadonlyMap<string, VersionSize>> {
    const found = new Map<string, VersionSize>();
    const endAt = performance.now() + budgetMs;
    const read = async ({ ref, summary }: FinishedVersion): Promise<void> => {
      const place = refPath(ref);
      const key = `${place} ${summary.uploadStart} ${summary.uploadFinish}`;
      const known = this.#kept.get(key);
      if (known === undefined && performance.now() > endAt) return;
      const size = known ?? (await this.#read(ref, signal));
      if (size === undefined) return;
      found.set(place, size);
      if (!summary.onProbation && this.#kept.size < MOST_KEPT) this.#kept.set(key, size);
    };
    await forEachConcurrently(versions, READS_IN_FLIGHT, read, signal);
    return found;
  }

  async #read(ref: VersionRef, signal: AbortSignal): Promise<VersionSize | undefined> {
    const { value: manifest } = await readOne(fetchManifest(this.#connection, ref, { signal }));
    if (manifest === undefined) return undefined;
    let storedBytes = 0;
    for (const { size, link } of manifest.values()) if (link === undefined) storedBytes += size;
    return { ...amountOfFiles(manifest), storedBytes };
  }
}
