import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../../protocol/errors.ts';
import { refPath } from '../../protocol/layout.ts';
import { formatRef, type VersionRef } from '../../protocol/names.ts';
import type { Manifest, Summary } from '../../protocol/records.ts';
import { uploadRequest } from '../../protocol/requests.ts';
import { allFinished } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { currentUser } from '../identity.ts';
import { fetchUrl } from '../registry-reader.ts';
import { submit } from '../request.ts';
import { newRunName, removeFromStaging } from '../staging-area.ts';
import { confirm, outcomeOfLostUpload } from './confirm.ts';
import { removeSource } from './consume.ts';
import { type Finding, refuseIfAny } from './finding.ts';
import { inPlaceName } from './in-place.ts';
import { resolveLinks } from './links.ts';
import { planUpload, type UploadPlan } from './plan.ts';
import { overlapFindings, preflight } from './preflight.ts';
import { type Scan, type ScanOptions, type SymlinkPolicy, scan } from './scan.ts';
import { stage } from './stage.ts';

/** The stages of an upload, in order. */
export const UPLOAD_STAGES = ['scan', 'check', 'stage', 'publish', 'confirm', 'clean'] as const;
export type UploadStage = (typeof UPLOAD_STAGES)[number];

/** What an upload tells while it runs. */
export type UploadEvent =
  /** A stage begins. */
  | { readonly kind: 'stage'; readonly stage: UploadStage }
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
  /** Something a person should know, as a sentence. */
  | { readonly kind: 'notice'; readonly sentence: string };

export interface UploadOptions extends VersionRef {
  readonly directory: string;
  /** Default `preserve`. */
  readonly symlinks?: SymlinkPolicy;
  /** Publish files and directories whose name starts with one dot. Default true. */
  readonly includeHidden?: boolean;
  /** Whether to publish the entry at this relative path. Everything by default. */
  readonly select?: ((relativePath: string) => boolean) | undefined;
  /** Publish although there is not a single file. Default false. */
  readonly allowEmpty?: boolean;
  /** Ask for probation. Default false. */
  readonly probation?: boolean;
  /** Remove the uploaded files from `directory` once they are published. Default false. */
  readonly consume?: boolean;
  /** Act for this user, where the service allows it. */
  readonly spoof?: string | undefined;
  /** How long to go on while another upload holds the asset. Default 30 minutes. */
  readonly lockPatienceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: ((event: UploadEvent) => void) | undefined;
}

export interface UploadResult {
  readonly ref: VersionRef;
  /** Absolute path of the version in the registry, as this machine sees (or would see) it. */
  readonly versionPath: string;
  /** The version under the service's `/fetch`. */
  readonly versionUrl: string;
  readonly summary: Summary;
  readonly manifest: Manifest;
  readonly filesCount: number;
  readonly sizeBytes: number;
  readonly copiedBytes: number;
  readonly leftOut: Scan['leftOut'];
  /** Milliseconds of each stage. */
  readonly stageMs: Readonly<Record<UploadStage, number>>;
}

/**
 * Publishes a directory as a new version, and returns when the registry holds all of it. Protocol §11.2, §12, §22.
 *
 * Everything that would fail is found before a byte is moved, and thrown as one `UploadRefused` (its code is that of
 * the first finding). Nothing of ours stays in staging, whatever happens short of a kill; the source is only read
 * (with `consume`, it is removed in the end). An abort makes the service roll back. Other codes: those of `submit`,
 * `content-differs` if the registry holds something else afterwards.
 */
export async function uploadDirectory(connection: Connection, options: UploadOptions): Promise<UploadResult> {
  const { onEvent, signal } = options;
  const ref: VersionRef = { project: options.project, asset: options.asset, version: options.version };
  // Spoofing oneself is refused unless the service lists it, so it is left out (protocol §8).
  const spoof = options.spoof === currentUser() ? undefined : options.spoof;
  const stages = new StageClock(onEvent);

  stages.begin('scan');
  const scanned = await scan(options.directory, scanOptions(options));

  stages.begin('check');
  const run = newRunName();
  onEvent?.({ kind: 'run', run });
  const [found, overlaps, resolved] = await allFinished([
    preflight(connection, { ...ref, run, spoof, signal }),
    overlapFindings(connection, scanned),
    resolveLinks(connection, ref, scanned, signal),
  ]);
  refuseIfAny(`the upload of ${formatRef(ref)}`, [
    ...found,
    ...scanned.findings,
    ...overlaps,
    ...resolved.findings,
    ...emptyFindings(scanned, options),
    ...contradictions(options),
  ]);
  const plan = planUpload(scanned, resolved.links, connection.serviceRegistry);
  const inPlace =
    options.symlinks === 'dereference' ? undefined : await inPlaceName(connection, scanned, plan);

  if (inPlace !== undefined) {
    stages.begin('publish');
    await publish(connection, options, { ...ref, spoof, source: inPlace, consume: false, run });
  } else {
    const staged = path.join(connection.staging, run);
    try {
      stages.begin('stage');
      await stage(scanned.root, staged, plan, { signal, onFile: progressOf('stage', plan, onEvent) });
      stages.begin('publish');
      await publish(connection, options, { ...ref, spoof, source: run, consume: plan.consume, run });
    } finally {
      stages.begin('clean');
      await clean(staged, onEvent);
    }
  }

  stages.begin('confirm');
  const { summary, manifest } = await confirm(connection, ref, plan, signal);
  if (options.consume === true) {
    stages.begin('clean');
    for (const sentence of await removeSource(scanned)) onEvent?.({ kind: 'notice', sentence });
  }
  return {
    ref,
    versionPath: path.join(connection.registry, refPath(ref)),
    versionUrl: fetchUrl(connection, refPath(ref)),
    summary,
    manifest,
    filesCount: [...manifest.values()].filter((entry) => entry.md5sum !== '').length,
    sizeBytes: [...manifest.values()].reduce((sum, entry) => sum + entry.size, 0),
    copiedBytes: inPlace === undefined ? plan.copiedBytes : 0,
    leftOut: scanned.leftOut,
    stageMs: stages.end(),
  };
}

function scanOptions({ symlinks, includeHidden, select, signal, onEvent }: UploadOptions): ScanOptions {
  return {
    symlinks: symlinks ?? 'preserve',
    includeHidden: includeHidden ?? true,
    select,
    signal,
    onEntry: (files) => onEvent?.({ kind: 'progress', stage: 'scan', files }),
  };
}

function emptyFindings(scanned: Scan, { allowEmpty }: UploadOptions): Finding[] {
  const isEmpty = scanned.files.length === 0 && scanned.links.length === 0;
  if (!isEmpty || allowEmpty === true || scanned.findings.length > 0) return [];
  const { hidden, unselected } = scanned.leftOut;
  const left =
    hidden + unselected === 0 ? '' : `, apart from ${hidden} hidden and ${unselected} unselected entries`;
  return [{ kind: 'no-files', message: `directory ${scanned.root} holds no files to upload${left}` }];
}

function contradictions({ consume, symlinks }: UploadOptions): Finding[] {
  if (consume !== true || symlinks !== 'dereference') return [];
  return [
    {
      kind: 'contradiction',
      message:
        'consume cannot be combined with symlinks: dereference, since the files behind the links lie elsewhere',
    },
  ];
}

function progressOf(
  stageName: UploadStage,
  plan: UploadPlan,
  onEvent: UploadOptions['onEvent'],
): ((file: { sizeBytes: number }) => void) | undefined {
  if (onEvent === undefined) return undefined;
  let files = 0;
  let bytes = 0;
  const totals = { totalFiles: plan.copies.length, totalBytes: plan.copiedBytes };
  return ({ sizeBytes }) => {
    files++;
    bytes += sizeBytes;
    onEvent({ kind: 'progress', stage: stageName, files, bytes, ...totals });
  };
}

async function publish(
  connection: Connection,
  { probation, lockPatienceMs, signal, onEvent }: UploadOptions,
  upload: VersionRef & { source: string; consume: boolean; spoof: string | undefined; run: string },
): Promise<void> {
  const request = uploadRequest({ ...upload, onProbation: probation === true });
  const onNotice = (sentence: string): void => onEvent?.({ kind: 'notice', sentence });
  try {
    await submit(connection, request, { signal, run: upload.run, lockPatienceMs, onNotice });
  } catch (error) {
    if (!(error instanceof GobblerError) || error.code !== 'connection-lost') throw error;
    onNotice(`${error.message}. Looking at the registry for the outcome.`);
    if (!(await outcomeOfLostUpload(connection, upload, error, signal))) throw error;
    onNotice('The upload is complete, although the answer of the service was lost.');
  }
}

async function clean(staged: string, onEvent: UploadOptions['onEvent']): Promise<void> {
  try {
    await removeFromStaging(staged);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    onEvent?.({
      kind: 'notice',
      sentence: `${staged} could not be removed from staging: ${messageOf(error)}`,
    });
  }
}

/** Measures how long each stage takes, and tells when one begins. */
class StageClock {
  readonly #onEvent: UploadOptions['onEvent'];
  readonly #spentMs = Object.fromEntries(UPLOAD_STAGES.map((name) => [name, 0])) as Record<
    UploadStage,
    number
  >;
  #current: UploadStage | undefined;
  #since = 0;

  constructor(onEvent: UploadOptions['onEvent']) {
    this.#onEvent = onEvent;
  }

  begin(name: UploadStage): void {
    this.end();
    this.#current = name;
    this.#since = performance.now();
    this.#onEvent?.({ kind: 'stage', stage: name });
  }

  end(): Record<UploadStage, number> {
    if (this.#current !== undefined) this.#spentMs[this.#current] += performance.now() - this.#since;
    this.#current = undefined;
    return this.#spentMs;
  }
}
