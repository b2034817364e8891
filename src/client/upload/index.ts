/** One upload from scan to confirmation. */

export type { Kept } from './consume.ts';
export { tellFilesystems } from './filesystem-facts.ts';
export { lengthFindings, overlapFindings, preflight, stagingFindings } from './preflight.ts';
export { uploadDirectory } from './upload-directory.ts';
export {
  type Placements,
  type PlannedUpload,
  type PublishedUpload,
  publishedResult,
  type UploadFacts,
  type UploadResult,
} from './upload-result.ts';
