/** Reviews of versions on probation: which of them a user can approve, and what they change. */

export { type ApprovableProjects, approvableProjects } from './approvable-projects.ts';
export {
  type Compared,
  changesFromLatest,
  compareVersions,
  compareWithLatest,
  type Incomparable,
} from './compare-with-latest.ts';
export {
  type ChangeNumbers,
  findPending,
  type Pending,
  type PendingVersion,
  type PendingVersions,
  type PendingVersionsOptions,
  pendingVersions,
  reviewPending,
} from './pending-versions.ts';
export { type Read, readOne, type Unreadable, unlessUnreadable } from './unreadable.ts';
export { type ListedVersion, type VersionStates, versionStates } from './version-states.ts';
