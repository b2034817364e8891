import { createHash } from 'node:crypto';
import { type Encodable, encodeJson } from '../protocol/json.ts';
import type { Manifest } from '../protocol/records.ts';

/**
 * The sha256 of what a version contains: of its manifest as compact JSON, sorted by the bytes of the paths, with `size`
 * and `md5sum` of each entry and without links. The same content has the same digest, whatever is linked to where.
 */
export function manifestDigest(manifest: Manifest): string {
  const content = [...manifest].map(([key, { size, md5sum }]): [string, Encodable] => [
    key,
    { size, md5sum },
  ]);
  return createHash('sha256')
    .update(encodeJson(new Map(content)))
    .digest('hex');
}
