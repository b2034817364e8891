/** Reviews of versions on probation: their changes, and which of them a user can approve. */

export { compareWithLatest } from './compare-with-latest.ts';
