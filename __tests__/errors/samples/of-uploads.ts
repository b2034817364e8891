import type { FactsOf, ProblemName } from '../../../src/errors/index.ts';
import type { PARTS } from '../../../src/errors/problems/parts.ts';
import type { SOURCE } from '../../../src/errors/problems/source.ts';
import type { STAGING } from '../../../src/errors/problems/staging.ts';
import type { UPLOAD } from '../../../src/errors/problems/upload.ts';
import { variants } from './variants.ts';

type Names = Extract<
  ProblemName,
  keyof (ReturnType<typeof PARTS> &
    ReturnType<typeof SOURCE> &
    ReturnType<typeof STAGING> &
    ReturnType<typeof UPLOAD>)
>;

const uploadId = 'gobbler-multipart-00112233445566778899aabb';
const version = 'demo/assay/1.0';
const by = { user: 'alicia', host: 'node7', at: '2030-01-02T03:04:05Z' };
const submitted = { uploadId, version, by };

const mismatches = [
  { path: 'a', kind: 'missing' },
  { path: 'b', kind: 'unexpected' },
  { path: 'c', kind: 'directory' },
  { path: 'd', kind: 'size', expected: 41, found: 42 },
  { path: 'e', kind: 'md5', expected: '0cc1', found: '92eb' },
  { path: 'f', kind: 'md5', expected: '', found: 'd41d' },
  { path: 'g', kind: 'md5', expected: 'd41d', found: '' },
  { path: 'h', kind: 'sha256', expected: 'ba78', found: '3e23' },
] as const;

/** Facts of the problems of uploads, at least one for each variant of a row. */
export const OF_UPLOADS: { readonly [N in Names]: readonly FactsOf<N>[] } = {
  'upload-id-malformed': [{ uploadId: '../x' }],
  'upload-of-other-version': variants<FactsOf<'upload-of-other-version'>, 'kind'>('kind', {
    project: { uploadId, version, expected: 'demo', found: 'other' },
    asset: { uploadId, version, expected: 'assay', found: 'other' },
    version: { uploadId, version, expected: '1.0', found: 'other' },
  }),
  'upload-unreadable': [{ directory: `/staging/${uploadId}`, error: 'EIO: i/o error, lstat' }],
  'upload-missing': [{ uploadId, staging: '/staging' }],
  'upload-not-own': [
    ...variants<FactsOf<'upload-not-own'>, 'found'>('found', {
      symlink: { path: `/staging/${uploadId}`, user: 'alicia', uid: 1001, foundUid: 1002 },
      directory: { path: `/staging/${uploadId}`, user: 'alicia', uid: 1001, foundUid: 1002 },
      file: { path: `/staging/${uploadId}`, user: 'alicia', uid: 1001, foundUid: 1002 },
    }),
    { path: `/staging/${uploadId}`, uid: 1001, found: 'file', foundUid: 1002 },
  ],
  'upload-record-damaged': [{ file: '/staging/x/upload.json' }],
  'upload-submitted': [submitted],
  'upload-removed': [{ uploadId, version }],
  'upload-being-submitted': [{ uploadId, version }, submitted],
  'other-submit-running': [{ uploadId, version }, submitted],
  'submit-taken-over': [{ uploadId }],
  'parts-keep-coming': [{ uploadId, version, times: 5 }],
  'submitted-before': [submitted],
  'submitted-without-parts': [{ ...submitted, parts: ['linux', 'macos'] }],
  'submitted-version-gone': [submitted],
  'submitted-version-replaced': [submitted],
  'part-name-unusable': [
    { part: 'xyz', found: { bytes: 301, limitBytes: 200 } },
    { part: '#1', found: 'no-line' },
    { part: 'a/b', found: { rule: "may not contain '/'" } },
  ],
  'part-path-unusable': [
    { path: '/data', found: 'absolute' },
    { path: 'data/..x', found: { name: '..x', rule: "may not start with '..'" } },
  ],
  'part-superseded': [
    { part: 'linux', version },
    { part: 'linux', version, by },
  ],
  'part-too-late': [{ ...submitted, part: 'linux' }],
  'part-undecided': [{ part: 'linux', uploadId }],
  'part-changed': [{ part: 'linux', directory: `/staging/${uploadId}`, error: '"x" now has other content' }],
  'part-file-changed': [{ path: 'data/x' }],
  'stage-inputs-missing': [
    { missing: ['part'], advice: 'See gobbler stage --help.' },
    { missing: ['project', 'asset', 'version', 'part', 'directory'], advice: 'See gobbler stage --help.' },
  ],

  'source-changed': [{ path: 'data/x' }],
  'source-changed-late': [{ paths: ['data/x'] }, { paths: ['data/x', 'data/y'] }],
  'source-shorter': [{ path: 'data/x', sizeBytes: 43, bytesRead: 17 }],
  'source-gone': [{ error: "ENOENT: no such file or directory, open '/work/x'" }],
  'bad-pattern': [{ pattern: '/abs', expected: 'relative to directory' }],

  'staging-unusable': variants<FactsOf<'staging-unusable'>, 'found'>('found', {
    'no-directory': { staging: '/staging' },
    missing: { staging: '/staging' },
    'read-only': { staging: '/staging' },
    'not-writable': { staging: '/staging', error: 'EACCES: permission denied' },
  }),
  'leftovers-stay': [
    { staging: '/staging', failures: ['/staging/x could not be removed: EBUSY'] },
    { staging: '/staging', failures: ['/staging/x could not be removed: EBUSY', '/staging/y could not be'] },
  ],
  'staging-unlistable': [{ staging: '/staging', error: 'EACCES: permission denied' }],
  'staging-write-failed': [
    ...['ENOSPC', 'EDQUOT', 'EIO', 'ETIMEDOUT', 'ESTALE', 'ENOENT', 'ENOTDIR', 'EROFS', 'EPERM'].map(
      (errno) => ({ item: 'data/x', error: `${errno}: write`, errno }),
    ),
    { item: 'data/x', error: 'the thread ended', errno: undefined },
  ],
  'mapped-user': [
    { uid: 0, found: 65534 },
    { uid: 1001, found: 65534 },
  ],
  'clocks-differ': [{ seconds: 300, written: '2030-01-02T03:04:05Z', now: '2030-01-02T03:09:05Z' }],
  'source-unreadable': [{ file: '/work/x', error: 'ENOENT: no such file or directory' }],
  'outcome-unknown': [
    { version, error: 'socket hang up', seen: { kind: 'nothing' } },
    { version, error: 'socket hang up', seen: { kind: 'unfinished' } },
    { version, error: 'socket hang up', seen: { kind: 'silent' } },
    {
      version,
      error: 'socket hang up',
      seen: { kind: 'other', user: 'ben', uploaded: '2030-01-02T03:04:05Z' },
    },
    {
      version,
      error: 'socket hang up',
      seen: { kind: 'differs', user: 'ben', uploaded: '2030-01-02T03:04:05Z' },
    },
  ],

  'upload-refused': [
    {
      subject: 'the upload of demo/assay/1.0',
      findings: [{ kind: 'internal-name', facts: { path: '..x' } }],
    },
    {
      subject: 'the upload of demo/assay/1.0',
      findings: [
        {
          kind: 'bad-name',
          input: 'asset',
          facts: { kind: 'asset', name: 'a/b', found: "may not contain '/'" },
        },
        { kind: 'bad-name', input: 'version', facts: { kind: 'version', found: 'should be text' } },
      ],
    },
  ],
  'published-differently': [
    { version, mismatches: mismatches.slice(0, 1) },
    { version, mismatches },
  ],
  'link-unreadable': [{ version, path: 'latest' }],
  'version-differs': [
    { version, user: 'ben', uploaded: '2030-01-02T03:04:05Z', mismatches: mismatches.slice(0, 1) },
    { version, user: 'ben', uploaded: '2030-01-02T03:04:05Z', mismatches },
  ],
  'published-incomplete': [
    { version, lost: [{ path: 'x', target: 'demo/assay/0.9/x', found: 'nothing' }] },
    {
      version,
      lost: [
        { path: 'x', target: 'demo/assay/0.9/x', found: 'another file' },
        { path: 'y', target: 'demo/assay/0.9/y', found: { sizeBytes: 44, expectedBytes: 45 } },
      ],
    },
  ],
};
