import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, messageOf } from '../../protocol/errors.ts';
import { refPath } from '../../protocol/layout.ts';
import { formatRef, type VersionRef } from '../../protocol/names.ts';
import type { Manifest, Summary } from '../../protocol/records.ts';
import { allFinished } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { currentUser } from '../identity.ts';
import { fetchUrl } from '../registry-reader.ts';
import { newRunName, removeFromStaging } from '../staging-area.ts';
import { becomesVisible, confirm } from './confirm.ts';
import { removeSource } from './consume.ts';
import { type Finding, refuseIfAny } from './finding.ts';
import { inPlaceName } from './in-place.ts';
import { type ResolvedLink, resolveLinks } from './links.ts';
import { planUpload } from './plan.ts';
import { overlapFindings, preflight } from './preflight.ts';
import { publish } from './publish.ts';
import { scan } from './scan.ts';
import type { LeftOut, Scan, ScanOptions, SymlinkPolicy } from './source-tree.ts';
import { stage } from './stage.ts';
import { type EventSink, progressOf, StageClock, type UploadStage } from './stages.ts';

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
  /** Refuse the upload beforehand if the service would put it on probation without being asked to. Default false. */
  readonly refuseProbation?: boolean;
  /** Remove the uploaded files from `directory` once they are published. Default false. */
  readonly consume?: boolean;
  /** Act for this user, where the service allows it. */
  readonly spoof?: string | undefined;
  /** How long to go on while another upload holds the asset. Default 30 minutes. */
  readonly lockPatienceMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onEvent?: EventSink;
}

export interface UploadResult {
  readonly ref: VersionRef;
  /** Absolute path of the version in the registry, as this machine sees (or would see) it. */
  readonly versionPath: string;
  /** Whether `versionPath` can be read from this machine. */
  readonly visible: boolean;
  /** The version under the service's `/fetch`. */
  readonly versionUrl: string;
  readonly summary: Summary;
  readonly manifest: Manifest;
  readonly filesCount: number;
  readonly sizeBytes: number;
  readonly copiedBytes: number;
  readonly leftOut: LeftOut;
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

  const scanned = await stages.run('scan', () => scan(options.directory, scanOptions(options)));
  const run = newRunName();
  onEvent?.({ kind: 'run', run });
  const links = await stages.run('check', () =>
    check(connection, { ...options, ...ref, run, spoof }, scanned),
  );
  const plan = planUpload(scanned, links, connection.serviceRegistry);
  const inPlace =
    options.symlinks === 'dereference' ? undefined : await inPlaceName(connection, scanned, plan);

  const request = { ...ref, spoof, onProbation: options.probation === true };
  const submitting = { signal, run, lockPatienceMs: options.lockPatienceMs, onNotice: noticesTo(options) };

  if (inPlace !== undefined) {
    const upload = { ...request, source: inPlace, consume: false };
    await stages.run('publish', () => publish(connection, upload, submitting));
  } else {
    const staged = path.join(connection.staging, run);
    const upload = { ...request, source: run, consume: plan.consume };
    const stopTouching = keepFresh(staged);
    try {
      const onFile = progressOf('stage', plan, onEvent);
      await stages.run('stage', () => stage(scanned.root, staged, plan, { signal, onFile }));
      await stages.run('publish', () => publish(connection, upload, submitting));
    } finally {
      stopTouching();
      await stages.run('clean', () => clean(staged, onEvent));
    }
  }

  const confirmed = await stages.run('confirm', () => confirm(connection, ref, plan, signal));
  const versionPath = path.join(connection.registry, refPath(ref));
  const visible = connection.registryVisible && (await becomesVisible(versionPath, signal));
  if (options.consume === true) {
    const kept = await stages.run('clean', () => removeSource(scanned));
    for (const sentence of kept) onEvent?.({ kind: 'notice', sentence });
  }
  return {
    ref,
    versionPath,
    visible,
    versionUrl: `${fetchUrl(connection, refPath(ref))}/`,
    ...confirmed,
    filesCount: [...confirmed.manifest.values()].filter((entry) => entry.md5sum !== '').length,
    sizeBytes: [...confirmed.manifest.values()].reduce((sum, entry) => sum + entry.size, 0),
    copiedBytes: inPlace === undefined ? plan.copiedBytes : 0,
    leftOut: scanned.leftOut,
    stageMs: stages.spentMs,
  };
}

/** Finds every reason to refuse the upload, and throws them as one; else returns where the links lead. */
async function check(
  connection: Connection,
  options: UploadOptions & { run: string },
  scanned: Scan,
): Promise<readonly ResolvedLink[]> {
  const { project, asset, version, run, spoof, signal } = options;
  const ref = { project, asset, version };
  const expectsProbation = options.probation === true || options.refuseProbation !== true;
  const [found, overlaps, resolved] = await allFinished([
    preflight(connection, { ...ref, run, spoof, signal, expectsProbation, onNotice: noticesTo(options) }),
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
  return resolved.links;
}

function noticesTo({ onEvent }: UploadOptions): (sentence: string) => void {
  return (sentence) => onEvent?.({ kind: 'notice', sentence });
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
  const reasons = [
    ...(hidden > 0 ? [`${hidden} hidden (see include-hidden-files)`] : []),
    ...(unselected > 0 ? [`${unselected} not selected (see files)`] : []),
  ];
  const but = reasons.length === 0 ? '' : `; left out: ${reasons.join(', ')}`;
  return [{ kind: 'no-files', message: `directory ${scanned.root} holds no files to upload${but}` }];
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

async function clean(staged: string, onEvent: EventSink): Promise<void> {
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

const TOUCH_EVERY_MS = 60 * 60_000;

/**
 * Keeps the modification time of a staged directory young while it is in use, by which sweeps (ours after a day, the
 * service's after a week: protocol §16) tell leftovers. Returns what ends it.
 */
function keepFresh(staged: string): () => void {
  const touch = (): void => {
    const now = new Date();
    // It is gone when the upload ends just now.
    fs.utimes(staged, now, now).catch(() => undefined);
  };
  const timer = setInterval(touch, TOUCH_EVERY_MS).unref();
  return () => clearInterval(timer);
}
