/** One version from many jobs: parts that gather in staging, and their submission. */

export { type AddedLeg, type AddLegOptions, addLeg } from './add-leg.ts';
export { type AllocateOptions, allocateArea, discardArea } from './allocate-area.ts';
export { type Area, openArea } from './area.ts';
export type { AreaRecord, LegRecord } from './area-record.ts';
export { legPathNames } from './leg-path.ts';
export { requireLegName } from './leg-run.ts';
export { submitArea } from './submit-area.ts';
export type { SubmitAreaOptions, SubmittedArea } from './submitted-area.ts';
export { type SweptAreas, sweepAreas } from './sweep-areas.ts';
