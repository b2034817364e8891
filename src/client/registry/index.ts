/** Reads of the registry: versions, records, listings, digests, differences. */

export {
  type Amount,
  amountOfFiles,
  type Change,
  type ChangeKind,
  type ChangesSince,
  type Difference,
  differenceOf,
  type KindOfChange,
  largestChanges,
} from './difference.ts';
export { type FileBytes, type ListedFile, readBytes } from './file-bytes.ts';
export { withLatest } from './latest.ts';
export {
  type ListFilesOptions,
  listAssets,
  listFiles,
  listProjects,
  listRecursively,
  listVersions,
} from './listing.ts';
export { directoriesOf, directoriesWith, manifestDigest } from './manifest-digest.ts';
export { escapingPath, isPlainPath, segmentsOf, type UnpackedPath, unpackPath } from './registry-path.ts';
export {
  awaitVisible,
  listIfThere,
  listRemotely,
  type ReadOptions,
  readRecord,
  refreshRegistry,
} from './registry-reader.ts';
export { type CompareSumsOptions, compareSums, type RegistryFile, registrySums } from './registry-sums.ts';
export {
  type Confirmed,
  fetchLatest,
  fetchManifest,
  fetchSummary,
  fetchUsage,
  findManifest,
  findSummary,
  manifestOf,
  readBack,
} from './versions.ts';
