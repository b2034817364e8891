import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { anchorsOf } from '../../scripts/markdown.mjs';
import { use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { gobbler } from '../helpers/shell.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sandbox = useSandbox();
const { repository } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
const github: string = repository.url.replace(/^git\+/, '').replace(/\.git$/, '');

/** The section that a link in a text leads to, as `PAGE#ANCHOR`; it has to exist. */
function sectionIn(text: string): string {
  const [link = '', page = '', anchor = ''] =
    new RegExp(`${github}/blob/main/([\\w/.-]+)#([\\w-]+)`).exec(text) ?? [];
  expect({ text, link }).toEqual({ text, link: expect.stringMatching(/./) });
  expect(anchorsOf(fs.readFileSync(path.join(root, page), 'utf8'))).toContain(anchor);
  return `${page}#${anchor}`;
}

const ref = { project: 'p', asset: 'a', version: 'v1' };

it.each([
  ['not-found', {}],
  ['invalid-source', { directory: 'missing', project: 'q' }],
  ['invalid-input', { verify: 'never' }],
])('a failed step links its code, %s, to the section about it', async (code, inputs) => {
  await sandbox().project('q');
  sandbox().source({ x: 'x' });
  const given = { ...ref, directory: 'source', ...inputs };
  const { exitCode, log, summary } = await use(sandbox(), '.', { with: given });
  expect([exitCode, log]).toEqual([1, expect.stringContaining(`(code ${code})`)]);
  expect(sectionIn(log.slice(log.indexOf(`(code ${code})`)))).toBe(`docs/troubleshooting.md#${code}`);
  expect(sectionIn(summary)).toBe(`docs/troubleshooting.md#${code}`);
});

it('so does a command on standard error', async () => {
  const { exitCode, stdout, stderr } = await gobbler(sandbox(), ['status', 'p/a/v1']);
  expect([exitCode, stdout]).toEqual([2, '']);
  expect(sectionIn(stderr)).toBe('docs/troubleshooting.md#not-found');
});
