/** The content of versions for the pages: snapshots, comparisons, files, images, tables, metadata, checks. */

export { type Check, checkVersion } from './checks.ts';
export { separatorOf, type TableHead, tableHead } from './delimited.ts';
export { type Image, imageIn, isImageName, LARGEST_IMAGE_BYTES } from './images.ts';
export { LARGEST_METADATA_BYTES, type Metadata, metadataFiles, readMetadata } from './metadata.ts';
export { type PendingNumbers, PendingReviews } from './pending-numbers.ts';
export { type FinishedVersion, Sizes, type VersionSize } from './sizes.ts';
export { type Comparison, type Snapshot, Snapshots } from './snapshots.ts';
export { streamFile } from './stream-file.ts';
export { compareTexts, type DiffLine, decodeText, type Hunk, LARGEST_TEXT_BYTES } from './text.ts';
