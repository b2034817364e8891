import { expect } from '@jest/globals';
import { GobblerError } from '../../src/errors/index.ts';

/** The error a promise is rejected with; fails if it is fulfilled, or rejected with anything but a `GobblerError`. */
export async function failureOf(promise: Promise<unknown>): Promise<GobblerError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof GobblerError) {
      expect(JSON.parse(JSON.stringify(error.facts))).toEqual(error.facts);
      return error;
    }
    throw error;
  }
  throw new Error('it should have failed');
}
