import { traceDecision } from '../connection/index.ts';

/** The stages of an upload, in the order in which they run. */
export const UPLOAD_STAGES = ['scan', 'check', 'hash', 'stage', 'publish', 'confirm', 'clean'] as const;

/** A stage of an upload. */
export type UploadStage = (typeof UPLOAD_STAGES)[number];

/** A stage begins. */
export interface StageBegins {
  /** Tells the events apart. */
  readonly kind: 'stage';
  /** The stage. */
  readonly stage: UploadStage;
}

/** A stage has succeeded; one that fails has no event of its own. */
export interface StageDone {
  /** Tells the events apart. */
  readonly kind: 'done';
  /** The stage. */
  readonly stage: UploadStage;
  /** How long it took, in milliseconds. */
  readonly spentMs: number;
}

/** A stage goes on. */
export interface StageProgress {
  /** Tells the events apart. */
  readonly kind: 'progress';
  /** The stage. */
  readonly stage: UploadStage;
  /** Files done; entries seen, while scanning. */
  readonly files: number;
  /** All files of the stage; undefined while scanning. */
  readonly totalFiles?: number | undefined;
  /** Bytes of the files that are done; undefined while scanning. */
  readonly bytes?: number | undefined;
  /** Bytes of all files of the stage; undefined while scanning. */
  readonly totalBytes?: number | undefined;
}

/** Staging is about to be written to. A caller that has to clean up after a kill notes the run now. */
export interface RunBegins {
  /** Tells the events apart. */
  readonly kind: 'run';
  /** Name of the run, which all its names in staging begin with: an item of `runs` for `sweepStaging`. */
  readonly run: string;
}

/** This upload has created the version, which stays even if a later stage fails. */
export interface VersionCreated {
  /** Tells the events apart. */
  readonly kind: 'created';
}

/** The filesystems of an upload, as `mount` names their types. */
export interface FilesystemsFound {
  /** Tells the events apart. */
  readonly kind: 'filesystems';
  /** Those of the source. */
  readonly source: readonly string[];
  /** That of the staging directory; undefined if this machine does not see it. */
  readonly staging: string | undefined;
  /** That of the registry; undefined if this machine does not see it. */
  readonly registry: string | undefined;
}

/** Something that a person should know. */
export interface Notice {
  /** Tells the events apart. */
  readonly kind: 'notice';
  /** One sentence. */
  readonly sentence: string;
}

/** The progress events of an upload. */
export type UploadEvent =
  | StageBegins
  | StageDone
  | StageProgress
  | RunBegins
  | VersionCreated
  | FilesystemsFound
  | Notice;

/** Measures how long each stage takes, and tells when one begins and is done. */
export class StageClock {
  readonly spentMs = Object.fromEntries(UPLOAD_STAGES.map((name) => [name, 0])) as Record<
    UploadStage,
    number
  >;
  readonly #onEvent: EventSink;

  constructor(onEvent: EventSink) {
    this.#onEvent = onEvent;
  }

  async run<T>(stage: UploadStage, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    this.#onEvent?.({ kind: 'stage', stage });
    const result = await work();
    const spentMs = performance.now() - begun;
    this.spentMs[stage] += spentMs;
    traceDecision(() => `the stage ${stage} took ${spentMs.toFixed(1)} ms`);
    this.#onEvent?.({ kind: 'done', stage, spentMs });
    return result;
  }
}

/** Receives the progress events of an upload. */
export type EventSink = ((event: UploadEvent) => void) | undefined;

/** Tells how much of a stage is done, file by file. */
export function progressOf(
  stage: UploadStage,
  all: readonly { readonly sizeBytes: number }[],
  onEvent: EventSink,
): ((file: { readonly sizeBytes: number }) => void) | undefined {
  if (onEvent === undefined) return undefined;
  let files = 0;
  let bytes = 0;
  const totals = { totalFiles: all.length, totalBytes: all.reduce((sum, file) => sum + file.sizeBytes, 0) };
  return ({ sizeBytes }) => {
    files++;
    bytes += sizeBytes;
    onEvent({ kind: 'progress', stage, files, bytes, ...totals });
  };
}
