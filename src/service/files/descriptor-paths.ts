import { constants, fstatSync, openSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { messageOf } from '../../errors/index.ts';
import { closeUnwritten, type DiskPath } from './disk.ts';

/**
 * Opens a place without any right to read it, without reading from it, and without waiting for anybody: enough to see
 * what it is, and to look up names in it. The engine has no constant for it; this is the value on every machine that the
 * engine runs on.
 */
const O_PATH = 0o10_000_000;
const { O_DIRECTORY, O_NOFOLLOW } = constants;

let own: string | undefined;

/**
 * A path that means what was opened as this descriptor, whatever has been put in the place of its name since; names can be
 * looked up below that of a directory. It is only good as long as the descriptor is open.
 */
export function pathOfDescriptor(descriptor: number): string {
  // Saves the system a link on each call. This is the number that /proc knows this process by.
  own ??= `/proc/${readlinkSync('/proc/self')}/fd`;
  return `${own}/${descriptor}`;
}

/** Opens whatever is at a place, a link as a link. The caller closes it. */
export function openPlace(place: DiskPath): number {
  return openSync(place, O_PATH | O_NOFOLLOW);
}

/** Opens a directory to look up names in it; throws ENOTDIR for anything else, a link included, unless it is followed. */
export function openDirectory(
  place: DiskPath,
  { follow = false }: { follow?: boolean } = {},
): { descriptor: number; stat: Stats } {
  const descriptor = openSync(place, O_PATH | O_DIRECTORY | (follow ? 0 : O_NOFOLLOW));
  try {
    return { descriptor, stat: fstatSync(descriptor) };
  } catch (error) {
    closeUnwritten(descriptor);
    throw error;
  }
}

/** Throws unless directories can be reached by their descriptors on this machine. */
export function requireDescriptorPaths(): void {
  const { descriptor, stat } = openDirectory('/');
  try {
    const seen = statSync(pathOfDescriptor(descriptor));
    if (seen.ino !== stat.ino || seen.dev !== stat.dev) throw new Error('it shows something else');
  } catch (error) {
    const why = messageOf(error);
    throw new Error(
      `the service needs /proc, to keep hold of directories while others rename them, but cannot use it: ${why}. Mount it: mount -t proc proc /proc`,
      { cause: error },
    );
  } finally {
    closeUnwritten(descriptor);
  }
}
