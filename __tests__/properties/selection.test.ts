import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { selection } from '../../src/verbs/selection.ts';

const NAMES = ['a', 'b', 'a.txt', 'b.txt'];
const files: string[] = [];
let root: string;

/** Every file of up to three levels. */
beforeAll(() => {
  // The toolkit tells all it does, at every look.
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-glob-')));
  for (const folder of ['', 'a/', 'b/', 'a/a/', 'a/b/', 'b/a/']) {
    fs.mkdirSync(path.join(root, folder), { recursive: true });
    for (const name of NAMES.slice(2)) files.push(`${folder}${name}`);
  }
  for (const file of files) fs.writeFileSync(path.join(root, file), '');
});
afterAll(() => {
  jest.restoreAllMocks();
  fs.rmSync(root, { recursive: true, force: true });
});

/** Without those that take a file for a directory, which are refused as what cannot be read. */
const pattern = fc
  .record({
    excludes: fc.boolean(),
    segments: fc.array(fc.constantFrom('*', '**', '*.txt', ...NAMES), { minLength: 1, maxLength: 3 }),
  })
  .filter(({ segments }) => !segments.slice(0, -1).some((segment) => /^[ab]\.txt$/.test(segment)));

type Pattern = typeof pattern extends fc.Arbitrary<infer T> ? T : never;

/** What a pattern says, in the plainest words: a file is meant by its own path, or by that of a directory above it. */
function means({ segments }: Pattern, file: string): boolean {
  const isMeant = (rest: readonly string[], parts: readonly string[]): boolean => {
    const [first, ...others] = rest;
    if (first === undefined) return true; // of what is left of the path, a directory was meant
    if (first === '**' && isMeant(others, parts)) return true;
    const [part, ...below] = parts;
    if (part === undefined) return false;
    if (first === '**') return isMeant(rest, below);
    const isMatch = first === '*' || (first === '*.txt' ? part.endsWith('.txt') : first === part);
    return isMatch && isMeant(others, below);
  };
  return isMeant(segments, file.split('/'));
}

const textOf = ({ excludes, segments }: Pattern): string => `${excludes ? '!' : ''}${segments.join('/')}`;
const options = { includeHidden: true, followLinks: false, signal: new AbortController().signal };

describe('any list of patterns', () => {
  it('selects what the last pattern that means a file says about it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pattern, { minLength: 1, maxLength: 4 }), async (patterns) => {
        const select = await selection(root, patterns.map(textOf), options);
        const startsFromAll = patterns.every(({ excludes }) => excludes);
        for (const file of files) {
          const last = patterns.findLast((one) => means(one, file));
          const expected = last === undefined ? startsFromAll : !last.excludes;
          expect([file, select === undefined || select(file)]).toEqual([file, expected]);
        }
      }),
      { numRuns: 120 },
    );
  });
});
