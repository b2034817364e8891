import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { formatSums, readSums } from '../../src/commands/versions/sha256sum.ts';
import { failureOf } from '../helpers/failure.ts';

let root = '';
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'sums-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const A = hash('sha256', 'a');
const B = hash('sha256', 'b');
const read = (text: string | Buffer) => {
  const file = path.join(root, 'SUMS');
  fs.writeFileSync(file, text);
  return readSums(file);
};

const NAMES = [
  'x',
  'a b',
  ' lead',
  'trail ',
  'two  spaces',
  '*star',
  'back\\slash',
  'a\nb',
  '\\n',
  'Ünï',
  '#x',
];

describe('a file of sha256 sums', () => {
  it('is written as sha256sum writes it, and read as it is meant', async () => {
    for (const name of NAMES) fs.writeFileSync(path.join(root, name), name);
    const theirs = execFileSync('sha256sum', ['--', ...NAMES], { cwd: root, encoding: 'utf8' });
    const sums = new Map(NAMES.map((name) => [name, hash('sha256', name)]));
    expect(formatSums(sums)).toBe(theirs);
    expect(await read(theirs)).toEqual(sums);
    const binary = execFileSync('sha256sum', ['--binary', '--', ...NAMES.map((name) => `./${name}`)], {
      cwd: root,
    });
    expect(await read(binary)).toEqual(sums);
  });

  it('reads back every name that is written, a carriage return included', async () => {
    const sums = new Map([...NAMES, 'a\rb', 'end\r', 'a\r\nb\\'].map((name) => [name, hash('sha256', name)]));
    expect(await read(formatSums(sums))).toEqual(sums);
  });

  it('may have empty lines, line ends of Windows, capitals, and a name twice with one sum', async () => {
    const text = `${A}  x\r\n\r\n\n${A.toUpperCase()}  ./x\n${B} *././d/y`;
    expect(await read(text)).toEqual(
      new Map([
        ['x', A],
        ['d/y', B],
      ]),
    );
  });

  it.each([
    ['no sum', 'sums-malformed', 'x\n'],
    ['an MD5', 'sums-malformed', `${'a'.repeat(32)}  x\n`],
    ['no name', 'sums-malformed', `${A}  \n`],
    ['one space', 'sums-malformed', `${A} x\n`],
    ['the form of --tag', 'sums-malformed', `SHA256 (x) = ${A}\n`],
    ['an escape that is none', 'sums-malformed', `\\${A}  a\\tb\n`],
    ['an open escape', 'sums-malformed', `\\${A}  a\\\n`],
    ['two sums for a name', 'sums-contradictory', `${A}  x\n${B}  ./x\n`],
    ['bytes that are no UTF-8', 'sums-unreadable', Buffer.from([...Buffer.from(`${A}  `), 0xff, 0x0a])],
  ])('with %s is refused', async (_, problem, text) => {
    expect(await failureOf(read(text))).toMatchObject({
      code: 'invalid-input',
      input: 'checksums-file',
      problem,
    });
  });
});
