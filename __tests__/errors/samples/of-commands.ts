import type { FactsOf, ProblemName } from '../../../src/errors/index.ts';
import type { ADMINISTRATION } from '../../../src/errors/problems/administration.ts';
import type { APPROVAL } from '../../../src/errors/problems/approval.ts';
import type { COMMANDS } from '../../../src/errors/problems/commands.ts';
import type { RUNNER } from '../../../src/errors/problems/runner.ts';
import type { VERSIONS } from '../../../src/errors/problems/versions.ts';
import { variants } from './variants.ts';

type Names = Extract<
  ProblemName,
  keyof (ReturnType<typeof ADMINISTRATION> &
    ReturnType<typeof APPROVAL> &
    ReturnType<typeof COMMANDS> &
    ReturnType<typeof RUNNER> &
    ReturnType<typeof VERSIONS>)
>;

const version = 'demo/assay/1.0';
const url = 'http://gobbler.example.org';
const refused = 'the service refused to approve probation: not an owner';
const missing = { project: 'demo', asset: 'assay', version: '1.0' } as const;
const mismatches = [
  { path: 'x', kind: 'missing' },
  { path: 'y', kind: 'sha256', expected: 'ba78', found: '3e23' },
  { path: 'z', kind: 'md5', expected: 'd41d', found: '' },
] as const;

/** Facts of the problems of commands, versions and permissions, at least one for each variant of a row. */
export const OF_COMMANDS: { readonly [N in Names]: readonly FactsOf<N>[] } = {
  'global-write-of-asset': variants<FactsOf<'global-write-of-asset'>, 'input'>('input', {
    globalWrite: { asset: 'assay' },
    'global-write': { asset: 'assay' },
  }),
  'uploader-without-id': [{ index: 1 }],
  'uploader-until': [{ id: 'ben', until: 'tomorrow' }],
  'permissions-undone': [
    { place: 'demo', times: 3, lost: { kind: 'owner-missing', id: 'ben' } },
    { place: 'demo', times: 3, lost: { kind: 'uploader-missing', id: 'ben' } },
    { place: 'demo', times: 3, lost: { kind: 'owner-back' } },
    { place: 'demo', times: 3, lost: { kind: 'uploader-back' } },
    { place: 'demo', times: 3, lost: { kind: 'uploaders-reordered' } },
    { place: 'demo', times: 3, lost: { kind: 'global-write', value: true } },
  ],
  'no-change-of-permissions': [{}],
  lockout: [{ user: 'alicia' }],
  'uploader-list-malformed': [
    { kind: 'unreadable', error: 'unexpected end of flow sequence' },
    { kind: 'no-list', value: 7 },
    { kind: 'no-entry', entry: 2, value: 7 },
    { kind: 'unknown-field', entry: 2, field: 'trust', fields: ['id', 'trusted'] },
    { kind: 'no-text', entry: 2, field: 'id', value: 7 },
    { kind: 'no-id', entry: 2 },
    { kind: 'no-trust', entry: 2, value: 'yes' },
  ],
  'project-exists': [{ project: 'demo' }],
  'project-incomplete': [{ error: 'the service refused to create project: it exists' }],
  'not-an-administrator': [{ error: 'the service refused to create project: not allowed' }],
  unconfirmed: [{ deed: 'remove demo/assay' }],
  declined: [{ deed: 'remove demo/assay' }],
  'version-without-asset': [{ project: 'demo', version: '1.0' }],

  'not-decided-in-time': [
    { version, project: 'demo' },
    {
      version,
      project: 'demo',
      maintainers: 'the owners of demo (ben) and the administrators of the service',
      error: 'no Gobbler answers',
    },
  ],
  'nothing-to-approve': [{ version }],
  'rejected-or-expired': [{ version }],
  'version-replaced': [{ version }, { version, pinned: 'ba78', digest: '3e23' }],
  'replaced-while-compared': [{ version }],
  'replaced-since-shown': [{ version, shown: 'ba78', digest: '3e23' }],
  'replaced-when-approved': [{ version, expected: 'ba78', digest: '3e23' }],
  'approved-already': [{ version }],
  'approver-is-uploader': [
    { version, uploader: 'ben', approver: 'ben' },
    { version, uploader: 'ben' },
  ],
  'typed-differently': [{ version: '1.0', typed: '1.1' }],
  'port-unavailable': [{ port: 8123, error: 'listen EADDRINUSE' }],
  'project-vanished': [{ project: 'demo' }],

  'bad-command-line': [
    { error: "unknown command 'uplaod'" },
    { error: "unknown option '--x'", command: 'list' },
  ],
  'message-unpublished': [{}],
  'message-unfit': [
    { length: 8001, mostCharacters: 8000 },
    { length: 7, mostCharacters: 8000 },
  ],
  'inputs-unusable': [
    { problems: [{ input: 'url', sentence: 'url is required' }], advice: 'Correct the step.' },
    {
      problems: [
        { input: 'url', sentence: 'url is required' },
        { input: 'asset', sentence: 'asset is required' },
      ],
      advice: 'Correct the step.',
    },
  ],
  'settings-unusable': [
    { kind: 'unreadable', error: 'EIO: i/o error' } as const,
    { kind: 'no-file' } as const,
    { kind: 'too-large', bytes: 70_000, limitBytes: 65_536 } as const,
    { kind: 'foreign', owner: 1001 } as const,
    { kind: 'writable', mode: '664' } as const,
    { kind: 'no-json', error: 'Unexpected end of JSON input' } as const,
    { kind: 'no-object' } as const,
    { kind: 'unknown-key', key: 'URL', keys: ['url', 'staging', 'registry'] } as const,
    { kind: 'no-text', key: 'staging' } as const,
    { kind: 'no-path', key: 'staging', value: 'staging' } as const,
    { kind: 'no-url', error: 'url should be like http://x, but "x" is not' } as const,
  ].map((found) => ({ file: '/etc/gobbler.json', found })),
  'bad-concurrency': [{ found: '0' }],
  'current-directory-lost': [{ error: 'ENOENT: no such file or directory, uv_cwd' }],
  'job-ended': [{}],
  'job-cancelled': [{ signal: 'SIGINT' }, { signal: 'SIGQUIT' }, { signal: 'SIGHUP' }, { signal: 'SIGTERM' }],
  'out-of-time': [{ limitMs: 300_000 }, { limitMs: 90_000 }],
  'too-many-open-files': [
    { code: 'invalid-source', error: 'EMFILE: too many open files', limit: 'EMFILE', hasConcurrency: true },
    { code: 'invalid-source', error: 'ENFILE: file table overflow', limit: 'ENFILE', hasConcurrency: true },
    { code: 'invalid-source', error: 'EMFILE: too many open files', limit: 'EMFILE', hasConcurrency: false },
    { code: 'invalid-source', error: 'ENFILE: file table overflow', limit: 'ENFILE', hasConcurrency: false },
  ],
  'foreign-registry': [
    { url, registry: '/registry', projects: ['demo'], count: 1 },
    { url, registry: '/registry', projects: ['demo', 'test'], count: 1200 },
  ],
  'staging-missing': [{ staging: '/staging' }],
  'place-of-service': variants<FactsOf<'place-of-service'>, 'kind'>('kind', {
    registry: { input: 'checksums-file', path: '/srv/registry/x', directory: '/srv/registry' },
    staging: { input: 'checksums-file', path: '/srv/staging/x', directory: '/srv/staging' },
  }),
  'prefix-without-version': [{}],
  'directory-differs': [{ directory: '/work/data', version, mismatches }],
  'version-not-readable': [{ path: '/registry/demo/assay/1.0' }],
  'published-on-probation': [{ version, user: 'carla' }],
  'manifest-unwritable': [{ error: 'ENOSPC: no space left on device' }],
  'checksums-unwritable': [
    ...variants<FactsOf<'checksums-unwritable'>, 'step'>('step', {
      check: { found: { error: 'EACCES: permission denied' } },
      write: { found: { error: 'ENOSPC: no space left on device' } },
      remove: { found: { error: 'EPERM: operation not permitted' } },
    }),
    { step: 'check', found: { directory: '/work/sums' } },
    { step: 'check', found: { notDirectory: '/work/file' } },
  ],

  'command-file-unwritable': [
    { variable: 'GITHUB_OUTPUT', error: 'ENOSPC: no space left on device', errno: 'ENOSPC' },
    { variable: 'GITHUB_OUTPUT', error: 'ENOENT: no such file or directory', errno: 'ENOENT' },
    { variable: 'GITHUB_OUTPUT', error: 'it is empty', errno: undefined },
  ],
  'state-unwritable': [{ error: 'ENOSPC: no space left on device' }],
  'binary-unfit': [
    { command: '/bin/true', found: { kind: 'no-flags' } },
    { command: '/bin/yes', found: { kind: 'endless' } },
    { command: './none', found: { kind: 'not-run', error: 'not found' } },
    { command: './none', found: { kind: 'not-tried', error: 'spawn sh ENOENT' } },
  ],
  'temporary-not-created': [{ directory: '/tmp/x', error: 'EACCES: permission denied' }],
  'service-directory-unusable': [{ input: 'staging', error: 'ENOTDIR: not a directory' }],
  'directories-nested': [{ registry: '/srv/r', staging: '/srv/r/s' }],
  'bad-project-name': [
    { name: 'a/b', found: "may not contain '/'" },
    { found: 'should be text, but is missing' },
  ],
  'projects-without-admin': [
    { user: 'alicia', admins: ['ben', 'carla'] },
    { user: undefined, admins: [] },
  ],
  'port-taken': [{ port: 8080 }],
  'service-not-up': [
    {
      url,
      isPortGiven: true,
      found: { kind: 'error', error: 'no Gobbler answers' },
      logFile: '/tmp/log',
      log: ['a'],
    },
    { url, isPortGiven: false, found: { kind: 'ended', by: 1 }, logFile: '/tmp/log', log: [] },
    { url, isPortGiven: false, found: { kind: 'ended', by: 'SIGKILL' }, logFile: '/tmp/log', log: [] },
    {
      url,
      isPortGiven: true,
      found: { kind: 'other-service', staging: undefined },
      logFile: '/tmp/log',
      log: [],
    },
    { url, isPortGiven: true, found: { kind: 'other-service', staging: '/s' }, logFile: '/tmp/log', log: [] },
    { url, isPortGiven: true, found: { kind: 'silent', seconds: 30 }, logFile: '/tmp/log', log: ['a', 'b'] },
  ],
  'binary-not-up': [{ binary: './gobbler', url, error: 'flag provided but not defined: -port' }],

  'no-approved-version': [{ asset: 'demo/assay' }],
  'version-missing': (['use', 'approve', 'reject'] as const).flatMap((purpose) =>
    variants<FactsOf<'version-missing'>, 'missing'>('missing', {
      project: { ...missing, purpose },
      asset: { ...missing, purpose },
      version: { ...missing, purpose },
    }),
  ),
  'version-not-finished': variants<FactsOf<'version-not-finished'>, 'purpose'>('purpose', {
    use: { version },
    approve: { version },
    reject: { version },
  }),
  'version-on-probation': [{ version }],
  'nothing-selected': [
    { version, entries: 1 },
    { version, entries: 12_345 },
  ],
  'other-sums': [
    ...variants<FactsOf<'other-sums'>, 'state'>('state', {
      approved: { version, mismatches },
      'not-approved': { version, mismatches },
      'replaced-when-approved': { version, mismatches },
    }),
    { version, state: 'approved', mismatches: mismatches.slice(0, 1) },
  ],
  'pinned-differently': [{ version, pinned: 'ba78', digest: '3e23' }],
  'may-not-spoof': [{ error: refused }],
  'not-a-maintainer': [
    ...variants<FactsOf<'not-a-maintainer'>, 'action'>('action', {
      approve: { error: refused, maintainers: { project: 'demo', owners: ['ben', 'carla'] } },
      reject: { error: refused, maintainers: { project: 'demo', owners: [] } },
      'set-permissions': { error: refused, maintainers: { project: 'demo' } },
    }),
  ],
  'removal-changed': [{ shown: 'demo/assay with 2 versions', found: 'demo/assay with 3 versions' }],
  'removal-missing': variants<FactsOf<'removal-missing'>, 'kind'>('kind', {
    project: { name: 'demo' },
    asset: { name: 'demo/assay' },
    version: { name: 'demo/assay/1.0' },
  }),
  'files-differ': [
    {
      directory: '/registry/demo/assay/1.0',
      problems: [
        { kind: 'missing', path: 'a' },
        { kind: 'unsuitable', path: 'b' },
        { kind: 'changed', path: 'c' },
        { kind: 'metadata-unreadable', path: 'd', error: 'EACCES: permission denied, stat' },
        { kind: 'unreadable', path: 'e', error: 'EACCES: permission denied, open' },
        { kind: 'size', path: 'f', expected: 49, found: 50 },
        { kind: 'md5', path: 'g', expected: '0cc1', found: '92eb' },
      ],
    },
    { directory: '/registry/demo/assay/1.0', problems: [{ kind: 'missing', path: 'a' }] },
  ],
  'other-service': [{ url, expected: '/srv/one', found: '/srv/two' }],
  'sums-unreadable': [{ file: '/work/sums', error: 'EACCES: permission denied' }],
  'sums-malformed': [{ file: '/work/sums', line: 3, text: 'hello' }],
  'sums-contradictory': [{ file: '/work/sums', line: 3, name: 'data/x' }],
};
