import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { GobblerError } from '../../src/errors/index.ts';
import type { Manifest } from '../../src/protocol/manifest-entry.ts';
import { encodeManifest, parseManifest, parsePermissions, parseSummary } from '../../src/protocol/records.ts';

const failureOf = (attempt: () => unknown): GobblerError => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof GobblerError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('records of the registry', () => {
  it('reads back any manifest it writes', () => {
    const target = fc.record({
      project: fc.string(),
      asset: fc.string(),
      version: fc.string(),
      path: fc.string(),
    });
    const link = fc.oneof(target, fc.record({ ...targetFields(), ancestor: target }));
    const entry = fc.oneof(
      fc.record({ size: fc.nat(), md5sum: fc.string() }),
      fc.record({ size: fc.nat(), md5sum: fc.string(), link }),
    );
    const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '9', 'constructor', 'toString'));
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(key, entry), { selector: ([name]) => name }), (entries) => {
        const manifest: Manifest = new Map(entries);
        const again = parseManifest(encodeManifest(manifest), 'it');
        expect(Object.fromEntries(again)).toEqual(Object.fromEntries(manifest));
        expect(again.size).toBe(manifest.size);
      }),
    );
  });

  it('reads null lists of permissions as empty, as assets born under global write have them', () => {
    expect(parsePermissions('{"owners":["a"],"uploaders":null}', 'it')).toEqual({
      owners: ['a'],
      uploaders: [],
    });
  });

  it('takes a missing flag for not on probation', () => {
    const text = '{"upload_user_id":"a","upload_start":"x","upload_finish":"y"}';
    expect(parseSummary(text, 'it').onProbation).toBe(false);
  });

  it.each([
    ['not JSON', { record: 'it' }],
    ['[]', { record: 'it', expected: 'an object' }],
    ['{"a":{"size":"1","md5sum":""}}', { record: 'it["a"].size', found: '"1"' }],
    ['{"a":{"size":1}}', { record: 'it["a"].md5sum', expected: 'a string', found: 'nothing' }],
    ['{"a":{"size":1,"md5sum":"","link":{"project":"p"}}}', { record: 'it["a"].link.asset' }],
  ])('names the fault in a manifest: %s', (text, facts) => {
    const error = failureOf(() => parseManifest(text, 'it'));
    expect(error).toMatchObject({ code: 'corrupt-record', facts });
  });
});

function targetFields() {
  return { project: fc.string(), asset: fc.string(), version: fc.string(), path: fc.string() };
}

it.each([-1, -0.5, 1.5, 2 ** 53, '1', null])('refuses a manifest with the size %j', (size) => {
  const text = JSON.stringify({ x: { size, md5sum: 'a' } });
  expect(() => parseManifest(text, 'm')).toThrow(expect.objectContaining({ code: 'corrupt-record' }));
});
