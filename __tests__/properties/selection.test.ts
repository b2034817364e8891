import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { create } from '@actions/glob';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { type EntryKind, selectPaths } from '../../src/client/select/select.ts';
import { fill } from '../helpers/sandbox.ts';

const FILES = ['a.txt', 'b.txt', '.h.txt', '[x]', 'a b', 'é', '#c', '!d', '..e', '\\'];
const FOLDERS = ['', 'a', 'b', 'a/a', 'a/b', 'b/.h', 'b/.h/a', 'a/[y]', 'a b ', 'b/a/a'];
/** Relative paths of all there is, and whether it is a directory once links are followed, and before. */
const entries = new Map<string, { followed: EntryKind; own: EntryKind }>();
let root: string;

beforeAll(() => {
  // The toolkit tells all it does, at every look.
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true);
  const temporary = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-glob-')));
  root = path.join(temporary, 'tree');
  for (const folder of FOLDERS) {
    const names = folder === 'b/a/a' ? [] : FILES;
    fill(path.join(root, folder), Object.fromEntries(names.map((name) => [name, ''])));
  }
  fill(path.join(temporary, 'outside'), { 'a.txt': '', 'a/b.txt': '' });
  fill(path.join(root, 'a'), { to: { link: '../../outside' }, 'to.txt': { link: 'a.txt' } });
  const visit = (folder: string): void => {
    for (const name of fs.readdirSync(path.join(root, folder))) {
      const entry = path.posix.join(folder, name);
      const isDirectory = fs.statSync(path.join(root, entry)).isDirectory();
      const isOwn = fs.lstatSync(path.join(root, entry)).isDirectory();
      const [followed, own] = [isDirectory, isOwn].map((is): EntryKind => (is ? 'directory' : 'file'));
      entries.set(entry, { followed: followed ?? 'file', own: own ?? 'file' });
      if (isDirectory) visit(entry);
    }
  };
  visit('');
});
afterAll(() => {
  jest.restoreAllMocks();
  fs.rmSync(path.dirname(root), { recursive: true, force: true });
});

const WILD = [
  '*',
  '**',
  '*.txt',
  '?',
  '?.txt',
  '[ab]',
  '[!a]*',
  '[a-c].t?t',
  '.*',
  '***',
  '*.*',
  'to*',
  '[.]*',
];
const LITERAL = [
  'a',
  'b',
  'a.txt',
  '.h',
  'a b',
  'é',
  '\\[x\\]',
  '[[]x]',
  '\\a',
  '[a]',
  '..e',
  'to',
  '{a,b}',
  '\\\\',
];

const pattern = fc
  .record({
    negation: fc.constantFrom('', '', '!', '! ', '!!', '!!!'),
    start: fc.constantFrom('', '', '', './', '././/'),
    segments: fc.array(fc.constantFrom(...WILD, ...WILD, ...LITERAL), { minLength: 1, maxLength: 4 }),
    separator: fc.constantFrom('/', '/', '//'),
    end: fc.constantFrom('', '', '/', '  '),
  })
  .map(
    ({ negation, start, segments, separator, end }) => `${negation}${start}${segments.join(separator)}${end}`,
  );

const patterns = fc.array(
  fc.oneof({ weight: 9, arbitrary: pattern }, fc.constantFrom('', '  ', '# a', '#a/**')),
  {
    maxLength: 5,
  },
);

/** The same patterns for the package itself, which takes them from the root of the disk. */
function rooted(lines: readonly string[]): string {
  const meant = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const excludesOnly = meant.every((line) => (/^(!\s*)*/.exec(line)?.[0].match(/!/g)?.length ?? 0) % 2 === 1);
  return [...(excludesOnly ? ['**'] : []), ...meant]
    .map((line) => line.replace(/^((?:!\s*)*)(?:\.\/+)*/, `$1${root}/`))
    .join('\n');
}

/**
 * The paths that the package finds, or nothing where it cannot be compared: it starts at the literal part of a pattern,
 * which it takes through a link even if links are not followed, and fails if that part goes on below a file.
 */
async function globbed(
  lines: readonly string[],
  followSymbolicLinks: boolean,
): Promise<Set<string> | undefined> {
  const globber = await create(rooted(lines), { followSymbolicLinks });
  const startsBelowLink = globber
    .getSearchPaths()
    .some((start) => start.startsWith(path.join(root, 'a/to') + path.sep));
  if (startsBelowLink && !followSymbolicLinks) return undefined;
  try {
    return new Set((await globber.glob()).map((item) => path.relative(root, item)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Everything there is when links are followed, or when they are not. */
const reached = (followed: boolean): [string, EntryKind][] =>
  [...entries]
    .filter(([entry]) => followed || !entry.startsWith('a/to/'))
    .map(([entry, kind]) => [entry, followed ? kind.followed : kind.own]);

describe('any list of patterns', () => {
  it.each([true, false])(
    'selects the files that glob() finds on a disk, with links followed: %s',
    async (followed) => {
      let compared = 0;
      await fc.assert(
        fc.asyncProperty(patterns, async (lines) => {
          const found = await globbed(lines, followed);
          fc.pre(found !== undefined);
          const { selects } = await selectPaths(lines);
          const selected = reached(followed).filter(([entry, kind]) => selects(entry, kind));
          expect(selected.map(([entry]) => entry).sort()).toEqual(
            [...found].filter((entry) => entry !== '').sort(),
          );
          compared += found.size;
        }),
        { numRuns: 80 },
      );
      expect(compared).toBeGreaterThan(200);
    },
  );

  it('never skips a directory that something is selected in', async () => {
    await fc.assert(
      fc.asyncProperty(patterns, async (lines) => {
        const { selects, maySelectBelow } = await selectPaths(lines);
        const skipped: [entry: string, above: string][] = [];
        for (const [entry, kind] of reached(true)) {
          if (!selects(entry, kind)) continue;
          for (let above = entry; above !== ''; ) {
            above = path.dirname(above).replace(/^\.$/, '');
            if (!maySelectBelow(above)) skipped.push([entry, above]);
          }
        }
        expect({ lines, skipped }).toEqual({ lines, skipped: [] });
      }),
      { numRuns: 200 },
    );
  });
});
