/** The toolkit of every command: inputs, runtime, log, summary, errors as people see them. */

export { type Command, type CommandContext, defineCommand } from './command.ts';
export { requireConfirmation } from './confirmation.ts';
export { currentDirectory } from './current-directory.ts';
export {
  dropWorkflowCommands,
  escapeCode,
  escapeLink,
  escapeMarkup,
  escapeText,
  shortened,
  showInvisible,
} from './escape.ts';
export { amountText, formatAge, formatBytes, formatCount, formatDuration, formatNumberOf } from './format.ts';
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
export { annotateWarning, annotationText, group, line } from './log.ts';
export { tryWrite, tryWriteLater } from './output-writes.ts';
export { requireRoom } from './room.ts';
export {
  type Annotation,
  host,
  type OutputValue,
  type Places,
  type Progress,
  type Runtime,
  type StopSignals,
  useRuntime,
} from './runtime.ts';
export { shellWord } from './shell-word.ts';
export { factTable, writeSummary } from './summary.ts';
export { alignedLines, type Cell, type Column, type Table, tsvLines } from './table.ts';
