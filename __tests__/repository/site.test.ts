import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pagesOf, withLinks, withPlainHeadings } from '../../scripts/markdown.mjs';
import { checkLinks } from '../../scripts/site/links.mjs';
import { INDEX, pagesBelow, sectionsOf, writePages } from '../../scripts/site/pages.mjs';
import * as library from '../../src/library.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const REPOSITORY = 'https://github.com/owner/name';

let scratch: string;
beforeEach(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-site-'));
});
afterEach(() => fs.rmSync(scratch, { recursive: true }));

describe('the index of the documentation', () => {
  it('has every page in one section, directly or by the index of its folder', () => {
    const listed = sectionsOf(root).flatMap(({ pages }) => pages);
    const all = [...listed, ...listed.flatMap((page) => pagesBelow(root, page))];
    expect(all.sort()).toEqual(
      pagesOf(root)
        .filter((page) => page !== 'README.md' && page !== INDEX)
        .sort(),
    );
  });

  it('is refused if it leaves a page out', () => {
    const project = path.join(scratch, 'project');
    fs.mkdirSync(path.join(project, 'docs'), { recursive: true });
    for (const page of pagesOf(root)) {
      fs.mkdirSync(path.dirname(path.join(project, page)), { recursive: true });
      fs.writeFileSync(path.join(project, page), '# Title\n');
    }
    fs.writeFileSync(path.join(project, INDEX), '# Documentation\n\n## One\n\n[a](actions.md)\n');
    expect(() => writePages(project, path.join(scratch, 'pages'), REPOSITORY)).toThrow(/is in no section/);
  });
});

describe('a page on the site', () => {
  it('has title, address and section, and links to GitHub where the site has no such file', () => {
    const { documents, groups } = writePages(root, scratch, REPOSITORY);
    expect(documents[0]).toBe(path.join(scratch, INDEX));
    const page = fs.readFileSync(path.join(scratch, 'docs/runner-setup.md'), 'utf8');
    expect(page).toMatch(
      /^---\ntitle: "A runner next to a Gobbler"\naddress: "runner-setup"\ngroup: "How-to"\n---\n/,
    );
    expect(groups).toContain('How-to');
    const recipes = fs.readFileSync(path.join(scratch, 'docs/recipes/README.md'), 'utf8');
    expect(recipes).toMatch(/\nchildren:\n {2}- "publish-on-tag\.md"\n/);
    const security = fs.readFileSync(path.join(scratch, 'SECURITY.md'), 'utf8');
    expect(security).not.toMatch(/\]\((?!https?:|#)[^)]*\.(?:ts|mjs|yml)\b/);
  });

  it('has other targets in its links alone', () => {
    const text = '[a](b.md) `[c](d)` ![e](f.svg)\n```md\n[g](h)\n```\n[i]: j.md\n';
    expect(withLinks(text, (target) => `<${target}>`)).toBe(
      '[a](<b.md>) `[c](d)` ![e](<f.svg>)\n```md\n[g](h)\n```\n[i]: <j.md>\n',
    );
  });

  it('has no code in its headings, of which TypeDoc makes no anchor', () => {
    expect(withPlainHeadings('## `a_b` c\n`d`\n```sh\n# `e`\n```\n')).toBe(
      '## a\\_b c\n`d`\n```sh\n# `e`\n```\n',
    );
  });
});

describe('the check of links', () => {
  const write = (files: Readonly<Record<string, string>>, navigated: readonly string[]) => {
    const script = (data: object): string =>
      `window.data = "${deflateSync(JSON.stringify(data)).toString('base64')}"`;
    const all = {
      'assets/navigation.js': script(navigated.map((address) => ({ path: address }))),
      'assets/search.js': script({ rows: navigated.map((url) => ({ url })) }),
      ...files,
    };
    for (const [name, content] of Object.entries(all)) {
      fs.mkdirSync(path.dirname(path.join(scratch, name)), { recursive: true });
      fs.writeFileSync(path.join(scratch, name), content);
    }
    const home = 'https://owner.github.io/name';
    return checkLinks(scratch, { root, repository: REPOSITORY, home });
  };

  it('accepts links that lead to a page, a heading, a file of the repository, or elsewhere', () => {
    const links = [
      ...[
        'sub/other.html',
        'sub/other.html#part',
        '#top',
        './#top',
        'https://owner.github.io/name/sub/other.html',
      ],
      ...[`${REPOSITORY}/blob/main/README.md#try-it`, `${REPOSITORY}/tree/main/docs`, `${REPOSITORY}/issues`],
      ...['https://example.org/none', 'sub/'],
    ];
    const page = `<h1 id="top"></h1>${links.map((link) => `<a href="${link}">x</a>`).join('')}`;
    const other = '<h1 id="part"></h1><a href="../index.html#top">x</a>';
    const files = { 'index.html': page, 'sub/other.html': other, 'sub/index.html': '' };
    expect(write(files, ['sub/other.html'])).toEqual({ checked: links.length + 3, dead: [] });
  });

  it.each([
    'gone.html',
    'sub/other.html#gone',
    '#gone',
    './#gone',
    'sub/gone.svg',
    'https://owner.github.io/name/gone.html',
    `${REPOSITORY}/blob/main/gone.ts`,
    `${REPOSITORY}/tree/main/gone`,
  ])('finds the dead link %s', (link) => {
    const files = { 'index.html': `<a class="x" href="${link}">x</a>`, 'sub/other.html': '' };
    expect(write(files, ['index.html']).dead).toEqual([`index.html: ${link}`]);
  });

  it('finds dead links of the navigation and the search', () => {
    expect(write({ 'index.html': '' }, ['gone.html']).dead).toEqual(['index.html: gone.html']);
  });
});

describe('the page about the Python and R clients', () => {
  const rows = [...read('docs/python-and-r.md').matchAll(/^\| `([a-z_]+)` \| `(\w+)[^|]*\|/gm)].map(
    ([, python = '', here = '']) => ({ python, here }),
  );

  it('names functions that the library exports, and the members that they return', async () => {
    const functions = rows.filter(({ here }) => here !== 'stopGobbler').map(({ here }) => here);
    const missing = functions.filter((name) => typeof Reflect.get(library, name) !== 'function');
    expect({ missing, count: functions.length }).toEqual({ missing: [], count: 30 });
    const { stop } = await library.startGobbler();
    await stop();
  });

  it('maps each name of Python to the same name in camel case, once', () => {
    const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
    expect(rows.filter(({ python, here }) => camel(python) !== here)).toEqual([]);
    expect(new Set(rows.map(({ here }) => here)).size).toBe(rows.length);
  });
});
