import { promises as fs } from 'node:fs';
import path from 'node:path';
import { GobblerError } from '../../errors/index.ts';
import { relativeInside } from '../../protocol/index.ts';
import { summariesOf, type UploadPlan } from '../plan/index.ts';
import { unpackPath } from '../registry/index.ts';
import { newRunName } from '../requests/index.ts';
import type { SourceFile } from '../source/index.ts';
import { inPlaceName, publish, publishThroughStaging, type Staged } from '../staging/index.ts';
import type { UploadContext } from './context.ts';
import type { CheckedSource } from './planning.ts';
import { type MadeProvenance, makeProvenance } from './provenance-file.ts';

/** A plan that the service has published. */
export interface PublishedPlan {
  readonly outcome: 'published';
  /** Undefined for a directory that was published from where it was. */
  readonly staged: Staged | undefined;
  /** Why the answer of the service was lost, if it was; then somebody else may have published the version. */
  readonly lostAnswer: GobblerError | undefined;
  /** The provenance file, if one was published with the source. */
  readonly provenance?: MadeProvenance | undefined;
  /** Resolves when nothing is left in staging. */
  readonly cleaned: Promise<void>;
}

/** The outcome of one attempt. After all but `published`, nothing has changed, and a retry is safe. */
export type Attempt =
  | PublishedPlan
  | {
      /**
       * `locked`: another request holds a lock. `link-target-gone`: a file in the registry that the plan links to was
       * removed, or put on probation. `already-exists`: somebody else has created the version.
       */
      readonly outcome: 'locked' | 'link-target-gone' | 'already-exists';
      readonly error: GobblerError;
    };

/** Carries a plan out once, and has it published. Codes as `stage` and `publish`, but for those that are outcomes. */
export async function stageAndPublish(
  context: UploadContext,
  source: CheckedSource,
  plan: UploadPlan,
): Promise<Attempt> {
  try {
    return await publishOnce(context, source, plan);
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    if (error.code === 'lock-timeout') return { outcome: 'locked', error };
    if (error.code === 'already-exists') return { outcome: 'already-exists', error };
    if (error.code === 'service-failed' && plan.unchanged.length > 0 && (await hasLostTarget(context, plan)))
      return { outcome: 'link-target-gone', error };
    throw error;
  }
}

async function publishOnce(
  context: UploadContext,
  source: CheckedSource,
  plan: UploadPlan,
): Promise<PublishedPlan> {
  const { connection, ref, settings, spoof, stages, signal, onNotice, progress } = context;
  const { scan, known } = source;
  const { verify, concurrency } = settings;
  const request = { ...ref, spoof, onProbation: settings.probation };
  const run = newRunName();
  settings.onEvent?.({ kind: 'run', run });
  const onCreated = (): void => settings.onEvent?.({ kind: 'created' });
  const submitting = { signal, run, lockPatienceMs: 0, onNotice, onCreated };
  // The source is only read, so no provenance file can be added to one in staging: it is staged like any other.
  const mayBeInPlace = settings.symlinks !== 'dereference' && settings.provenance === undefined;
  const inPlace = mayBeInPlace ? await inPlaceName(connection, scan, plan) : undefined;
  // Only the service reads files that it gets as hard links, or in place, so nothing else has their sha256.
  if (known.sha256 !== undefined) {
    const all = (inPlace === undefined ? plan.hardLinks : scan.files).filter((file) => known.lacks(file));
    const onFile = progress('hash', all);
    if (all.length > 0) await stages.run('hash', () => known.compute(all, { signal, onFile }));
  }
  if (inPlace !== undefined) {
    const upload = { ...request, source: inPlace, consume: false };
    const lostAnswer = await stages.run('publish', () => publish(connection, upload, submitting));
    return { outcome: 'published', staged: undefined, lostAnswer, cleaned: Promise.resolve() };
  }
  const comparesChecksums = verify === 'checksum' || verify === 'all';
  // A known checksum is compared with that of the copy in the manifest, which is as good.
  const needsChecksum = (file: SourceFile): boolean => comparesChecksums && !known.sums.has(file.path);
  const needsSha256 = (file: SourceFile): boolean => known.sha256?.has(file.path) === false;
  const onFile = progress('stage', [...plan.hardLinks, ...plan.copies]);
  const { filesystems } = scan;
  const staging = { needsChecksum, needsSha256, filesystems, concurrency, signal, onFile };
  let provenance: MadeProvenance | undefined;
  const generate = async ({ sha256 }: Staged): Promise<MadeProvenance | undefined> => {
    provenance = await makeProvenance(context, source, known.sha256 && new Map([...known.sha256, ...sha256]));
    return provenance;
  };
  const work = { source: scan.root, plan, request, run, staging, submitting, stages, generate };
  const { lostAnswer, cleaned, ...staged } = await publishThroughStaging(connection, work);
  return { outcome: 'published', staged, lostAnswer, provenance, cleaned };
}

/**
 * Returns whether a link target of a plan in the registry is gone, or on probation. Checks the targets themselves: the
 * reason that the service gives may quote any name.
 */
async function hasLostTarget({ connection, signal }: UploadContext, { links }: UploadPlan): Promise<boolean> {
  const summaryOf = summariesOf(connection, signal);
  try {
    for (const { text } of links) {
      const target = path.isAbsolute(text) ? relativeInside(connection.serviceRegistry, text) : undefined;
      if (target === undefined) continue;
      const summary = await summaryOf(unpackPath(target));
      if (summary === undefined || summary.onProbation) return true;
      if (connection.registryVisible && !(await exists(path.join(connection.registry, target)))) return true;
    }
  } catch (error) {
    // The service may be restarting: why it has failed is more important.
    if (!(error instanceof GobblerError)) throw error;
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
