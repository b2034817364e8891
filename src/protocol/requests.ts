import { type Encodable, encodeJson } from './json.ts';
import type { AssetRef, VersionRef } from './names.ts';
import type { Permissions } from './permissions.ts';
import { encodableUploaders } from './records.ts';

/** The requests to the service; each is the middle of a request file's name. Protocol §6.2. */
export type RequestAction =
  | 'upload'
  | 'refresh_latest'
  | 'refresh_usage'
  | 'set_permissions'
  | 'approve_probation'
  | 'reject_probation'
  | 'create_project'
  | 'delete_project'
  | 'delete_asset'
  | 'delete_version'
  | 'reroute_links'
  | 'reindex_version'
  | 'validate_version'
  | 'health_check';

/** The name of a request file: `request-{action}-{suffix}`. Protocol §6.1. */
export function requestFileName(action: RequestAction, suffix: string): string {
  return `request-${action}-${suffix}`;
}

/** The content of a request file, and the action in its name. */
export interface Request {
  readonly action: RequestAction;
  /** The JSON text of the file. */
  readonly content: string;
}

function request(action: RequestAction, fields: { [field: string]: Encodable | undefined }): Request {
  return { action, content: encodeJson(fields) };
}

export interface UploadRequest extends VersionRef {
  /** Base name of the directory in staging. */
  readonly source: string;
  readonly onProbation?: boolean | undefined;
  readonly ignoreDot?: boolean | undefined;
  /** The service may move the staged files instead of copying them. Protocol §12.5. */
  readonly consume?: boolean | undefined;
  readonly spoof?: string | undefined;
}

/** Protocol §11.2. */
export function uploadRequest(upload: UploadRequest): Request {
  const { source, project, asset, version, onProbation, ignoreDot, consume, spoof } = upload;
  return request('upload', {
    source,
    project,
    asset,
    version,
    on_probation: onProbation,
    ignore_dot: ignoreDot,
    consume,
    spoof,
  });
}

/** Permissions as a request carries them: what is left out stays as it is. */
function permissionFields({ owners, uploaders, globalWrite }: Partial<Permissions>): Encodable {
  return { owners, uploaders: uploaders && encodableUploaders(uploaders), global_write: globalWrite };
}

/** Protocol §11.1. Without `permissions` the requester becomes the only owner. */
export function createProjectRequest(project: string, permissions?: Partial<Permissions>): Request {
  return request('create_project', { project, permissions: permissions && permissionFields(permissions) });
}

/** The content of `set_permissions` and the probation requests besides names. */
export interface ActingFor {
  /** Act for this user, where the service allows it. Protocol §8. */
  readonly spoof?: string | undefined;
}

/** Protocol §11.3. */
export function setPermissionsRequest(
  { project, asset }: { project: string; asset?: string | undefined },
  permissions: Partial<Permissions>,
  { spoof }: ActingFor = {},
): Request {
  return request('set_permissions', { project, asset, permissions: permissionFields(permissions), spoof });
}

/** Protocol §11.4. */
export function approveProbationRequest(
  { project, asset, version }: VersionRef,
  { spoof }: ActingFor = {},
): Request {
  return request('approve_probation', { project, asset, version, spoof });
}

/** Protocol §11.5. */
export function rejectProbationRequest(
  { project, asset, version }: VersionRef,
  { force, spoof }: ActingFor & { force?: boolean | undefined } = {},
): Request {
  return request('reject_probation', { project, asset, version, force, spoof });
}

/** Protocol §11.6. */
export function refreshLatestRequest({ project, asset }: AssetRef): Request {
  return request('refresh_latest', { project, asset });
}

/** Protocol §11.7. */
export function refreshUsageRequest(project: string): Request {
  return request('refresh_usage', { project });
}

/** Protocol §11.8. */
export function reindexVersionRequest({ project, asset, version }: VersionRef): Request {
  return request('reindex_version', { project, asset, version });
}

/** Protocol §11.9. */
export function validateVersionRequest({ project, asset, version }: VersionRef): Request {
  return request('validate_version', { project, asset, version });
}

/** A project, an asset, or a version. */
export interface Target {
  /** Name of the project. */
  readonly project: string;
  /** Name of the asset; undefined for the whole project. */
  readonly asset?: string | undefined;
  /** Name of the version; undefined for the whole asset. */
  readonly version?: string | undefined;
}

/** The deletion of whatever `target` names. Protocol §11.10. `force` goes on where records are damaged. */
export function deleteRequest({ project, asset, version }: Target, force?: boolean): Request {
  if (asset === undefined) return request('delete_project', { project });
  if (version === undefined) return request('delete_asset', { project, asset, force });
  return request('delete_version', { project, asset, version, force });
}

/** Protocol §11.11. */
export function rerouteLinksRequest(toDelete: readonly Target[], dryRun: boolean): Request {
  const targets = toDelete.map(({ project, asset, version }) => ({ project, asset, version }));
  return request('reroute_links', { to_delete: targets, dry_run: dryRun });
}

/** Protocol §11.12. */
export function healthCheckRequest(): Request {
  return request('health_check', {});
}
