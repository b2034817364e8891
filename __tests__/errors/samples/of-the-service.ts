import type { FactsOf, ProblemName } from '../../../src/errors/index.ts';
import type { DOWNLOAD } from '../../../src/errors/problems/download.ts';
import type { PROTOCOL } from '../../../src/errors/problems/protocol.ts';
import type { REGISTRY } from '../../../src/errors/problems/registry.ts';
import type { SERVICE } from '../../../src/errors/problems/service.ts';
import { variants } from './variants.ts';

type Names = Extract<
  ProblemName,
  keyof (ReturnType<typeof DOWNLOAD> &
    ReturnType<typeof PROTOCOL> &
    ReturnType<typeof REGISTRY> &
    ReturnType<typeof SERVICE>)
>;

const url = 'http://gobbler.example.org';
const version = 'demo/assay/1.0';
const refused = { action: 'approve_probation', reason: 'no such version' };

/** Facts of the problems of the service, its registry and downloads, at least one for each variant of a row. */
export const OF_THE_SERVICE: { readonly [N in Names]: readonly FactsOf<N>[] } = {
  'no-cache-directory': [
    { directories: [] },
    {
      directories: [
        { directory: '/home/a/.cache', owner: 1002 },
        { directory: '/tmp/cache', error: 'EROFS: read-only file system' },
      ],
    },
  ],
  'cache-directory-unusable': [
    { directory: '/cache', owner: 1002 },
    { directory: '/cache', error: 'ENOTDIR: not a directory' },
  ],
  'file-vanished': [{ path: 'demo/assay/1.0/x' }],
  'not-in-registry': variants<FactsOf<'not-in-registry'>, 'expected'>('expected', {
    file: { path: 'demo/assay/1.0/x' },
    directory: { path: 'demo/assay/1.0/x' },
  }),
  'download-differs': [
    { url, expected: { bytes: 46, md5: '0cc1' }, found: { bytes: 47, md5: '92eb' } },
    { url, expected: { bytes: 46, md5: '0cc1' }, found: 'longer' },
  ],
  'download-not-written': [{ item: '/cache/x', error: 'ENOSPC: no space left on device' }],
  'clone-without-registry': [{}],
  'clone-failed': [{ error: 'EEXIST: file already exists' }],
  'version-not-visible': [{ directory: '/registry/demo/assay/1.0' }],
  'destination-taken': [{ path: '/data/results/x.csv' }],
  'destination-occupied': [
    { destination: '/work/data', conflicts: [{ path: '', found: 'no-directory' }] },
    {
      destination: '/work/data',
      conflicts: [
        { path: 'a', found: 'no-directory' },
        { path: 'b', found: 'no-file' },
        { path: 'c', found: 'other-content' },
        { path: 'd', found: 'link', target: '/work/e' },
        { path: 'e', found: 'other-size', bytes: 48 },
      ],
    },
  ],
  'destination-unreadable': [{ path: '/work/data', error: 'EACCES: permission denied' }],

  'bad-name': [
    { kind: 'asset', name: 'a/b', found: "may not contain '/'" },
    { kind: 'asset', found: 'should be text, but is missing' },
  ],
  'damaged-record': [
    { record: 'the summary of demo/assay/1.0.upload_start', expected: 'a time', found: '7' },
  ],
  'not-json': [{ record: 'the latest version of demo/assay', error: 'Unexpected end of JSON input' }],
  'damaged-manifest': [{ record: 'the manifest of demo/assay/1.0', found: 'ends too early' }],

  'registry-missing': [{ registry: '/registry' }],
  'project-missing': [{ project: 'demo' }],
  'nothing-to-list': [{ name: 'demo/assay' }],
  'record-missing': [{ version, record: 'summary' }],
  'latest-missing': [
    { place: 'demo/assay', version: '1.0', missing: 'version' },
    { place: 'demo/assay', version: '1.0', missing: 'summary' },
    { place: 'demo/assay', version: '1.0', missing: 'manifest' },
  ],
  'record-unsuitable': [
    { file: '/registry/demo/..usage', limitBytes: 1000 },
    { file: '/registry/demo/..usage', limitBytes: 1000, bytes: 1001 },
  ],
  'fetch-failed': [{ url, status: 500 }],
  'list-failed': [
    { url, status: 500, reason: '' },
    { url, status: 500, reason: 'too many files' },
  ],
  'registry-path-short': [{ path: 'demo/assay' }],
  'registry-path-irregular': [{ path: '/demo/../x' }],
  'escaping-path': [{ where: 'the manifest of demo/assay/1.0', path: '../x' }],
  'version-invalid': [{ version, error: 'unexpected file "x"' }],

  'bad-url': [
    ...variants<FactsOf<'bad-url'>, 'found'>('found', {
      'no-scheme': { url: 'gobbler:8080' },
      'no-url': { url: 'http://' },
      password: {},
      query: { url: 'http://gobbler/?x' },
    }),
    { found: 'no-url' },
  ],
  unreachable: [
    { url, error: 'connect ECONNREFUSED 127.0.0.1:8080' },
    ...variants<Required<FactsOf<'unreachable'>>, 'cause'>('cause', {
      'untrusted-certificate': { url, error: 'SELF_SIGNED_CERT_IN_CHAIN' },
      'invalid-certificate': { url, error: 'CERT_HAS_EXPIRED' },
      'no-tls': { url, error: 'ERR_SSL_WRONG_VERSION_NUMBER' },
      'no-http': { url, error: 'HPE_INVALID_CONSTANT' },
    }),
  ],
  'proxy-only': [{ url, status: 502 }],
  'not-a-gobbler': [{ url }, { url, found: 404 }, { url, found: 'Unexpected token' }],
  'relative-paths': variants<FactsOf<'relative-paths'>, 'kind'>('kind', {
    staging: { url, path: './s' },
    registry: { url, path: './r' },
  }),
  'answer-too-large': variants<FactsOf<'answer-too-large'>, 'unit'>('unit', {
    bytes: { url, limit: 1048576 },
    structures: { url, limit: 100000 },
  }),
  'answer-lost': [{ url, error: 'read ECONNRESET' }],
  'answered-by-proxy': [{ url, status: 504, text: 'Gateway Time-out' }],
  'unexpected-answer': [{ url, status: 301, text: 'Moved' }],
  'incomplete-reply': [{ member: 'status', expected: 'a text' }],
  'refused-unauthorized': [refused, { action: 'create_project', reason: 'you are not an administrator' }],
  'refused-not-found': [refused],
  'refused-unseen': [refused],
  'refused-expired': [refused],
  'refused-in-work': [refused],
  'refused-exists': [refused],
  'refused-malformed': [refused],
  'refused-locked': [refused],
  'refused-not-on-probation': [refused],
  'refused-no-permission': [refused],
  'refused-by-failure': [refused],
};
