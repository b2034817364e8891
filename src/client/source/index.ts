/** The source directory of an upload: options, scan, findings, files that change meanwhile. */

export { type Losses, NOTHING_LOST } from './losses.ts';
export { stateOf } from './scan.ts';
export { contradictions, emptyFindings, type SourceOptions, scanSource } from './scan-source.ts';
export { type Aside, makeAside, putBack, restoreSource } from './set-aside.ts';
export { requireAllRead } from './source-reader.ts';
export {
  isUnchanged,
  type LeftOut,
  NOTHING_LEFT_OUT,
  refuseIfChanged,
  requireUnchanged,
  type Scan,
  type SourceFile,
  type SourceLink,
  type SymlinkPolicy,
  withPath,
} from './source-tree.ts';
export {
  type EventSink,
  type FilesystemsFound,
  type Notice,
  progressOf,
  type RunBegins,
  type StageBegins,
  StageClock,
  type StageDone,
  type StageProgress,
  UPLOAD_STAGES,
  type UploadEvent,
  type UploadStage,
  type VersionCreated,
} from './stages.ts';
export type { Deduplication, ExistingPolicy, UploadOptions, Verification } from './upload-options.ts';
