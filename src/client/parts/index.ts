/** One version from many jobs: multipart uploads. */

export {
  type CreateMultipartUploadOptions,
  createMultipartUpload,
  discardMultipartUpload,
} from './create-upload.ts';
export { type MultipartUpload, openMultipartUpload } from './multipart-upload.ts';
export { partPathNames } from './part-path.ts';
export { requirePartName } from './part-run.ts';
export type { MultipartUploadRecord, PartRecord } from './records.ts';
export { type StagedPart, type StagePartOptions, stagePart } from './stage-part.ts';
export { submitParts } from './submit-parts.ts';
export type { SubmitPartsOptions, SubmittedParts } from './submitted-parts.ts';
export { type SweptMultipartUploads, sweepMultipartUploads } from './sweep-uploads.ts';
