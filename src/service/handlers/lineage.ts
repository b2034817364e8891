import path from 'node:path';
import { type AssetRef, LOCK, LOCK_NEW_DIRECTORY, LOCK_USAGE } from '../../protocol/index.ts';
import type { LockMode, LockSession, ProjectRef, Registry } from '../storage/index.ts';

/**
 * The order in which locks are taken: registry, its new-directory lock, project, its new-directory lock, asset,
 * usage; never the other way round, and always of one lineage. Protocol §15.
 *
 * New-directory locks only cover looking whether a directory is there, or making it. A directory that is there
 * cannot go away while its parent is locked, so they are released before the next lock is waited for; an upload
 * that waits for a busy asset does not stall all others of its project.
 */

/** May change anything in the registry. */
export async function lockRegistry(locks: LockSession, registry: Registry): Promise<void> {
  await locks.take(path.join(registry.root, LOCK), 'exclusive');
}

/** Enters a project: shared to work in its assets, exclusive to change anything in it. False if it does not exist. */
export async function lockProject(
  locks: LockSession,
  registry: Registry,
  ref: ProjectRef,
  mode: LockMode,
): Promise<boolean> {
  await locks.take(path.join(registry.root, LOCK), 'shared');
  const newDirectory = await locks.take(path.join(registry.root, LOCK_NEW_DIRECTORY), 'shared');
  const exists = registry.hasProject(ref);
  newDirectory.release();
  if (exists) await locks.take(path.join(registry.projectDirectory(ref), LOCK), mode);
  return exists;
}

/** Enters an asset of a project that has been entered, to change anything in it. False if it does not exist. */
export async function lockAsset(locks: LockSession, registry: Registry, ref: AssetRef): Promise<boolean> {
  const newDirectory = await locks.take(newAssetLock(registry, ref), 'shared');
  const exists = registry.hasAsset(ref);
  newDirectory.release();
  if (exists) await locks.take(assetLock(registry, ref), 'exclusive');
  return exists;
}

/**
 * Enters an asset of a project that has been entered. If it does not exist, `make` is called to make it, while nobody
 * else can; what it throws ends the request.
 */
export async function lockOrMakeAsset(
  locks: LockSession,
  registry: Registry,
  ref: AssetRef,
  make: () => void,
): Promise<void> {
  const newDirectory = await locks.take(newAssetLock(registry, ref), 'exclusive');
  if (!registry.hasAsset(ref)) make();
  newDirectory.release();
  await locks.take(assetLock(registry, ref), 'exclusive');
}

/** To read and write `..usage`; the last lock to be taken. */
export async function lockUsage(locks: LockSession, registry: Registry, ref: ProjectRef): Promise<void> {
  await locks.take(path.join(registry.projectDirectory(ref), LOCK_USAGE), 'exclusive');
}

const assetLock = (registry: Registry, ref: AssetRef): string =>
  path.join(registry.assetDirectory(ref), LOCK);

const newAssetLock = (registry: Registry, ref: AssetRef): string =>
  path.join(registry.projectDirectory(ref), LOCK_NEW_DIRECTORY);
