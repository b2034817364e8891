import path from 'node:path';
import type { Manifest } from '../protocol/records.ts';

/** All directories above some keys, relative to the version, each after those above it. */
export function directoriesOf(keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const key of keys) {
    const parent = path.posix.dirname(key);
    if (found.has(parent)) continue;
    const segments = parent === '.' ? [] : parent.split('/');
    for (let depth = 1; depth <= segments.length; depth++) found.add(segments.slice(0, depth).join('/'));
  }
  return found;
}

/** The same, and the empty directories among the keys. */
export function directoriesWith(manifest: Manifest, keys: readonly string[]): ReadonlySet<string> {
  const found = new Set(directoriesOf(keys));
  for (const key of keys) if (manifest.get(key)?.md5sum === '') found.add(key);
  return found;
}
