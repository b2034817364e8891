import { gobblerError, type Mismatch } from '../../errors/index.ts';
import { allFinished } from '../../fs/index.ts';
import { formatRef, type Manifest, type VersionRef } from '../../protocol/index.ts';
import { type Expected, expectedEntries, requireWhole, sourceSums } from '../plan/index.ts';
import { type Confirmed, compareSums, readBack } from '../registry/index.ts';
import { refuseIfChanged, type Scan, type SourceFile } from '../source/index.ts';
import { publishedAnother } from '../staging/index.ts';
import { type Kept, type Published, removeSource } from './consume.ts';
import type { UploadContext } from './context.ts';
import type { CheckedSource } from './planning.ts';
import type { MadeProvenance, ProvenanceFile } from './provenance-file.ts';
import type { PublishedPlan } from './stage-and-publish.ts';

/** A version that was compared with its source. */
export interface ConfirmedUpload {
  readonly confirmed: Confirmed;
  /** With `sha256`: the sums of the source by path, and of the provenance file. */
  readonly sums: ReadonlyMap<string, string> | undefined;
  /** With `consume`: entries of the source that stay. */
  readonly kept: readonly Kept[];
  /** The provenance file, if one was published with the source. */
  readonly provenance: ProvenanceFile | undefined;
}

/**
 * Compares what was published with the source, remembers checksums, and with `consume` removes the source. Codes
 * `content-differs`, and `invalid-source` for a file that has changed since it was scanned.
 */
export async function confirmUpload(
  context: UploadContext,
  source: CheckedSource,
  published: PublishedPlan,
): Promise<ConfirmedUpload> {
  const { staged, lostAnswer, provenance, cleaned } = published;
  const answered = lostAnswer === undefined;
  const { settings, stages, onNotice } = context;
  const { scan, known } = source;
  const sha256 = known.sha256 && new Map([...known.sha256, ...(staged?.sha256 ?? [])]);
  const { proven, ...compared } = await stages.run('confirm', async () => {
    const copied = new Set(staged?.copied);
    const compareAndSettle = async () => {
      const { confirmed, computed } = await compareWithSource(context, source, published);
      const { manifest } = confirmed;
      const learned = settings.verify === 'off' ? undefined : { manifest, copied, computed };
      const settled = await known.settle(learned, { exactly: settings.consume, cleaned });
      return { confirmed, computed, ...settled };
    };
    // Another thread removes staging meanwhile.
    const [{ confirmed, computed, changed, untouched }] = await allFinished([compareAndSettle(), cleaned]);
    const { manifest } = confirmed;
    // A copy was checked when it was made; only what the service has read from the source itself may be in doubt.
    if (settings.verify !== 'off') refuseIfChanged(changed.filter((file) => !copied.has(file)));
    await known.save(onNotice);
    const isProven = (file: SourceFile): boolean =>
      copied.has(file) && computed.get(file.path) === manifest.get(file.path)?.md5sum;
    const sums = await requireSums(context, source, { sha256, manifest, answered, provenance });
    return { confirmed, sums, proven: new Set([...untouched].filter(isProven)) };
  });
  const kept = await removePublished(context, scan, { ...compared.confirmed, proven, sha256 });
  return { ...compared, kept, provenance };
}

/** Reads the records back, and compares the manifest with the source. Returns also every checksum of the source. */
async function compareWithSource(
  context: UploadContext,
  { scan, links, known }: CheckedSource,
  { staged, lostAnswer, provenance }: Pick<PublishedPlan, 'staged' | 'lostAnswer' | 'provenance'>,
): Promise<{ readonly confirmed: Confirmed; readonly computed: ReadonlyMap<string, string> }> {
  const { connection, ref, settings, signal } = context;
  const answered = lostAnswer === undefined;
  const confirmed = await readBack(connection, ref, signal);
  // Somebody else may have published under the same name when the reply was lost: then every byte counts.
  if (!answered) await known.compute(scan.files, { signal });
  const computed = new Map([...known.sums, ...(staged?.checksums ?? [])]);
  const compared = settings.verify === 'size' && answered ? new Map<string, string>() : computed;
  // Before the only copy is removed, everything is compared, whatever `verify` says.
  if (settings.verify !== 'off' || !answered || settings.consume) {
    const expected = () => withProvenance(expectedEntries(scan, links, compared), provenance);
    const differences = compare(expected, confirmed.manifest);
    if (!answered && differences.length > 0) throw publishedAnother(ref, lostAnswer, confirmed.summary);
    requireNoDifference(ref, differences);
  }
  if (!answered) settings.onEvent?.({ kind: 'created' });
  await requireTargets(context, confirmed.manifest);
  return { confirmed, computed };
}

function* withProvenance(
  entries: Iterable<[path: string, expected: Expected]>,
  provenance: MadeProvenance | undefined,
): Generator<[path: string, expected: Expected]> {
  yield* entries;
  if (provenance !== undefined) yield [provenance.path, provenance.expected];
}

/** Requires that the files that a version links to exist, above all if the source is removed then. */
export async function requireTargets(
  { connection, ref, settings: { verify, consume }, signal }: UploadContext,
  manifest: Manifest,
): Promise<void> {
  if (verify === 'off' && !consume) return;
  await requireWhole(connection, ref, manifest, { exactly: verify === 'all' || consume, signal });
}

/** With `consume`, removes what was published from the source. Returns the entries that stay. */
export async function removePublished(
  { settings, stages, onNotice }: UploadContext,
  scan: Scan,
  { summary, ...published }: Published & Pick<Confirmed, 'summary'>,
): Promise<readonly Kept[]> {
  if (!settings.consume || settings.dryRun) return [];
  if (summary.onProbation) {
    // A rejection would remove the only copy.
    onNotice(`${scan.root} is kept, although consume is true, because the version is on probation`);
    return [];
  }
  return stages.run('clean', () => removeSource(scan, published));
}

/**
 * Compares every published byte with the sha256 sums of the source, unless `verify` is `off`; and in any case before the
 * source is removed, or if somebody else may have published the version. Returns the sums, with that of the provenance file;
 * undefined if they are not asked for. Code `content-differs`.
 */
export async function requireSums(
  { connection, ref, settings, signal, onNotice, progress }: UploadContext,
  { scan, links }: CheckedSource,
  {
    sha256,
    manifest,
    answered,
    provenance,
  }: {
    sha256: ReadonlyMap<string, string> | undefined;
    manifest: Manifest;
    answered: boolean;
    provenance: ProvenanceFile | undefined;
  },
): Promise<ReadonlyMap<string, string> | undefined> {
  if (sha256 === undefined) return undefined;
  const sums = await sourceSums(connection, scan, links, sha256, signal);
  if (provenance !== undefined) sums.set(provenance.provenance.file, provenance.sha256);
  if (settings.verify === 'off' && answered && !settings.consume) {
    onNotice('The sha256 sums were not compared with what was published, because verify is off');
    return sums;
  }
  const files = [...manifest.values()].filter(({ md5sum }) => md5sum !== '');
  const sizes = files.map(({ size }) => ({ sizeBytes: size }));
  const onFile = progress('confirm', sizes);
  requireNoDifference(ref, await compareSums(connection, ref, { manifest, sums }, { signal, onFile }));
  return sums;
}

/** Refuses a version that differs from what was sent. Code `content-differs`. */
function requireNoDifference(ref: VersionRef, differences: readonly Mismatch[]): void {
  if (differences.length > 0)
    throw gobblerError('published-differently', { version: formatRef(ref), mismatches: differences });
}

/** Every difference between what is expected, each path once, and a manifest. Pure. May go through what is expected twice. */
export function compare(
  expected: () => Iterable<readonly [path: string, expected: Expected]>,
  manifest: Manifest,
): Mismatch[] {
  const differences: Mismatch[] = [];
  let listed = 0;
  for (const [path, { sizeBytes, md5sum }] of expected()) {
    const entry = manifest.get(path);
    if (entry === undefined) {
      differences.push({ path, kind: 'missing' });
      continue;
    }
    listed++;
    if (sizeBytes !== undefined && entry.size !== sizeBytes)
      differences.push({ path, kind: 'size', expected: sizeBytes, found: entry.size });
    else if (md5sum !== undefined && entry.md5sum !== md5sum)
      differences.push({ path, kind: 'md5', expected: md5sum, found: entry.md5sum });
  }
  if (listed === manifest.size) return differences;
  const known = new Set<string>();
  for (const [path] of expected()) known.add(path);
  for (const path of manifest.keys()) if (!known.has(path)) differences.push({ path, kind: 'unexpected' });
  return differences;
}
