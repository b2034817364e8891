import type { Permissions, Uploader } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { mayMaintainAsset, mayMaintainProject } from '../../protocol/index.ts';

export interface PermissionStep {
  /** The requester of the change; undefined if this process has no user name. */
  readonly user: string | undefined;
  readonly asset: string | undefined;
  /** Of the project, as they are now. */
  readonly project: Permissions;
  /** Of what is changed: the project again, or the asset. */
  readonly before: Permissions;
  readonly after: Permissions;
}

/**
 * Refuses a change after which the user who makes it could make no other, with code `invalid-input`. A user who is no
 * owner now is an administrator, or will be refused by the service anyway.
 */
export function requireNoLockout({ user, asset, project, before, after }: PermissionStep): void {
  if (user === undefined) return;
  const may = (permissions: Permissions): boolean =>
    asset === undefined
      ? mayMaintainProject(user, permissions)
      : mayMaintainAsset(user, project, permissions);
  if (!may(before) || may(after)) return;
  throw gobblerError('lockout', { user });
}

/**
 * New entries that change nothing, with the earlier ones that decide instead: of the entries that fit an upload, the
 * service takes the first.
 */
export function shadowedUploaders(
  before: readonly Uploader[],
  after: readonly Uploader[],
): { readonly entry: Uploader; readonly by: Uploader }[] {
  const fresh = after.slice(before.length);
  return fresh.flatMap((entry) => {
    const by = before.find((earlier) => covers(earlier, entry));
    return by === undefined || (by.trusted === true) === (entry.trusted === true) ? [] : [{ entry, by }];
  });
}

/** Returns whether `earlier` fits every upload that `entry` fits. */
function covers(earlier: Uploader, entry: Uploader): boolean {
  return (
    earlier.id === entry.id &&
    earlier.until === undefined &&
    (earlier.asset === undefined || earlier.asset === entry.asset) &&
    (earlier.version === undefined || earlier.version === entry.version)
  );
}
