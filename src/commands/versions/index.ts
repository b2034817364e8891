/** Facts about one version, as commands show and check them. */

export { differencesFromSums, isRecent, isSameUpload, otherSums } from './checked-sums.ts';
export { asMaintainer, maintainersOf } from './maintainers.ts';
export { type Content, contentOf, requirePinned } from './pinned-content.ts';
export { formatSums, readSums } from './sha256sum.ts';
export { type FileCheck, verifyFiles } from './verify-files.ts';
export { contentCount, contentSize, stepToPaste, versionRows } from './version-facts.ts';
export { lookAtVersion, type VersionState } from './version-state.ts';
export { isNotFound, requireComplete, requireSelected, versionToFetch } from './version-to-fetch.ts';
