import type { Stats } from 'node:fs';

/** Returns whether something belongs to the user of this process; somebody else could change it at any time. */
export const isOwn = ({ uid }: Pick<Stats, 'uid'>): boolean =>
  process.geteuid === undefined || uid === process.geteuid();

/** The same of an open file, which has to be a regular one. */
export const isOwnFile = (stats: Stats): boolean => stats.isFile() && isOwn(stats);
