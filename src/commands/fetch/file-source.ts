import { constants } from 'node:fs';
import type { CachedFiles, FileSource } from '../../client/download/index.ts';
import type { Manifest } from '../../client/index.ts';
import { isOwnFile } from '../../fs/index.ts';
import type { FileCheck } from '../versions/index.ts';

/** A version in the registry on this machine. */
export function registryFiles(root: string, verify: FileCheck): FileSource {
  const check = verify === 'checksum' ? 'checksum' : 'size';
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
