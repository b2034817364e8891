import { readFileSync, type Stats } from 'node:fs';
import { errnoOf } from '../errors/index.ts';

/** Returns whether something belongs to the user of this process; somebody else could change it at any time. */
export const isOwn = ({ uid }: Pick<Stats, 'uid'>): boolean =>
  process.geteuid === undefined || uid === process.geteuid();

/** The same of an open file, which has to be a regular one. */
export const isOwnFile = (stats: Stats): boolean => stats.isFile() && isOwn(stats);

/**
 * Returns whether something belongs to root, as far as this process can see: in a user namespace that does not map root of the
 * machine, such as that of a rootless container, its files have the overflow id, as those of all other unmapped users have.
 */
export function isOfRoot({ uid }: Pick<Stats, 'uid'>): boolean {
  if (uid === 0) return true;
  const uidMap = readIfThere('/proc/self/uid_map');
  if (uidMap === undefined || mapsRoot(uidMap)) return false;
  return String(uid) === readIfThere('/proc/sys/fs/overflowuid')?.trim();
}

/** Each line has the first id in the namespace, the first id outside, and their number. */
const mapsRoot = (uidMap: string): boolean => /^\s*\d+\s+0\s+[1-9]/m.test(uidMap);

/** The text of a file of the kernel; undefined on systems without it. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return undefined;
  }
}
