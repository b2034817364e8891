import { constants, promises as fs } from 'node:fs';
import { errnoOf } from '../errors/index.ts';

/** Errors of a filesystem that cannot share blocks, or not with the other one. */
const CANNOT_SHARE = new Set(['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EINVAL', 'ENOTTY', 'EPERM']);

/** Pairs of devices that have refused; they are not asked again for every file. */
const refused = new Set<string>();

/**
 * Makes `to` a copy of `from` that shares its blocks, if the filesystem can. Returns whether it did; if not, `to` does
 * not exist. `between` are the device numbers of both. With `exclusive`, `to` must not exist yet.
 */
export async function reflink(
  from: string,
  to: string,
  { between, exclusive }: { between: readonly [from: number, to: number]; exclusive: boolean },
): Promise<boolean> {
  const pair = between.join(' ');
  if (refused.has(pair)) return false;
  try {
    const mode = constants.COPYFILE_FICLONE_FORCE | (exclusive ? constants.COPYFILE_EXCL : 0);
    await fs.copyFile(from, to, mode);
    return true;
  } catch (error) {
    if (!CANNOT_SHARE.has(errnoOf(error) ?? '')) throw error;
    refused.add(pair);
    await fs.rm(to, { force: true });
    return false;
  }
}
