import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareBytes, encodeJson } from '../../src/protocol/json.ts';
import { anyText } from '../helpers/any-text.ts';

describe('JSON as the service writes it', () => {
  it('indents with four spaces and ends without a newline', () => {
    expect(encodeJson({ version: 'v1' }, { indent: true })).toBe('{\n    "version": "v1"\n}');
  });

  it('writes empty objects and arrays in one piece', () => {
    expect(encodeJson({ a: [], b: new Map() }, { indent: true })).toBe('{\n    "a": [],\n    "b": {}\n}');
  });

  it('escapes characters of markup, and control characters in their short form', () => {
    expect(encodeJson('<a&b>\u2028\u2029\b\f\n\r\t\u0001\u007f"\\é')).toBe(
      '"\\u003ca\\u0026b\\u003e\\u2028\\u2029\\b\\f\\n\\r\\t\\u0001\u007f\\"\\\\é"',
    );
  });

  it('replaces lone surrogates', () => {
    expect(encodeJson('a\ud800b\udc00c😀')).toBe('"a\\ufffdb\\ufffdc😀"');
  });

  it('keeps the order of fields, and sorts free keys by their bytes', () => {
    const free = new Map(['10', '9', '__proto__', '\uffff', '😀'].map((key) => [key, 1]));
    expect(encodeJson({ b: 1, a: undefined, free })).toBe(
      '{"b":1,"free":{"10":1,"9":1,"__proto__":1,"\uffff":1,"😀":1}}',
    );
  });

  it('refuses numbers that are not exact', () => {
    expect(() => encodeJson(2 ** 53)).toThrow(TypeError);
    expect(() => encodeJson(0.5)).toThrow(TypeError);
  });

  it('orders any two strings as their UTF-8 bytes do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), anyText(), (a, b) => {
        const [x, y] = [a.toWellFormed(), b.toWellFormed()];
        expect(Math.sign(compareBytes(x, y))).toBe(Buffer.compare(Buffer.from(x), Buffer.from(y)));
      }),
    );
  });

  it('writes any text so that JSON.parse reads it back', () => {
    fc.assert(
      fc.property(fc.array(anyText()), (texts) => {
        expect(JSON.parse(encodeJson(texts))).toEqual(texts.map((text) => text.toWellFormed()));
      }),
    );
  });
});
