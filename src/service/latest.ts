import type { AssetRef, VersionRef } from '../protocol/names.ts';
import { parseTimestamp } from '../protocol/times.ts';
import { record, text } from './decode.ts';
import { enterAsset, enterProject } from './existing.ts';
import { failed } from './failure.ts';
import type { Handler } from './gobbler.ts';
import { Pace } from './pace.ts';
import type { Registry } from './registry.ts';
import { requireAsset } from './request-names.ts';
import { requireAdmin } from './requester.ts';

const refreshLatestReader = record({ project: text, asset: text });

/** Finds the latest version of an asset anew. Protocol §11.6. */
export const refreshLatest: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'refresh the latest version of an asset');
  const asset = requireAsset(request.read(refreshLatestReader), request);
  const { registry } = gobbler;
  return gobbler.locks.session(signal, async (locks) => {
    await enterProject(locks, registry, asset, 'shared');
    await enterAsset(locks, registry, asset);
    const version = await settleLatest(registry, asset, new Pace(signal));
    return version === undefined ? {} : { version };
  });
};

/**
 * Writes or removes `..latest` by the versions that are there, and gives the name in it. Of versions that were
 * finished at the same time the one with the smallest name counts. Throws (500) if a summary cannot be read.
 */
export async function settleLatest(
  registry: Registry,
  asset: AssetRef,
  pace: Pace,
): Promise<string | undefined> {
  let latest: { name: string; finished: number } | undefined;
  for (const name of registry.children(registry.assetDirectory(asset))) {
    await pace.breathe();
    const version = { project: asset.project, asset: asset.asset, version: name };
    const summary = registry.summary(version);
    if (summary.onProbation) continue;
    const finished = finishTime(version, summary.uploadFinish);
    if (latest === undefined || finished > latest.finished) latest = { name, finished };
  }
  registry.writeLatest(asset, latest?.name);
  return latest?.name;
}

/** The instant an upload was finished at. Throws (500) if it is no timestamp. */
export function finishTime(version: VersionRef, uploadFinish: string): number {
  const time = parseTimestamp(uploadFinish);
  if (time !== undefined) return time;
  const { project, asset, version: name } = version;
  throw failed(
    `the upload finish time of "${project}/${asset}/${name}" is no RFC 3339 time: "${uploadFinish}"`,
  );
}
