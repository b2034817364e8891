import { readlinkSync, statSync } from 'node:fs';
import path from 'node:path';
import {
  isInternalName,
  type Link,
  type LinkTarget,
  type ManifestEntry,
  relativeInside,
  type VersionRef,
} from '../../protocol/index.ts';
import { aboutFile, type DiskPath, failed, joinDisk, type OpenTree, systemReason } from '../files/index.ts';
import { isUtf8 } from '../json/index.ts';
import type { Manifests } from './manifests.ts';
import type { Registry } from './registry.ts';

/** The meaning of a symlink. Protocol §12.3. */
export type LinkMeaning =
  /** Something in the same tree, by its key in the manifest. */
  | { readonly kind: 'local'; readonly key: string }
  /** A file of another version. */
  | { readonly kind: 'registry'; readonly target: LinkTarget }
  /** A file outside, which counts as an ordinary one. */
  | { readonly kind: 'whitelisted'; readonly target: string };

/** Where links may lead. */
export interface LinkScope {
  /** The tree the link is in: a directory in staging, or that of a version. */
  readonly root: string;
  /** The same, opened. */
  readonly tree: OpenTree;
  /** The version the tree is, or is to become. */
  readonly version: VersionRef;
  readonly registry: Registry;
  readonly whitelist: readonly string[];
}

/** The text of a link. Throws (500) if it is not valid UTF-8: the registry could not hold a link to such a file. */
export function linkText(link: DiskPath, key: string): string {
  let bytes: Buffer;
  try {
    bytes = readlinkSync(link, 'buffer');
  } catch (error) {
    throw aboutFile(key, error);
  }
  if (!isUtf8(bytes)) throw failed(`the target of link "${key}" is not valid UTF-8`);
  return bytes.toString('utf8');
}

/**
 * The path a link leads to, by its text alone: no other link on the way is looked at. An absolute text stays as it
 * is written.
 */
export function linkDestination(root: string, key: string, text: string): string {
  if (path.isAbsolute(text)) return text;
  return path.join(root, path.dirname(key), text).replace(/\/+$/, '');
}

/**
 * Tells what the link at `key` means if it leads to `destination`. Throws (500) if it leads to no file, or to one
 * that it must not. Protocol §12.3.
 */
export function linkMeaning(key: string, destination: string, scope: LinkScope): LinkMeaning {
  const local = inside(scope.root, destination);
  if (local !== undefined) {
    // Not by its path, in which somebody may have put something else.
    requireFile(key, joinDisk(scope.tree.pathOfTop(), local));
    return { kind: 'local', key: local };
  }
  const inRegistry = inside(scope.registry.root, destination);
  if (inRegistry !== undefined) {
    requireFile(key, destination);
    return { kind: 'registry', target: registryTarget(key, inRegistry, scope.version) };
  }
  if (scope.whitelist.some((directory) => inside(directory, destination) !== undefined)) {
    requireFile(key, destination);
    return { kind: 'whitelisted', target: destination };
  }
  throw failed(
    `symbolic link "${key}" to file "${destination}" outside the registry directory is not allowed`,
  );
}

function requireFile(key: string, destination: DiskPath): void {
  let isDirectory: boolean;
  try {
    isDirectory = statSync(destination).isDirectory();
  } catch (error) {
    throw failed(`failed to stat target of link "${key}"; ${systemReason(error)}`, error);
  }
  if (isDirectory) throw failed(`target of link "${key}" is a directory`);
}

/** Paths of different kinds, absolute and relative, are never inside one another. */
function inside(root: string, candidate: string): string | undefined {
  return path.isAbsolute(root) === path.isAbsolute(candidate) ? relativeInside(root, candidate) : undefined;
}

function registryTarget(key: string, registryPath: string, own: VersionRef): LinkTarget {
  const [project, asset, version, ...rest] = registryPath.split('/');
  if (project === undefined || asset === undefined || version === undefined || rest.length === 0) {
    throw failed(`unexpected link "${key}" to file outside of a project asset version directory`);
  }
  if ([project, asset, version, ...rest].some(isInternalName)) {
    throw failed(`components of link "${key}" cannot refer to internal '..' files`);
  }
  if (project === own.project && asset === own.asset && version === own.version) {
    throw failed(`link "${key}" refers to the version itself by way of the registry`);
  }
  return { project, asset, version, path: rest.join('/') };
}

/** The entries in other versions of files that are linked to. Protocol §12.3. */
export class LinkTargets {
  readonly #manifests: Manifests;
  /** Directories of versions that are not on probation. */
  readonly #settled = new Set<string>();

  constructor(manifests: Manifests) {
    this.#manifests = manifests;
  }

  /** The manifest entry of a link to the target. Throws (500) unless that is a file of a version that is settled. */
  entryFor(target: LinkTarget): ManifestEntry {
    this.#requireSettled(target);
    const entry = this.#manifests.of(target).get(target.path);
    if (entry === undefined) {
      throw failed(`could not find link target "${target.path}" in the manifest of ${describe(target)}`);
    }
    return linkEntry(target, entry);
  }

  #requireSettled(version: VersionRef): void {
    const { registry } = this.#manifests;
    const directory = registry.versionDirectory(version);
    if (this.#settled.has(directory)) return;
    if (registry.summary(version).onProbation) {
      throw failed(`cannot link to file inside a probational version ${describe(version)}`);
    }
    this.#settled.add(directory);
  }
}

const describe = ({ project, asset, version }: VersionRef): string => `"${project}/${asset}/${version}"`;

/** The entry of a link to something whose own entry is given: the real file behind it is the ancestor. Protocol §3.8. */
export function linkEntry(target: LinkTarget, { size, md5sum, link }: ManifestEntry): ManifestEntry {
  return { size, md5sum, link: linkWith(target, link?.ancestor ?? link) };
}

/** A link with its two ends; they are the same if there is no ancestor. */
export function linkWith(parent: LinkTarget, ancestor: LinkTarget | undefined): Link {
  return { ...endOf(parent), ...(ancestor && { ancestor: endOf(ancestor) }) };
}

/** The target alone, whatever else comes with it. */
const endOf = ({ project, asset, version, path: file }: LinkTarget): LinkTarget => ({
  project,
  asset,
  version,
  path: file,
});

/** The text of the symbolic link on disk: relative, and straight to the real file. Protocol §12.3. */
export function linkTextFor(registry: Registry, version: VersionRef, key: string, link: Link): string {
  const target = link.ancestor ?? link;
  const directory = path.dirname(path.join(registry.versionDirectory(version), key));
  return path.relative(directory, path.join(registry.versionDirectory(target), target.path));
}

/** The links of a manifest, as the `..links` files hold them: directory in the version to base name to link. */
export function linksByDirectory(
  manifest: ReadonlyMap<string, ManifestEntry>,
): Map<string, Map<string, Link>> {
  const directories = new Map<string, Map<string, Link>>();
  for (const [key, { link }] of manifest) {
    if (link === undefined) continue;
    const directory = path.dirname(key);
    const links = directories.get(directory) ?? new Map<string, Link>();
    directories.set(directory, links.set(path.basename(key), link));
  }
  return directories;
}

/**
 * Writes the `..links` files that a manifest needs, and removes those in `earlier`, directories in the version, that it
 * does not need any more. Protocol §3.9.
 */
export function writeLinkFiles(
  registry: Registry,
  version: VersionRef,
  manifest: ReadonlyMap<string, ManifestEntry>,
  earlier: Iterable<string> = [],
): void {
  const wanted = linksByDirectory(manifest);
  const pathOf = (directory: string): string => `${registry.versionDirectory(version)}/${directory}`;
  for (const [directory, links] of wanted) registry.writeLinks(pathOf(directory), links);
  for (const directory of earlier) if (!wanted.has(directory)) registry.removeLinks(pathOf(directory));
}
