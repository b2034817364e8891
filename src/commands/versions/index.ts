/** Facts about one version, as commands show and check them. */

export { changeOutputs } from './change-outputs.ts';
export {
  changeCounts,
  changeRows,
  changesJson,
  changesMarkdown,
  changesSinceLatest,
  changesTable,
  changeTotals,
  incomparableFacts,
  incomparableText,
  logChanges,
  logChangeTotals,
  setChangeOutputs,
} from './changes.ts';
export { isRecent, isSameUpload, otherSums } from './checked-sums.ts';
export {
  type Approvable,
  approveCommand,
  howToApproveMarkdown,
  logHowToApprove,
  versionUrl,
} from './how-to-approve.ts';
export { asMaintainer, findMaintainers, maintainersOf } from './maintainers.ts';
export { RemoteVersion, unlessNotFound, type VersionState } from './remote-version.ts';
export { formatSums, readSums } from './sha256sum.ts';
export { type FileCheck, verifyFiles } from './verify-files.ts';
export { type Content, contentSize, versionLine, versionRows } from './version-facts.ts';
export { lacksVersion, requireSelected, versionToFetch } from './version-to-fetch.ts';
