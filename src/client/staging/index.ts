/** Carries a plan out: files into staging, then published by the service. */

export { inPlaceName } from './in-place.ts';
export { publish, publishedAnother } from './publish.ts';
export { type Staged, stage } from './stage.ts';
export { type GeneratedFile, publishThroughStaging } from './through-staging.ts';
