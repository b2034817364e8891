import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LARGE_TEXT_CHARACTERS, largeManifestEntries } from '../../src/protocol/large-manifest.ts';
import { encodeManifest, type ManifestEntry, parseManifest } from '../../src/protocol/records.ts';

const read = (text: string): [string, unknown][] => [...largeManifestEntries(text, 'it')];
const code = (text: string): unknown => {
  try {
    read(text);
    return undefined;
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
};

describe('the entries of a large manifest', () => {
  it('are what reading all at once gives, whatever the names are', () => {
    const entry = fc.record({ size: fc.nat(), md5sum: fc.string(), link: fc.record({ path: fc.string() }) });
    const names = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.dictionary(names, entry), fc.constantFrom(0, 1, '\t'), (manifest, indent) => {
        const text = JSON.stringify(manifest, undefined, indent);
        expect(Object.fromEntries(read(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('are read the same by their size alone', () => {
    const entries = new Map<string, ManifestEntry>();
    for (let at = 0; at < 5_000; at++)
      entries.set(`d/"${at}\\/${'long'.repeat(1_000)}`, {
        size: at,
        md5sum: 'x',
        link: { project: 'p', asset: 'a', version: 'v', path: '{' },
      });
    const text = encodeManifest(entries);
    expect(text.length).toBeGreaterThan(LARGE_TEXT_CHARACTERS);
    expect(parseManifest(text, 'it')).toEqual(entries);
    const spoiled = text.replace('"size": 1,', '"size": -1,');
    expect(() => parseManifest(spoiled, 'it')).toThrow(expect.objectContaining({ code: 'corrupt-record' }));
  });

  it.each([
    '',
    '[]',
    '{',
    '{"a"',
    '{"a":',
    '{"a":{}',
    '{"a":{},}',
    '{"a":{}}x',
    '{"a":{}}{}',
    '{a:{}}',
    '{"a":1}',
    '{"a":[]}',
    '{"a":{"b":[]}}',
    '{"a":{"b":{"c":{"d":{}}}}}',
    '{"a":{"b"}}',
    '{"a\n":{}}',
    `{"${'x'.repeat(200_000)}":{}}`,
    `{"a":{"b":"${'x'.repeat(200_000)}"}}`,
    `{"a":{${' '.repeat(200_000)}}}`,
    `{"${'\\'.repeat(1_000_001)}":{}}`,
  ])('are refused in %.60s', (text) => {
    expect(code(text)).toBe('corrupt-record');
  });
});
