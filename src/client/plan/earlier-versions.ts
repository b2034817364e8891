import { forEachConcurrently } from '../../fs/index.ts';
import { type AssetRef, type LinkTarget, type Manifest, refPath } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { findManifest, findSummary, listRemotely, withLatest } from '../registry/index.ts';
import type { Deduplication } from '../source/index.ts';
import { lostEntries, READS_IN_FLIGHT, summariesOf } from './borrowed.ts';

/** An earlier version of the asset, finished and not on probation. */
export interface EarlierVersion {
  readonly version: string;
  readonly manifest: Manifest;
  /** Its dangling links: the version that they are linked to was deleted. */
  readonly lost: ReadonlyMap<string, LinkTarget>;
}

/** The existing versions of an asset that matter to an upload. */
export interface EarlierVersions {
  /** The version that the service itself compares with (protocol §12.1). */
  readonly latest: EarlierVersion | undefined;
  /** Those that files may be linked to, the latest first. */
  readonly candidates: readonly EarlierVersion[];
}

/** Returns a key that files have in common if and only if size and MD5 are equal. */
export const contentKey = (sizeBytes: number, md5sum: string): string => `${sizeBytes} ${md5sum}`;

/**
 * Reads the manifests that an upload is compared with. Queries the service for the latest version; reads its manifest
 * from disk where possible, since it is permanent but for its links. Code `corrupt-record` if the latest version has none:
 * the service then fails every upload to the asset (protocol §20 T14).
 */
export async function earlierVersions(
  connection: Connection,
  { project, asset }: AssetRef,
  deduplicate: Deduplication,
  signal?: AbortSignal,
): Promise<EarlierVersions> {
  const asking = { summaryOf: summariesOf(connection, signal), signal };
  const read = async (version: string): Promise<EarlierVersion | undefined> => {
    const ref = { project, asset, version };
    const manifest = await findManifest(connection, ref, { signal });
    if (manifest === undefined) return undefined;
    const lost = await lostEntries(connection, ref, manifest, asking);
    if (lost.size === 0) return { version, manifest, lost };
    // Its links may have been rerouted since this machine has seen it.
    const now = await findManifest(connection, ref, { forceRemote: true, signal });
    if (now === undefined) return undefined;
    return { version, manifest: now, lost: await lostEntries(connection, ref, now, asking) };
  };
  const latest = await withLatest(connection, { project, asset }, read, signal);
  if (latest === undefined) return { latest, candidates: [] };
  if (deduplicate === 'off') return { latest, candidates: [] };
  if (deduplicate === 'latest') return { latest, candidates: [latest] };

  const listed = (await listRemotely(connection, refPath({ project, asset }), { signal })) ?? [];
  const others = listed.filter((item) => /^(?!\.\.).*\/$/.test(item)).map((item) => item.slice(0, -1));
  const candidates = [latest];
  const consider = async (version: string): Promise<void> => {
    const ref = { project, asset, version };
    const summary = await findSummary(connection, ref, { forceRemote: true, signal });
    const earlier = summary !== undefined && !summary.onProbation ? await read(version) : undefined;
    if (earlier !== undefined) candidates.push(earlier);
  };
  const rest = others.filter((version) => version !== latest.version).sort();
  await forEachConcurrently(rest, READS_IN_FLIGHT, consider, signal);
  return { latest, candidates };
}
