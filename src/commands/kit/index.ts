/** What every command uses: inputs, runtime, log, summary, errors as people see them. */

export { defineVerb, type Verb, type VerbContext } from './command.ts';
export { currentDirectory } from './current-directory.ts';
export { dropWorkflowCommands, harmlessCode, harmlessLink, harmlessMarkup, harmlessText } from './escape.ts';
export { amountText, formatBytes, formatCount, formatDuration, formatNumberOf } from './format.ts';
export {
  choice,
  digest,
  directoryPath,
  duration,
  flag,
  type Input,
  type Inputs,
  integer,
  integerOrAuto,
  lines,
  minutes,
  nameLines,
  optionalFlag,
  optionalPath,
  requiredText,
  text,
  type Values,
} from './inputs.ts';
export { annotateWarning, annotationText, atMostLines, group, line } from './log.ts';
export { differenceCounts, pathsLine, shortened } from './paths-list.ts';
export {
  type Annotation,
  type Host,
  host,
  type OutputValue,
  type Places,
  type Progress,
  runUnder,
  type StopSignals,
} from './runtime.ts';
export { bulletList, factTable, writeSummary } from './summary.ts';
export { telling, tellingLater } from './untold.ts';
