/** Tests with the real Python client: see scripts/test-python.mjs. */
import base from './jest.config.mjs';

export default {
  ...base,
  globalSetup: '<rootDir>/scripts/test-place.mjs',
  testMatch: ['<rootDir>/__tests__/python/**/*.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
};
