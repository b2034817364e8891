/** The registry on disk: records, links, locks, transfers. */

export { copyLarge } from './copy.ts';
export { linksByDirectory, linkTextFor, linkWith, writeLinkFiles } from './links.ts';
export { type Hold, type LockMode, type LockSession, LockTable } from './locks.ts';
export { writeLogEntry } from './log-entries.ts';
export { Manifests } from './manifests.ts';
export { unlessDamaged } from './record-files.ts';
export {
  effectivePermissions,
  type PermissionsInput,
  permissionsReader,
  type StoredPermissions,
  type UploaderInput,
} from './records.ts';
export { type ProjectRef, Registry } from './registry.ts';
export type { Storage } from './storage.ts';
export { type FoundLink, type Survey, surveyVersion } from './survey.ts';
export { transfer } from './transfer.ts';
