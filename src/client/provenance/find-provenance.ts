import { isUtf8 } from 'node:buffer';
import { compareBytes, type Manifest, type ManifestEntry, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { readBytes } from '../registry/index.ts';
import { provenanceNameProblem } from './provenance-name.ts';
import { LARGEST_STATEMENT_BYTES, type Provenance, parseStatement } from './statement.ts';

/** The provenance of a version, and the file that states it. */
export interface FoundProvenance extends Provenance {
  /** Its path in the version. */
  readonly file: string;
}

/** A version may have any number of JSON files. */
const MOST_CANDIDATES = 4;

/**
 * Finds the provenance file of a version, whatever its name: of the JSON files in its top directory, those with `provenance`
 * in the name first, reads at most four. Undefined if none of these is one. Queries the service. Codes of `httpGet`, and
 * `service-failed`.
 */
export async function findProvenance(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<FoundProvenance | undefined> {
  for (const file of candidatesIn(manifest).slice(0, MOST_CANDIDATES)) {
    const entry = manifest.get(file);
    const found = entry && (await readProvenance(connection, ref, { file, entry, signal }));
    if (found !== undefined) return found.provenance;
  }
  return undefined;
}

/**
 * Reads a provenance file from the service, which must have the size and the MD5 sum of the manifest. Undefined for anything
 * but a statement about this version. Codes as {@link findProvenance}.
 */
export async function readProvenance(
  connection: Connection,
  ref: VersionRef,
  {
    file,
    entry,
    signal,
  }: { readonly file: string; readonly entry: ManifestEntry; readonly signal?: AbortSignal | undefined },
): Promise<{ readonly provenance: FoundProvenance; readonly content: Uint8Array } | undefined> {
  if (!isPossible(file, entry)) return undefined;
  const limits = { limitBytes: LARGEST_STATEMENT_BYTES, signal };
  const content = await readBytes(connection, { ref, path: file, entry }, limits);
  if (content?.isListed !== true) return undefined;
  const provenance = isUtf8(content.bytes) ? parseStatement(content.bytes.toString('utf8'), ref) : undefined;
  return provenance && { provenance: { ...provenance, file }, content: content.bytes };
}

const isPossible = (file: string, { size, md5sum }: ManifestEntry): boolean =>
  provenanceNameProblem(file) === undefined && md5sum !== '' && size <= LARGEST_STATEMENT_BYTES;

function candidatesIn(manifest: Manifest): readonly string[] {
  const candidates: string[] = [];
  for (const [file, entry] of manifest) if (isPossible(file, entry)) candidates.push(file);
  const rank = (file: string): number => (file.toLowerCase().includes('provenance') ? 0 : 1);
  return candidates.sort((one, other) => rank(one) - rank(other) || compareBytes(one, other));
}
