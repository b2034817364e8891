/** The protocol: names, records and requests, shared by client and service. Pure. */

export { compareBytes, type Encodable, encodeJson, ownMember } from './json.ts';
export {
  isInside,
  LATEST,
  LINKS,
  LOCK,
  LOCK_NEW_DIRECTORY,
  LOCK_USAGE,
  LOGS,
  MANIFEST,
  PERMISSIONS,
  QUOTA,
  refPath,
  relativeInside,
  SUMMARY,
  USAGE,
} from './layout.ts';
export {
  type Link,
  type LinkTarget,
  type Manifest,
  type ManifestEntry,
  sortedEntries,
} from './manifest-entry.ts';
export { ManifestReader } from './manifest-reader.ts';
export {
  type AssetRef,
  formatRef,
  givenNames,
  isInternalName,
  type NameKind,
  nameProblem,
  requireName,
  requireNames,
  requireVersion,
  type VersionRef,
} from './names.ts';
export {
  mayMaintainAsset,
  mayMaintainProject,
  type Permissions,
  type Uploader,
  type UploadRight,
  uploadRight,
} from './permissions.ts';
export {
  encodableUploaders,
  encodeLatest,
  encodeLinks,
  encodeManifest,
  encodeSummary,
  encodeUsage,
  manifestPieces,
  parseChanges,
  parseLatest,
  parseManifest,
  parsePermissions,
  parseSummary,
  parseUsage,
  type RerouteChange,
  type Summary,
} from './records.ts';
export {
  type ActingFor,
  approveProbationRequest,
  createProjectRequest,
  deleteRequest,
  healthCheckRequest,
  type Request,
  type RequestAction,
  refreshLatestRequest,
  refreshUsageRequest,
  reindexVersionRequest,
  rejectProbationRequest,
  requestFileName,
  rerouteLinksRequest,
  setPermissionsRequest,
  type Target,
  type UploadRequest,
  uploadRequest,
  validateVersionRequest,
} from './requests.ts';
export { formatTimestamp, parseInstant, parseTimestamp } from './times.ts';
