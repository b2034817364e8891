import { compareBytes } from './json.ts';
import { size as bytes, member, object, optional, text } from './reading.ts';

/** A file in the registry that a link stands for. */
export interface LinkTarget {
  /** Name of its project. */
  readonly project: string;
  /** Name of its asset. */
  readonly asset: string;
  /** Name of its version. */
  readonly version: string;
  /** Relative to the version directory. */
  readonly path: string;
}

/** The declared target of a link and, if that is a link itself, the real file at the end. Protocol §3.8. */
export interface Link extends LinkTarget {
  /** The real file at the end of the chain, where the declared target is a link itself. */
  readonly ancestor?: LinkTarget | undefined;
}

/** One line of a manifest. An empty directory has size 0 and an empty `md5sum`. */
export interface ManifestEntry {
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal, or empty for an empty directory. */
  readonly md5sum: string;
  /** The file that this one is a link to, in another version or the same; undefined for a file of its own. */
  readonly link?: Link | undefined;
}

/** Everything in a version, by path relative to the version directory. Protocol §3.8. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

/** The entries in the order of their paths, by bytes, in which most manifests are: then nothing has to be sorted. */
export function sortedEntries(manifest: Manifest): Iterable<[path: string, entry: ManifestEntry]> {
  let last = '';
  for (const key of manifest.keys()) {
    if (compareBytes(last, key) > 0) return [...manifest].sort(([one], [other]) => compareBytes(one, other));
    last = key;
  }
  return manifest;
}

function linkTarget(value: unknown): LinkTarget {
  const json = object(value);
  return {
    project: member(json, 'project', text),
    asset: member(json, 'asset', text),
    version: member(json, 'version', text),
    path: member(json, 'path', text),
  };
}

const optionalTarget = optional(linkTarget);

function link(value: unknown): Link {
  const ancestor = member(object(value), 'ancestor', optionalTarget);
  const target = linkTarget(value);
  if (ancestor === undefined) return target;
  const { project, asset, version, path } = target;
  return { project, asset, version, path, ancestor };
}

const optionalLink = optional(link);

/** Reads an entry of a manifest. */
export function manifestEntry(value: unknown): ManifestEntry {
  const json = object(value);
  const size = member(json, 'size', bytes);
  const md5sum = member(json, 'md5sum', text);
  const target = member(json, 'link', optionalLink);
  return target === undefined ? { size, md5sum } : { size, md5sum, link: target };
}
