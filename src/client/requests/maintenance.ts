import { GobblerError, gobblerError } from '../../errors/index.ts';
import {
  type AssetRef,
  createProjectRequest,
  deleteRequest,
  formatRef,
  type Permissions,
  parseChanges,
  type RerouteChange,
  refreshLatestRequest,
  refreshUsageRequest,
  reindexVersionRequest,
  requireName,
  requireNames,
  requireVersion,
  rerouteLinksRequest,
  type Target,
  type VersionRef,
  validateVersionRequest,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { requireUploaders } from './permissions.ts';
import { type SubmitOptions, submit } from './request.ts';

/* Requests of administrators. Each throws `not-authorized` for everybody else, and the codes of `submit`. */

/** Removes a project with everything in it. One that does not exist is fine. Protocol §11.10. */
export async function removeProject(
  connection: Connection,
  project: string,
  options: SubmitOptions = {},
): Promise<void> {
  requireName('project', project);
  await submit(connection, deleteRequest({ project }), options);
}

/**
 * Removes an asset with all its versions. One that does not exist is fine. `force` goes on although records are
 * damaged; the usage of the project may be wrong then. Protocol §11.10.
 */
export async function removeAsset(
  connection: Connection,
  { project, asset }: AssetRef,
  { force, ...options }: SubmitOptions & { readonly force?: boolean | undefined } = {},
): Promise<void> {
  requireNames({ project, asset });
  await submit(connection, deleteRequest({ project, asset }, force), options);
}

/**
 * Removes a version. One that does not exist is fine. The next older version becomes the latest (protocol §20 T14).
 * With `force` it works on a version that a crash has left unfinished. Links from elsewhere would dangle: see
 * {@link rerouteLinks}. Protocol §11.10.
 */
export async function removeVersion(
  connection: Connection,
  { project, asset, version }: VersionRef,
  { force, ...options }: SubmitOptions & { readonly force?: boolean | undefined } = {},
): Promise<void> {
  requireNames({ project, asset, version });
  await submit(connection, deleteRequest({ project, asset, version }, force), options);
}

/**
 * Changes every link into the paths `toDelete`, so that none dangles afterwards: to an older ancestor, or to a
 * copy. Returns the changes, with `dryRun` without making them. Deletes nothing itself. Everything in `toDelete` has to
 * exist. Protocol §11.11, §14.
 */
export async function rerouteLinks(
  connection: Connection,
  toDelete: readonly Target[],
  { dryRun = false, ...options }: SubmitOptions & { readonly dryRun?: boolean | undefined } = {},
): Promise<RerouteChange[]> {
  for (const { project, asset, version } of toDelete) {
    requireNames({
      project,
      ...(asset !== undefined && { asset }),
      ...(version !== undefined && { version }),
    });
    if (version === undefined || asset !== undefined) continue;
    throw gobblerError('version-without-asset', { project, version });
  }
  const { changes } = await submit(connection, rerouteLinksRequest(toDelete, dryRun), options);
  return parseChanges(changes, 'the list of changes');
}

/** Finds the latest version of an asset anew, and returns its name; undefined if all are on probation. Protocol §11.6. */
export async function refreshLatest(
  connection: Connection,
  { project, asset }: AssetRef,
  options: SubmitOptions = {},
): Promise<string | undefined> {
  requireNames({ project, asset });
  const { version } = await submit(connection, refreshLatestRequest({ project, asset }), options);
  if (version !== undefined && typeof version !== 'string')
    throw gobblerError('incomplete-reply', { member: 'version', expected: 'a string' });
  return version;
}

/** Adds up the sizes of a project anew, and returns them in bytes. Protocol §11.7. */
export async function refreshUsage(
  connection: Connection,
  project: string,
  options: SubmitOptions = {},
): Promise<number> {
  requireName('project', project);
  const { total } = await submit(connection, refreshUsageRequest(project), options);
  if (typeof total !== 'number')
    throw gobblerError('incomplete-reply', { member: 'total', expected: 'a number' });
  return total;
}

/** Rewrites the manifest and the links of a version from its files on disk. Protocol §11.8. */
export async function reindexVersion(
  connection: Connection,
  ref: VersionRef,
  options: SubmitOptions = {},
): Promise<void> {
  requireVersion(ref);
  await submit(connection, reindexVersionRequest(ref), options);
}

/**
 * Proves that a version on disk is what its records say, every checksum included. Code `content-differs`, with the
 * service's first finding, if it is not: the service reports that like an outage (protocol §18, §20 T7). Protocol §11.9.
 */
export async function validateVersion(
  connection: Connection,
  ref: VersionRef,
  options: SubmitOptions = {},
): Promise<void> {
  requireVersion(ref);
  try {
    await submit(connection, validateVersionRequest(ref), options);
  } catch (error) {
    if (!(error instanceof GobblerError) || error.code !== 'service-failed') throw error;
    const facts = { version: formatRef(ref), error: error.message };
    const { httpStatus, reason } = error;
    throw gobblerError('version-invalid', facts, { httpStatus, reason, cause: error });
  }
}

/** Permissions to create a project with; those left out are the service's defaults. */
export type WantedPermissions = {
  readonly [Kind in keyof Permissions]?: Permissions[Kind] | undefined;
};

/**
 * Creates a project; administrators only. Without `owners` the requester becomes the only one. Codes `already-exists`,
 * `not-authorized`, `invalid-input` for uploaders that make no sense, and those of `submit`. Protocol §11.1.
 */
export async function createProject(
  connection: Connection,
  project: string,
  { owners, uploaders, globalWrite, ...options }: SubmitOptions & WantedPermissions = {},
): Promise<void> {
  requireName('project', project);
  requireUploaders(uploaders ?? []);
  const permissions: Partial<Permissions> = {
    ...(owners && { owners }),
    ...(uploaders && { uploaders }),
    ...(globalWrite !== undefined && { globalWrite }),
  };
  const isEmpty = Object.keys(permissions).length === 0;
  await submit(connection, createProjectRequest(project, isEmpty ? undefined : permissions), options);
}
