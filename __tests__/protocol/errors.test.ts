import { expect, it } from '@jest/globals';
import { errnoOf, GobblerError } from '../../src/protocol/errors.ts';

it('an error of our own has no errno: its code is no failure of the disk', () => {
  expect(errnoOf(new GobblerError('cancelled', 'the job was cancelled'))).toBeUndefined();
  expect(errnoOf(Object.assign(new Error('full'), { code: 'ENOSPC' }))).toBe('ENOSPC');
  expect(errnoOf('ENOSPC')).toBeUndefined();
});
