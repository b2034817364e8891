import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

/** The files of the repository, committed or not. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && fs.existsSync(path.join(root, file)));

/** Files whose path is `name`, or ends with it: `upload.ts` may be several, `commands/upload/upload.ts` is one. */
function meantBy(name: string): string[] {
  return files.includes(name) ? [name] : files.filter((file) => file.endsWith(`/${name}`));
}

/** Names of files in `code` of a page (but for `…`, `*` and NAME, which stand for others), or anywhere in a picture. */
function namesIn(file: string): string[] {
  const text = read(file);
  const code = file.endsWith('.svg') ? [text] : [...text.matchAll(/`([^`\n]+)`/g)].map(([, one = '']) => one);
  return code
    .flatMap((one) => one.match(/(?<![\w.…*/-])[\w.-][\w./-]*\.(?:ts|mjs|cjs|yml|svg)(?![\w/])/g) ?? [])
    .filter((name) => !name.includes('NAME'));
}

describe.each(['ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/architecture.svg'])('%s', (page) => {
  it('names files that exist, each so that one file alone can be meant', () => {
    const names = new Set(namesIn(page));
    expect(names.size).toBeGreaterThan(2);
    const unclear = [...names].filter((name) => meantBy(name).length !== 1);
    expect(unclear.map((name) => [name, meantBy(name)])).toEqual([]);
  });
});

it('a name that is missing, or may be several files, would be noticed', () => {
  expect(meantBy('commands/upload/upload.ts')).toEqual(['src/commands/upload/upload.ts']);
  expect(meantBy('upload.ts').length).toBeGreaterThan(1);
  expect(meantBy('load.ts')).toEqual([]);
});
