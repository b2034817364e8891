/** Runs the commands, recipes and workflows that the documentation shows, as they stand there. */
import base from './jest.config.mjs';

export default {
  ...base,
  testMatch: ['<rootDir>/__tests__/documentation/**/*.test.ts'],
  testPathIgnorePatterns: [],
};
