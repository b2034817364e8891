import { describe, expect, it } from '@jest/globals';
import { differenceOf, largestChanges, type Manifest } from '../../src/client/index.ts';

/** A manifest of files by path: size and a letter for the MD5 sum; an empty letter is an empty directory. */
const manifestOf = (files: Record<string, readonly [size: number, sum: string]>): Manifest =>
  new Map(Object.entries(files).map(([path, [size, letter]]) => [path, { size, md5sum: letter.repeat(32) }]));

describe('the difference of two versions', () => {
  it('has the changes by kind with sizes, both totals, and the new and the unchanged bytes', () => {
    const before = manifestOf({ same: [100, 'a'], grown: [10, 'b'], gone: [7, 'c'], dir: [0, ''] });
    const after = manifestOf({
      same: [100, 'a'],
      grown: [30, 'd'],
      z: [5, 'e'],
      a: [4, 'f'],
      other: [0, ''],
    });
    expect(differenceOf(before, after)).toEqual({
      added: [
        { path: 'a', beforeBytes: undefined, afterBytes: 4 },
        { path: 'other', beforeBytes: undefined, afterBytes: 0 },
        { path: 'z', beforeBytes: undefined, afterBytes: 5 },
      ],
      changed: [{ path: 'grown', beforeBytes: 10, afterBytes: 30 }],
      removed: [
        { path: 'dir', beforeBytes: 0, afterBytes: undefined },
        { path: 'gone', beforeBytes: 7, afterBytes: undefined },
      ],
      before: { files: 3, bytes: 117 },
      after: { files: 4, bytes: 139 },
      newBytes: 39,
      unchangedBytes: 100,
    });
  });

  it('counts content as unchanged under another name, but not for its MD5 alone', () => {
    const before = manifestOf({ old: [50, 'a'], x: [1, 'b'] });
    const after = manifestOf({ moved: [50, 'a'], copied: [50, 'a'], x: [2, 'b'] });
    const { newBytes, unchangedBytes, added, removed } = differenceOf(before, after);
    expect({ newBytes, unchangedBytes }).toEqual({ newBytes: 2, unchangedBytes: 100 });
    expect([added, removed].map((changes) => changes.map(({ path }) => path))).toEqual([
      ['copied', 'moved'],
      ['old'],
    ]);
  });

  it('is empty for the same content, wherever its links lead', () => {
    const one: Manifest = new Map([['x', { size: 1, md5sum: 'a' }]]);
    const link = { project: 'p', asset: 'a', version: 'v', path: 'x' };
    const linked: Manifest = new Map([['x', { size: 1, md5sum: 'a', link }]]);
    expect(differenceOf(one, linked)).toMatchObject({ added: [], changed: [], removed: [], newBytes: 0 });
  });

  it('has its largest changes first: by the larger size of a file, then by path', () => {
    const before = manifestOf({ shrunk: [90, 'a'], gone: [80, 'b'], tie2: [5, 'c'], tie1: [5, 'c'] });
    const after = manifestOf({ shrunk: [1, 'd'], fresh: [85, 'e'] });
    const difference = differenceOf(before, after);
    const names = (most?: number) =>
      largestChanges(difference, most).map(({ kind, path }) => `${kind} ${path}`);
    expect(names()).toEqual([
      'changed shrunk',
      'added fresh',
      'removed gone',
      'removed tie1',
      'removed tie2',
    ]);
    expect(names(2)).toEqual(['changed shrunk', 'added fresh']);
    expect(names(0)).toEqual([]);
  });

  it('has the same largest changes however many there are', () => {
    const files = Array.from({ length: 5000 }, (_, at) => [`f${at}`, [(at * 7919) % 5003, 'a']] as const);
    const difference = differenceOf(new Map(), manifestOf(Object.fromEntries(files)));
    expect(largestChanges(difference, 20)).toEqual(largestChanges(difference).slice(0, 20));
  });
});
