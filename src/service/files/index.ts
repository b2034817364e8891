/** File operations below open descriptors, and the failures they make. */

export { openPlace, pathOfDescriptor, requireDescriptorPaths } from './descriptor-paths.ts';
export {
  closeUnwritten,
  type DiskPath,
  type Identity,
  joinDisk,
  namesIn,
  openRegular,
  requireRegular,
  shownName,
} from './disk.ts';
export { putBack, removeExactly } from './exact-move.ts';
export {
  aboutFile,
  cancelled,
  failed,
  forbidden,
  malformed,
  missing,
  RegistryInUseError,
  refusalOf,
  shortened,
  UnfitFile,
} from './failure.ts';
export { OpenTree } from './open-tree.ts';
export { Pool } from './pool.ts';
export { emptyTree, removeTree } from './remove-tree.ts';
export { replaceLink, temporaryBeside } from './replace-link.ts';
export { systemErrorName, systemReason, systemSentence } from './system-errors.ts';
export { TimeSlices } from './time-slices.ts';
export { type TreeEntry, walkTree } from './walk.ts';
