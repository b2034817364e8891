import { createHash } from 'node:crypto';
import { compareBytes, encodeJson } from '../protocol/json.ts';
import type { Manifest, ManifestEntry } from '../protocol/records.ts';

/** Handing over a piece costs as much as hashing a few hundred characters. */
const PIECE_LENGTH = 64 * 1024;

/**
 * The sha256 of what a version contains: of its manifest as compact JSON, sorted by the bytes of the paths, with `size`
 * and `md5sum` of each entry and without links. The same content has the same digest, whatever is linked to where.
 */
export function manifestDigest(manifest: Manifest): string {
  const hash = createHash('sha256');
  let pending = '{';
  let separator = '';
  for (const key of [...manifest.keys()].sort(compareBytes)) {
    const { size, md5sum } = manifest.get(key) as ManifestEntry;
    pending += `${separator}${encodeJson(key)}:{"size":${size},"md5sum":${encodeJson(md5sum)}}`;
    separator = ',';
    if (pending.length < PIECE_LENGTH) continue;
    hash.update(pending);
    pending = '';
  }
  return hash.update(`${pending}}`).digest('hex');
}
