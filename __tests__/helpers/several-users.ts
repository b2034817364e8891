import path from 'node:path';

const place = process.env.GOBBLER_TEST_PLACE;

/**
 * Whether tests can act as several users: as root, where there are others. Titles of what is skipped otherwise begin with
 * `as root: `, by which `scripts/counts.mjs` counts them.
 */
export const severalUsers = place !== undefined;

/** The repository, as far as it is run: a copy that every user can enter, if there are several. */
export const PROGRAMS = place ?? path.resolve(import.meta.dirname, '../..');

/** A Node that every user can run, if there are several. */
export const NODE = place === undefined ? process.execPath : path.join(place, 'node');
