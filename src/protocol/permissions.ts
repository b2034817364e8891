import { parseTimestamp } from './times.ts';

/** One grant in an `uploaders` list. A field that is left out restricts nothing. Protocol §3.2. */
export interface Uploader {
  /** Name of the user, as the operating system of the service knows it. */
  readonly id: string;
  /** The only asset that the grant is for. */
  readonly asset?: string | undefined;
  /** The only version name that the grant is for. */
  readonly version?: string | undefined;
  /** RFC 3339; the grant has lapsed after this instant. */
  readonly until?: string | undefined;
  /** Uploads of a trusted user are not put on probation. */
  readonly trusted?: boolean | undefined;
}

/** The users who may publish in a project or an asset, and those who may change that. Protocol §3.2, §3.3. */
export interface Permissions {
  /** Names of users who may do everything in the project or asset. */
  readonly owners: readonly string[];
  /** Grants to upload, in the order in which the service reads them: the first that matches decides. */
  readonly uploaders: readonly Uploader[];
  /** Anybody may create new assets in the project. Of no meaning in the permissions of an asset. */
  readonly globalWrite?: boolean | undefined;
}

/** The service's decision about an upload, administrators aside. */
export type UploadRight =
  | { readonly allowed: false }
  | { readonly allowed: true; readonly trusted: boolean; readonly becomesAssetOwner: boolean };

export interface UploadQuestion {
  readonly user: string;
  readonly asset: string;
  readonly version: string;
  readonly project: Permissions;
  /** Undefined if the asset does not exist yet; its permissions (possibly empty) if it does. */
  readonly existingAsset: Permissions | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * Returns whether `user` may upload, and whether that upload is trusted. Protocol §10: global write only concerns
 * assets that do not exist yet; otherwise owners pass, and then the first uploader entry that matches decides.
 */
export function uploadRight({
  user,
  asset,
  version,
  project,
  existingAsset,
  now,
}: UploadQuestion): UploadRight {
  if (existingAsset === undefined && project.globalWrite === true) {
    return { allowed: true, trusted: true, becomesAssetOwner: true };
  }
  if (project.owners.includes(user) || existingAsset?.owners.includes(user)) {
    return { allowed: true, trusted: true, becomesAssetOwner: false };
  }
  const ofAsset = (existingAsset?.uploaders ?? []).map((entry) => ({ ...entry, asset }));
  for (const entry of [...project.uploaders, ...ofAsset]) {
    if (entry.id !== user) continue;
    if (entry.asset !== undefined && entry.asset !== asset) continue;
    if (entry.version !== undefined && entry.version !== version) continue;
    if (entry.until !== undefined) {
      const until = parseTimestamp(entry.until);
      if (until === undefined || until < now) continue;
    }
    return { allowed: true, trusted: entry.trusted === true, becomesAssetOwner: false };
  }
  return { allowed: false };
}

/**
 * Returns whether `user` may change the project's permissions and decide on probation. Protocol §10, administrators
 * aside.
 */
export function mayMaintainProject(user: string, project: Permissions): boolean {
  return project.owners.includes(user);
}

/** Returns whether `user` may change the permissions of an asset; undefined if it does not exist yet. Protocol §10. */
export function mayMaintainAsset(
  user: string,
  project: Permissions,
  existingAsset: Permissions | undefined,
): boolean {
  return mayMaintainProject(user, project) || existingAsset?.owners.includes(user) === true;
}
