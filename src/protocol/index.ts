/** The protocol: names, records, requests and error codes, shared by client and service. Pure. */

export { type ErrorCode, type ErrorDetails, errnoOf, GobblerError, messageOf } from './errors.ts';
export { type Hint, hint, hintText, type Setting, setting } from './hint.ts';
export { compareBytes, type Encodable, encodeJson } from './json.ts';
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
  type Link,
  type LinkTarget,
  type Manifest,
  type ManifestEntry,
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
