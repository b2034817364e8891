/** Decisions about versions on probation, for front ends of their own. */

export { removePending, requireRejectable, takeOffProbation } from './decision.ts';
export { requireOtherApprover } from './other-approver.ts';
