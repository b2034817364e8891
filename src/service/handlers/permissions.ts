import { mkdirSync } from 'node:fs';
import {
  type AssetRef,
  mayMaintainAsset,
  mayMaintainProject,
  type Permissions,
} from '../../protocol/index.ts';
import { forbidden, malformed } from '../files/index.ts';
import { record, text } from '../json/index.ts';
import { type Gobbler, type Handler, requesterOf, requireAsset, requireNamed } from '../requests/index.ts';
import {
  effectivePermissions,
  type PermissionsInput,
  permissionsReader,
  type StoredPermissions,
} from '../storage/index.ts';
import { type Lineage, withLocks } from './lineage.ts';
import { requireUploaders } from './uploaders.ts';

const setPermissionsReader = record({
  project: text,
  asset: text,
  permissions: permissionsReader,
  spoof: text,
});

/** Changes the permissions of a project or of an asset. Protocol §11.3. */
export const setPermissions: Handler = async (gobbler, request, signal) => {
  const input = request.read(setPermissionsReader);
  const project = requireNamed('project', input, request);
  const asset = input.asset === undefined ? undefined : requireAsset(input, request);
  const { permissions } = input;
  if (permissions === undefined) throw malformed(`expected a 'permissions' property in "${request.path}"`);
  const user = await requesterOf(gobbler, request, input.spoof);
  return withLocks(gobbler, signal, async (locks) => {
    if (asset === undefined) await setForProject(gobbler, locks, project, user, permissions);
    else await setForAsset(gobbler, locks, asset, user, permissions);
    return {};
  });
};

async function setForProject(
  { registry, admins }: Gobbler,
  locks: Lineage,
  project: string,
  user: string,
  changes: PermissionsInput,
): Promise<void> {
  await locks.enterProject({ project }, 'exclusive');
  const stored = registry.projectPermissions({ project });
  if (!admins.has(user) && !mayMaintainProject(user, effectivePermissions(stored))) {
    throw refusal(user, project);
  }
  const globalWrite = changes.globalWrite ?? stored.globalWrite;
  const changed = changedLists(stored, changes);
  registry.writeProjectPermissions(
    { project },
    { ...changed, ...(globalWrite !== undefined && { globalWrite }) },
  );
}

async function setForAsset(
  { registry, admins }: Gobbler,
  locks: Lineage,
  asset: AssetRef,
  user: string,
  changes: PermissionsInput,
): Promise<void> {
  await locks.enterProject(asset, 'shared');
  const requireRight = (existing: Permissions | undefined): void => {
    const project = effectivePermissions(registry.projectPermissions(asset));
    if (admins.has(user) || mayMaintainAsset(user, project, existing)) return;
    throw refusal(user, `${asset.project}/${asset.asset}`);
  };
  await locks.lockOrMakeAsset(asset, () => {
    requireRight(undefined);
    mkdirSync(registry.assetDirectory(asset), 0o755);
  });
  const stored = registry.assetPermissions(asset);
  requireRight(effectivePermissions(stored));
  // Entries of an asset are about that asset; global write only concerns projects.
  const uploaders = changes.uploaders?.map(({ asset: _elsewhere, ...entry }) => entry);
  const changed = changedLists(stored, { ...changes, ...(uploaders && { uploaders }) });
  registry.writeAssetPermissions(asset, { ...stored, ...changed });
}

/** Returns the stored lists with the given ones replaced, list by list. */
function changedLists(
  stored: StoredPermissions,
  { owners, uploaders }: PermissionsInput,
): Pick<StoredPermissions, 'owners' | 'uploaders'> {
  return {
    owners: owners ?? stored.owners,
    uploaders: uploaders === undefined ? stored.uploaders : requireUploaders(uploaders),
  };
}

const refusal = (user: string, what: string): Error =>
  forbidden(`user "${user}" is not authorized to modify permissions for "${what}"`);
