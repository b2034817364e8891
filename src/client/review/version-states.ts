import { forEachConcurrently } from '../../fs/index.ts';
import { type AssetRef, formatRef, type Summary, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { fetchLatest, findSummary, listVersions, type ReadOptions } from '../registry/index.ts';
import { READS_IN_FLIGHT, type Unreadable, unlessUnreadable } from './unreadable.ts';

/** A version, and whether its readers can rely on it. */
export interface ListedVersion {
  /** The version. */
  readonly ref: VersionRef;
  /**
   * Approved, or never on probation; on probation (`pending`); with an upload that runs, or was interrupted; or with a
   * summary that cannot be read.
   */
  readonly state: 'approved' | 'pending' | 'unfinished' | 'unreadable';
  /** Whether the asset names it as its latest version. */
  readonly isLatest: boolean;
  /** Undefined for a version that is unfinished or unreadable. */
  readonly summary: Summary | undefined;
}

/** The versions of an asset with their states, sorted by name, and the errors of the unreadable ones. */
export interface VersionStates {
  /** The versions. */
  readonly versions: readonly ListedVersion[];
  /** The versions whose summaries cannot be read. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * The states of all versions of an asset. Reads one summary for each, from disk where the registry is visible. Codes of
 * `listVersions`, `fetchLatest` and `findSummary`.
 */
export async function versionStates(
  connection: Connection,
  { project, asset }: AssetRef,
  options: ReadOptions = {},
): Promise<VersionStates> {
  const names = await listVersions(connection, { project, asset }, options);
  const latest = await fetchLatest(connection, { project, asset }, options);
  const refs = names.map((version) => ({ project, asset, version }));
  const { summaries, unreadable } = await summariesOf(connection, refs, options);
  const failed = new Set(unreadable.map(({ place }) => place));
  const versions = refs.map((ref): ListedVersion => {
    const summary = summaries.get(ref);
    const facts = { ref, isLatest: ref.version === latest, summary };
    if (summary !== undefined) return { ...facts, state: summary.onProbation ? 'pending' : 'approved' };
    return { ...facts, state: failed.has(formatRef(ref)) ? 'unreadable' : 'unfinished' };
  });
  return { versions, unreadable };
}

export interface SummariesOptions extends ReadOptions {
  /** Called after each version that was read. */
  readonly onVersion?: (() => void) | undefined;
}

/** Reads the summaries of many versions; versions without one are left out. */
export async function summariesOf(
  connection: Connection,
  refs: readonly VersionRef[],
  { onVersion, ...options }: SummariesOptions = {},
): Promise<{
  readonly summaries: ReadonlyMap<VersionRef, Summary>;
  readonly unreadable: readonly Unreadable[];
}> {
  const summaries = new Map<VersionRef, Summary>();
  const unreadable: Unreadable[] = [];
  const read = async (ref: VersionRef): Promise<void> => {
    await unlessUnreadable(formatRef(ref), unreadable, async () => {
      const summary = await findSummary(connection, ref, options);
      if (summary !== undefined) summaries.set(ref, summary);
    });
    onVersion?.();
  };
  await forEachConcurrently(refs, READS_IN_FLIGHT, read, options.signal);
  return { summaries, unreadable };
}
