import { type GobblerError, gobblerError } from '../../errors/index.ts';
import { type AssetRef, formatRef, refPath, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { listRemotely } from './registry-reader.ts';
import { fetchLatest, findSummary } from './versions.ts';

/** More versions that are removed one after another mean that the record is wrong. */
const MOST_REMOVED = 3;

/**
 * Uses the latest version of an asset, as the service records it. `use` returns undefined if the version is missing, or a
 * record of it. If it was removed just now, another one has become the latest, and is used instead. Returns undefined if
 * there is no latest version. Code `corrupt-record` if the recorded one stays missing. Protocol §3.6, §20 T14.
 */
export async function withLatest<T>(
  connection: Connection,
  asset: AssetRef,
  use: (version: string) => Promise<T | undefined>,
  signal?: AbortSignal,
): Promise<T | undefined> {
  const recorded = (): Promise<string | undefined> =>
    fetchLatest(connection, asset, { forceRemote: true, signal });
  let version = await recorded();
  for (let removed = 1; version !== undefined; removed++) {
    const found = await use(version);
    if (found !== undefined) return found;
    const missing = version;
    version = await recorded();
    if (version === missing || (version !== undefined && removed === MOST_REMOVED))
      throw await latestMissing(connection, { ...asset, version: missing }, signal);
  }
  return undefined;
}

/** Tells a version that is gone from one that only lacks a record: the remedies differ. */
async function latestMissing(
  connection: Connection,
  { project, asset, version }: VersionRef,
  signal: AbortSignal | undefined,
): Promise<GobblerError> {
  const place = { project, asset };
  const summary = await findSummary(connection, { ...place, version }, { forceRemote: true, signal });
  const listed = (await listRemotely(connection, refPath(place), { signal })) ?? [];
  const missing = summary !== undefined ? 'manifest' : listed.includes(`${version}/`) ? 'summary' : 'version';
  return gobblerError('latest-missing', { place: formatRef(place), version, missing });
}
