import { refuseIfAny } from '../../errors/index.ts';
import { HardLinkThread } from '../../fs/threads/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { traceDecision } from '../connection/index.ts';
import {
  decisiveFiles,
  type EarlierVersions,
  earlierVersions,
  findLookalikes,
  hardLinkRule,
  type KnownChecksums,
  lostFindings,
  planUpload,
  type ResolvedLink,
  sameSized,
  type UploadPlan,
  worthHashing,
} from '../plan/index.ts';
import type { Deduplication, Scan } from '../source/index.ts';
import type { UploadContext } from './context.ts';

/** A source that was scanned and checked. */
export interface CheckedSource {
  readonly scan: Scan;
  readonly links: readonly ResolvedLink[];
  readonly known: KnownChecksums;
}

/** A plan, and what it was compared with. */
export interface Planned {
  readonly earlier: EarlierVersions;
  readonly plan: UploadPlan;
}

/**
 * Reads the earlier versions, hashes the files whose checksum the plan depends on, and decides how each entry gets into
 * staging. Refuses files that the service would take for others, or link to a file that is gone.
 */
export async function makePlan(
  { connection, ref, settings, signal, stages, progress }: UploadContext,
  { scan, links, known }: CheckedSource,
  deduplicate: Deduplication,
): Promise<Planned> {
  // A thread takes a while to start.
  if (!settings.dryRun) HardLinkThread.prepare(scan.files.length);
  const earlier = await earlierVersions(connection, ref, deduplicate, signal);
  const mayHardLink = await hardLinkRule(connection, settings.symlinks);
  const input = { scan, links, earlier, mayHardLink };
  const inQuestion = known.sha256 === undefined ? worthHashing(input) : sameSized(scan, earlier);
  // A dry run tells which paths would change.
  const decisive = settings.dryRun ? decisiveFiles(scan, links, earlier.latest) : [];
  const toHash = settings.verify === 'all' ? scan.files : new Set([...inQuestion, ...decisive]);
  const wanted = [...toHash].filter((file) => known.lacks(file));
  if (wanted.length > 0) {
    const onFile = progress('hash', wanted);
    await stages.run('hash', () => known.compute(wanted, { signal, onFile }));
  }
  const lost = lostFindings(scan, ref, earlier, known.sums);
  const { isSame, findings } = await findLookalikes(connection, ref, { scan, known, earlier }, settings);
  refuseIfAny(`the upload of ${formatRef(ref)}`, [...lost, ...findings]);
  const { serviceRegistry } = connection;
  const plan = planUpload({ ...input, asset: ref, checksums: known.sums, serviceRegistry, isSame });
  traceDecision(() => planText(plan, earlier, wanted.length));
  return { earlier, plan };
}

function planText(
  { unchanged, hardLinks, copies, links }: UploadPlan,
  { candidates }: EarlierVersions,
  hashed: number,
): string {
  const versions = candidates.map(({ version }) => version).join(', ') || 'no earlier version';
  const counts = `unchanged ${unchanged.length}, hard linked ${hardLinks.length}, copied ${copies.length}, links ${links.length - unchanged.length}`;
  return `compared with ${versions}, after hashing ${hashed} files: ${counts}`;
}
