import { describe, expect, it } from '@jest/globals';
import {
  DecodeError,
  decode,
  flag,
  integer,
  keyed,
  list,
  record,
  text,
} from '../../src/service/json/decode.ts';
import { decodeUtf8 } from '../../src/service/json/utf8.ts';

const entry = record({ id: text, trusted: flag });
const request = record({
  project: text,
  onProbation: flag,
  size: integer,
  permissions: record({ owners: list(text, () => ''), uploaders: list(entry, () => ({})) }),
});
const read = (content: string): unknown => decode(content, request);
const refuses = (content: string): void => expect(() => read(content)).toThrow(DecodeError);

describe('the content of a request', () => {
  it.each([
    '',
    ' ',
    '{',
    '{}x',
    '{}{}',
    '{"project": "p",}',
    "{'project': 'p'}",
    '\ufeff{}',
    '[]',
    '1',
    '"p"',
    '{"n": 01}',
  ])('is refused if it is not one JSON object: %j', refuses);

  it('may be null, which gives nothing', () => {
    expect(read('null')).toBeUndefined();
  });

  it('is read by names in any case of letters, underscores included', () => {
    expect(read('{"PROJECT": "p", "On_Probation": true}')).toEqual({ project: 'p', onProbation: true });
    expect(read('{"onprobation": true, "on-probation": true}')).toEqual({});
  });

  it('is read by names with letters that only look like others in capitals', () => {
    expect(decode('{"TA\u017f\u212a": "x"}', record({ task: text }))).toEqual({ task: 'x' });
  });

  it('gives the last of repeated scalars, and null takes an earlier one away', () => {
    expect(read('{"project": "a", "Project": "b"}')).toEqual({ project: 'b' });
    expect(read('{"project": "a", "project": null}')).toEqual({});
  });

  it('merges repeated objects, and lists element by element', () => {
    expect(
      read(
        '{"permissions": {"owners": ["a", "b"], "uploaders": [{"id": "x", "trusted": true}]}, ' +
          '"permissions": {"owners": [null], "uploaders": [{"id": "y"}, null]}}',
      ),
    ).toEqual({ permissions: { owners: ['a'], uploaders: [{ id: 'y', trusted: true }, {}] } });
  });

  it('takes null in lists for something empty', () => {
    expect(read('{"permissions": {"owners": [null, "a"], "uploaders": [null]}}')).toEqual({
      permissions: { owners: ['', 'a'], uploaders: [{}] },
    });
  });

  it.each([
    '{"project": 1}',
    '{"project": ["p"]}',
    '{"onProbation": "x", "on_probation": "true"}',
    '{"permissions": []}',
    '{"permissions": {"owners": "a"}}',
    '{"project": 1, "project": "p"}',
    '{"size": 1.0}',
    '{"size": 1e3}',
    '{"size": "1"}',
    '{"size": 9007199254740993}',
  ])('is refused if something is of the wrong type, wherever it stands: %s', refuses);

  it('may hold anything under names that are not known, however deep', () => {
    expect(read('{"other": {"project": 1, "x": [[{}], "]}", -1.5e+7]}, "project": "p"}')).toEqual({
      project: 'p',
    });
    expect(read(`{"other": ${'['.repeat(9_999)}${']'.repeat(9_999)}}`)).toEqual({});
    refuses(`{"other": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`);
  });

  it('has no way to reach the prototype of anything', () => {
    expect(read('{"__proto__": {"project": "p"}, "constructor": 1}')).toEqual({});
    const free = decode(
      '{"__proto__": "a", "10": "b", "9": "c"}',
      keyed(text, () => ''),
    );
    expect(free).toEqual(
      new Map([
        ['__proto__', 'a'],
        ['10', 'b'],
        ['9', 'c'],
      ]),
    );
  });

  it('reads escapes, and U+FFFD for halves of characters', () => {
    expect(read('{"pr\\u006fject": "\\u00e9\\ud83d\\ude00\\/\\n"}')).toEqual({ project: 'é😀/\n' });
    expect(read('{"project": "\\ud83d\\u0041"}')).toEqual({ project: '\ufffdA' });
  });
});

describe('bytes that are not UTF-8', () => {
  it.each([
    [[0x61, 0xff, 0x62], 'a\ufffdb'],
    [[0xe2, 0x82], '\ufffd\ufffd'],
    [[0xe2, 0x82, 0x41], '\ufffd\ufffdA'],
    [[0xf0, 0x9f, 0x98], '\ufffd\ufffd\ufffd'],
    [[0xed, 0xa0, 0x80], '\ufffd\ufffd\ufffd'],
    [[0xc0, 0x80], '\ufffd\ufffd'],
    [[0xf5, 0x80, 0x80, 0x80], '\ufffd\ufffd\ufffd\ufffd'],
    [[0xef, 0xbf, 0xbd], '\ufffd'],
    [[0xff, 0xf0, 0x9f, 0x98, 0x80], '\ufffd😀'],
  ])('become one U+FFFD each: %j', (bytes, expected) => {
    expect(decodeUtf8(Uint8Array.from(bytes))).toBe(expected);
  });
});
