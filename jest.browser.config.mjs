/** Tests in a real browser, which need a Chromium: see CONTRIBUTING.md. */
import base from './jest.config.mjs';

export default {
  ...base,
  globalSetup: '<rootDir>/scripts/test-place.mjs',
  testMatch: ['<rootDir>/__tests__/browser/**/*.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 60_000,
};
