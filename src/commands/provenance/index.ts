/** Where versions come from: gathered, published with them, and shown. */

export { foundOrigin } from './found-origin.ts';
export { findOrigin, type Origin, provenanceInputs } from './origin.ts';
export { logOrigin, mismatchOf, originRows, slurmText, warnOfMismatches } from './origin-text.ts';
