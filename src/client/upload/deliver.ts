import { promises as fs } from 'node:fs';
import path from 'node:path';
import { GobblerError, relativeInside } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { type KnownChecksums, Summaries, type UploadPlan } from '../plan/index.ts';
import { unpackPath } from '../registry/index.ts';
import { newRunName, whileLocked } from '../requests/index.ts';
import {
  progressOf,
  type Scan,
  type SourceFile,
  type StageClock,
  type UploadOptions,
} from '../source/index.ts';
import { inPlaceName, publish, publishThroughStaging, type Staged } from '../staging/index.ts';
import { awaitOtherUploads } from './other-uploads.ts';

/** How the files got to the service, and whether its answer got back. */
export interface Delivery {
  /** Undefined for a directory that was published from where it was. */
  readonly staged: Staged | undefined;
  readonly answered: boolean;
  /** Resolves when nothing is left in staging. */
  readonly cleaned: Promise<void>;
}

export interface DeliveryContext {
  readonly connection: Connection;
  readonly options: UploadOptions;
  readonly spoof: string | undefined;
  readonly stages: StageClock;
  readonly onNotice: (sentence: string) => void;
}

export interface Consignment {
  readonly scanned: Scan;
  readonly plan: UploadPlan;
  readonly known: KnownChecksums;
  /** Plans anew, without links to earlier versions. */
  readonly planWithout: () => Promise<UploadPlan>;
}

/**
 * Has a plan published: again while others hold a lock (staged anew, since the service may have moved what was staged
 * before), and once without links to earlier versions, if one of those has gone meanwhile. Codes as
 * `publishThroughStaging`.
 */
export async function deliver(
  context: DeliveryContext,
  consignment: Consignment,
): Promise<{ plan: UploadPlan } & Delivery> {
  const { plan, planWithout } = consignment;
  try {
    return { plan, ...(await deliverPatiently(context, consignment)) };
  } catch (error) {
    if (plan.unchanged.length === 0 || !(await hasLostTarget(context, plan, error))) throw error;
    context.onNotice(
      'Something that unchanged files were linked to has gone meanwhile: uploading them as well.',
    );
    const other = await planWithout();
    return { plan: other, ...(await deliverPatiently(context, { ...consignment, plan: other })) };
  }
}

/**
 * Whether an upload has failed while something that it links to in the registry has gone, or is on probation. Asks for
 * that: what the service says of the failure may quote any name.
 */
async function hasLostTarget(
  { connection, options: { signal } }: DeliveryContext,
  { links }: UploadPlan,
  error: unknown,
): Promise<boolean> {
  if (!(error instanceof GobblerError) || error.code !== 'service-failed') return false;
  const summaries = new Summaries(connection, signal);
  for (const { text } of links) {
    const target = path.isAbsolute(text) ? relativeInside(connection.serviceRegistry, text) : undefined;
    if (target === undefined) continue;
    const summary = await summaries.of(unpackPath(target));
    if (summary === undefined || summary.onProbation) return true;
    if (connection.registryVisible && !(await exists(path.join(connection.registry, target)))) return true;
  }
  return false;
}

async function exists(file: string): Promise<boolean> {
  try {
    await fs.stat(file);
    return true;
  } catch {
    return false; // whatever the reason, it cannot be relied upon
  }
}

function deliverPatiently(context: DeliveryContext, consignment: Consignment): Promise<Delivery> {
  const { connection, options, onNotice } = context;
  const { lockPatienceMs, signal } = options;
  return whileLocked(
    async (giveUpAt) => {
      await awaitOtherUploads(connection, options, { giveUpAt, signal, onNotice });
      return deliverOnce(context, consignment);
    },
    { lockPatienceMs, signal, onNotice },
  );
}

async function deliverOnce(
  { connection, options, spoof, stages, onNotice }: DeliveryContext,
  { scanned, plan, known }: Consignment,
): Promise<Delivery> {
  const { project, asset, version, verify = 'checksum', concurrency, signal, onEvent } = options;
  const request = { project, asset, version, spoof, onProbation: options.probation === true };
  const run = newRunName();
  onEvent?.({ kind: 'run', run });
  const submitting = { signal, run, lockPatienceMs: 0, onNotice };
  const inPlace =
    options.symlinks === 'dereference' ? undefined : await inPlaceName(connection, scanned, plan);
  // We do not copy, and so do not read, the files that the service reads from the source itself.
  if (known.sha256 !== undefined) {
    const all = inPlace === undefined ? plan.hardLinks : scanned.files;
    const onFile = progressOf('hash', all, onEvent);
    await stages.run('hash', () => known.compute(all, { signal, onFile }));
  }
  if (inPlace !== undefined) {
    const upload = { ...request, source: inPlace, consume: false };
    const answered = await stages.run('publish', () => publish(connection, upload, submitting));
    return { staged: undefined, answered, cleaned: Promise.resolve() };
  }
  const holdsChecksums = verify === 'checksum' || verify === 'all';
  // One that is known is held against what the service makes of the copy, which is as good.
  const needsChecksum = (file: SourceFile): boolean => holdsChecksums && !known.sums.has(file.path);
  const onFile = progressOf('stage', [...plan.hardLinks, ...plan.copies], onEvent);
  const { filesystems } = scanned;
  const needsSha256 = (file: SourceFile): boolean => known.sha256?.has(file.path) === false;
  const staging = { needsChecksum, needsSha256, filesystems, concurrency, signal, onFile };
  const work = { source: scanned.root, plan, request, run, staging, submitting, stages };
  const { answered, cleaned, ...staged } = await publishThroughStaging(connection, work);
  return { staged, answered, cleaned };
}
