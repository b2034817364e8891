import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Select, type SymlinkPolicy, selectPaths } from '../../src/client/index.ts';
import { scanSource } from '../../src/client/source/scan-source.ts';
import type { Scan } from '../../src/client/source/source-tree.ts';
import { asOrdinaryUser } from '../helpers/ordinary-user.ts';
import { type Entries, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();

interface Source {
  readonly entries: Entries;
  /** Paths that nobody else may open. */
  readonly closed?: readonly string[];
  readonly prepare?: (directory: string) => void;
  readonly symlinks?: SymlinkPolicy;
  readonly includeHidden?: boolean;
}

let sources = 0;

/** Scans as somebody whom permissions bind, with patterns, or with a function of the path. */
async function scanned(
  { entries, closed = [], prepare, symlinks = 'preserve', includeHidden = true }: Source,
  files: string | ((entry: string) => boolean),
): Promise<Scan> {
  const directory = sandbox().source(entries, `source-${++sources}`);
  prepare?.(directory);
  for (const name of closed) fs.chmodSync(path.join(directory, name), 0);
  const select: Select = typeof files === 'string' ? await selectPaths(files.split('\n')) : files;
  try {
    return await asOrdinaryUser(() => scanSource({ directory, symlinks, includeHidden, select }));
  } finally {
    for (const name of closed) fs.chmodSync(path.join(directory, name), 0o755);
  }
}

/** A scan in short. */
const gist = ({ files, links, directories, findings, leftOut }: Scan) => ({
  entries: [...files, ...links].map((entry) => entry.path),
  directories,
  kinds: findings.map(({ kind }) => kind),
  unselected: leftOut.unselected,
  examples: leftOut.unselectedExamples,
});

const CLOSED: Source = {
  entries: { 'keep/k.txt': 'k', 'keep/more/m.txt': 'm', 'pgdata/base/1': 'p' },
  closed: ['pgdata'],
};

describe('a walk that cannot open a directory', () => {
  it.each([
    '!pgdata/**',
    '!pgdata',
    '!pgdata/',
    '**\n!pg*',
    '!**/pgdata/**',
    'keep/**',
    './keep/**',
    'keep',
    '*/*.txt\n**/*.txt\n!pgdata/**',
  ])('does not need to, with %j', async (files) => {
    expect(gist(await scanned(CLOSED, files))).toEqual({
      entries: ['keep/k.txt', 'keep/more/m.txt'],
      directories: ['keep', 'keep/more'],
      kinds: [],
      unselected: 1,
      examples: ['pgdata'],
    });
  });

  it('publishes it empty, if only its content is excluded', async () => {
    expect(gist(await scanned(CLOSED, '!pgdata/*'))).toEqual({
      entries: ['keep/k.txt', 'keep/more/m.txt'],
      directories: ['keep', 'pgdata', 'keep/more'],
      kinds: [],
      unselected: 1,
      examples: ['pgdata/*'],
    });
  });

  it.each(['**', '!keep', '**/*.txt', '!pgdata/**\npgdata/base/*.log', '!pgdata/*.txt'])(
    'reports it with %j, since something may be selected in it',
    async (files) => {
      const { findings } = await scanned(CLOSED, files);
      expect(findings).toEqual([
        { kind: 'unreadable', facts: { directory: expect.any(String), path: 'pgdata' } },
      ]);
    },
  );

  it('reports it after a function of the path, which may select something in it', async () => {
    const { findings } = await scanned(CLOSED, (entry) => !entry.startsWith('pgdata'));
    expect(findings.map(({ kind }) => kind)).toEqual(['unreadable']);
  });
});

describe('a walk that follows links', () => {
  const cycle: Source = {
    entries: { 'a.txt': 'a', 'sub/up': { link: '..' }, 'sub/b.txt': 'b' },
    symlinks: 'dereference',
  };

  it.each([
    ['!sub/up', ['a.txt', 'sub/b.txt']],
    ['!sub/up/**', ['a.txt', 'sub/b.txt']],
    ['!**/up', ['a.txt', 'sub/b.txt']],
    ['!sub', ['a.txt']],
    ['*.txt', ['a.txt']],
    ['*.txt\nsub/*.txt', ['a.txt', 'sub/b.txt']],
  ])('does not turn in a circle that %j leaves out', async (files, expected) => {
    const { entries, kinds } = gist(await scanned(cycle, files));
    expect({ entries, kinds }).toEqual({ entries: expected, kinds: [] });
  });

  it.each(['**', '**/*.txt', '!a.txt'])('reports a circle that %j may select from', async (files) => {
    expect(gist(await scanned(cycle, files)).kinds).toEqual(['cyclic-link']);
  });

  it('does not walk the target of a link, unless something may be selected there', async () => {
    const { url: _, ...box } = sandbox();
    const big = box.source(
      Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`d${at % 10}/${at}.bin`, ''])),
      'big',
    );
    const source: Source = {
      entries: { 'a.txt': 'a', big: { link: big } },
      symlinks: 'dereference',
    };
    let seen = 0;
    const count = async (files: string): Promise<number> => {
      const select = await selectPaths([files]);
      const directory = path.join(box.workspace, `source-${sources}`);
      const onEvent = (): void => void seen++;
      seen = 0;
      await scanSource({ directory, symlinks: 'dereference', select, onEvent });
      return seen;
    };
    expect(gist(await scanned(source, '*.txt'))).toMatchObject({
      entries: ['a.txt'],
      kinds: [],
      examples: ['big'],
    });
    expect(await count('*.txt')).toBe(1);
    expect(await count('!big')).toBe(1);
    expect(await count('**/*.txt')).toBe(512);
  });

  it.each([
    ['!gone', []],
    ['*.txt', []],
    ['**/*.txt', []],
    ['**', ['dangling-link']],
    ['gone', ['dangling-link']],
    ['gone\n*.txt', ['dangling-link']],
  ])('reports with %j a dangling link only if it is selected', async (files, expected) => {
    for (const link of ['nowhere', 'a.txt/nowhere'])
      expect(
        gist(await scanned({ entries: { 'a.txt': 'a', gone: { link } }, symlinks: 'dereference' }, files))
          .kinds,
      ).toEqual(expected);
  });

  it('reports a link into a directory that cannot be entered only if it may be selected', async () => {
    const shut = sandbox().source({ 'in/x.txt': 'x' }, 'shut');
    fs.chmodSync(shut, 0);
    const source: Source = {
      entries: { 'a.txt': 'a', away: { link: path.join(shut, 'in') } },
      symlinks: 'dereference',
    };
    const kinds = async (files: string) => gist(await scanned(source, files)).kinds;
    expect(await kinds('*.txt')).toEqual([]);
    expect(await kinds('!away')).toEqual([]);
    expect(await kinds('**/*.txt')).toEqual(['unreadable']);
    fs.chmodSync(shut, 0o755);
  });
});

describe('an entry that cannot be published', () => {
  const odd: Source = {
    entries: { 'ok.txt': 'o', '..internal': 'i', '..d/x.txt': 'x', 'secret.key': 's', [`a${'*?[b]'}`]: 'p' },
    prepare: (directory) => {
      execFileSync('mkfifo', [path.join(directory, 'pipe')]);
      fs.symlinkSync('/etc/passwd', path.join(directory, 'out'));
      fs.writeFileSync(Buffer.concat([Buffer.from(`${directory}/bad-`), Buffer.from([0xff])]), '');
    },
  };

  it('is not reported, if no pattern selects it', async () => {
    expect(gist(await scanned(odd, '*.txt'))).toMatchObject({
      entries: ['ok.txt'],
      kinds: [],
      unselected: 7,
    });
  });

  it('is not reported, if it is excluded', async () => {
    const files = '!..*\n!*.key\n!pipe\n!bad-*\n!out';
    expect(gist(await scanned(odd, files))).toEqual({
      entries: ['a*?[b]', 'ok.txt'],
      directories: [],
      kinds: [],
      unselected: 6,
      examples: expect.arrayContaining(['..internal', '..d', 'secret.key', 'pipe', 'out', 'bad-\ufffd']),
    });
  });

  it('is reported by kind, if it is selected', async () => {
    const { kinds } = gist(await scanned(odd, '**'));
    expect([...kinds].sort()).toEqual(['internal-name', 'internal-name', 'not-utf8', 'special-file']);
  });

  it('is a reserved directory that may hold something selected, and no reserved file that is not', async () => {
    const { findings } = await scanned(odd, '**/*.txt');
    expect(findings).toEqual([{ kind: 'internal-name', facts: { path: '..d' } }]);
  });

  it('is excluded by a name that looks like a pattern', async () => {
    const { entries } = gist(await scanned(odd, '!a\\*\\?\\[b\\]\n!..*\n!*.key\n!pipe\n!bad-*\n!out'));
    expect(entries).toEqual(['ok.txt']);
  });
});

describe('an entry that is left out', () => {
  it('is counted as hidden only if it would have been selected', async () => {
    const source: Source = {
      entries: { 'a.txt': 'a', '.env': 'e', '.git/x.txt': 'x', '.b.txt': 'b' },
      includeHidden: false,
    };
    const hidden = async (files: string) => {
      const { leftOut } = await scanned(source, files);
      return [leftOut.hidden, leftOut.unselected, [...leftOut.hiddenExamples].sort()];
    };
    expect(await hidden('**')).toEqual([3, 0, ['.b.txt', '.env', '.git']]);
    expect(await hidden('*.txt')).toEqual([1, 2, ['.b.txt']]);
    expect(await hidden('**/*.txt')).toEqual([2, 1, ['.b.txt', '.git']]);
    expect(await hidden('!.git\n!.env')).toEqual([1, 2, ['.b.txt']]);
  });

  it('is never the metadata of a data format, unless files excludes it', async () => {
    const source: Source = {
      entries: {
        's.zarr/.zgroup': '',
        's.zarr/.zattrs': '',
        's.zarr/.zmetadata': '',
        's.zarr/x/.zarray': '',
        's.zarr/x/0.0': '',
        's.nc/.nczarr': '',
        '.bidsignore': '',
        '.zarray/secret': '',
        '.hidden/.zarray': '',
        '.zarray2': '',
        '..zarray': '',
      },
      includeHidden: false,
    };
    const all = await scanned(source, '**');
    expect(gist(all)).toMatchObject({
      entries: [
        '.bidsignore',
        's.nc/.nczarr',
        's.zarr/.zattrs',
        's.zarr/.zgroup',
        's.zarr/.zmetadata',
        's.zarr/x/.zarray',
        's.zarr/x/0.0',
      ],
      kinds: [],
      unselected: 0,
    });
    expect(all.leftOut.hidden).toBe(4);
    expect([...all.leftOut.hiddenExamples].sort()).toEqual(['..zarray', '.hidden', '.zarray', '.zarray2']);
    const less = gist(await scanned(source, '!**/.z*\n!**/.nc*'));
    expect(less.entries).toEqual(['.bidsignore', 's.zarr/x/0.0']);
  });

  it('is counted in full, with the first few names', async () => {
    const entries = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`x${at}.log`, '']));
    const { leftOut } = await scanned({ entries: { ...entries, 'empty/': { dir: true }, ok: '' } }, 'ok');
    expect(leftOut).toMatchObject({ hidden: 0, unselected: 51 });
    expect(leftOut.unselectedExamples).toHaveLength(20);
  });

  it('includes a directory that is walked, holds nothing and is not selected', async () => {
    const { directories, leftOut } = await scanned(
      { entries: { 'a.txt': 'a', 'empty/in': { dir: true } } },
      '**/*.txt',
    );
    expect(directories).toEqual([]);
    expect(leftOut).toMatchObject({ unselected: 1, unselectedExamples: ['empty/in'] });
  });
});
