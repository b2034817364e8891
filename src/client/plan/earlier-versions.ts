import { type GobblerError, gobblerError } from '../../errors/index.ts';
import { forEachConcurrently } from '../../fs/index.ts';
import {
  type AssetRef,
  type LinkTarget,
  type Manifest,
  refPath,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { fetchLatest, findManifest, findSummary, listRemotely } from '../registry/index.ts';
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

/** Others delete versions one after another only by accident. */
const MOST_DELETED = 3;

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
  const latestName = (): Promise<string | undefined> =>
    fetchLatest(connection, { project, asset }, { forceRemote: true, signal });
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
  let name = await latestName();
  let latest = name === undefined ? undefined : await read(name);
  // If it was deleted just now, another one becomes the latest.
  for (let deleted = 1; name !== undefined && latest === undefined; deleted++) {
    const missing = name;
    name = await latestName();
    if (name === missing || (name !== undefined && deleted === MOST_DELETED))
      throw await latestMissing(connection, { project, asset, version: missing }, signal);
    latest = name === undefined ? undefined : await read(name);
  }
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
  const rest = others.filter((version) => version !== name).sort();
  await forEachConcurrently(rest, READS_IN_FLIGHT, consider, signal);
  return { latest, candidates };
}

/** Tells a version that is gone from one that only lacks a record: the remedies differ. */
async function latestMissing(
  connection: Connection,
  { project, asset, version }: VersionRef,
  signal: AbortSignal | undefined,
): Promise<GobblerError> {
  const summary = await findSummary(connection, { project, asset, version }, { forceRemote: true, signal });
  const listed = (await listRemotely(connection, refPath({ project, asset }), { signal })) ?? [];
  const missing = summary !== undefined ? 'manifest' : listed.includes(`${version}/`) ? 'summary' : 'version';
  return gobblerError('latest-missing', { place: `${project}/${asset}`, version, missing });
}
