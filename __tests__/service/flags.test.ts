import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FlagError, parseFlags } from '../../src/service/flags.ts';

const REQUIRED = ['-registry', 'R', '-staging', 'S'];

let directory = '';
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-flags-'));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

function fileOf(content: string): string {
  const file = path.join(directory, 'lines');
  fs.writeFileSync(file, content);
  return file;
}

function exitCodeOf(argv: readonly string[]): number {
  try {
    parseFlags(argv);
  } catch (error) {
    if (error instanceof FlagError) return error.exitCode;
    throw error;
  }
  throw new Error('the flags should have been refused');
}

describe('the command line', () => {
  it('has defaults for all but the two directories', () => {
    expect(parseFlags(REQUIRED)).toEqual({
      help: false,
      demo: false,
      registry: 'R',
      staging: 'S',
      admins: [],
      port: 8080,
      host: undefined,
      prefix: '',
      whitelist: [],
      spoof: new Map(),
      probationDays: -1,
      concurrency: 100,
    });
  });

  it('makes up the directories of a demo, whose administrator is this user', () => {
    const me = os.userInfo().username;
    expect(parseFlags(['--demo'])).toMatchObject({
      demo: true,
      registry: '',
      staging: '',
      admins: [me],
      port: 0,
    });
    expect(parseFlags(['-demo', '-port', '1', '-admin', 'a'])).toMatchObject({ admins: ['a'], port: 1 });
    expect(exitCodeOf(['-demo', '-registry', 'R'])).toBe(1);
    expect(exitCodeOf(['-demo', '-staging', 'S'])).toBe(1);
  });

  it('takes every form of a flag, and the last of repeated ones', () => {
    const argv = [
      '--registry=R',
      '-staging=S',
      '--admin',
      'a, b',
      '-port=1',
      '-port',
      '0x10',
      '-probation',
      '-7',
    ];
    expect(parseFlags(argv)).toMatchObject({
      registry: 'R',
      staging: 'S',
      admins: ['a', ' b'],
      port: 16,
      probationDays: -7,
    });
  });

  it('ends at the first word that is no flag', () => {
    expect(parseFlags([...REQUIRED, 'word', '-frobnicate'])).toMatchObject({ registry: 'R' });
    expect(parseFlags([...REQUIRED, '--', '-frobnicate'])).toMatchObject({ registry: 'R' });
  });

  it.each([['-help'], ['--help'], ['-h']])('needs nothing else if it asks for help with %s', (flag) => {
    expect(parseFlags([flag]).help).toBe(true);
  });

  it.each([[[]], [['-registry', 'R']], [['-staging', 'S', '-registry=']]])(
    'is refused without %j',
    (argv) => {
      expect(exitCodeOf(argv)).toBe(1);
    },
  );

  it.each([
    ['-frobnicate', 'x'],
    ['---port', '1'],
    ['-=1'],
    ['-port'],
    ['-port', 'x'],
    ['-port', '65536'],
    ['-port', ''],
    ['-concurrency', 'many'],
    ['-concurrency', '-1'],
    ['-probation', '1.5'],
    ['-prefix', '/api'],
    ['-prefix', 'api/'],
    ['-prefix', 'a//b'],
    ['-prefix', '..'],
  ])('is refused as one that makes no sense: %s %s', (...flags) => {
    expect(exitCodeOf([...REQUIRED, ...flags])).toBe(2);
  });

  it('reads the whitelist, a directory a line', () => {
    expect(parseFlags([...REQUIRED, '-whitelist', fileOf('/a\r\n/b/../c')]).whitelist).toEqual([
      '/a',
      '/b/../c',
    ]);
    expect(parseFlags([...REQUIRED, '-whitelist', fileOf('')]).whitelist).toEqual([]);
  });

  it('reads who may act for whom; the last line with names counts', () => {
    const file = fileOf('a:x,y\nb:*,-root\na:\nb:z\nc: x,');
    expect(parseFlags([...REQUIRED, '-spoof', file]).spoof).toEqual(
      new Map([
        ['a', ['x', 'y']],
        ['b', ['z']],
        ['c', [' x', '']],
      ]),
    );
  });

  it.each([
    ['-whitelist', 'relative\n'],
    ['-whitelist', '/a\n\n/b\n'],
    ['-whitelist', '\n'],
    ['-spoof', 'a\n'],
    ['-spoof', 'a:b:c\n'],
    ['-spoof', 'a:b\n\n'],
  ])('is refused because of the %s file: %j', (flag, content) => {
    expect(exitCodeOf([...REQUIRED, flag, fileOf(content)])).toBe(1);
  });

  it('is refused if a file cannot be read', () => {
    expect(exitCodeOf([...REQUIRED, '-spoof', path.join(directory, 'nowhere')])).toBe(1);
  });
});
