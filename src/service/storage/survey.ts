import path from 'node:path';
import {
  isInternalName,
  type Link,
  type LinkTarget,
  type ManifestEntry,
  type VersionRef,
} from '../../protocol/index.ts';
import { failed, OpenTree, type TimeSlices, type TreeEntry, walkTree } from '../files/index.ts';
import { fingerprintLarge, fingerprintOfTarget, fingerprintSmall } from './copy.ts';
import { eachFile } from './each-file.ts';
import { LinkTargets, linkDestination, linkMeaning, linkText } from './links.ts';
import { settleLocalLinks } from './local-links.ts';
import { Manifests } from './manifests.ts';
import type { Registry } from './registry.ts';
import type { Storage } from './storage.ts';

/** A link of a version that stands for a file of a registry. */
export interface FoundLink {
  readonly entry: TreeEntry;
  /** The target as written in it. */
  readonly text: string;
  /** Whether it leads to the version itself. */
  readonly isLocal: boolean;
}

/** The contents of a version's directory. */
export interface Survey {
  /** The manifest that it should have. */
  readonly manifest: ReadonlyMap<string, ManifestEntry>;
  /** All links but those that lead to whitelisted directories. */
  readonly links: readonly FoundLink[];
  /** The `..links` that are there: directory in the version (`.` for the top) to base name to link. */
  readonly linkFiles: ReadonlyMap<string, ReadonlyMap<string, Link>>;
}

/**
 * Reads everything in a version and changes nothing. Only the `..links` files tell which links stand for others, since
 * links on disk lead straight to the real file. Throws (500) if one of them cannot be read, a link disagrees with it,
 * or leads where none may lead. Protocol §13.1.
 */
export async function surveyVersion(
  storage: Storage,
  version: VersionRef,
  pace: TimeSlices,
): Promise<Survey> {
  // An administrator may have put a link in the place of a version that lies elsewhere.
  const tree = OpenTree.open(storage.registry.versionDirectory(version), { follow: true });
  try {
    return await surveyTree(storage, version, tree, pace);
  } finally {
    tree.close();
  }
}

async function surveyTree(
  storage: Storage,
  version: VersionRef,
  tree: OpenTree,
  pace: TimeSlices,
): Promise<Survey> {
  const { registry, whitelist } = storage;
  const root = registry.versionDirectory(version);
  const scope = { root, tree, version, registry, whitelist };
  const entries: TreeEntry[] = [];
  for await (const entry of walkTree(tree, isInternalName, pace)) entries.push(entry);
  const linkFiles = readLinkFiles(registry, root, entries);

  const manifest = new Map<string, ManifestEntry>();
  const links: FoundLink[] = [];
  const localTargets = new Map<string, string>();
  const targets = new LinkTargets(new Manifests(registry));
  for (const entry of entries) {
    await pace.yieldIfDue();
    if (entry.kind === 'empty-directory') manifest.set(entry.key, { size: 0, md5sum: '' });
    if (entry.kind !== 'link') continue;
    const text = linkText(tree.pathOf(entry), entry.key);
    const recorded = linkFiles.get(path.dirname(entry.key))?.get(path.basename(entry.key));
    const destination = declaredTarget(registry, entry.key, linkDestination(root, entry.key, text), recorded);
    const meaning = linkMeaning(entry.key, destination, scope);
    if (meaning.kind === 'whitelisted') {
      manifest.set(entry.key, await fingerprintOfTarget(entry.key, meaning.target, pace));
      continue;
    }
    links.push({ entry, text, isLocal: meaning.kind === 'local' });
    if (meaning.kind === 'local') localTargets.set(entry.key, meaning.key);
    else manifest.set(entry.key, targets.entryFor(meaning.target));
  }
  const files = entries.filter(({ kind }) => kind === 'file');
  await eachFile(
    files,
    { pool: storage.pool, pace },
    {
      small: (file) => void manifest.set(file.key, fingerprintSmall(tree.pathOf(file))),
      large: async (file) => void manifest.set(file.key, await fingerprintLarge(tree.pathOf(file), pace)),
    },
  );
  settleLocalLinks(localTargets, manifest, version);
  return { manifest, links, linkFiles };
}

function readLinkFiles(
  registry: Registry,
  root: string,
  entries: readonly TreeEntry[],
): Map<string, ReadonlyMap<string, Link>> {
  const files = new Map<string, ReadonlyMap<string, Link>>();
  const directories = entries.filter(({ kind }) => kind === 'directory').map(({ key }) => key);
  for (const directory of ['.', ...directories]) {
    const links = registry.links(path.join(root, directory));
    if (links !== undefined) files.set(directory, links);
  }
  return files;
}

/** Where a link was declared to lead to, given where it leads. Throws (500) if that is something else. */
function declaredTarget(
  registry: Registry,
  key: string,
  destination: string,
  recorded: Link | undefined,
): string {
  if (recorded === undefined) return destination;
  const pathOf = (target: LinkTarget): string => path.join(registry.versionDirectory(target), target.path);
  const parent = pathOf(recorded);
  const actual = path.normalize(destination);
  if (recorded.ancestor !== undefined && actual === pathOf(recorded.ancestor)) return parent;
  if (actual === parent) return parent;
  throw failed(`link "${key}" leads to "${destination}", and not where the '..links' file says`);
}
