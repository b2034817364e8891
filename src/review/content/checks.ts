import {
  type Connection,
  findManifest,
  GobblerError,
  type LinkTarget,
  listFiles,
  type Manifest,
} from '../../client/index.ts';
import { directoriesOf } from '../../client/registry/index.ts';
import { formatRef, isInternalName, refPath } from '../../protocol/index.ts';
import type { Snapshot } from './snapshots.ts';

/** The result of a check of a version. */
export interface Check {
  readonly title: string;
  /** `unknown` if it could not be made. */
  readonly outcome: 'passed' | 'failed' | 'unknown';
  readonly sentence: string;
  /** Some of the paths that have failed. */
  readonly examples: readonly string[];
}

const MOST_EXAMPLES = 10;

/** Checks a version by its records and by the names of its files. Reads no contents. */
export async function checkVersion(
  connection: Connection,
  snapshot: Snapshot,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  return [await checkComplete(connection, snapshot, signal), await checkLinks(connection, snapshot, signal)];
}

/** Compares the manifest with the files that the service lists. */
async function checkComplete(
  connection: Connection,
  { ref, manifest }: Snapshot,
  signal: AbortSignal,
): Promise<Check> {
  const title = 'Manifest is complete';
  const listed = await unlessFailed(listFiles(connection, ref, { forceRemote: true, signal }));
  if (listed instanceof GobblerError)
    return { title, outcome: 'unknown', sentence: listed.message, examples: [] };
  const present = new Set(listed.map((path) => path.replace(/\/$/, '')));
  const directories = directoriesOf([...present]);
  const isPresent = (path: string): boolean =>
    present.has(path) || (manifest.get(path)?.md5sum === '' && directories.has(path));
  const missing = [...manifest.keys()].filter((path) => !isPresent(path));
  const isForeign = (path: string): boolean =>
    !path.endsWith('/') && !manifest.has(path) && !path.split('/').some(isInternalName);
  const unlisted = listed.filter(isForeign);
  if (missing.length + unlisted.length === 0)
    return {
      title,
      outcome: 'passed',
      sentence: 'Every file is listed, and every listed file exists.',
      examples: [],
    };
  const sentence = `Listed, but missing: ${missing.length}. There, but not listed: ${unlisted.length}.`;
  return { title, outcome: 'failed', sentence, examples: [...missing, ...unlisted].slice(0, MOST_EXAMPLES) };
}

/** Compares each link with the manifest of the version that it leads to. */
async function checkLinks(
  connection: Connection,
  { ref, manifest }: Snapshot,
  signal: AbortSignal,
): Promise<Check> {
  const title = 'Links resolve';
  const targets = new Map<string, Manifest | GobblerError | undefined>([[refPath(ref), manifest]]);
  let links = 0;
  const broken: string[] = [];
  for (const [path, { size, md5sum, link }] of manifest) {
    if (link === undefined) continue;
    links++;
    const target: LinkTarget = link.ancestor ?? link;
    const place = refPath(target);
    if (!targets.has(place)) {
      const { project, asset, version } = target;
      targets.set(
        place,
        await unlessFailed(findManifest(connection, { project, asset, version }, { signal })),
      );
    }
    const found = targets.get(place);
    const entry = found instanceof GobblerError ? undefined : found?.get(target.path);
    if (entry === undefined || entry.size !== size || entry.md5sum !== md5sum)
      broken.push(`${path} -> ${formatRef(target)}/${target.path}`);
  }
  if (links === 0) return { title, outcome: 'passed', sentence: 'The version has no links.', examples: [] };
  if (broken.length === 0) {
    const sentence =
      links === 1
        ? 'The link leads to a file of that content.'
        : `All ${links} links lead to files of that content.`;
    return { title, outcome: 'passed', sentence, examples: [] };
  }
  const sentence = `${broken.length} of ${links} links do not lead to a file of that content.`;
  return { title, outcome: 'failed', sentence, examples: broken.slice(0, MOST_EXAMPLES) };
}

/** The result of a read, or the error of the service or the registry. */
async function unlessFailed<T>(read: Promise<T>): Promise<T | GobblerError> {
  try {
    return await read;
  } catch (error) {
    const isOfOneVersion =
      error instanceof GobblerError &&
      ['not-found', 'corrupt-record', 'invalid-name', 'service-failed', 'service-misconfigured'].includes(
        error.code,
      );
    if (isOfOneVersion) return error;
    throw error;
  }
}
