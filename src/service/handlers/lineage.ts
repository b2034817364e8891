import { readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import {
  type AssetRef,
  LOCK,
  LOCK_NEW_DIRECTORY,
  LOCK_USAGE,
  PERMISSIONS,
  type VersionRef,
} from '../../protocol/index.ts';
import { missing } from '../files/index.ts';
import type { Gobbler } from '../requests/index.ts';
import type { Hold, LockMode, LockSession, ProjectRef, Registry } from '../storage/index.ts';

/** Runs work with locks of its own, all of which are released at its end. */
export function withLocks<T>(
  { locks, registry }: Gobbler,
  signal: AbortSignal,
  work: (lineage: Lineage) => Promise<T>,
): Promise<T> {
  return locks.session(signal, (session) => work(new Lineage(session, registry)));
}

/**
 * The locks of one request, and the order in which they are taken: registry, its new-directory lock, project, its
 * new-directory lock, asset, usage; never the other way round, and always of one lineage. Protocol §15.
 *
 * New-directory locks only cover looking whether a directory is there, or making it. A directory that is there
 * cannot go away while its parent is locked, so they are released before the next lock is waited for; an upload
 * that waits for a busy asset does not stall all others of its project.
 */
export class Lineage {
  readonly #locks: LockSession;
  readonly #registry: Registry;

  constructor(locks: LockSession, registry: Registry) {
    this.#locks = locks;
    this.#registry = registry;
  }

  /** May change anything in the registry. */
  async lockRegistry(): Promise<void> {
    await this.#take(this.#registry.root, LOCK, 'exclusive');
  }

  /** Enters a project: shared to work in its assets, exclusive to change anything in it. False if it does not exist. */
  async lockProject(ref: ProjectRef, mode: LockMode): Promise<boolean> {
    await this.#take(this.#registry.root, LOCK, 'shared');
    const newDirectory = await this.#take(this.#registry.root, LOCK_NEW_DIRECTORY, 'shared');
    const exists = this.#registry.hasProject(ref);
    newDirectory.release();
    if (exists) await this.#take(this.#registry.projectDirectory(ref), LOCK, mode);
    return exists;
  }

  /** Enters an asset of a project that has been entered, to change anything in it. False if it does not exist. */
  async lockAsset(ref: AssetRef): Promise<boolean> {
    const project = this.#registry.projectDirectory(ref);
    const newDirectory = await this.#take(project, LOCK_NEW_DIRECTORY, 'shared');
    const exists = this.#registry.hasAsset(ref);
    // Nothing may wait from here to the next lock: see `removeEmptyAsset`.
    newDirectory.release();
    if (exists) await this.#take(this.#registry.assetDirectory(ref), LOCK, 'exclusive');
    return exists;
  }

  /**
   * Enters an asset of a project that has been entered. If it does not exist, `make` is called to make it, while nobody
   * else can; what it throws ends the request.
   */
  async lockOrMakeAsset(ref: AssetRef, make: () => void): Promise<void> {
    const project = this.#registry.projectDirectory(ref);
    const newDirectory = await this.#take(project, LOCK_NEW_DIRECTORY, 'exclusive');
    if (!this.#registry.hasAsset(ref)) make();
    // Nothing may wait from here to the next lock: see `removeEmptyAsset`.
    newDirectory.release();
    await this.#take(this.#registry.assetDirectory(ref), LOCK, 'exclusive');
  }

  /**
   * Removes an asset that this request has locked, if it holds nothing but the service's own files for a new one, and no
   * other request waits for it: one that has seen the asset would wait for a lock that cannot be taken any more. One that
   * comes later makes it again. Leaves an asset that cannot be removed.
   */
  removeEmptyAsset(ref: AssetRef): void {
    const directory = this.#registry.assetDirectory(ref);
    if (this.#locks.isWaitedFor(path.join(directory, LOCK))) return;
    const names = readdirSync(directory);
    if (names.some((name) => name !== LOCK && name !== PERMISSIONS)) return;
    for (const name of names) unlinkSync(path.join(directory, name));
    rmdirSync(directory);
  }

  /** To read and write `..usage`; the last lock to be taken. */
  async lockUsage(ref: ProjectRef): Promise<void> {
    await this.#take(this.#registry.projectDirectory(ref), LOCK_USAGE, 'exclusive');
  }

  /** Enters a project that must exist (else 404). */
  async enterProject(ref: ProjectRef, mode: LockMode): Promise<void> {
    if (!(await this.lockProject(ref, mode))) throw missing(`project ${ref.project} does not exist`);
  }

  /** Enters an asset of a project that has been entered; it must exist (else 404). */
  async enterAsset(ref: AssetRef): Promise<void> {
    if (await this.lockAsset(ref)) return;
    throw missing(`asset ${ref.asset} does not exist in project ${ref.project}`);
  }

  /** Enters the asset of a version that must exist (else 404), in a project that has been entered. */
  async enterVersion(ref: VersionRef): Promise<void> {
    await this.enterAsset(ref);
    if (this.#registry.hasVersion(ref)) return;
    throw missing(`version ${ref.version} does not exist for asset ${ref.asset} of project ${ref.project}`);
  }

  #take(directory: string, lock: string, mode: LockMode): Promise<Hold> {
    return this.#locks.take(path.join(directory, lock), mode);
  }
}
