import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareTexts, decodeText, readMetadata, tableHead } from '../../src/review/content/index.ts';
import { exact, html, Links, name, pageOf, sizePlot } from '../../src/review/markup/index.ts';
import { routeOf } from '../../src/review/server/index.ts';
import { anyText } from '../helpers/any-text.ts';

describe('html', () => {
  it('escapes texts for content and attributes, and shows invisible characters', () => {
    const evil = `<a href='x' title="y">&amp;\u202e\n\0`;
    expect(html`<p title="${evil}">${evil}</p>`.text).toBe(
      ['', ''].reduce(
        (text) =>
          text.replace('?', '&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;\\u202e\\n\\u0000'),
        '<p title="?">?</p>',
      ),
    );
    expect(html`${[html`<b>`, '<b>', undefined, 7]}`.text).toBe('<b>&lt;b&gt;7');
    expect(exact('a\nb"').text).toBe('a\nb&quot;');
    expect(name('<x>').text).toBe('<bdi class="name">&lt;x&gt;</bdi>');
  });

  it('leaves no text a way out of its place', () => {
    fc.assert(
      fc.property(anyText({ maxLength: 60 }), (text) => {
        const { text: made } = html`<p title="${text}">${text}</p>`;
        expect(made).toMatch(/^<p title="[^"<>']*">[^"<>']*<\/p>$/s);
      }),
    );
  });

  it('refuses a template with an attribute without quotes', () => {
    expect(() => html`<p title=${'a b'}>`).toThrow('no quotes');
  });
});

describe('addresses of pages', () => {
  const links = new Links('secret');
  /** As a browser sends it, without the secret segment. */
  const sent = (href: string): string => new URL(href, 'http://localhost').pathname.slice('/secret/'.length);

  it('lead back to the names that they are made of', () => {
    const segment = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => !/[/\0]/.test(text) && !text.startsWith('.') && text.isWellFormed());
    /** The protocol forbids a backslash in names, but not in paths of files. */
    const name = segment.filter((text) => !text.includes('\\'));
    const path = fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(name, name, name, path, (project, asset, version, file) => {
        const ref = { project, asset, version };
        for (const to of ['version', 'changes', 'files'] as const)
          expect(routeOf(sent(links[to](ref, { q: '?#&' })))).toEqual({ to, ref });
        for (const to of ['file', 'compare', 'image', 'download'] as const)
          expect(routeOf(sent(links.file(to, ref, file)))).toEqual({ to, ref, path: file });
        expect(routeOf(sent(links.decision('approve', ref)))).toEqual({ to: 'approve', ref });
        expect(routeOf(sent(links.asset(ref)))).toEqual({ to: 'asset', of: { project, asset } });
        expect(routeOf(sent(links.project(project)))).toEqual({ to: 'project', project });
      }),
    );
  });
});

describe('pages of lists', () => {
  it.each([
    [null, 1, [0, 1]],
    ['2', 2, [2, 3]],
    ['3', 3, [4]],
    ['99', 3, [4]],
    ['0', 1, [0, 1]],
    ['-1', 1, [0, 1]],
    ['x', 1, [0, 1]],
    ['1e99', 3, [4]],
  ])('takes %j for page %d', (wanted, page, items) => {
    expect(pageOf([0, 1, 2, 3, 4], wanted, 2)).toEqual({ page, pages: 3, items, total: 5 });
  });
});

describe('differences of texts', () => {
  it('have numbered lines with context, and say where a last line does not end', () => {
    const before = Array.from({ length: 20 }, (_, at) => `line ${at + 1}\n`).join('');
    const after = before.replace('line 10\n', 'line ten\n').replace('line 20\n', 'line 20');
    const hunks = compareTexts(before, after) ?? [];
    expect(hunks.map(({ title }) => title)).toEqual(['@@ -7,7 +7,7 @@', '@@ -17,4 +17,4 @@']);
    expect(hunks[0]?.lines.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'line 10', before: 10, after: undefined },
      { kind: 'added', text: 'line ten', before: undefined, after: 10 },
    ]);
    expect(hunks[1]?.lines.at(-1)).toMatchObject({ kind: 'note' });
    expect(hunks[1]?.lines.at(-2)).toEqual({ kind: 'added', text: 'line 20', before: undefined, after: 20 });
  });

  it('are given up soon if there are too many', () => {
    const lines = (seed: number): string =>
      Array.from({ length: 20_000 }, (_, at) => `${at * seed}\n`).join('');
    const begun = performance.now();
    expect(compareTexts(lines(3), lines(7))).toBeUndefined();
    expect(performance.now() - begun).toBeLessThan(10_000);
  });

  it('concern text only', () => {
    expect(decodeText(Buffer.from('é\n'))).toBe('é\n');
    expect(decodeText(Buffer.from([0xe9, 0x0a]))).toBeUndefined();
    expect(decodeText(Buffer.from('a\0b'))).toBeUndefined();
  });
});

describe('the first rows of a table', () => {
  it('are read with quotes and all line ends', () => {
    const text = 'a,"b, ""c""",\r\n"two\nlines",x"y,\n,,\r1';
    expect(tableHead(text, ',', true)).toEqual({
      rows: [['a', 'b, "c"', ''], ['two\nlines', 'x"y', ''], ['', '', ''], ['1']],
      isCut: false,
    });
    expect(tableHead('a,b\tc\n', '\t', true).rows).toEqual([['a,b', 'c']]);
    expect(tableHead('', ',', true)).toEqual({ rows: [], isCut: false });
  });

  it('are few, however long the table is, and whatever is in it', () => {
    const long = tableHead('x,y\n'.repeat(1000), ',', true);
    expect({ rows: long.rows.length, isCut: long.isCut }).toEqual({ rows: 20, isCut: true });
    expect(tableHead(`${'x,'.repeat(100)}\n`, ',', true)).toMatchObject({ isCut: true });
    expect(tableHead('a\n', ',', false).isCut).toBe(true);
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\t') }), (text) => {
        const { rows } = tableHead(text, ',', true);
        expect(rows.length).toBeLessThanOrEqual(20);
      }),
    );
  });
});

describe('metadata', () => {
  it('are read from an RO-Crate, whose entities refer to each other', () => {
    const crate = {
      '@graph': [
        { '@id': 'ro-crate-metadata.json', about: { '@id': './' } },
        {
          '@id': './',
          name: 'Title',
          description: 'Text',
          author: [{ '@id': '#a' }, { '@id': '#gone' }, 'Ben'],
          license: { '@id': 'https://example.org/by' },
        },
        { '@id': '#a', name: 'Alicia' },
      ],
    };
    expect(readMetadata('ro-crate-metadata.json', JSON.stringify(crate))).toEqual({
      path: 'ro-crate-metadata.json',
      title: 'Title',
      description: 'Text',
      authors: ['Alicia', '#gone', 'Ben'],
      licenses: ['https://example.org/by'],
    });
  });

  it('are read from a data package and from a BIDS dataset', () => {
    const contributors = [{ title: 'Alicia' }, { givenName: 'Ben' }, {}];
    const licenses = [{ name: 'CC-BY-4.0', path: 'https://example.org' }];
    expect(
      readMetadata('datapackage.json', JSON.stringify({ name: 'n', contributors, licenses })),
    ).toMatchObject({
      title: 'n',
      authors: ['Alicia', 'Ben'],
      licenses: ['CC-BY-4.0'],
    });
    const bids = { Name: 'N', Authors: ['Carla'], License: 'CC0' };
    expect(readMetadata('dataset_description.json', JSON.stringify(bids))).toMatchObject({
      title: 'N',
      authors: ['Carla'],
      licenses: ['CC0'],
    });
  });

  it('are left out if they are none, and never fail', () => {
    const names = ['ro-crate-metadata.json', 'datapackage.json', 'dataset_description.json'];
    for (const file of names) {
      for (const text of [
        '',
        '{',
        'null',
        '[]',
        '7',
        '{}',
        '{"@graph": {"@id": {}}}',
        '{"__proto__": {"name": "x"}}',
      ])
        expect({ file, text, found: readMetadata(file, text) }).toEqual({ file, text, found: undefined });
      fc.assert(fc.property(fc.json(), (text) => void readMetadata(file, text)));
    }
    expect(readMetadata('package.json', '{"name": "x"}')).toBeUndefined();
    const long = readMetadata('datapackage.json', JSON.stringify({ title: 'x'.repeat(10_000) }));
    expect(long?.title?.length).toBeLessThan(2100);
  });
});

describe('the plot of sizes', () => {
  it('has a bar for the size and one for the new bytes of each version', () => {
    const versions = [
      { version: '<1>', bytes: 100, storedBytes: 100 },
      { version: '2', bytes: 200, storedBytes: 0 },
    ];
    const text = sizePlot('Sizes', versions)?.text ?? '';
    expect(text.match(/<rect class="size"/g)).toHaveLength(2);
    expect(text).toContain('<title>&lt;1&gt;: 100 bytes, 100 bytes of it new</title>');
    const heights = [...text.matchAll(/height="([\d.]+)"\/>/g)].map(([, height]) => Number(height));
    expect(heights).toEqual([79, 79, 158, 0]);
    expect(sizePlot('Sizes', versions.slice(1))).toBeUndefined();
  });
});
