/** Carries a plan out: files into staging, then published by the service. */

export type { GeneratedFile } from './generated-file.ts';
export { inPlaceName } from './in-place.ts';
export { publish } from './publish.ts';
export { type Staged, stage } from './stage.ts';
export { publishThroughStaging } from './through-staging.ts';
