import type { AssetRef, ManifestEntry } from '../../protocol/index.ts';
import type { Fingerprint } from './copy.ts';
import { linkEntry } from './links.ts';
import type { Manifests } from './manifests.ts';

/** The files of the latest version of an asset, by content. Protocol §12.1. */
export interface KnownFiles {
  /** Whether any file has this size; if none has, there is no need to know the checksum. */
  hasSize(size: number): boolean;
  /** The entry of a link to a file with the same content. */
  linkFor(content: Fingerprint): ManifestEntry | undefined;
}

/** Throws (500) if the asset has a latest version whose manifest cannot be read. */
export function knownFiles(manifests: Manifests, asset: AssetRef): KnownFiles {
  const sizes = new Set<number>();
  const entries = new Map<string, ManifestEntry>();
  const version = manifests.registry.latest(asset);
  const manifest = version === undefined ? [] : manifests.of({ ...asset, version });
  for (const [path, entry] of manifest) {
    const key = contentKey(entry);
    sizes.add(entry.size);
    if (entries.has(key)) continue;
    const target = { project: asset.project, asset: asset.asset, version: version as string, path };
    entries.set(key, linkEntry(target, entry));
  }
  return { hasSize: (size) => sizes.has(size), linkFor: (content) => entries.get(contentKey(content)) };
}

const contentKey = ({ size, md5sum }: Fingerprint): string => `${size} ${md5sum}`;
