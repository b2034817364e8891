/** Errors as data: codes, the table of problems with their sentences, hints, findings, errno names. Pure. */

export { type Actor, actorText } from './actor.ts';
export { ERROR_TITLES, type ErrorCode } from './codes.ts';
export { errnoOf, messageOf } from './errno.ts';
export type { FileProblem } from './file-problem.ts';
export {
  FINDINGS,
  type Finding,
  type FindingFacts,
  type FindingKind,
  findingHint,
  findingText,
  generalHint,
  type RegistryLinkProblem,
} from './findings.ts';
export { type ErrorDetails, factsOf, GobblerError, gobblerError } from './gobbler-error.ts';
export { type Hint, hint, hintText, type Setting, setting } from './hint.ts';
export { type Maintainers, maintainersText } from './maintainers.ts';
export { type Mismatch, mismatchText } from './mismatch.ts';
export {
  type BinaryFault,
  type DestinationConflict,
  type FactsOf,
  type LostChange,
  type LostFile,
  type LostUpload,
  lostChangeText,
  type MaintainerAction,
  type ProblemName,
  type StageInput,
  type StartFault,
  submittedText,
  UNAPPROVED,
  type UnreachableCause,
  type UnusableDirectory,
  type UploaderListFault,
} from './problems/index.ts';
export { didYouMean } from './similar.ts';
export { type FindingGroup, refuseIfAny, UploadRefused } from './upload-refused.ts';
