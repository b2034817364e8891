import {
  type Amount,
  amountOfFiles,
  type Connection,
  type Difference,
  differenceOf,
  type KindOfChange,
  largestChanges,
  type Manifest,
  type Summary,
  type VersionRef,
} from '../../client/index.ts';
import { RemoteVersion } from '../../commands/versions/index.ts';
import { compareBytes, refPath } from '../../protocol/index.ts';

/** A version as the service showed it at one moment. */
export interface Snapshot {
  readonly ref: VersionRef;
  readonly summary: Summary;
  readonly manifest: Manifest;
  /** Of the manifest: what an approval is pinned to. */
  readonly digest: string;
  readonly content: Amount;
  /** Bytes of files that are no links: what the version takes in the registry, besides the versions before it. */
  readonly storedBytes: number;
  /** The paths of the manifest, sorted by their bytes. */
  readonly paths: readonly string[];
}

/** How a version differs from an earlier one. */
export interface Comparison {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly difference: Difference;
  /** All changes, the largest first. */
  readonly changes: readonly KindOfChange[];
}

/**
 * How long the pages of one version share a snapshot. A decision is pinned to the digest that was shown, so that an old
 * one does no harm.
 */
const RECENT_MS = 60_000;

/** Entries of all manifests in memory: two versions of a million files, and some more. */
const MOST_ENTRIES = 2_500_000;

interface Kept {
  readonly snapshot: Snapshot;
  readonly takenAt: number;
}

/** Snapshots of versions, from the service. Keeps some for the next page. */
export class Snapshots {
  readonly #connection: Connection;
  /** The least recently used first. */
  readonly #kept = new Map<string, Kept>();
  readonly #comparisons = new WeakMap<Snapshot, Comparison>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The version as it is now. Code `not-found`, and those of `fetchSummary` and `fetchManifest`. */
  async take(ref: VersionRef, signal: AbortSignal): Promise<Snapshot> {
    const version = new RemoteVersion(this.#connection, ref, signal);
    const summary = await version.requireComplete('use');
    const { manifest, digest } = await version.content();
    const snapshot = snapshotOf({ ref, summary, manifest, digest });
    this.#keep(snapshot);
    return snapshot;
  }

  /** The version as it was at most a minute ago. */
  async recent(ref: VersionRef, signal: AbortSignal): Promise<Snapshot> {
    const key = refPath(ref);
    const kept = this.#kept.get(key);
    if (kept === undefined || performance.now() - kept.takenAt > RECENT_MS) return this.take(ref, signal);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    return kept.snapshot;
  }

  /** Compares two versions; the last comparison of each is kept with it. */
  compare(before: Snapshot, after: Snapshot): Comparison {
    const known = this.#comparisons.get(after);
    if (known?.before === before) return known;
    const difference = differenceOf(before.manifest, after.manifest);
    const comparison = { before, after, difference, changes: largestChanges(difference) };
    this.#comparisons.set(after, comparison);
    return comparison;
  }

  #keep(snapshot: Snapshot): void {
    const key = refPath(snapshot.ref);
    this.#kept.delete(key);
    this.#kept.set(key, { snapshot, takenAt: performance.now() });
    let entries = 0;
    for (const [known, kept] of [...this.#kept].reverse()) {
      entries += kept.snapshot.paths.length;
      if (entries > MOST_ENTRIES && known !== key) this.#kept.delete(known);
    }
  }
}

function snapshotOf(facts: Pick<Snapshot, 'ref' | 'summary' | 'manifest' | 'digest'>): Snapshot {
  const { manifest } = facts;
  let storedBytes = 0;
  for (const { size, link } of manifest.values()) if (link === undefined) storedBytes += size;
  const paths = [...manifest.keys()].sort(compareBytes);
  return { ...facts, content: amountOfFiles(manifest), storedBytes, paths };
}
