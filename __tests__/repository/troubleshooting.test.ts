import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { KINDS } from '../../src/client/source/finding-kinds.ts';
import { hintText } from '../../src/protocol/hint.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

/** The closed set, by the text of its declaration. */
const [, union = ''] = /export type ErrorCode =([^;]*);/.exec(read('src/protocol/errors.ts')) ?? [];
const codes = [...union.matchAll(/'([a-z-]+)'/g)].map(([, code = '']) => code);

it('every code has a section in docs/troubleshooting.md, with its title, its exit code, causes and remedies', () => {
  expect(codes.length).toBeGreaterThan(20);
  const sections = new Map(
    read('docs/troubleshooting.md')
      .split(/^## /m)
      .slice(1)
      .map((section) => [/^`([^`]+)`/.exec(section)?.[1] ?? '', section]),
  );
  expect([...sections.keys()].sort()).toEqual([...codes].sort());
  for (const [code, section] of sections) {
    const isComplete =
      /^\*[A-Z][^*]+\*, exit code \d+\. \S/m.test(section) &&
      /^Usually:\n\n- /m.test(section) &&
      /^What to do:\n\n1\. /m.test(section);
    expect([code, isComplete]).toEqual([code, true]);
  }
});

it('every kind of finding is on the page, with its hint', () => {
  const page = read('docs/troubleshooting.md');
  const rows = Object.values(KINDS).map(({ title, hint }) => `| *${title}* | ${hintText(hint)} |`);
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});

it('every code is in the table above the list of codes', () => {
  const [table = ''] = read('src/protocol/errors.ts').split('export type ErrorCode');
  expect(codes.filter((code) => !table.includes(`\`${code}\``))).toEqual([]);
});

it('every code is thrown, or is the code of a kind of finding, somewhere in src', () => {
  const lists = ['protocol/errors.ts', 'commands/kit/failure.ts', 'cli/exit-code.ts'];
  const sources = fs
    .readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !lists.includes(file))
    .map((file) => read(path.join('src', file)))
    .join('\n');
  expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});
