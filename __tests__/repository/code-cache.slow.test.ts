import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';

const LOADER = path.resolve(import.meta.dirname, '../../bin/code-cache.cjs');
const root = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-code-'));
const caches = path.join(root, 'caches');
const code = path.join(caches, 'gobbler-action', 'code');

afterAll(() => fs.rmSync(root, { recursive: true }));

beforeEach(() => {
  fs.rmSync(caches, { recursive: true, force: true });
  fs.mkdirSync(caches, { mode: 0o700 });
  bundle('first');
});

/** A bundle of two chunks that prints `word`, which has five letters. */
function bundle(word: string): void {
  fs.writeFileSync(path.join(root, 'index.js'), "module.exports = require('./chunk.js')();");
  fs.writeFileSync(
    path.join(root, 'chunk.js'),
    `module.exports = () => require('node:fs').writeSync(1, '${word}');`,
  );
}

/** Loads the bundle in a process of its own, which `shell` starts. */
function run({
  command = 'cli list',
  env = {},
  after = '',
  shell = 'exec "$@"',
  words = [],
}: {
  command?: string;
  env?: Record<string, string>;
  after?: string;
  shell?: string;
  words?: readonly string[];
} = {}): string {
  const script = `require(process.argv[1])(process.argv[2], process.argv[3]);${after}`;
  const { stdout, stderr } = spawnSync(
    'sh',
    [
      '-c',
      shell,
      'sh',
      process.execPath,
      '-e',
      script,
      LOADER,
      path.join(root, 'index.js'),
      command,
      ...words,
    ],
    { encoding: 'utf8', env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: caches, ...env } },
  );
  expect(stderr).toBe('');
  return stdout;
}

const saved = (chunk: string): string[] =>
  (fs.existsSync(code) ? fs.readdirSync(code) : []).filter((name) => name.startsWith(`${chunk}-`));

/** Has the bundle print `other`, with code in the cache that prints `first`. */
function plantFirst(): string {
  fs.rmSync(code, { recursive: true, force: true });
  bundle('first');
  run();
  const [first = ''] = saved('chunk');
  bundle('other');
  run();
  const [planted = ''] = saved('chunk').filter((name) => name !== first);
  fs.unlinkSync(path.join(code, planted));
  fs.copyFileSync(path.join(code, first), path.join(code, planted));
  // V8 trusts code from a source of the same length, which shows that it is used.
  expect(run()).toBe('first');
  return path.join(code, planted);
}

const digest = (content: Buffer): Buffer => createHash('sha256').update(content).digest();

describe('compiled code', () => {
  it('is saved by a run, and used by the next one', () => {
    expect(run()).toBe('first');
    expect([saved('index'), saved('chunk')]).toEqual([[expect.any(String)], [expect.any(String)]]);
    plantFirst();
  });

  it('belongs to one source and one command', () => {
    run();
    run();
    expect(saved('chunk')).toHaveLength(1);
    run({ command: 'cli fetch' });
    expect(saved('chunk')).toHaveLength(2);
    bundle('other');
    expect(run()).toBe('other');
    expect(saved('chunk')).toHaveLength(3);
    // An argument in the place of a command is none.
    run({ command: 'cli http://a.example/1' });
    run({ command: 'cli http://a.example/2' });
    expect(saved('chunk')).toHaveLength(4);
  });

  it.each([
    ['cut off', (content: Buffer) => content.subarray(0, content.length - 100)],
    ['with a zeroed block', (content: Buffer) => Buffer.from(content).fill(0, 200, 400)],
    ['empty', () => Buffer.alloc(0)],
    ['of another version of V8', (content: Buffer) => other(content)],
  ])('%s is compiled again, and replaced', (_, damage) => {
    const file = plantFirst();
    const damaged = damage(fs.readFileSync(file));
    fs.unlinkSync(file);
    fs.writeFileSync(file, damaged, { mode: 0o400 });
    expect(run()).toBe('other');
    expect(run()).toBe('other');
    const content = fs.readFileSync(file);
    expect(content.subarray(0, 32)).toEqual(digest(content.subarray(32)));
  });

  /** V8 begins its data with a magic number. */
  function other(content: Buffer): Buffer {
    const changed = Buffer.from(content.subarray(32));
    changed[0] = (changed[0] ?? 0) ^ 1;
    return Buffer.concat([digest(changed), changed]);
  }

  it('is not used if others can write to it, or if it is a symlink', () => {
    const file = plantFirst();
    fs.chmodSync(file, 0o666);
    expect(run()).toBe('other');
    expect(fs.statSync(file).mode & 0o777).toBe(0o400);
    const aside = path.join(root, 'aside');
    fs.renameSync(plantFirst(), aside);
    fs.symlinkSync(aside, file);
    expect(run()).toBe('other');
    expect(fs.lstatSync(file).isSymbolicLink()).toBe(false);
  });

  it.each([caches, path.dirname(code), code])(
    'is neither used nor saved if others can write to %s',
    (directory) => {
      plantFirst();
      fs.chmodSync(directory, 0o777);
      const before = fs.readdirSync(code);
      expect(run()).toBe('other');
      run({ command: 'cli fetch' });
      expect(fs.readdirSync(code)).toEqual(before);
    },
  );

  it.each(['0777', '0775'])(
    'is neither used nor saved if others can write above it, with mode %s',
    (mode) => {
      const home = path.join(root, `home-${mode}`);
      const place = path.join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache');
      fs.mkdirSync(path.dirname(place), { recursive: true, mode: 0o755 });
      fs.mkdirSync(place);
      fs.chmodSync(place, Number.parseInt(mode, 8));
      expect(run({ env: { NODE_COMPILE_CACHE: '', HOME: home } })).toBe('first');
      expect(fs.readdirSync(place)).toEqual([]);
      fs.chmodSync(place, 0o700);
      run({ env: { NODE_COMPILE_CACHE: '', HOME: home } });
      expect(fs.readdirSync(path.join(place, 'gobbler-action', 'code'))).toHaveLength(2);
    },
  );

  it('is kept where ~/.cache leads', () => {
    const [home, scratch] = ['home-here', 'scratch'].map((name) => path.join(root, name)) as [string, string];
    const place = path.join(home, process.platform === 'darwin' ? 'Library/Caches' : '.cache');
    for (const directory of [path.dirname(place), scratch])
      fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    fs.symlinkSync(scratch, place);
    run({ env: { NODE_COMPILE_CACHE: '', HOME: home } });
    expect(fs.readdirSync(path.join(scratch, 'gobbler-action', 'code'))).toHaveLength(2);
  });

  it.each([0o600, 0o644, 0o444, 0o755])(
    'is not used from a file that a checkout can have made: mode %o',
    (mode) => {
      const file = plantFirst();
      fs.chmodSync(file, mode);
      expect(run()).toBe('other');
      expect(fs.statSync(file).mode & 0o777).toBe(0o400);
    },
  );

  it('leaves nothing behind if it cannot be saved', () => {
    run();
    const before = fs.readdirSync(code);
    for (const name of before) {
      fs.unlinkSync(path.join(code, name));
      fs.mkdirSync(path.join(code, name, 'taken'), { recursive: true });
    }
    expect(run()).toBe('first');
    expect(fs.readdirSync(code)).toEqual(before);
  });

  it('leaves nothing behind if a file cannot be written', () => {
    expect(run({ shell: 'ulimit -f 0; exec "$@"' })).toBe('first');
    expect(fs.readdirSync(code)).toEqual([]);
  });

  it('is neither used nor saved if Node has no compile cache', () => {
    plantFirst();
    expect(run({ env: { NODE_DISABLE_COMPILE_CACHE: '1' } })).toBe('other');
  });

  describe('of a run that failed', () => {
    const fails = 'process.exitCode = 5';
    const bytesOf = (name: string): number => fs.statSync(path.join(code, name)).size;
    const inodeOf = (name: string): number => fs.statSync(path.join(code, name)).ino;

    it('is used by the next one', () => {
      run({ after: fails });
      const [partial = ''] = saved('chunk');
      expect(saved('chunk')).toEqual([expect.stringMatching(/-partial$/)]);
      const inode = inodeOf(partial);
      run({ after: fails });
      expect(inodeOf(partial)).toBe(inode);
      // The same length, so V8 takes the code of the first for it.
      bundle('other');
      run({ after: fails });
      const [planted = ''] = saved('chunk').filter((name) => name !== partial);
      fs.unlinkSync(path.join(code, planted));
      fs.copyFileSync(path.join(code, partial), path.join(code, planted));
      expect(run({ after: fails })).toBe('first');
      fs.chmodSync(path.join(code, planted), 0o644);
      expect(run({ after: fails })).toBe('other');
    });

    it('is replaced by that of one that got further, and of a complete one', () => {
      const index = path.join(root, 'index.js');
      fs.writeFileSync(
        index,
        "module.exports = process.env.STOP ? 1 : (() => { const f = () => require('./chunk.js')(); return f(); })();",
      );
      run({ env: { STOP: '1' }, after: fails });
      const [early = ''] = saved('index');
      const before = bytesOf(early);
      expect(saved('chunk')).toEqual([]);
      run({ after: fails });
      expect(saved('index')).toEqual([early]);
      expect(bytesOf(early)).toBeGreaterThan(before);
      const inode = inodeOf(early);
      run({ env: { STOP: '1' }, after: fails });
      expect(inodeOf(early)).toBe(inode);
      run();
      expect([...saved('index'), ...saved('chunk')]).toEqual([
        early.replace('-partial', ''),
        expect.not.stringContaining('partial'),
      ]);
      run({ after: fails });
      expect([...saved('index'), ...saved('chunk')]).toHaveLength(2);
    });

    it('counts as that of one that showed help', () => {
      run({ after: 'void 0', words: ['--help'] });
      expect(saved('index')).toEqual([expect.stringMatching(/-partial$/)]);
    });

    it('is not saved beside that of a complete one which V8 rejects, as with other flags', () => {
      run();
      run({ after: fails, env: { NODE_OPTIONS: '--max-old-space-size=2000' } });
      expect(saved('chunk')).toEqual([expect.not.stringContaining('partial')]);
    });
  });

  it('is kept in the cache directory of the user, or of the runner', () => {
    const none = { NODE_COMPILE_CACHE: '' };
    const [home, tools] = ['home', 'tools'].map((name) => path.join(root, name)) as [string, string];
    for (const directory of [home, tools]) fs.mkdirSync(directory, { mode: 0o700 });
    run({ env: { ...none, HOME: home } });
    run({ env: { ...none, HOME: home, XDG_CACHE_HOME: caches } });
    run({ env: { ...none, HOME: home, RUNNER_TOOL_CACHE: tools } });
    const places = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
    expect(
      [path.join(home, places), caches, tools].map(
        (at) => fs.readdirSync(`${at}/gobbler-action/code`).length,
      ),
    ).toEqual([2, 2, 2]);
  });

  const monthAgo = Date.now() / 1000 - 31 * 24 * 60 * 60;
  const oldFile = (name: string, mode = 0o400): string => {
    const file = path.join(code, name);
    fs.writeFileSync(file, '', { mode });
    fs.utimesSync(file, monthAgo, monthAgo);
    return file;
  };

  it('of old versions is removed', () => {
    run();
    const old = oldFile(`chunk-${'0'.repeat(24)}`);
    run();
    expect(fs.existsSync(old)).toBe(true); // nothing new was saved
    bundle('other');
    run();
    expect(fs.existsSync(old)).toBe(false);
  });

  it('is all that is removed, although the directory may be a symlink to another one', () => {
    const precious = path.join(root, 'precious');
    fs.mkdirSync(precious, { mode: 0o700 });
    fs.mkdirSync(path.dirname(code), { mode: 0o700 });
    fs.symlinkSync(precious, code);
    const kept = [oldFile('id_rsa'), oldFile('notes', 0o600), oldFile(`chunk-${'0'.repeat(24)}`, 0o600)];
    run();
    expect(fs.readdirSync(precious).length).toBeGreaterThan(kept.length);
    expect(kept.filter((file) => !fs.existsSync(file))).toEqual([]);
    fs.rmSync(precious, { recursive: true });
  });

  it('has a limit on its number of files', () => {
    run();
    for (let count = 0; count < 250; count++) {
      fs.writeFileSync(path.join(code, `chunk-${String(count).padStart(24, '0')}`), '', { mode: 0o400 });
    }
    bundle('other');
    expect(run()).toBe('other');
    expect(fs.readdirSync(code)).toHaveLength(200);
  });

  it.each([
    ['a FIFO', (file: string) => execFileSync('mkfifo', ['-m', '400', file])],
    [
      'too large',
      (file: string) => {
        fs.writeFileSync(file, '', { mode: 0o400 });
        fs.chmodSync(file, 0o600);
        fs.truncateSync(file, 2 ** 40);
        fs.chmodSync(file, 0o400);
      },
    ],
  ])('that is %s is compiled again', (_, replace) => {
    run();
    const [name = ''] = saved('chunk');
    fs.rmSync(path.join(code, name));
    replace(path.join(code, name));
    expect(run()).toBe('first');
    expect(fs.statSync(path.join(code, name)).isFile()).toBe(true);
  });
});
