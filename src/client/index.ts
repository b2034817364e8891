/**
 * The library: a typed client of the Gobbler, without GitHub. Functions take a {@link Connection} first. Every failure
 * that is the caller's or the world's is a `GobblerError` with a code.
 */
export { type ErrorCode, GobblerError } from '../protocol/errors.ts';
export type { AssetRef, VersionRef } from '../protocol/names.ts';
export type { Permissions, Uploader } from '../protocol/permissions.ts';
export type {
  Link,
  LinkTarget,
  Manifest,
  ManifestEntry,
  RerouteChange,
  Summary,
} from '../protocol/records.ts';
export type { ActingFor, Target } from '../protocol/requests.ts';
export { cloneVersion } from './clone.ts';
export { type CompareSumsOptions, compareSums } from './compare-sums.ts';
export {
  type Connection,
  type ConnectOptions,
  connect,
  type ServiceInfo,
  serviceInfo,
} from './connection.ts';
export { type AddedLeg, type AddLegOptions, addLeg } from './fan-in/add-leg.ts';
export { type AllocateOptions, allocateArea } from './fan-in/allocate-area.ts';
export { type Area, openArea } from './fan-in/area.ts';
export type { AreaRecord, LegRecord } from './fan-in/area-record.ts';
export { type SubmitAreaOptions, type SubmittedArea, submitArea } from './fan-in/submit-area.ts';
export { type SweptAreas, sweepAreas } from './fan-in/sweep-areas.ts';
export {
  type FetchDirectoryOptions,
  type FetchOptions,
  type FetchProgress,
  fetchDirectory,
  fetchFile,
  versionPath,
} from './fetch.ts';
export { type FetchedVersion, fetchSelected } from './fetch-selected.ts';
export { type ListFilesOptions, listAssets, listFiles, listProjects, listVersions } from './listing.ts';
export {
  refreshLatest,
  refreshUsage,
  reindexVersion,
  removeAsset,
  removeProject,
  removeVersion,
  rerouteLinks,
  validateVersion,
} from './maintenance.ts';
export { manifestDigest } from './manifest-digest.ts';
export {
  fetchPermissions,
  type PermissionsOf,
  type SetPermissionsOptions,
  setPermissions,
} from './permissions.ts';
export { approveProbation, rejectProbation } from './probation.ts';
export { createProject } from './projects.ts';
export { type UnpackedPath, unpackPath } from './registry-path.ts';
export type { ReadOptions } from './registry-reader.ts';
export type { SubmitOptions } from './request.ts';
export { type EntryKind, type Select, type Selection, selectedKeys, selectPaths } from './select.ts';
export { allocateUploadDirectory, type Sweep, type Swept, sweepStaging } from './staging-area.ts';
export type { Verification } from './upload/confirm.ts';
export type { Kept } from './upload/consume.ts';
export type { Difference } from './upload/difference.ts';
export type { Deduplication } from './upload/earlier-versions.ts';
export type { ExistingPolicy } from './upload/existing.ts';
export { type Finding, type FindingGroup, UploadRefused } from './upload/finding.ts';
export type { Losses } from './upload/losses.ts';
export { restoreSource } from './upload/set-aside.ts';
export type { LeftOut, SymlinkPolicy } from './upload/source-tree.ts';
export { UPLOAD_STAGES, type UploadEvent, type UploadStage } from './upload/stages.ts';
export { uploadDirectory } from './upload/upload-directory.ts';
export type { Amount, Placements, UploadOptions, UploadResult } from './upload/upload-result.ts';
export {
  fetchLatest,
  fetchManifest,
  fetchSummary,
  fetchUsage,
  findManifest,
  findSummary,
} from './versions.ts';
