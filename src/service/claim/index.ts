/** Who serves a registry: one process at a time. */

export { claimRegistry } from './registry-claim.ts';
