import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isPlainPath, requirePlainKeys, segmentsOf } from '../../src/client/registry/registry-path.ts';
import { GobblerError } from '../../src/errors/index.ts';
import { nameProblem } from '../../src/protocol/names.ts';
import {
  parseChanges,
  parseLatest,
  parseManifest,
  parsePermissions,
  parseSummary,
  parseUsage,
} from '../../src/protocol/records.ts';
import { anyText } from '../helpers/any-text.ts';

/** Text in which what is special about paths is frequent. */
const pathLike = fc
  .array(fc.oneof(fc.constantFrom('.', '..', '/', '\\', '\0', '', 'a', '...', '~', '%2e'), fc.string()), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

/** Values in which the members of records are frequent. */
const recordLike = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue(),
    fc.constantFrom(1, -1, 0.5, 1e300, '', 'text', true, null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...['__proto__', 'constructor', 'size', 'md5sum', 'link', 'ancestor', 'project', 'asset', 'version'],
        ...[
          'path',
          'owners',
          'uploaders',
          'id',
          'until',
          'trusted',
          'upload_user_id',
          'upload_start',
          'total',
        ],
        ...['upload_finish', 'on_probation', 'copy', 'source', 'usage'],
      ),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

describe('any path', () => {
  it('that a service may list stays below the directory that it is put in', () => {
    fc.assert(
      fc.property(pathLike, (listed) => {
        if (!isPlainPath(listed)) return;
        const place = path.join('/root/below', listed);
        expect(place.startsWith('/root/below/')).toBe(true);
        expect(path.relative('/root/below', place)).toBe(listed);
        expect(listed).not.toContain('\0');
      }),
      { numRuns: 500 },
    );
  });

  it('is taken apart into segments that are all its own, or refused', () => {
    fc.assert(
      fc.property(pathLike, (given) => {
        try {
          const segments = segmentsOf(given);
          expect(segments.every((segment) => path.join('/x', segment) === `/x/${segment}`)).toBe(true);
        } catch (error) {
          expect(error).toMatchObject({ code: 'invalid-input' });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('in a manifest is inside of the version and none of the service, or the manifest is refused', () => {
    fc.assert(
      fc.property(pathLike, (key) => {
        const manifest = new Map([[key, { size: 1, md5sum: '' }]]);
        try {
          requirePlainKeys(manifest, 'here');
        } catch (error) {
          expect(error).toMatchObject({ code: 'corrupt-record' });
          return;
        }
        expect(key.split('/').some((segment) => segment.startsWith('..') || segment === '')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('any name', () => {
  it('that is taken is one component of a path, of a length that filesystems take', () => {
    fc.assert(
      fc.property(fc.oneof(pathLike, anyText({ maxLength: 400 })), (name) => {
        if (nameProblem(name) !== undefined) return;
        expect(path.dirname(path.join('/registry', name))).toBe('/registry');
        expect(path.basename(path.join('/registry', name))).toBe(name);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        expect(Buffer.from(name).toString()).toBe(name);
        expect(name.startsWith('..')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('of letters, digits, dots, dashes and underscores is taken, unless it begins with two dots', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9._-]{1,40}$/), (name) => {
        expect(nameProblem(name) === undefined).toBe(name !== '.' && !name.startsWith('..'));
      }),
    );
  });
});

describe('any JSON in place of a record', () => {
  const readers = [parseManifest, parseSummary, parseLatest, parseUsage, parsePermissions];

  it('is read, or refused by the name of the record; nothing else is thrown, and no prototype changes', () => {
    fc.assert(
      fc.property(recordLike, (value) => {
        const text = JSON.stringify(value);
        const parsers = readers.map((read) => () => read(text, 'the record'));
        for (const parse of [...parsers, () => parseChanges(JSON.parse(text), 'the record')]) {
          try {
            parse();
          } catch (error) {
            expect(error).toBeInstanceOf(GobblerError);
            expect(error).toMatchObject({
              code: 'corrupt-record',
              facts: { record: expect.stringMatching(/^the record/) },
            });
          }
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
