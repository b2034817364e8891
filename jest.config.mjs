import { availableParallelism } from 'node:os';

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: [
    '<rootDir>/__tests__/(browser|documentation|engines|faults|nfs|python)/',
    '\\.slow\\.test\\.ts$',
  ],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } } }],
  },
  testTimeout: 30000,
  // Tests wait for the processes that they start, and for time to pass.
  maxWorkers: Math.min(availableParallelism() * 2, 16),
  globalSetup: '<rootDir>/scripts/test-in-memory.mjs',
  globalTeardown: '<rootDir>/scripts/test-place-end.mjs',
  reporters: ['default', './scripts/counts.mjs'],
};
