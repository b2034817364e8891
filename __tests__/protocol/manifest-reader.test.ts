import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type ManifestEntry, manifestEntry } from '../../src/protocol/manifest-entry.ts';
import { ManifestReader, SMALL_MANIFEST_BYTES } from '../../src/protocol/manifest-reader.ts';
import { ManifestRows } from '../../src/protocol/manifest-rows.ts';
import { keyed, record } from '../../src/protocol/reading.ts';
import { encodeManifest, parseManifest } from '../../src/protocol/records.ts';
import { anyText } from '../helpers/any-text.ts';

type Read = { readonly entries?: [string, ManifestEntry][]; readonly code?: unknown };

function outcome(read: () => Iterable<[string, ManifestEntry]>): Read {
  try {
    return { entries: [...read()].sort(([one], [other]) => (one < other ? -1 : 1)) };
  } catch (error) {
    return { code: (error as { code?: unknown }).code };
  }
}

/** Reads any text as if it were a large one, which arrives in pieces that end at `cuts`, each a part of the whole. */
function readLarge(text: Uint8Array, cuts: readonly number[] = []): ReadonlyMap<string, ManifestEntry> {
  const reader = new ManifestReader('it', { smallBytes: 0, pieceBytes: 0 });
  const ends = [...cuts.map((cut) => Math.floor(cut * text.length)), text.length].sort((a, b) => a - b);
  let from = 0;
  for (const end of ends) {
    reader.write(text.subarray(from, end));
    from = end;
  }
  return reader.end();
}

const readAtOnce = (text: Uint8Array): ReadonlyMap<string, ManifestEntry> =>
  record(Buffer.from(text).toString(), 'it', keyed(manifestEntry));

function expectSame(text: Uint8Array | string, cuts?: readonly number[]): void {
  const bytes = Buffer.from(text);
  expect(outcome(() => readLarge(bytes, cuts))).toEqual(outcome(() => readAtOnce(bytes)));
}

const path = fc.oneof(anyText(), fc.string({ maxLength: 3 }), fc.constantFrom('__proto__', '1', '10'));
const sum = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 }),
  fc.constantFrom('', 'x', 'A'.repeat(32)),
);
const target = fc.record({ project: path, asset: path, version: path, path });
const link = fc.oneof(
  target,
  fc.record({ project: path, asset: path, version: path, path, ancestor: target }),
);
const entry = fc.oneof(
  fc.record({ size: fc.nat(), md5sum: sum }),
  fc.record({ size: fc.maxSafeNat(), md5sum: sum, link: fc.option(link), more: fc.jsonValue() }),
);
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 5 });

describe('a large manifest is read as JSON.parse reads it', () => {
  it('whatever its entries are, sorted or not', () => {
    const manifests = fc.dictionary(path, entry);
    const indents = fc.constantFrom(0, 4, '\t');
    const property = fc.property(manifests, indents, fc.boolean(), cuts, (manifest, indent, sorts, at) => {
      const keys = Object.keys(manifest);
      const sorted = Object.fromEntries(keys.sort().map((key) => [key, manifest[key]]));
      expectSame(JSON.stringify(sorts ? sorted : manifest, undefined, indent), at);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('whatever becomes of its text', () => {
    const manifest = {
      a: { size: 1, md5sum: '0'.repeat(32) },
      é: { size: 20, md5sum: '', link: { path: 'a"' } },
    };
    const text = Buffer.from(JSON.stringify(manifest, undefined, 1));
    const bytes = fc.oneof(fc.constantFrom(...Buffer.from('{}[]",:\\0 \n1e-.u')), fc.nat(255));
    const change = fc.tuple(fc.nat(text.length - 1), fc.nat(2), fc.array(bytes, { maxLength: 2 }));
    const property = fc.property(change, cuts, ([from, removed, added], at) => {
      const after = text.subarray(from + removed);
      expectSame(Buffer.concat([text.subarray(0, from), Buffer.from(added), after]), at);
    });
    fc.assert(property, { numRuns: 3000 });
  });

  it.each([
    '',
    ' \n\t\r ',
    '{}',
    ' { } ',
    '[]',
    'null',
    '{',
    '{"a"',
    '{"a":',
    '{"a":{}',
    '{"a":{}}',
    '{"a":{"size":1,"md5sum":""},}',
    '{,"a":{"size":1,"md5sum":""}}',
    '{"a":{"size":1,"md5sum":""} "b":{"size":1,"md5sum":""}}',
    '{"a":{"size":1,"md5sum":""}}x',
    '{"a":{"size":1,"md5sum":""}}{}',
    '{"a":{"size":1,"md5sum":""}}\0',
    '\ufeff{}',
    '{a:{}}',
    '{"a":1}',
    '{"a":[]}',
    '{"a" {"size":1,"md5sum":""}}',
    '{"a":{"size":01,"md5sum":""}}',
    '{"a":{"size":1.0,"md5sum":""}}',
    '{"a":{"size":1e2,"md5sum":""}}',
    '{"a":{"size":-0,"md5sum":""}}',
    '{"a":{"size":-1,"md5sum":""}}',
    '{"a":{"size":9007199254740991,"md5sum":""}}',
    '{"a":{"size":9007199254740993,"md5sum":""}}',
    '{"a":{"size":999999999999999,"md5sum":""}}',
    '{"a":{"md5sum":"","size":1}}',
    '{"a":{"size":1,"size":2,"md5sum":""}}',
    '{"a":{"size":1,"md5sum":"x"}}',
    '{"a":{"size":1,"md5sum":null}}',
    '{"a":{"size":1,"md5sum":"","link":null}}',
    '{"a":{"size":1,"md5sum":"","link":{}}}',
    '{"a":{"size":1,"md5sum":"","more":[{"deep":[[[[{}]]]]}]}}',
    '{"a":{"size":1,"md5sum":"","more":[}]}}',
    '{"a\n":{"size":1,"md5sum":""}}',
    '{"a\\n\\u0000":{"size":1,"md5sum":""}}',
    '{"a\\x":{"size":1,"md5sum":""}}',
    '{"\\ud800":{"size":1,"md5sum":""},"\\ufffd":{"size":2,"md5sum":""}}',
    '{"a":{"size":1,"md5sum":""},"a":{"size":2,"md5sum":""}}',
    '{"b":{"size":1,"md5sum":""},"a":{"size":2,"md5sum":""},"b":{"size":3,"md5sum":""}}',
    '{"a":{"size":-1,"md5sum":""},"a":{"size":2,"md5sum":""}}',
    '{"a":{"size":1,"md5sum":""},"a":{"size":-2,"md5sum":""}}',
    '{"a":{"size":1,"md5sum":""},"\\u0061":{"size":-2,"md5sum":""},"a":{"size":3,"md5sum":""}}',
    '{"":{"size":1,"md5sum":""}}',
    '{"\u{ffff}":{"size":1,"md5sum":""},"\u{10000}":{"size":2,"md5sum":""}}',
  ])('in %j', (text) => {
    expectSame(text);
    expectSame(
      text,
      [...text].map((_, at) => at / text.length),
    );
  });

  it('with bytes that are not UTF-8', () => {
    for (const bytes of [[0xff], [0xc3], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf0, 0x9f]])
      expectSame(
        Buffer.concat([Buffer.from('{"a'), Buffer.from(bytes), Buffer.from('":{"size":1,"md5sum":""}}')]),
      );
  });
});

describe('a large manifest', () => {
  const sumOf = (at: number): string => at.toString(16).padStart(32, '0');
  const holder = { project: 'p', asset: 'a', version: 'v' };
  const links = [
    undefined,
    { ...holder, path: 'same' },
    { ...holder, path: 'other/é', ancestor: { ...holder, version: 'w', path: 'same' } },
    { ...holder, asset: 'b', path: 'same', ancestor: { ...holder, path: 'old' } },
  ];
  const entries = new Map<string, ManifestEntry>();
  for (let at = 0; at < 20_000; at++) {
    const key = `d${String(at).padStart(6, '0')}/${at % 5 === 0 ? 'ü' : 'u'}${'long'.repeat(120)}`;
    const found = links[at % links.length];
    const target = found && { ...found, path: found.path === 'same' ? key : found.path };
    entries.set(key, { size: at, md5sum: at % 7 === 0 ? '' : sumOf(at), ...(target && { link: target }) });
  }
  const text = encodeManifest(entries);
  const manifest = parseManifest(text, 'it');

  it('is kept in rows, which return its entries', () => {
    expect(text.length).toBeGreaterThan(SMALL_MANIFEST_BYTES);
    expect(manifest).toBeInstanceOf(ManifestRows);
    // For so many entries, Jest's own comparison takes seconds.
    expect(isDeepStrictEqual([...manifest], [...entries])).toBe(true);
    expect(isDeepStrictEqual([...manifest.keys()], [...entries.keys()])).toBe(true);
    expect(isDeepStrictEqual([...manifest.values()], [...entries.values()])).toBe(true);
    expect(manifest.size).toBe(entries.size);
    expect(encodeManifest(manifest)).toBe(text);
  });

  it('finds each path in any order, and no other', () => {
    const keys = [...entries.keys()];
    const wanted = [...keys.slice(0, 9_000), ...keys.slice(-1_000).reverse(), ...keys.slice(10_000, 11_000)];
    expect(wanted.filter((key) => !isDeepStrictEqual(manifest.get(key), entries.get(key)))).toEqual([]);
    const others = wanted.flatMap((key) => [`${key}x`, key.slice(0, -1), `${key}\0`]);
    expect(others.filter((key) => manifest.has(key))).toEqual([]);
    for (const key of ['', '\ud800', '\u{10ffff}', 'd', `${keys[1]}\0${keys[1]}`])
      expect(manifest.get(key)).toBeUndefined();
  });

  it('is refused for one bad entry', () => {
    const spoiled = text.replace('"size": 19999,', '"size": -1,');
    expect(outcome(() => parseManifest(spoiled, 'it'))).toEqual({ code: 'corrupt-record' });
  });

  it.each([
    `{"${'x'.repeat(200_000)}":{"size":0,"md5sum":""}}`,
    `{"a":{"size":0,"md5sum":"${'x'.repeat(200_000)}"}}`,
    `{"a":{${' '.repeat(200_000)}"size":0,"md5sum":""}}`,
    `{"a":${' '.repeat(200_000)}{"size":0,"md5sum":""}}`,
    `{"${'\\'.repeat(1_000_000)}":{"size":0,"md5sum":""}}`,
  ])('is refused for an entry that is too long: %.60s', (long) => {
    expect(outcome(() => readLarge(Buffer.from(long)))).toEqual({ code: 'corrupt-record' });
  });

  it('of ever more entries that are none is refused before its end', () => {
    const reader = new ManifestReader('it', { smallBytes: 0, pieceBytes: 0 });
    reader.write(Buffer.from('{"a":{}'));
    const more = Buffer.from(Array.from({ length: 10_000 }, (_, at) => `,"${at}":{}`).join(''));
    expect(outcome(() => [reader.write(more)] as never)).toEqual({ code: 'corrupt-record' });
  });
});
