import type { AssetRef, VersionRef } from '../../protocol/index.ts';
import { missing } from '../files/index.ts';
import type { LockMode, LockSession, ProjectRef, Registry } from '../storage/index.ts';
import { lockAsset, lockProject } from './lineage.ts';

/** Enters a project that must exist (else 404). Protocol §15. */
export async function enterProject(
  locks: LockSession,
  registry: Registry,
  ref: ProjectRef,
  mode: LockMode,
): Promise<void> {
  if (!(await lockProject(locks, registry, ref, mode))) {
    throw missing(`project ${ref.project} does not exist`);
  }
}

/** Enters an asset of a project that has been entered; it must exist (else 404). */
export async function enterAsset(locks: LockSession, registry: Registry, ref: AssetRef): Promise<void> {
  if (!(await lockAsset(locks, registry, ref))) {
    throw missing(`asset ${ref.asset} does not exist in project ${ref.project}`);
  }
}

/** Enters the asset of a version that must exist (else 404), in a project that has been entered. */
export async function enterVersion(locks: LockSession, registry: Registry, ref: VersionRef): Promise<void> {
  await enterAsset(locks, registry, ref);
  if (!registry.hasVersion(ref)) {
    throw missing(`version ${ref.version} does not exist for asset ${ref.asset} of project ${ref.project}`);
  }
}
