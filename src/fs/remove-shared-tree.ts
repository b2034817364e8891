import { closeSync, constants, openSync, readdirSync, rmdirSync, unlinkSync } from 'node:fs';
import { errnoOf } from '../protocol/index.ts';

const OPEN_DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Removes a directory with everything in it, where other users may write: links are removed, and directories are entered by
 * descriptor, so that nothing outside is touched, whatever is replaced by a link meanwhile. A missing one is fine. Needs
 * `/proc`.
 */
export function removeSharedTree(directory: string): void {
  const descriptor = openUnlessGone(directory);
  if (descriptor === undefined) return;
  empty(descriptor);
  rmdirSync(directory);
}

function openUnlessGone(place: string | Buffer): number | undefined {
  try {
    return openSync(place, OPEN_DIRECTORY);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}

/** Removes everything in an open directory, and closes it. */
function empty(descriptor: number): void {
  try {
    const here = Buffer.from(`/proc/self/fd/${descriptor}/`);
    for (const name of readdirSync(here, { encoding: 'buffer' })) removeEntry(Buffer.concat([here, name]));
  } finally {
    closeSync(descriptor);
  }
}

function removeEntry(place: Buffer): void {
  try {
    unlinkSync(place);
    return;
  } catch (error) {
    const code = errnoOf(error);
    if (code === 'ENOENT') return;
    // Linux says EISDIR for a directory, POSIX EPERM.
    if (code !== 'EISDIR' && code !== 'EPERM') throw error;
  }
  const descriptor = openUnlessGone(place);
  if (descriptor === undefined) return;
  empty(descriptor);
  rmdirSync(place);
}
