/** The stages of an upload, in the order in which they run. */
export const UPLOAD_STAGES = ['scan', 'check', 'hash', 'stage', 'publish', 'confirm', 'clean'] as const;
export type UploadStage = (typeof UPLOAD_STAGES)[number];

/** The progress events of an upload. */
export type UploadEvent =
  /** A stage begins. */
  | { readonly kind: 'stage'; readonly stage: UploadStage }
  /** A stage has succeeded; one that failed just ends. */
  | { readonly kind: 'done'; readonly stage: UploadStage; readonly spentMs: number }
  /** The stage goes on; totals are unknown (undefined) while scanning. */
  | {
      readonly kind: 'progress';
      readonly stage: UploadStage;
      readonly files: number;
      readonly totalFiles?: number;
      readonly bytes?: number;
      readonly totalBytes?: number;
    }
  /** Staging is about to be written to, under names of this run: whoever may have to sweep after a kill notes it now. */
  | { readonly kind: 'run'; readonly run: string }
  /** Which filesystems it has to do with, as `mount` names them; undefined for a place that this machine does not see. */
  | {
      readonly kind: 'filesystems';
      readonly source: readonly string[];
      readonly staging: string | undefined;
      readonly registry: string | undefined;
    }
  /** Something a person should know, as a sentence. */
  | { readonly kind: 'notice'; readonly sentence: string };

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
    this.#onEvent?.({ kind: 'done', stage, spentMs });
    return result;
  }
}

/** Gets what an upload tells. */
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
