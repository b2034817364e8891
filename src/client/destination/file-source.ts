import { constants } from 'node:fs';
import { isOwnFile } from '../../fs/index.ts';
import type { Manifest } from '../../protocol/index.ts';
import type { CachedFiles } from '../download/index.ts';
import type { FileSource } from './checked-copies.ts';

/** A version in the registry on this machine, and how closely to check its files. */
export function registryFiles(root: string, check: 'checksum' | 'size'): FileSource {
  return {
    root,
    mayHave: () => true,
    openFlags: constants.O_RDONLY | constants.O_NONBLOCK,
    checkOf: (_, stats) => (stats.isFile() ? check : undefined),
  };
}

/** A version of which the cache may have a part; the rest is downloaded by `replace`. */
export function cachedFiles(
  { root, manifest, cached }: { root: string; manifest: Manifest; cached: CachedFiles },
  replace: NonNullable<FileSource['replace']>,
): FileSource {
  return {
    root,
    mayHave: (key) => cached.mayHave(key),
    openFlags: constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW,
    checkOf: (key, stats) => {
      if (!isOwnFile(stats) || stats.size !== manifest.get(key)?.size) return undefined;
      return cached.isTrusted(key, stats) ? 'size' : 'checksum';
    },
    replace,
  };
}
