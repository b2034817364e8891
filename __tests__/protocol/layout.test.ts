import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isInside, relativeInside } from '../../src/protocol/layout.ts';

describe('paths inside a directory', () => {
  it.each([
    ['/data/files', '/data/files', true],
    ['/data/files', '/data/files/a', true],
    ['/data/files', '/data/files/..a', true],
    ['/data/files', '/data/files-old', false],
    ['/data/files', '/data', false],
    ['/data/files', '/data/files/../other', false],
    ['/', '/anything', true],
  ])('%s contains %s: %s', (root, candidate, expected) => expect(isInside(root, candidate)).toBe(expected));

  it('gives a path that leads back to the candidate, and never climbs', () => {
    const segment = fc.constantFrom('a', 'b', '..', '...', '..c', '.', 'd e');
    fc.assert(
      fc.property(fc.array(segment), fc.array(segment), (root, rest) => {
        const base = `/${root.join('/')}`;
        const found = relativeInside(base, `${base}/${rest.join('/')}`);
        if (found !== undefined) expect(found.split('/')).not.toContain('..');
      }),
    );
  });
});
