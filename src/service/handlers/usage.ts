import type { AssetRef, ManifestEntry, VersionRef } from '../../protocol/index.ts';
import { TimeSlices } from '../files/index.ts';
import { record, text } from '../json/index.ts';
import { type Handler, requireAdmin, requireNamed } from '../requests/index.ts';
import type { ProjectRef, Registry } from '../storage/index.ts';
import { enterProject } from './existing.ts';

const refreshUsageReader = record({ project: text });

/** Returns the disk usage of a version: links cost nothing. Protocol §3.4. */
export function bytesOf(manifest: ReadonlyMap<string, ManifestEntry>): number {
  let total = 0;
  for (const { size, link } of manifest.values()) if (link === undefined) total += size;
  return total;
}

/** Returns the disk usage of a version. Throws (500) if it cannot be determined; with `force` it is undefined then. */
export function bytesOfVersion(
  registry: Registry,
  version: VersionRef,
  { force }: { force: boolean },
): number | undefined {
  try {
    return bytesOf(registry.manifest(version));
  } catch (error) {
    if (force) return undefined;
    throw error;
  }
}

/** Adds to `..usage`, whose lock the caller holds. Gives what undoes it. */
export function changeUsage(registry: Registry, ref: ProjectRef, changeBytes: number): () => void {
  const project = { project: ref.project };
  const before = registry.usage(project);
  registry.writeUsage(project, before + changeBytes);
  return () => registry.writeUsage(project, before);
}

/** Adds up the usage of a project anew. Protocol §11.7. */
export const refreshUsage: Handler = async (gobbler, request, signal) => {
  await requireAdmin(gobbler, request, 'refresh the usage of a project');
  const project = requireNamed('project', request.read(refreshUsageReader), request);
  const { registry } = gobbler;
  return gobbler.locks.session(signal, async (locks) => {
    await enterProject(locks, registry, { project }, 'exclusive');
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
