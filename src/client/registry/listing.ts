import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, type GobblerError, gobblerError } from '../../errors/index.ts';
import {
  type AssetRef,
  compareBytes,
  formatRef,
  isInternalName,
  refPath,
  requireNames,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { listRemotely, type ReadOptions, refreshRegistry } from './registry-reader.ts';

/** The projects of a registry, sorted. Protocol §5.3. */
export async function listProjects(connection: Connection, options: ReadOptions = {}): Promise<string[]> {
  return subdirectories(connection, '', options);
}

/** The assets of a project, sorted. Code `not-found` if there is no such project. Protocol §5.3. */
export async function listAssets(
  connection: Connection,
  project: string,
  options: ReadOptions = {},
): Promise<string[]> {
  requireNames({ project });
  return subdirectories(connection, refPath({ project }), options);
}

/**
 * The versions of an asset, sorted by name; those on probation and those whose upload is running included. Code
 * `not-found` if there is no such asset. Protocol §5.3.
 */
export async function listVersions(
  connection: Connection,
  { project, asset }: AssetRef,
  options: ReadOptions = {},
): Promise<string[]> {
  requireNames({ project, asset });
  return subdirectories(connection, refPath({ project, asset }), options);
}

/** Which files of a version to list. */
export interface ListFilesOptions extends ReadOptions {
  /** Only paths that begin with this, relative to the version. */
  readonly prefix?: string | undefined;
  /** With the service's own files, whose names start with two dots. Default true. */
  readonly includeDotdot?: boolean | undefined;
}

/**
 * Every file of a version, relative to it, and every empty directory with a trailing `/`; sorted. Code `not-found` if
 * there is no such version. Protocol §5.3, §17.5.
 */
export async function listFiles(
  connection: Connection,
  { project, asset, version }: VersionRef,
  { prefix = '', includeDotdot = true, ...options }: ListFilesOptions = {},
): Promise<string[]> {
  requireNames({ project, asset, version });
  const all = await listRecursively(connection, refPath({ project, asset, version }), options);
  const isWanted = (file: string): boolean =>
    file.startsWith(prefix) && (includeDotdot || !file.split('/').some(isInternalName));
  return all.filter(isWanted).sort(compareBytes);
}

/**
 * Everything below a registry directory, relative to it: files, links, and empty directories with a trailing `/`. Code
 * `not-found` if it does not exist. Protocol §5.3.
 */
export async function listRecursively(
  connection: Connection,
  registryPath: string,
  options: ReadOptions = {},
): Promise<string[]> {
  const list = (): Promise<string[]> => listHere(connection, registryPath, options);
  const here = await locally(connection, registryPath, options, list);
  if (here !== undefined) return here;
  const found = await listRemotely(connection, registryPath, { recursive: true, signal: options.signal });
  if (found === undefined) throw missing(registryPath);
  return found;
}

/** Lists on disk; undefined where that is not wanted, fails, or shows nothing: then the caller queries the service. */
async function locally(
  connection: Connection,
  registryPath: string,
  { forceRemote = false, signal }: ReadOptions,
  list: () => Promise<string[]>,
): Promise<string[] | undefined> {
  if (!connection.registryVisible || forceRemote) return undefined;
  try {
    const found = (await refreshRegistry(connection, registryPath)) ? await list() : [];
    return found.length > 0 ? found : undefined;
  } catch (error) {
    signal?.throwIfAborted();
    // Missing, closed, or on a mount that is stale or broken: the service knows.
    if (errnoOf(error) === undefined) throw error;
    return undefined;
  }
}

async function listHere(
  { registry }: Connection,
  registryPath: string,
  { signal }: ReadOptions,
): Promise<string[]> {
  const root = path.join(registry, registryPath);
  const files: string[] = [];
  const pending = [''];
  for (let directory = pending.pop(); directory !== undefined; directory = pending.pop()) {
    signal?.throwIfAborted();
    const entries = await fs.readdir(path.join(root, directory), { withFileTypes: true });
    if (entries.length === 0 && directory !== '') files.push(`${directory}/`);
    for (const entry of entries) {
      const relative = directory === '' ? entry.name : `${directory}/${entry.name}`;
      if (entry.isDirectory()) pending.push(relative);
      else files.push(relative);
    }
  }
  return files;
}

/** The names of the directories in a registry directory, without the service's own. */
async function subdirectories(
  connection: Connection,
  registryPath: string,
  options: ReadOptions,
): Promise<string[]> {
  const here = await locally(connection, registryPath, options, async () => {
    const place = path.join(connection.registry, registryPath);
    const entries = await fs.readdir(place, { withFileTypes: true });
    const directories = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return withoutInternal(directories);
  });
  if (here !== undefined) return here;
  const entries = await listRemotely(connection, registryPath, { signal: options.signal });
  if (entries === undefined) throw missing(registryPath);
  const directories = entries.filter((name) => name.endsWith('/')).map((name) => name.slice(0, -1));
  return withoutInternal(directories);
}

const withoutInternal = (names: readonly string[]): string[] =>
  names.filter((name) => !isInternalName(name)).sort(compareBytes);

function missing(registryPath: string): GobblerError {
  const [project = '', asset, version] = registryPath.split('/');
  if (asset === undefined) return gobblerError('project-missing', { project });
  return gobblerError('nothing-to-list', {
    name: formatRef({ project, asset, ...(version && { version }) }),
  });
}
