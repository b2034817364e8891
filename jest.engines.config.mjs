/** Recipes and workflows in real engines: as root, with the engines on the path. See CONTRIBUTING.md. */
import base from './jest.config.mjs';

export default {
  ...base,
  globalSetup: '<rootDir>/scripts/test-place.mjs',
  testMatch: ['<rootDir>/__tests__/engines/**/*.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 150_000,
  // Slurm waits most of the time, and act works most of the time.
  maxWorkers: 2,
  // The supervisor of Slurm's daemons outlives the tests until these have ended; nobody needs to wait for its pipe.
  forceExit: true,
};
