import { createHash } from 'node:crypto';
import { type Finding, gobblerError } from '../../errors/index.ts';
import { formatRef, type Manifest } from '../../protocol/index.ts';
import { type Expected, sourceSums } from '../plan/index.ts';
import {
  dirHash,
  type FoundProvenance,
  makeStatement,
  parseStatement,
  provenanceNameProblem,
  readProvenance,
} from '../provenance/index.ts';
import type { Scan } from '../source/index.ts';
import type { GeneratedFile } from '../staging/index.ts';
import type { UploadContext, UploadSettings } from './context.ts';
import type { CheckedSource } from './planning.ts';

/** A provenance file, made for an upload or found in a version that exists. */
export interface ProvenanceFile {
  readonly provenance: FoundProvenance;
  readonly sha256: string;
}

/** A provenance file that is made for an upload. */
export interface MadeProvenance extends ProvenanceFile, GeneratedFile {
  /** Its entry in the manifest. */
  readonly expected: Expected;
}

/** Reasons to refuse a source for the provenance file that is to be published with it. */
export function provenanceFindings(
  { files, links, directories }: Scan,
  { provenance }: Pick<UploadSettings, 'provenance'>,
): Finding[] {
  if (provenance === undefined) return [];
  const { file } = provenance;
  const found = provenanceNameProblem(file);
  if (found !== undefined) return [{ kind: 'provenance-name', facts: { file, found } }];
  const findings: Finding[] = [];
  if (directories.includes(file)) findings.push({ kind: 'provenance-taken', facts: { path: file } });
  for (const { path } of [...files, ...links]) {
    if (path === file) findings.push({ kind: 'provenance-taken', facts: { path } });
    if (path.includes('\n')) findings.push({ kind: 'line-break', facts: { path } });
  }
  return findings;
}

/**
 * Makes the provenance file of an upload; undefined if none is wanted. `sha256` has the sums of all files of the source.
 * Code `corrupt-record` for a link whose file in the registry cannot be read.
 */
export async function makeProvenance(
  context: UploadContext,
  source: CheckedSource,
  sha256: ReadonlyMap<string, string> | undefined,
): Promise<MadeProvenance | undefined> {
  const { ref, settings } = context;
  if (settings.provenance === undefined || sha256 === undefined) return undefined;
  const { file, facts } = settings.provenance;
  const text = makeStatement(ref, { ...facts, dirHash: await contentHash(context, source, sha256) });
  const provenance = parseStatement(text, ref);
  if (provenance === undefined) throw new Error(`${file} would not be a valid provenance file: ${text}`);
  const content = Buffer.from(text);
  const expected = { sizeBytes: content.length, md5sum: digestOf('md5', content) };
  return {
    path: file,
    content,
    expected,
    sha256: digestOf('sha256', content),
    provenance: { ...provenance, file, subject: formatRef(ref), match: 'exact' },
  };
}

/** The provenance file that an upload would have: all but its digest is known, which is as long as any. */
export function plannedProvenance({
  ref,
  settings: { provenance },
}: UploadContext): { readonly path: string; readonly sizeBytes: number } | undefined {
  if (provenance === undefined) return undefined;
  const text = makeStatement(ref, { ...provenance.facts, dirHash: dirHash(new Map()) });
  return { path: provenance.file, sizeBytes: Buffer.byteLength(text) };
}

/**
 * Finds the provenance file in a version that exists, if one is wanted there: under its name, and about the content of the
 * source. Undefined for anything else.
 */
export async function findOwnProvenance(
  context: UploadContext,
  source: CheckedSource,
  manifest: Manifest,
): Promise<ProvenanceFile | undefined> {
  const { connection, ref, settings, signal } = context;
  const { sha256 } = source.known;
  const file = settings.provenance?.file;
  const entry = file === undefined ? undefined : manifest.get(file);
  if (file === undefined || entry === undefined || sha256 === undefined) return undefined;
  const found = await readProvenance(connection, ref, { file, entry, signal });
  const { subject, provenance } = found?.statement ?? {};
  if (found === undefined || provenance === undefined || subject !== formatRef(ref)) return undefined;
  if (provenance.dirHash !== (await contentHash(context, source, sha256))) return undefined;
  return {
    provenance: { ...provenance, file, subject, match: 'exact' },
    sha256: digestOf('sha256', found.content),
  };
}

async function contentHash(
  { connection, ref, signal }: UploadContext,
  { scan, links }: CheckedSource,
  sha256: ReadonlyMap<string, string>,
): Promise<string> {
  const sums = await sourceSums(connection, scan, links, sha256, signal);
  const lost = links.find((link) => !sums.has(link.path));
  if (lost !== undefined) throw gobblerError('link-unreadable', { version: formatRef(ref), path: lost.path });
  return dirHash(sums);
}

const digestOf = (algorithm: 'md5' | 'sha256', content: Uint8Array): string =>
  createHash(algorithm).update(content).digest('hex');
