/**
 * The product on real NFS: boots User-Mode Linux kernels, as root, and needs packages of Debian. See CONTRIBUTING.md.
 */
import base from './jest.config.mjs';

export default {
  ...base,
  globalSetup: '<rootDir>/scripts/test-place.mjs',
  // How long uploads take is measured apart: not in CI, whose machines have other things to do.
  testMatch: (process.env.NFS_SPEED === undefined ? ['nfs', 'supervisor'] : ['speed']).map(
    (name) => `<rootDir>/__tests__/nfs/${name}.test.ts`,
  ),
  testPathIgnorePatterns: [],
  testTimeout: 400_000,
  // There is one lab.
  maxWorkers: 1,
  // The supervisor outlives the tests until the kernels are off; nobody needs to wait for its pipe.
  forceExit: true,
};
