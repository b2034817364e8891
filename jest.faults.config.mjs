/**
 * The fault matrix and other slow tests: minutes rather than seconds, so they are no part of `npm test`. See
 * docs/reliability.md.
 */
import base from './jest.config.mjs';

export default {
  ...base,
  globalSetup: '<rootDir>/scripts/test-place.mjs',
  testMatch: ['<rootDir>/__tests__/faults/**/*.test.ts', '**/*.slow.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 180_000,
  // Many of them wait, for a service or for time to pass.
  maxWorkers: 4,
};
