import { type AssetRef, parseInstant, type VersionRef } from '../../protocol/index.ts';
import { failed, TimeSlices } from '../files/index.ts';
import { record, text } from '../json/index.ts';
import { type Handler, requireAdmin, requireAsset } from '../requests/index.ts';
import { type Registry, unlessDamaged } from '../storage/index.ts';
import { withLocks } from './lineage.ts';

const refreshLatestReader = record({ project: text, asset: text });

/** Finds the latest version of an asset anew. Protocol §11.6. */
export const refreshLatest: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'refresh the latest version of an asset');
  const asset = requireAsset(request.read(refreshLatestReader), request);
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    await locks.enterProject(asset, 'shared');
    await locks.enterAsset(asset);
    const version = await settleLatest(registry, asset, new TimeSlices(signal));
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
  pace: TimeSlices,
): Promise<string | undefined> {
  let latest: { name: string; finished: bigint } | undefined;
  for (const name of registry.children(registry.assetDirectory(asset))) {
    await pace.yieldIfDue();
    const version = { project: asset.project, asset: asset.asset, version: name };
    const summary = registry.summary(version);
    if (summary.onProbation) continue;
    const finished = finishTime(version, summary.uploadFinish);
    if (latest === undefined || finished > latest.finished) latest = { name, finished };
  }
  registry.writeLatest(asset, latest?.name);
  return latest?.name;
}

/**
 * The name that `..latest` is to hold once a version that was finished at some instant is no longer on probation. It is
 * compared with the latest one so far; in the same instant does not count. Where the record of that is missing or damaged,
 * it is compared with all versions whose records are not. Throws (500) if records cannot be read for another reason.
 */
export async function latestAfterApproval(
  registry: Registry,
  approved: VersionRef,
  finished: bigint,
  pace: TimeSlices,
): Promise<string> {
  const timeOf = (name: string): bigint | undefined => {
    const summary = unlessDamaged(() => registry.summary({ ...approved, version: name }));
    return summary === undefined || summary.onProbation ? undefined : parseInstant(summary.uploadFinish);
  };
  const latest = unlessDamaged(() => registry.latest(approved));
  const time = latest === undefined ? undefined : timeOf(latest);
  if (latest !== undefined && time !== undefined) return finished > time ? approved.version : latest;
  let newest = { name: approved.version, finished };
  for (const name of registry.children(registry.assetDirectory(approved))) {
    await pace.yieldIfDue();
    const other = name === approved.version ? undefined : timeOf(name);
    if (other === undefined) continue;
    const isNewer = newest.name === approved.version ? other >= finished : other > newest.finished;
    if (isNewer) newest = { name, finished: other };
  }
  return newest.name;
}

/** The instant an upload was finished at, in nanoseconds. Throws (500) if it is no timestamp. */
export function finishTime(version: VersionRef, uploadFinish: string): bigint {
  const time = parseInstant(uploadFinish);
  if (time !== undefined) return time;
  const { project, asset, version: name } = version;
  throw failed(
    `the upload finish time of "${project}/${asset}/${name}" is no RFC 3339 time: "${uploadFinish}"`,
  );
}
