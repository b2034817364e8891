import { forEachConcurrently } from '../../fs/index.ts';
import {
  type AssetRef,
  compareBytes,
  formatRef,
  type Manifest,
  parseTimestamp,
  type Summary,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { type ContentLimit, type FoundProvenance, findProvenance } from '../provenance/index.ts';
import {
  type Amount,
  amountOfFiles,
  differenceOf,
  fetchLatest,
  fetchManifest,
  listAssets,
  listVersions,
  manifestDigest,
} from '../registry/index.ts';
import { compareVersions, type Incomparable } from './compare-with-latest.ts';
import { READS_IN_FLIGHT, readOne, type Unreadable, unlessUnreadable } from './unreadable.ts';
import { summariesOf } from './version-states.ts';

/** How a version differs from the latest one of its asset, in numbers. */
export interface ChangeNumbers {
  /** Number of paths that only this version has. */
  readonly added: number;
  /** Number of paths that both versions have, with different content. */
  readonly changed: number;
  /** Number of paths that only the latest version has. */
  readonly removed: number;
  /** The name of the latest version. */
  readonly version: string;
  /** The whole content of the latest version. */
  readonly before: Amount;
  /** Bytes of files whose content the latest version does not have under any path. */
  readonly newBytes: number;
  /** The other bytes of this version. */
  readonly unchangedBytes: number;
}

/** A version on probation. */
export interface PendingVersion {
  /** The version. */
  readonly ref: VersionRef;
  /** Its summary. */
  readonly summary: Summary;
  /** Its whole content; undefined if its manifest cannot be read. */
  readonly content: Amount | undefined;
  /** The digest of its manifest, for `approve`; undefined if the manifest cannot be read. */
  readonly manifestDigest: string | undefined;
  /** Its provenance file; undefined if it has none, or it cannot be read. */
  readonly provenance: FoundProvenance | undefined;
  /** Undefined if the asset has no latest version yet, or one of the manifests cannot be read. */
  readonly changes: ChangeNumbers | undefined;
  /** The latest version of the asset, if the version cannot be compared with it. */
  readonly incomparable: Incomparable | undefined;
}

/** Versions on probation, the newest first, and what may be missing from the list. */
export interface PendingVersions {
  /** The versions. */
  readonly versions: readonly PendingVersion[];
  /** Places whose records cannot be read. */
  readonly unreadable: readonly Unreadable[];
}

/** Which versions to find, and how to follow and to end the search. */
export interface PendingVersionsOptions {
  /** Only versions of this asset, which is in each of the projects. */
  readonly asset?: string | undefined;
  /** Ends the call; its reason is what is thrown. */
  readonly signal?: AbortSignal | undefined;
  /** Called with the number of versions checked so far, and of all. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A list reads the bytes of small versions only, to compare them with their provenance files. */
const contentLimit: ContentLimit = { files: 50, bytes: 1024 * 1024 };

/** Manifests may be large: few are in memory at the same time. */
const ASSETS_IN_FLIGHT = 2;

/** A version on probation, by its summary alone. */
export interface Pending {
  readonly ref: VersionRef;
  readonly summary: Summary;
}

/**
 * Finds the versions on probation in some projects, the newest first. Reads a summary of every version, some at a time:
 * from disk where the registry is visible, but the service decides whether a version is still on probation. Projects and
 * assets that do not exist have none. Codes of `listAssets`, `listVersions` and `findSummary`.
 */
export async function findPending(
  connection: Connection,
  projects: readonly string[],
  { asset, signal, onProgress }: PendingVersionsOptions = {},
): Promise<{ readonly versions: readonly Pending[]; readonly unreadable: readonly Unreadable[] }> {
  const unreadable: Unreadable[] = [];
  const assets: AssetRef[] = [];
  const listProject = (project: string): Promise<void> =>
    unlessUnreadable(project, unreadable, async () => {
      const names = asset === undefined ? await listAssets(connection, project, { signal }) : [asset];
      assets.push(...names.map((name) => ({ project, asset: name })));
    });
  await forEachConcurrently(projects, READS_IN_FLIGHT, listProject, signal);
  const all: VersionRef[] = [];
  const listAsset = (ref: AssetRef): Promise<void> =>
    unlessUnreadable(formatRef(ref), unreadable, async () => {
      const names = await listVersions(connection, ref, { signal });
      for (const version of names) all.push({ ...ref, version });
    });
  await forEachConcurrently(assets, READS_IN_FLIGHT, listAsset, signal);
  let done = 0;
  const found = await summariesOf(connection, all, {
    signal,
    onVersion: () => onProgress?.(++done, all.length),
  });
  const candidates = all.filter((ref) => found.summaries.get(ref)?.onProbation === true);
  const now = await summariesOf(connection, candidates, { forceRemote: true, signal });
  unreadable.push(...found.unreadable, ...now.unreadable);
  const versions = Array.from(now.summaries, ([ref, summary]) => ({ ref, summary }));
  return { versions: versions.filter(({ summary }) => summary.onProbation).sort(newestFirst), unreadable };
}

/**
 * Compares versions on probation with the latest versions of their assets. Reads all manifests and provenance files, from the
 * service. The newest are first. Codes of `fetchLatest` and `fetchManifest`.
 */
export async function reviewPending(
  connection: Connection,
  pending: readonly Pending[],
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<PendingVersions> {
  const unreadable: Unreadable[] = [];
  const versions: PendingVersion[] = [];
  const review = async (ofAsset: readonly Pending[]): Promise<void> => {
    versions.push(...(await reviewAsset(connection, ofAsset, unreadable, signal)));
  };
  await forEachConcurrently(byAsset(pending), ASSETS_IN_FLIGHT, review, signal);
  return { versions: versions.sort(newestFirst), unreadable };
}

/**
 * Finds the versions on probation in some projects, and compares each with the latest version of its asset. Codes of
 * `findPending` and `reviewPending`.
 */
export async function pendingVersions(
  connection: Connection,
  projects: readonly string[],
  options: PendingVersionsOptions = {},
): Promise<PendingVersions> {
  const found = await findPending(connection, projects, options);
  const { versions, unreadable } = await reviewPending(connection, found.versions, options);
  return { versions, unreadable: [...found.unreadable, ...unreadable] };
}

function byAsset(all: readonly Pending[]): Iterable<readonly Pending[]> {
  const groups = new Map<string, Pending[]>();
  for (const pending of all) {
    const { project, asset } = pending.ref;
    const place = formatRef({ project, asset });
    const group = groups.get(place);
    if (group === undefined) groups.set(place, [pending]);
    else group.push(pending);
  }
  return groups.values();
}

/** Compares the versions of one asset with its latest one. */
async function reviewAsset(
  connection: Connection,
  pending: readonly Pending[],
  unreadable: Unreadable[],
  signal: AbortSignal | undefined,
): Promise<PendingVersion[]> {
  const [first] = pending;
  if (first === undefined) return [];
  const { project, asset } = first.ref;
  const fresh = { forceRemote: true, signal };
  const named = await readOne(fetchLatest(connection, { project, asset }, fresh));
  const { comparison: latest, incomparable } = await compareVersions(undefined, named, async (version) => ({
    version,
    manifest: await fetchManifest(connection, { project, asset, version }, fresh),
  }));
  const reviewed: PendingVersion[] = [];
  for (const { ref, summary } of pending) {
    let manifest: Manifest | undefined;
    await unlessUnreadable(formatRef(ref), unreadable, async () => {
      manifest = await fetchManifest(connection, ref, fresh);
    });
    let provenance: FoundProvenance | undefined;
    await unlessUnreadable(formatRef(ref), unreadable, async () => {
      provenance = manifest && (await findProvenance(connection, ref, manifest, { contentLimit, signal }));
    });
    reviewed.push({
      ref,
      summary,
      content: manifest && amountOfFiles(manifest),
      manifestDigest: manifest && manifestDigest(manifest),
      provenance,
      changes:
        manifest && latest && latest.version !== ref.version ? changeNumbers(latest, manifest) : undefined,
      incomparable,
    });
  }
  return reviewed;
}

function changeNumbers(
  latest: { readonly version: string; readonly manifest: Manifest },
  manifest: Manifest,
): ChangeNumbers {
  const { added, changed, removed, before, newBytes, unchangedBytes } = differenceOf(
    latest.manifest,
    manifest,
  );
  return {
    version: latest.version,
    added: added.length,
    changed: changed.length,
    removed: removed.length,
    before,
    newBytes,
    unchangedBytes,
  };
}

function newestFirst(one: Pending, other: Pending): number {
  const finish = ({ summary }: Pending): number => parseTimestamp(summary.uploadFinish) ?? 0;
  return finish(other) - finish(one) || compareBytes(formatRef(one.ref), formatRef(other.ref));
}
