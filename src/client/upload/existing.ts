import { gobblerError, type Mismatch } from '../../errors/index.ts';
import {
  formatRef,
  type Manifest,
  nameProblem,
  type Summary,
  type VersionRef,
} from '../../protocol/index.ts';
import { traceDecision } from '../connection/index.ts';
import { expectedEntries } from '../plan/index.ts';
import { type Confirmed, findSummary, readBack } from '../registry/index.ts';
import { refuseIfChanged } from '../source/index.ts';
import { compare, removePublished, requireSums, requireTargets } from './confirm.ts';
import type { UploadContext } from './context.ts';
import type { CheckedSource } from './planning.ts';
import { findOwnProvenance, type ProvenanceFile } from './provenance-file.ts';
import { publishedResult, type UploadResult } from './upload-result.ts';

/** The summary of a finished version of that name, if `ifExists` allows one. */
export async function findExisting(context: UploadContext): Promise<Summary | undefined> {
  const { connection, ref, settings, signal } = context;
  if (settings.ifExists === 'error') return undefined;
  const names = [ref.project, ref.asset, ref.version];
  if (names.some((name) => nameProblem(name) !== undefined)) return undefined;
  const summary = await findSummary(connection, ref, { forceRemote: true, signal });
  traceDecision(() => `${formatRef(ref)} ${summary === undefined ? 'does not exist' : 'exists'}`);
  return summary;
}

/** Takes an existing version for the result: if it has the same content, or with `ifExists: 'skip'` whatever it has. */
export async function settleExisting(context: UploadContext, source: CheckedSource): Promise<UploadResult> {
  const { connection, ref, settings, signal, stages, onNotice } = context;
  const { scan, known } = source;
  if (settings.ifExists === 'skip')
    return publishedResult(context, 'skipped', { scan, confirmed: await readBack(connection, ref, signal) });
  const { confirmed, provenance } = await stages.run('hash', () => requireSameContent(context, source));
  const learned = { manifest: confirmed.manifest, copied: scan.files, computed: known.sums };
  const { changed, untouched } = await known.settle(learned, { exactly: true });
  refuseIfChanged(changed);
  await known.save(onNotice);
  await requireTargets(context, confirmed.manifest);
  const { sha256 } = known;
  const sums = await requireSums(context, source, {
    sha256,
    manifest: confirmed.manifest,
    answered: true,
    provenance,
  });
  const kept = await removePublished(context, scan, { ...confirmed, proven: untouched, sha256 });
  return publishedResult(context, 'verified', { scan, confirmed, kept, sums, provenance });
}

/**
 * Proves that a version that exists already is what would have been uploaded, without moving a byte: paths and sizes
 * first, and checksums only if those are the same. A provenance file is not compared: if one is to be published, the version
 * has to have one under the same name, about the same content. Code `already-exists` with the paths that differ.
 */
async function requireSameContent(
  context: UploadContext,
  source: CheckedSource,
): Promise<{ readonly confirmed: Confirmed; readonly provenance: ProvenanceFile | undefined }> {
  const { connection, ref, settings, signal, progress } = context;
  const { scan, links, known } = source;
  const existing = await readBack(connection, ref, signal);
  const file = settings.provenance?.file;
  const manifest = file === undefined ? existing.manifest : without(existing.manifest, file);
  const lacksFile = file !== undefined && !existing.manifest.has(file);
  const missing: Mismatch[] = lacksFile ? [{ path: file, kind: 'missing' }] : [];
  refuseDifferences(ref, existing, [
    ...missing,
    ...compare(() => expectedEntries(scan, links, new Map()), manifest),
  ]);
  await known.compute(scan.files, { signal, onFile: progress('hash', scan.files) });
  refuseDifferences(
    ref,
    existing,
    compare(() => expectedEntries(scan, links, known.sums), manifest),
  );
  const provenance = await findOwnProvenance(context, source, existing.manifest);
  if (file !== undefined && provenance === undefined)
    refuseDifferences(ref, existing, [{ path: file, kind: 'provenance' }]);
  return { confirmed: existing, provenance };
}

function without(manifest: Manifest, file: string): Manifest {
  const others = new Map(manifest);
  others.delete(file);
  return others;
}

function refuseDifferences(
  ref: VersionRef,
  { summary: { uploadUserId: user, uploadFinish: uploaded } }: Confirmed,
  differences: readonly Mismatch[],
): void {
  const facts = { version: formatRef(ref), user, uploaded, mismatches: differences };
  if (differences.length > 0) throw gobblerError('version-differs', facts);
}
