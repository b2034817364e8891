import { isUtf8 } from 'node:buffer';
import {
  compareBytes,
  formatRef,
  type Manifest,
  type ManifestEntry,
  refPath,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { readBytes, registrySums } from '../registry/index.ts';
import { dirHash } from './dir-hash.ts';
import { provenanceNameProblem } from './provenance-name.ts';
import { LARGEST_STATEMENT_BYTES, type Provenance, readStatement, type Statement } from './statement.ts';

/**
 * Whether a statement describes the version in which it was found: `exact` if it names the version, and its `dirHash` is that of
 * the other files; `other-version` if it names another one, as a copy does; `other-content` if the files differ, as in a version
 * that replaces another one; `unchecked` if it names the version, and the files were not read.
 */
export type ProvenanceMatch = 'exact' | 'other-version' | 'other-content' | 'unchecked';

/** The provenance of a version, and the file that states it. */
export interface FoundProvenance extends Provenance {
  /** Its path in the version. */
  readonly file: string;
  /** The version that the statement names, as `project/asset/version`. Foreign text. */
  readonly subject: string;
  /** Whether the statement describes the version in which it was found. */
  readonly match: ProvenanceMatch;
}

/** The largest version whose files are compared with a statement. */
export interface ContentLimit {
  /** Number of files. */
  readonly files: number;
  /** Their size. */
  readonly bytes: number;
}

/** How to find the provenance file of a version. */
export interface FindProvenanceOptions {
  /**
   * The largest version of which every byte is read, to compare it with the `dirHash` of the statement. Default 1,000 files and
   * 16 MiB; beyond it, the match is `unchecked`.
   */
  readonly contentLimit?: ContentLimit | undefined;
  /** Ends the call; its reason is what is thrown. */
  readonly signal?: AbortSignal | undefined;
}

/** A version may have any number of JSON files. */
const MOST_CANDIDATES = 4;

const CONTENT_LIMIT: ContentLimit = { files: 1000, bytes: 16 * 1024 * 1024 };

/** The best first. */
const MATCHES: readonly ProvenanceMatch[] = ['exact', 'unchecked', 'other-content', 'other-version'];

/**
 * Finds the provenance file of a version, whatever its name: of the JSON files in its top directory, those with `provenance`
 * in the name first, reads at most four, and of the statements takes the first that matches the version best. Undefined if
 * none of these is a statement. Queries the service. Codes of `httpGet`, and `service-failed`.
 */
export async function findProvenance(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  { contentLimit = CONTENT_LIMIT, signal }: FindProvenanceOptions = {},
): Promise<FoundProvenance | undefined> {
  const statements: FoundProvenance[] = [];
  // Read once, for whatever number of statements.
  let content: Promise<Content> | undefined;
  const candidates = candidatesIn(manifest).slice(0, MOST_CANDIDATES);
  for (const file of candidates) {
    const entry = manifest.get(file);
    const found = entry && (await readProvenance(connection, ref, { file, entry, signal }));
    if (found === undefined) continue;
    const { subject, provenance } = found.statement;
    let match: ProvenanceMatch = 'other-version';
    if (subject === formatRef(ref)) {
      content ??= readContent(connection, ref, manifest, { candidates, contentLimit, signal });
      match = matchOf(await content, file, provenance.dirHash);
    }
    statements.push({ ...provenance, file, subject, match });
    if (match === 'exact') break;
  }
  const rank = ({ match }: FoundProvenance): number => MATCHES.indexOf(match);
  return statements.sort((one, other) => rank(one) - rank(other))[0];
}

/** The sha256 sums of all files of a version, or how it matches every `dirHash` without them. */
type Content = ReadonlyMap<string, string | undefined> | 'other-content' | 'unchecked';

async function readContent(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  {
    candidates,
    contentLimit,
    signal,
  }: { candidates: readonly string[]; contentLimit: ContentLimit; signal: AbortSignal | undefined },
): Promise<Content> {
  const files: { key: string; path: string; sizeBytes: number }[] = [];
  let [others, bytes] = [0, 0];
  for (const [key, { size, md5sum }] of manifest) {
    if (md5sum === '') continue;
    // No `dirHash` covers it.
    if (key.includes('\n')) return 'other-content';
    if (!candidates.includes(key)) {
      others++;
      bytes += size;
    }
    if (others > contentLimit.files || bytes > contentLimit.bytes) return 'unchecked';
    files.push({ key, path: `${refPath(ref)}/${key}`, sizeBytes: size });
  }
  const found = await registrySums(connection, files, { visible: false, signal });
  return new Map(files.map(({ key, path }) => [key, found.get(path)]));
}

/** Compares the files of a version, but for the statement itself, with its `dirHash`. */
function matchOf(content: Content, file: string, stated: string): ProvenanceMatch {
  if (typeof content === 'string') return content;
  const sums = new Map<string, string>();
  for (const [key, sum] of content) {
    if (key === file) continue;
    if (sum === undefined) return 'other-content';
    sums.set(key, sum);
  }
  return dirHash(sums) === stated ? 'exact' : 'other-content';
}

/**
 * Reads a provenance file from the service, which must have the size and the MD5 sum of the manifest. Undefined for anything
 * but a statement, which may be about another version. Codes as {@link findProvenance}.
 */
export async function readProvenance(
  connection: Connection,
  ref: VersionRef,
  {
    file,
    entry,
    signal,
  }: { readonly file: string; readonly entry: ManifestEntry; readonly signal?: AbortSignal | undefined },
): Promise<{ readonly statement: Statement; readonly content: Uint8Array } | undefined> {
  if (!isPossible(file, entry)) return undefined;
  const limits = { limitBytes: LARGEST_STATEMENT_BYTES, signal };
  const content = await readBytes(connection, { ref, path: file, entry }, limits);
  if (content?.isListed !== true) return undefined;
  const statement = isUtf8(content.bytes) ? readStatement(content.bytes.toString('utf8')) : undefined;
  return statement && { statement, content: content.bytes };
}

const isPossible = (file: string, { size, md5sum }: ManifestEntry): boolean =>
  provenanceNameProblem(file) === undefined && md5sum !== '' && size <= LARGEST_STATEMENT_BYTES;

function candidatesIn(manifest: Manifest): readonly string[] {
  const candidates: string[] = [];
  for (const [file, entry] of manifest) if (isPossible(file, entry)) candidates.push(file);
  const rank = (file: string): number => (file.toLowerCase().includes('provenance') ? 0 : 1);
  return candidates.sort((one, other) => rank(one) - rank(other) || compareBytes(one, other));
}
