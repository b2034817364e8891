/** How each entry of a source gets into staging, and what the manifest must list afterwards. */

export { summariesOf } from './borrowed.ts';
export { type EarlierVersions, earlierVersions } from './earlier-versions.ts';
export { hardLinkRule, isLinkableMode } from './hard-links.ts';
export { KnownChecksums } from './known-checksums.ts';
export { type ResolvedLink, resolveLinks } from './links.ts';
export { findLookalikes } from './lookalikes.ts';
export { lostFindings, requireWhole } from './lost-content.ts';
export {
  type Expected,
  expectedEntries,
  type PlannedLink,
  planUpload,
  sameSized,
  type UploadPlan,
  worthHashing,
} from './plan.ts';
export { decisiveFiles, plannedManifest } from './planned-content.ts';
export { sourceSums } from './source-sums.ts';
