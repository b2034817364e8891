import type { Manifest, VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { type ChangesSince, differenceOf, fetchLatest, fetchManifest } from '../registry/index.ts';

/**
 * Compares the content of a version with that of the latest version of the asset: with what its readers have until this
 * one is approved. Undefined if the asset has no latest version, or if it is this one. Queries the service. Codes of
 * `fetchLatest` and `fetchManifest`.
 */
export async function compareWithLatest(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<ChangesSince | undefined> {
  const fresh = { forceRemote: true, signal };
  const latest = await fetchLatest(connection, ref, fresh);
  if (latest === undefined || latest === ref.version) return undefined;
  const { project, asset } = ref;
  const before = await fetchManifest(connection, { project, asset, version: latest }, fresh);
  return { version: latest, difference: differenceOf(before, manifest) };
}
