import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';

const tests = path.resolve(import.meta.dirname, '..');
const page = fs.readFileSync(path.resolve(tests, '../docs/reliability.md'), 'utf8');

/** A proof: a file of tests, and (the beginning of) the title of a test in it. */
const named = [...page.matchAll(/`([\w/.-]+)` \*([^*]+)\*/g)].map(([, file = '', title = '']) => ({
  file,
  title,
}));

/** The titles of all tests in a file: texts that stand first in a call, as those of `it` and `it.each` do. */
function titlesOf(file: string): string[] {
  if (file.startsWith('nfs/')) return nfsTitlesOf(file.slice('nfs/'.length));
  const source = fs.readFileSync(path.join(tests, `${file}.test.ts`), 'utf8');
  return [...source.matchAll(/(?:\bit(?:\.concurrent)?|\))\(\s*(['"`])((?:\\.|(?!\1).)*)\1/g)].map(
    ([, , title = '']) => title,
  );
}

/** Those of a check on real NFS, which is a function: every text that stands first in a call, or on a line of its own. */
function nfsTitlesOf(check: string): string[] {
  const source = fs.readFileSync(path.join(tests, 'nfs/checks', `${check}.ts`), 'utf8');
  return [...source.matchAll(/(?:\(\s*|^\s+)(['"`])((?:\\.|(?!\1).)*)\1/gm)].map(([, , title = '']) => title);
}

it('every check on NFS is named there', () => {
  const checks = fs
    .readdirSync(path.join(tests, 'nfs/checks'))
    .map((name) => `nfs/${name.replace('.ts', '')}`);
  expect(checks.filter((check) => !named.some((one) => one.file === check))).toEqual([]);
});

it('every test that docs/reliability.md names exists, and every row names one', () => {
  expect(named.length).toBeGreaterThan(60);
  const missing = named.filter(({ file, title }) => !titlesOf(file).some((one) => one.includes(title)));
  expect(missing).toEqual([]);
  const rows = page.split('\n').filter((line) => /^\| (?!fault)\S/.test(line));
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter((row) => !/` \*[^*]+\*/.test(row))).toEqual([]);
});

it('every file of faults is named there', () => {
  const files = fs
    .readdirSync(path.join(tests, 'faults'))
    .map((name) => `faults/${name.replace('.test.ts', '')}`);
  expect(files.filter((file) => !named.some((one) => one.file === file))).toEqual([]);
});
