import { expect, it } from '@jest/globals';
import { errnoOf, gobblerError, messageOf } from '../../src/errors/index.ts';

it('an error of our own has no errno: its code is no failure of the disk', () => {
  expect(errnoOf(gobblerError('job-cancelled', { signal: 'SIGINT' }))).toBeUndefined();
  expect(errnoOf(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toBe('ENOSPC');
  expect(errnoOf('ENOSPC')).toBeUndefined();
});

it('errors of network filesystems that Node only knows by number have their names', () => {
  const quota = { code: 'Unknown system error -122', errno: -122, syscall: 'write', path: '/staging/x' };
  const error = Object.assign(
    new Error('Unknown system error -122: Unknown system error -122, write'),
    quota,
  );
  expect(errnoOf(error)).toBe('EDQUOT');
  expect(messageOf(error)).toBe("EDQUOT: disk quota exceeded, write '/staging/x'");
  const stale = Object.assign(new Error('?'), { code: 'Unknown system error -116', errno: -116 });
  expect(errnoOf(stale)).toBe('ESTALE');
  const other = Object.assign(new Error('?'), { code: 'Unknown system error -9999', errno: -9999 });
  expect([errnoOf(other), messageOf(other)]).toEqual(['Unknown system error -9999', '?']);
});
