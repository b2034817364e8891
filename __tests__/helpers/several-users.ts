const { GOBBLER_TEST_PLACE, GOBBLER_TEST_NODE } = process.env;
if (GOBBLER_TEST_PLACE === undefined) throw new Error('scripts/test-place.mjs has to run before the tests');

/**
 * Whether tests can act as several users: as root, where there are others. Titles of what is skipped otherwise begin with
 * `as root: `, by which `scripts/counts.mjs` counts them.
 */
export const severalUsers = GOBBLER_TEST_NODE !== undefined;

/**
 * The programs that tests start, built from the sources (see `scripts/test-program.mjs`). Every user can enter this
 * directory, if there are several.
 */
export const PROGRAMS = GOBBLER_TEST_PLACE;

/** A Node that every user can run, if there are several. */
export const NODE = GOBBLER_TEST_NODE ?? process.execPath;
