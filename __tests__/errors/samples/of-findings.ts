import type { FindingFacts, FindingKind } from '../../../src/errors/index.ts';
import { variants } from './variants.ts';

const directory = '/work/results';
const uploadId = 'gobbler-multipart-00112233445566778899aabb';
const staged = { user: 'alicia', host: 'node7', at: '2030-01-02T03:04:05Z' };
const link = { path: 'latest', text: '../x' };

/** Facts of the findings of an upload, at least one for each variant of a row. */
export const OF_FINDINGS: { readonly [K in FindingKind]: readonly FindingFacts<K>[] } = {
  'missing-directory': [{ directory }, { directory, found: 'a file' }],
  unreadable: [
    { directory, path: '' },
    { directory, path: 'data/x' },
    { directory, path: 'data/x', error: 'EIO: i/o error' },
  ],
  'being-removed': [{ path: 'data' }, { path: 'data/..x', takenBy: 'data/x' }],
  'no-files': [
    { directory, hidden: 0, unselected: 0 },
    { directory, hidden: 51, unselected: 0 },
    { directory, hidden: 0, unselected: 52 },
    { directory, hidden: 51, unselected: 52 },
  ],
  'overlapping-directory': [
    ...(['staging directory', 'registry', 'fetched versions'] as const).flatMap((other) =>
      variants<FindingFacts<'overlapping-directory'>, 'relation'>('relation', {
        contains: { directory, other, path: `${directory}/x` },
        'is in': { directory, other, path: '/work' },
      }),
    ),
    { directory, other: 'fetched versions', relation: 'is in' },
  ],
  'special-file': [{ path: 'data/x', found: 'a FIFO' }],
  'no-fixed-content': [
    { directory, path: '', filesystem: 'proc' },
    { directory, path: 'data/x', filesystem: 'sysfs' },
  ],
  'internal-name': [{ path: 'data/..x' }],
  'not-utf8': variants<FindingFacts<'not-utf8'>, 'place'>('place', {
    name: { path: 'data/x\\xff' },
    target: { path: 'data/x' },
  }),
  'path-too-long': [{ path: 'data/x' }, { path: 'data/x', bytes: 4097, mostBytes: 4095 }],
  link: [{ path: 'latest' }],
  'dangling-link': [
    { path: 'latest' },
    link,
    { ...link, isCircle: true },
    { ...link, error: 'EACCES: permission denied' },
  ],
  'directory-link': [
    { ...link, isOutside: false },
    { ...link, isOutside: true },
    { path: 'latest', isOutside: true },
  ],
  'outside-link': [
    { ...link, isIndirect: false },
    { ...link, isIndirect: true },
    { path: 'latest', isIndirect: true },
  ],
  'link-to-left-out': [link, { path: 'latest' }],
  'cyclic-link': [link, { path: 'latest' }, { ...link, isParent: true }],
  'long-link': [
    { ...link, steps: 41 },
    { path: 'latest', steps: 41 },
  ],
  'registry-link': variants<FindingFacts<'registry-link'>, 'found'>('found', {
    'no-file': link,
    internal: link,
    'bad-name': link,
    unlisted: { ...link, version: 'demo/assay/0.9' },
    itself: link,
    'no-version': { ...link, version: 'demo/assay/0.9' },
    'on-probation': { ...link, version: 'demo/assay/0.9' },
    'no-manifest': { path: 'latest', version: 'demo/assay/0.9' },
  }),
  'provenance-name': [{ file: 'facts.txt', found: 'should be a file name that ends with .json' }],
  'provenance-taken': [{ path: 'provenance.json' }],
  'line-break': [{ path: 'data/one\ntwo' }],
  collision: [
    {
      path: 'data/x',
      parts: [
        { part: 'linux', kind: 'file', staged },
        { part: 'macos', kind: 'link', staged: { ...staged, host: 'node8' } },
      ],
    },
    {
      path: 'data/x',
      parts: [
        { part: 'linux', kind: 'directory', staged },
        { part: 'macos', kind: 'file', staged: { ...staged, user: 'ben' } },
      ],
    },
  ],
  'missing-part': [
    { uploadId, complete: [], completeCount: 0 },
    { uploadId, part: 'linux', complete: [], completeCount: 0 },
    { uploadId, part: 'linux', complete: ['macos'], completeCount: 1 },
    { uploadId, part: 'linux', complete: ['macos'], completeCount: 1, unfinished: { part: 'linux' } },
    {
      uploadId,
      part: 'linux',
      complete: ['macos'],
      completeCount: 1,
      unfinished: { part: 'linux', begun: staged },
    },
  ],
  'unfinished-part': [{ part: 'linux' }, { part: 'linux', begun: staged }],
  contradiction: [{}],
  'bad-name': [
    { kind: 'asset', name: 'a/b', found: "may not contain '/'" },
    { kind: 'asset', found: 'should be text, but is missing' },
  ],
  'mapped-user': [{ uid: 1001, found: 65534 }],
  staging: [
    { staging: '/staging' },
    { staging: '/staging', serviceStaging: '/srv/staging' },
    {
      staging: '/staging',
      serviceStaging: '/srv/staging',
      error: {
        problem: 'staging-unusable',
        facts: { staging: '/staging' },
        message: 'the staging directory /staging is mounted read-only on this machine',
      },
    },
  ],
  'staging-write-failed': [
    { item: 'the request', error: 'ENOSPC: no space left on device', errno: 'ENOSPC' },
  ],
  clock: [
    {
      error: {
        problem: 'clocks-differ',
        facts: { seconds: 300 },
        message: 'clocks differ by 300 s',
      },
    },
  ],
  'no-project': [{ project: 'demo' }],
  'not-allowed': [
    { user: 'carla', asset: 'demo/assay', owners: ['alicia', 'ben'] },
    { user: 'carla', asset: 'demo/assay', owners: [] },
  ],
  untrusted: [{ user: 'carla', asset: 'demo/assay' }],
  spoof: [{ user: 'carla', spoof: 'alicia' }],
  'unknown-user': [{ uid: 54321 }, { uid: undefined }],
  'lost-content': [{ path: 'data/x', same: 'demo/assay/1.0/x', gone: 'demo/assay/0.9/x' }],
  'same-md5': [
    {
      path: 'data/x',
      sha256: 'ba78',
      other: 'demo/assay/1.0/y',
      version: 'demo/assay/1.0',
      otherSha256: '3e23',
    },
  ],
  'version-exists': [
    { version: 'demo/assay/1.0', onProbation: false, user: 'ben', uploaded: '2030-01-02T03:04:05Z' },
    { version: 'demo/assay/1.0', onProbation: true, user: 'ben', uploaded: '2030-01-02T03:04:05Z' },
  ],
  'version-unfinished': [{ version: 'demo/assay/1.0' }],
};
