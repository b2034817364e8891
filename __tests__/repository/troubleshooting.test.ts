import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ERROR_TITLES, FINDINGS, type FindingKind, generalHint, hintText } from '../../src/errors/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

const codes = Object.keys(ERROR_TITLES);

it('every code has a section in docs/troubleshooting.md, with its title, its exit code, causes and remedies', () => {
  expect(codes.length).toBeGreaterThan(20);
  const sections = new Map(
    read('docs/troubleshooting.md')
      .split(/^## /m)
      .flatMap((section) => {
        const [, code] = /^`([^`]+)`/.exec(section) ?? [];
        return code === undefined ? [] : [[code, section]];
      }),
  );
  expect([...sections.keys()].sort()).toEqual([...codes].sort());
  for (const [code, section] of sections) {
    const isComplete =
      /^\*[A-Z][^*]+\*, exit code \d+\. \S/m.test(section) &&
      /^Usually:\n\n- /m.test(section) &&
      /^Remedies:\n\n1\. /m.test(section);
    expect([code, isComplete]).toEqual([code, true]);
  }
});

it('the most frequent titles are those of codes or of findings', () => {
  const [, table = ''] = /^## The most frequent\n([\s\S]*?)^## /m.exec(read('docs/troubleshooting.md')) ?? [];
  const shown = [...table.matchAll(/^\| ([A-Z][^|]*) \|/gm)].flatMap(([, titles = '']) => titles.split(', '));
  const known = [...Object.values(ERROR_TITLES), ...Object.values(FINDINGS).map(({ title }) => title)];
  expect(shown.filter((title) => !known.includes(title))).toEqual([]);
  expect(shown.length).toBeGreaterThan(20);
});

it('every kind of finding is on the page, with its hint', () => {
  const page = read('docs/troubleshooting.md');
  const kinds = Object.keys(FINDINGS) as FindingKind[];
  const rows = kinds.map((kind) => `| *${FINDINGS[kind].title}* | ${hintText(generalHint(kind))} |`);
  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
});

it('every code has a docstring that tells who can solve it', () => {
  const documented = [...read('src/errors/codes.ts').matchAll(/^ {2}\/\*\* .+ \*\/\n {2}'?([\w-]+)'?:/gm)];
  expect(documented.map(([, code]) => code)).toEqual(codes);
});

it('every code is that of a problem, or of a kind of finding', () => {
  const tables = fs.readdirSync(path.join(root, 'src/errors/problems')).map((file) => `problems/${file}`);
  const sources = ['findings.ts', ...tables].map((file) => read(path.join('src/errors', file))).join('\n');
  expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
});
