/** Tests with the real Python client: see scripts/test-python.mjs. */
import { readFileSync } from 'node:fs';

const base = JSON.parse(readFileSync(new URL('jest.config.json', import.meta.url), 'utf8'));

export default {
  ...base,
  globalSetup: '<rootDir>/scripts/test-place.mjs',
  testMatch: ['<rootDir>/__tests__/python/**/*.test.ts'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
};
