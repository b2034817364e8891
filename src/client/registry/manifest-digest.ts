import { createHash } from 'node:crypto';
import path from 'node:path';
import { encodeJson, type Manifest, sortedEntries } from '../../protocol/index.ts';

/** Handing over a piece costs as much as hashing a few hundred characters. */
const PIECE_LENGTH = 64 * 1024;

/**
 * The digest of a manifest: the sha256 of its paths, sizes and MD5 sums, as compact JSON, sorted by the bytes of the
 * paths, without links. The same content has the same digest, whatever is linked to where. The reverse is only as
 * strong as MD5: anyone who makes two files of the same MD5 makes two contents of the same digest, which only
 * `compareSums` tells apart.
 */
export function manifestDigest(manifest: Manifest): string {
  const hash = createHash('sha256');
  let pending = '{';
  let separator = '';
  for (const [key, { size, md5sum }] of sortedEntries(manifest)) {
    pending += `${separator}${encodeJson(key)}:{"size":${size},"md5sum":${encodeJson(md5sum)}}`;
    separator = ',';
    if (pending.length < PIECE_LENGTH) continue;
    hash.update(pending);
    pending = '';
  }
  return hash.update(`${pending}}`).digest('hex');
}

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
