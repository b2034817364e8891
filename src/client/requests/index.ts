/** Requests to the service: files in staging, replies, retries while locked, clock skew. */

export { type ActingUser, actingUser } from './acting-user.ts';
export { type Clocks, MAY_DIFFER_S, readClocks } from './clock-skew.ts';
export { DEFAULT_PATIENCE_MS, type LockWait, pauseForLock } from './lock-retry.ts';
export {
  createProject,
  refreshLatest,
  refreshUsage,
  reindexVersion,
  removeAsset,
  removeProject,
  removeVersion,
  rerouteLinks,
  validateVersion,
  type WantedPermissions,
} from './maintenance.ts';
export {
  fetchPermissions,
  type PermissionsOf,
  requireUploaders,
  type SetPermissionsOptions,
  setPermissions,
} from './permissions.ts';
export { approveProbation, rejectProbation } from './probation.ts';
export { unauthorizedUser } from './reply.ts';
export { type SubmitOptions, stagingWriteError, submit } from './request.ts';
export {
  allocateUploadDirectory,
  isRunName,
  keepFresh,
  makeClosedDirectory,
  makeReadableDirectory,
  makeReadableDirectoryNow,
  newRunName,
  type OwnDirectory,
  openToService,
  requireStaging,
  runState,
  type Sweep,
  type Swept,
  sweepNames,
  sweepStaging,
  TRAVERSABLE,
  withdraw,
} from './staging-area.ts';
