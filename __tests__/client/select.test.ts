import { describe, expect, it } from '@jest/globals';
import { type Manifest, selectedKeys, selectPaths } from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';

describe('a selection by patterns', () => {
  it.each<[patterns: string[], directory: string]>([
    [['!pgdata/**'], 'pgdata'],
    [['!pgdata'], 'pgdata'],
    [['!pgdata/'], 'pgdata'],
    [['!pgdata/*'], 'pgdata'],
    [['!pgdata/**/*'], 'pgdata'],
    [['!pgdata/*/**'], 'pgdata'],
    [['!pg*'], 'pgdata'],
    [['!*/'], 'pgdata'],
    [['!**/pgdata/**'], 'deep/in/pgdata'],
    [['!**/pgdata'], 'deep/in/pgdata/base/1'],
    [['!pgdata/*/*'], 'pgdata/base'],
    [['**', '!pgdata/**', 'pgdata/keep/**'], 'pgdata/base'],
    [['pgdata/**', '!pgdata/**'], 'pgdata'],
    [['!*'], ''],
    [['keep/**'], 'pgdata'],
    [['keep/**', '!keep/**', 'keep/a/*.txt'], 'keep/b'],
    [['*.txt'], 'big'],
    [['*/*.txt'], 'big/deep'],
    [['a/**/b.txt'], 'b'],
    [['[!p]*/**'], 'pgdata'],
    [['./keep/**'], 'pgdata'],
    [['# all', '', 'keep'], 'pgdata'],
    [['!!keep'], 'pgdata'],
  ])('%j lets %j be skipped', async (patterns, directory) => {
    expect((await selectPaths(patterns)).maySelectBelow(directory)).toBe(false);
  });

  it.each<[patterns: string[], directory: string]>([
    [[], 'any/thing'],
    [['**'], 'any/thing'],
    [['!pgdata/**'], 'keep'],
    [['!pgdata/**'], ''],
    [['!pgdata/*/*'], 'pgdata'],
    [['!pgdata/*/'], 'pgdata'],
    [['!pgdata/*.txt'], 'pgdata'],
    [['!pgdata/**/x'], 'pgdata'],
    [['**', '!pgdata/**', 'pgdata/keep/**'], 'pgdata'],
    [['**', '!pgdata/**', '**/*.txt'], 'pgdata/base'],
    [['!**', '*.txt'], ''],
    [['!**', 'a/*.txt'], 'a'],
    [['**/*.txt'], 'big'],
    [['!\\[x\\]'], '[y]'],
    [['!a /*', 'a/**'], 'a'],
    [['keep'], 'keep/a/b'],
    [['keep/'], 'keep/a/b'],
  ])('%j does not let %j be skipped', async (patterns, directory) => {
    expect((await selectPaths(patterns)).maySelectBelow(directory)).toBe(true);
  });

  it('selects everything without patterns, with only comments and blank lines, and with `**`', async () => {
    for (const patterns of [[], [''], ['# none'], ['**', '**']]) {
      const { selects } = await selectPaths(patterns);
      expect([selects('a', 'file'), selects('.b/c', 'directory')]).toEqual([true, true]);
    }
  });

  it.each([
    '/etc/*',
    '../*',
    'a/../b',
    './..',
    '.',
    './',
    'a/./b',
    '~',
    '~/x',
    '!',
    '!!',
    '!/etc',
    '[.][.]/x',
    'a/\\.\\.',
  ])('is refused for %j', async (pattern) => {
    expect(await failureOf(selectPaths(['**', pattern]))).toMatchObject({
      code: 'invalid-input',
      input: 'files',
    });
  });

  it('is refused for a pattern that is too long, without repeating all of it', async () => {
    const error = await failureOf(selectPaths(['x'.repeat(100_000)]));
    expect(error).toMatchObject({ code: 'invalid-input', input: 'files' });
    expect(error.message.length).toBeLessThan(1000);
  });
});

describe('the keys of a manifest', () => {
  const entry = (md5sum: string) => ({ size: 1, md5sum });

  it('are selected as files, and empty directories as such', async () => {
    const manifest: Manifest = new Map([
      ['d/empty', entry('')],
      ['d/file', entry('5')],
      ['e', entry('5')],
    ]);
    expect(selectedKeys(manifest, await selectPaths(['*/']))).toEqual(['d/empty', 'd/file']);
    expect(selectedKeys(manifest, await selectPaths(['e/', '**/e*/']))).toEqual(['d/empty']);
    expect(selectedKeys(manifest, (key) => key === 'e')).toEqual(['e']);
    expect(selectedKeys(manifest, undefined)).toEqual(['d/empty', 'd/file', 'e']);
  });

  it('are selected in less than half a second, if there are 20,000', async () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `run-${at % 200}/part-${at % 7}/file-${at}.csv`);
    const manifest: Manifest = new Map(keys.map((key) => [key, entry('5')]));
    const spentMs: number[] = [];
    // The best of three, since other work on the machine makes it slower, and nothing makes it faster.
    for (const _ of [1, 2, 3]) {
      const begun = performance.now();
      const selection = await selectPaths(['**', '!**/part-3/**', 'run-1*/**/*9.csv', '!run-2']);
      expect(selectedKeys(manifest, selection).length).toBeGreaterThan(15_000);
      spentMs.push(performance.now() - begun);
    }
    expect(Math.min(...spentMs)).toBeLessThan(500);
  });
});
