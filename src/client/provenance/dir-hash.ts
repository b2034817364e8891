import { createHash } from 'node:crypto';
import { compareBytes } from '../../protocol/index.ts';

/**
 * The `dirHash` of in-toto's digest sets: Go's "Hash1" of a directory (`golang.org/x/mod/sumdb/dirhash`) in lower-case
 * hexadecimal, without `h1:`. It is the sha256 of the lines `SHA256  PATH` of all files, sorted by the bytes of their paths.
 * `sums` has the sha256 of each file by its path; a path with a line break has no such line, and must not be in it. Pure.
 */
export function dirHash(sums: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256');
  for (const path of [...sums.keys()].sort(compareBytes)) hash.update(`${sums.get(path)}  ${path}\n`);
  return hash.digest('hex');
}
