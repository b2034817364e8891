import { describe, expect, it } from '@jest/globals';
import { nameProblem, requireNames, requireVersion, type VersionRef } from '../../src/protocol/names.ts';

describe('names of projects, assets and versions', () => {
  it.each([
    'a',
    '1',
    '.hidden',
    'a b',
    'ünïcode',
    '10',
    '__proto__',
    'a..b',
    '-x',
    'a:b*?|',
    'x'.repeat(255),
  ])('accepts %j', (name) => expect(nameProblem(name)).toBeUndefined());

  it.each([
    ['', 'empty'],
    ['.', 'directory itself'],
    ['..', "'..'"],
    ['..x', "'..'"],
    ['a/b', "'/'"],
    ['a\\b', "'\\'"],
    ['a\0b', 'NUL'],
    ['\ud800', 'Unicode'],
    ['ü'.repeat(128), '255 bytes'],
  ])('refuses %j', (name, why) => expect(nameProblem(name)).toContain(why));

  it('refuses a version without all of its names, which must never mean the level above', () => {
    for (const missing of ['project', 'asset', 'version']) {
      const ref = { project: 'p', asset: 'a', version: 'v', [missing]: undefined } as unknown as VersionRef;
      expect(() => requireVersion(ref)).toThrow(
        expect.objectContaining({ code: 'invalid-name', facts: expect.objectContaining({ kind: missing }) }),
      );
    }
  });

  it.each([[7], [10n], [null], [['v']], [Symbol('v')]])(
    'refuses %p, with facts that JSON can hold',
    (value) => {
      const ref = { project: 'p', asset: 'a', version: value } as unknown as VersionRef;
      const facts = { kind: 'version', found: expect.stringContaining('should be text') };
      expect(() => requireVersion(ref)).toThrow(expect.objectContaining({ code: 'invalid-name', facts }));
    },
  );

  it('says which of the three names is wrong', () => {
    const attempt = () => requireNames({ project: 'p', asset: 'a/b', version: 'v' });
    const facts = expect.objectContaining({ kind: 'asset', name: 'a/b' });
    expect(attempt).toThrow(expect.objectContaining({ code: 'invalid-name', facts }));
  });
});
