import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Pattern } from '../../src/client/select/glob-pattern.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
const contentOf = ({ negate, segments }: InstanceType<typeof Pattern>) =>
  new Pattern(negate, true, [...segments, '**']);

/** The package does not promise any of this to others: whoever updates it has to see that it still holds. */
describe('the patterns of @actions/glob', () => {
  it('are those of the version that is pinned', () => {
    const { version } = read('node_modules/@actions/glob/package.json');
    expect(read('package.json').devDependencies['@actions/glob']).toBe(version);
    expect(version).toBe('0.7.0');
  });

  it.each([
    ['/t/a', { negate: false, segments: ['/', 't', 'a'], trailingSeparator: false }],
    ['/t/a/', { negate: false, segments: ['/', 't', 'a'], trailingSeparator: true }],
    ['!/t//**', { negate: true, segments: ['/', 't', '**'], trailingSeparator: false }],
    ['!!/t/**', { negate: false, segments: ['/', 't', '**'], trailingSeparator: false }],
  ])('show how %s was read', (text, { negate, segments, trailingSeparator }) => {
    const pattern = new Pattern(text);
    expect([pattern.negate, pattern.segments, pattern.trailingSeparator]).toEqual([
      negate,
      segments,
      trailingSeparator,
    ]);
  });

  it.each([
    ['/t/a', '/t/a', 3],
    ['/t/a', '/t/a/b', 0],
    ['/t/a/', '/t/a', 1],
    ['/t/*', '/t/.a', 3],
    ['/t/**', '/t', 3],
    ['/t/**', '/t/', 3],
    ['/t/**', '/t/a/b', 3],
    ['!/t/a', '/t/a', 3],
  ])('%s matches %s with the bits %i', (text, item, bits) => {
    expect(new Pattern(text).match(item)).toBe(bits);
  });

  it('mean the content of directories, when they are made to', () => {
    const content = contentOf(new Pattern('!/t/a/'));
    expect(content.negate).toBe(true);
    expect(['/t/a', '/t/a/', '/t/a/b', '/t/a/b/c', '/t/b/c'].map((item) => content.match(item))).toEqual([
      0, 3, 3, 3, 0,
    ]);
  });

  it('tell whether something below a directory may be matched', () => {
    const pattern = new Pattern('/t/a/*/c.txt');
    const places = ['/t', '/t/a', '/t/b', '/t/a/b', '/t/a/b/c.txt', '/t/a/b/d', '/t/a/b/c.txt/d'];
    expect(places.map((place) => pattern.partialMatch(place))).toEqual([
      true,
      true,
      false,
      true,
      true,
      false,
      false,
    ]);
  });

  it('are refused if they leave their place', () => {
    expect(() => new Pattern('/t/[.][.]/a')).toThrow();
  });
});
