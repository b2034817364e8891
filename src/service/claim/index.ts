/** Makes sure that only one process serves a registry at a time. */

export { claimRegistry } from './registry-claim.ts';
