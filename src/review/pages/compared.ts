import { fetchLatest } from '../../client/index.ts';
import { requireName } from '../../protocol/index.ts';
import type { Comparison, Snapshot } from '../content/index.ts';
import type { Site } from '../site.ts';

/**
 * Compares a version with another one of its asset: by default the latest, which is what readers have until this one is
 * approved. Undefined if there is none, or if it is this one.
 */
export async function compareWith(
  { connection, snapshots, signal }: Site,
  after: Snapshot,
  other: string | undefined,
): Promise<Comparison | undefined> {
  const { ref } = after;
  if (other !== undefined) requireName('version', other);
  const version = other ?? (await fetchLatest(connection, ref, { forceRemote: true, signal }));
  if (version === undefined || version === ref.version) return undefined;
  const before = await snapshots.recent({ ...ref, version }, signal);
  return snapshots.compare(before, after);
}
