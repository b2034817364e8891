import { createHash } from 'node:crypto';
import {
  type Amount,
  amountOfFiles,
  type Connection,
  type Difference,
  differenceOf,
  fetchManifest,
  type KindOfChange,
  largestChanges,
  type Manifest,
  manifestDigest,
  type Summary,
  type VersionRef,
} from '../../client/index.ts';
import { manifestOf, readRecord } from '../../client/registry/index.ts';
import { RemoteVersion } from '../../commands/versions/index.ts';
import { compareBytes, MANIFEST, refPath } from '../../protocol/index.ts';

/** A version as the service showed it at one moment. */
export interface Snapshot {
  readonly ref: VersionRef;
  readonly summary: Summary;
  readonly manifest: Manifest;
  /** Of the manifest: what an approval is pinned to. */
  readonly digest: string;
  readonly content: Amount;
  /** Bytes of files that are not links: what the version takes in the registry, besides the versions before it. */
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

/** The part of a snapshot that follows from the manifest. */
type Content = Omit<Snapshot, 'ref' | 'summary'>;

interface Kept {
  readonly snapshot: Snapshot;
  /** Of the text of the manifest: to read a large one takes far longer than to fetch it. */
  readonly textSum: string;
  readonly takenAt: number;
}

/** Snapshots of versions, from the service. Keeps some for the next page. */
export class Snapshots {
  readonly #connection: Connection;
  /** The least recently used first. */
  readonly #kept = new Map<string, Kept>();
  readonly #changes = new WeakMap<Manifest, Changes>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** The version as it is now. Code `not-found`, and those of `fetchSummary` and `fetchManifest`. */
  async take(ref: VersionRef, signal: AbortSignal): Promise<Snapshot> {
    const version = new RemoteVersion(this.#connection, ref, signal);
    const summary = await version.requireComplete('use');
    const fresh = { forceRemote: true, signal };
    const record = await readRecord(this.#connection, `${refPath(ref)}/${MANIFEST}`, fresh);
    // It is gone since: the error is that of a version without a manifest.
    if (record === undefined) {
      const manifest = await fetchManifest(this.#connection, ref, fresh);
      return { ref, summary, ...contentOf(manifest) };
    }
    const textSum = createHash('sha256').update(record.text).digest('hex');
    const kept = this.#kept.get(refPath(ref));
    const content = kept?.textSum === textSum ? kept.snapshot : contentOf(manifestOf(record));
    const snapshot = { ...content, ref, summary };
    this.#keep({ snapshot, textSum, takenAt: performance.now() });
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
    const known = this.#changes.get(after.manifest);
    if (known?.since === before.manifest) return { before, after, ...known };
    const difference = differenceOf(before.manifest, after.manifest);
    const changes = { since: before.manifest, difference, changes: largestChanges(difference) };
    this.#changes.set(after.manifest, changes);
    return { before, after, ...changes };
  }

  #keep(kept: Kept): void {
    const key = refPath(kept.snapshot.ref);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    let entries = 0;
    for (const [known, { snapshot }] of [...this.#kept].reverse()) {
      entries += snapshot.paths.length;
      if (entries > MOST_ENTRIES && known !== key) this.#kept.delete(known);
    }
  }
}

interface Changes extends Pick<Comparison, 'difference' | 'changes'> {
  /** The manifest of the earlier version. */
  readonly since: Manifest;
}

function contentOf(manifest: Manifest): Content {
  let storedBytes = 0;
  for (const { size, link } of manifest.values()) if (link === undefined) storedBytes += size;
  const paths = [...manifest.keys()].sort(compareBytes);
  return { manifest, digest: manifestDigest(manifest), content: amountOfFiles(manifest), storedBytes, paths };
}
