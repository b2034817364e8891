import type { VersionRef } from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import { DEFAULT_PATIENCE_MS, type LockWait } from '../requests/index.ts';
import { progressOf, StageClock, type UploadOptions, type UploadStage } from '../source/index.ts';

/** Options of an upload, with their defaults. */
export type UploadSettings = ReturnType<typeof withDefaults>;

const withDefaults = (options: UploadOptions) => ({
  ...options,
  ifExists: options.ifExists ?? 'error',
  deduplicate: options.deduplicate ?? 'latest',
  verify: options.verify ?? 'checksum',
  symlinks: options.symlinks ?? 'preserve',
  consume: options.consume ?? false,
  probation: options.probation ?? false,
  refuseProbation: options.refuseProbation ?? false,
  dryRun: options.dryRun ?? false,
  // The provenance file has a digest of all files.
  sha256: options.sha256 === true || options.provenance !== undefined,
});

/** Everything that all stages of one upload share. Made once, by `uploadDirectory`, and passed to each stage. */
export class UploadContext implements LockWait {
  readonly connection: Connection;
  readonly ref: VersionRef;
  readonly settings: UploadSettings;
  /** The user to act for; undefined for oneself, which the service refuses unless it lists that (protocol §8). */
  readonly spoof: string | undefined;
  readonly stages: StageClock;
  #giveUpAt: number | undefined;

  constructor(connection: Connection, options: UploadOptions) {
    const { project, asset, version, spoof, onEvent } = options;
    this.connection = connection;
    this.ref = { project, asset, version };
    this.settings = withDefaults(options);
    this.spoof = spoof === currentUser() ? undefined : spoof;
    this.stages = new StageClock(onEvent);
  }

  get signal(): AbortSignal | undefined {
    return this.settings.signal;
  }

  /** Until when to wait for other uploads and for locks: one span of time for all, from when it is first asked for. */
  get giveUpAt(): number {
    this.#giveUpAt ??= Date.now() + (this.settings.lockPatienceMs ?? DEFAULT_PATIENCE_MS);
    return this.#giveUpAt;
  }

  /** Reports something that a person should know, as a sentence. */
  readonly onNotice = (sentence: string): void => this.settings.onEvent?.({ kind: 'notice', sentence });

  /** Reports the progress of a stage, file by file; undefined if nobody listens. */
  readonly progress = (
    stage: UploadStage,
    files: readonly { readonly sizeBytes: number }[],
  ): ReturnType<typeof progressOf> => progressOf(stage, files, this.settings.onEvent);
}
