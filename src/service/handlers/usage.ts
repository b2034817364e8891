import type { AssetRef, ManifestEntry } from '../../protocol/index.ts';
import { TimeSlices } from '../files/index.ts';
import { record, text } from '../json/index.ts';
import { type Handler, requireAdmin, requireNamed } from '../requests/index.ts';
import type { ProjectRef, Registry } from '../storage/index.ts';
import { type Lineage, withLocks } from './lineage.ts';

const refreshUsageReader = record({ project: text });

/** Returns the disk usage of a version: links cost nothing. Protocol §3.4. */
export function bytesOf(manifest: ReadonlyMap<string, ManifestEntry>): number {
  let total = 0;
  for (const { size, link } of manifest.values()) if (link === undefined) total += size;
  return total;
}

/** Adds to `..usage`, whose lock the caller holds. Gives what undoes it. */
export function changeUsage(registry: Registry, ref: ProjectRef, changeBytes: number): () => void {
  const project = { project: ref.project };
  const before = registry.usage(project);
  registry.writeUsage(project, before + changeBytes);
  return () => registry.writeUsage(project, before);
}

/** Takes what was removed off the usage of its project. If it is not known how much that was, the usage stays. */
export async function lowerUsage(
  locks: Lineage,
  registry: Registry,
  ref: ProjectRef,
  bytes: number | undefined,
): Promise<void> {
  if (bytes === undefined) return;
  await locks.lockUsage(ref);
  changeUsage(registry, ref, -bytes);
}

/** Adds up the usage of a project anew. Protocol §11.7. */
export const refreshUsage: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'refresh the usage of a project');
  const project = requireNamed('project', request.read(refreshUsageReader), request);
  const { registry } = gobbler;
  return withLocks(gobbler, signal, async (locks) => {
    await locks.enterProject({ project }, 'exclusive');
    const pace = new TimeSlices(signal);
    let total = 0;
    for (const asset of registry.subdirectories(registry.projectDirectory({ project }))) {
      total += await bytesOfAsset(registry, { project, asset }, pace);
    }
    registry.writeUsage({ project }, total);
    return { total };
  });
};

/** Returns the disk usage of all versions of an asset. Throws (500) if the manifest of one cannot be read. */
export async function bytesOfAsset(registry: Registry, asset: AssetRef, pace: TimeSlices): Promise<number> {
  let total = 0;
  for (const version of registry.subdirectories(registry.assetDirectory(asset))) {
    await pace.yieldIfDue();
    total += bytesOf(registry.manifest({ ...asset, version }));
  }
  return total;
}
