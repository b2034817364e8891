import { createHash } from 'node:crypto';
import { compareBytes, encodeJson } from '../protocol/json.ts';
import type { Manifest, ManifestEntry } from '../protocol/records.ts';

/** Handing over a piece costs as much as hashing a few hundred characters. */
const PIECE_LENGTH = 64 * 1024;

/**
 * The digest of a manifest: the sha256 of its paths, sizes and MD5 sums, as compact JSON, sorted by the bytes of the paths,
 * without links. The same content has the same digest, whatever is linked to where. The reverse holds as far as MD5 does:
 * whoever makes two files of the same MD5 makes two contents of the same digest, which only `compareSums` tells apart.
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
