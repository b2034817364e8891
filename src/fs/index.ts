/** Filesystems: fresh metadata, retries of single calls, clocks, checksums, adaptive I/O. */

export { AdaptiveIo } from './adaptive-io.ts';
export {
  contentOf,
  copyWithChecksum,
  hashFiles,
  md5Of,
  md5OfFiles,
  readSmall,
  readSmallFile,
  SMALL_FILE_BYTES,
} from './checksums.ts';
export { FilesystemClocks } from './clocks.ts';
export { allFinished, forEachConcurrently, requireConcurrency, Turns } from './concurrency.ts';
export { type Filesystem, filesystemOf } from './filesystem.ts';
export { Filesystems, freshStat, refreshDirectory, refreshPath } from './fresh.ts';
export { type FileState, HashCache, REST_MS } from './hash-cache.ts';
export { onDescriptorShortage, releaseIdleDescriptors } from './idle-descriptors.ts';
export { makeDirectory } from './make-directory.ts';
export { withOpen, withOpenNow } from './open-file.ts';
export { isOfRoot, isOwn, isOwnFile } from './own-files.ts';
export { reflink } from './reflink.ts';
export { removeSharedTree } from './remove-shared-tree.ts';
export { nameNew, nameNewNow, replaceFile } from './replace-file.ts';
export { removeTree, retryStale } from './retry.ts';
export { ifErrno, ifRefused, ifThere, refusedAs } from './system-errors.ts';
