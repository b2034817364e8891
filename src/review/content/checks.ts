import {
  type Connection,
  fetchManifest,
  type LinkTarget,
  listFiles,
  type Manifest,
} from '../../client/index.ts';
import { directoriesOf } from '../../client/registry/index.ts';
import { type Read, readOne } from '../../client/review/index.ts';
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

export interface CheckOptions {
  /** How long to look at links. */
  readonly budgetMs: number;
  readonly signal: AbortSignal;
}

/** Checks a version by its records and by the names of its files. Reads no contents. */
export async function checkVersion(
  connection: Connection,
  snapshot: Snapshot,
  options: CheckOptions,
): Promise<readonly Check[]> {
  const complete = await checkComplete(connection, snapshot, options.signal);
  return [complete, await checkLinks(connection, snapshot, options)];
}

/** Compares the manifest with the files that the service lists. */
async function checkComplete(
  connection: Connection,
  { ref, manifest }: Snapshot,
  signal: AbortSignal,
): Promise<Check> {
  const title = 'Manifest is complete';
  const { value: listed, error } = await readOne(listFiles(connection, ref, { forceRemote: true, signal }));
  if (listed === undefined) return { title, outcome: 'unknown', sentence: error.message, examples: [] };
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

interface LinkEntry {
  readonly path: string;
  readonly size: number;
  readonly md5sum: string;
  readonly target: LinkTarget;
}

/**
 * Compares each link with the manifest of the version that it leads to, one version after the other: the links of one may
 * lead to thousands. Begins with no more of them after `budgetMs`. A link is broken if the version or the file does not exist,
 * or has another content; unknown if the manifest of the version is unreadable.
 */
async function checkLinks(
  connection: Connection,
  { ref, manifest }: Snapshot,
  { budgetMs, signal }: CheckOptions,
): Promise<Check> {
  const title = 'Links resolve';
  const byVersion = linksByVersion(manifest);
  const links = [...byVersion.values()].reduce((sum, { length }) => sum + length, 0);
  const begunAt = performance.now();
  const broken: string[] = [];
  const unknown: string[] = [];
  let compared = 0;
  for (const [place, entries] of byVersion) {
    if (performance.now() - begunAt > budgetMs) break;
    const [first] = entries;
    if (first === undefined) continue;
    const { project, asset, version } = first.target;
    const found: Read<Manifest> =
      place === refPath(ref)
        ? { value: manifest }
        : await readOne(
            fetchManifest(connection, { project, asset, version }, { forceRemote: true, signal }),
          );
    // The service allows no version of an invalid name.
    const isMissing = found.error?.code === 'not-found' || found.error?.code === 'invalid-name';
    const isUnknown = found.error !== undefined && !isMissing;
    if (!isUnknown) compared += entries.length;
    for (const { path, size, md5sum, target } of entries) {
      const entry = found.value?.get(target.path);
      if (entry?.size === size && entry.md5sum === md5sum) continue;
      (isUnknown ? unknown : broken).push(`${path} -> ${formatRef(target)}/${target.path}`);
    }
  }
  const good = compared - broken.length;
  const unread = unknown.length > 0 ? ` ${unknown.length} lead to versions with unreadable manifests.` : '';
  const rest = links - compared - unknown.length;
  const skipped = rest > 0 ? ` Checking the other ${rest} takes longer.` : '';
  if (broken.length > 0) {
    const sentence = `${broken.length} of ${compared} links do not lead to a file of that content.${unread}${skipped}`;
    return { title, outcome: 'failed', sentence, examples: broken.slice(0, MOST_EXAMPLES) };
  }
  if (compared < links) {
    const sentence = `${good} of ${links} links lead to files of that content.${unread}${skipped}`;
    return { title, outcome: 'unknown', sentence, examples: unknown.slice(0, MOST_EXAMPLES) };
  }
  const sentence =
    links === 0 ? 'The version has no links.' : `All links (${links}) lead to files of that content.`;
  return { title, outcome: 'passed', sentence, examples: [] };
}

/** The links of a manifest by the place of the version with the file. */
function linksByVersion(manifest: Manifest): ReadonlyMap<string, readonly LinkEntry[]> {
  const found = new Map<string, LinkEntry[]>();
  for (const [path, { size, md5sum, link }] of manifest) {
    if (link === undefined) continue;
    const target = link.ancestor ?? link;
    const place = refPath(target);
    const entry = { path, size, md5sum, target };
    const known = found.get(place);
    if (known === undefined) found.set(place, [entry]);
    else known.push(entry);
  }
  return found;
}
