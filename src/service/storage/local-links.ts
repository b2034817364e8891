import type { ManifestEntry, VersionRef } from '../../protocol/index.ts';
import { failed } from '../files/index.ts';
import { linkEntry } from './links.ts';

/**
 * Adds the links within a version to its manifest, once everything else is there: a link may lead to another link.
 * `links` maps keys to the keys they lead to. Throws (500) if one leads in circles, or to something that is not part
 * of the version. Protocol §12.4.
 */
export function settleLocalLinks(
  links: ReadonlyMap<string, string>,
  manifest: Map<string, ManifestEntry>,
  version: VersionRef,
): void {
  for (const start of links.keys()) {
    const chain: string[] = [];
    for (let key = start; !manifest.has(key); key = next(links, key, start)) {
      if (chain.includes(key)) throw failed(`link "${start}" leads in circles`);
      chain.push(key);
    }
    for (const key of chain.reverse()) {
      const targetKey = links.get(key) as string;
      const entry = manifest.get(targetKey) as ManifestEntry;
      manifest.set(key, linkEntry({ ...version, path: targetKey }, entry));
    }
  }
}

function next(links: ReadonlyMap<string, string>, key: string, start: string): string {
  const target = links.get(key);
  if (target === undefined)
    throw failed(`link "${start}" leads to "${key}", which is not part of the version`);
  return target;
}
