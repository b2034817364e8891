import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { isFormatMetadata } from '../../src/client/source/entry-filter.ts';

const PAGE = fs.readFileSync(path.resolve(import.meta.dirname, '../../docs/uploads.md'), 'utf8');

it('the page about uploads lists the hidden files that are published in any case', () => {
  const list = PAGE.split('\n\n').find((paragraph) => paragraph.includes('`.zgroup`')) ?? '';
  const listed = [...list.matchAll(/`(\.\w+)`/g)].map(([, name = '']) => name);
  expect(listed.filter((name) => !isFormatMetadata(name))).toEqual([]);
  const source = fs.readFileSync(
    path.resolve(import.meta.dirname, '../../src/client/source/entry-filter.ts'),
    'utf8',
  );
  const known = [...source.matchAll(/'(\.\w+)'/g)].map(([, name = '']) => name);
  expect(listed).toEqual(known);
  expect(known.length).toBeGreaterThan(4);
});
