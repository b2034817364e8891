import { constants, existsSync, readdirSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { errnoOf } from '../errors/index.ts';
import { withOpenNow } from './open-file.ts';

const OPEN_DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Removes a directory with everything in it, where other users may write: links are removed, and directories are entered by
 * descriptor, so that nothing outside is touched, whatever is replaced by a link meanwhile. A missing one is fine. Removes
 * as much as it can, and throws the first failure in the end. Without `/proc`, it goes by paths.
 */
export function removeSharedTree(directory: string): void {
  if (!existsSync('/proc/self/fd')) {
    rmSync(directory, { recursive: true, force: true });
    return;
  }
  const removal = new Removal();
  removal.remove(Buffer.from(directory), directory);
  if (removal.failure !== undefined) throw removal.failure;
}

class Removal {
  failure: unknown;

  /** Removes what is at a place, which is `shown` in errors. */
  remove(place: Buffer, shown: string): void {
    try {
      if (isUnlinked(place)) return;
      withOpenNow(place, OPEN_DIRECTORY, (descriptor) => {
        const here = Buffer.from(`/proc/self/fd/${descriptor}/`);
        for (const name of readdirSync(here, { encoding: 'buffer' }))
          this.remove(Buffer.concat([here, name]), `${shown}/${name}`);
      });
      rmdirSync(place);
    } catch (error) {
      const code = errnoOf(error);
      if (code === undefined) throw error;
      // Somebody else was faster.
      if (code === 'ENOENT') return;
      // It was replaced by a link meanwhile, which is removed as one.
      if ((code === 'ENOTDIR' || code === 'ELOOP') && isUnlinked(place)) return;
      this.failure ??= Object.assign(new Error(`${code}: ${shown} cannot be removed`, { cause: error }), {
        code,
      });
    }
  }
}

/** Removes anything but a directory; false for one, for which Linux says EISDIR and POSIX EPERM. */
function isUnlinked(place: Buffer): boolean {
  try {
    unlinkSync(place);
    return true;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return true;
    if (code !== 'EISDIR' && code !== 'EPERM') throw error;
    return false;
  }
}
