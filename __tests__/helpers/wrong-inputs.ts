import type { ErrorCode } from '../../src/errors/index.ts';

/** Values that are wrong by themselves, with the rest of a sentence that begins with the input's name. */
export type Unreadable = Readonly<Record<string, readonly (readonly [value: string, says: string])[]>>;

/** A value that is wrong in this place: what is given, the input to be named, the code, a part of the sentence. */
export type Unfit = readonly [given: Record<string, string>, input: string, code: ErrorCode, says: string];

export interface WrongInputs {
  /** Right values, which the wrong ones replace. */
  readonly right: Readonly<Record<string, string>>;
  readonly unreadable: Unreadable;
  readonly unfit: readonly Unfit[];
}

const REQUIRED = [['', 'is required']] as const;
const FLAG = [
  ['yes', 'should be true or false, but is "yes"'],
  ['1', 'should be true or false, but is "1"'],
] as const;
const MINUTES = [
  ['soon', 'should be a number of minutes'],
  ['600h', 'should be at most 596h'],
] as const;
const PATIENCE = [['-1', 'should be a number of minutes']] as const;
const DIGEST = [['abc', 'should be 64 hexadecimal digits']] as const;
const CONCURRENCY = [
  ['0', 'should be auto or a whole number from 1 to 1024'],
  ['many', 'should be auto or a whole number from 1 to 1024'],
] as const;
const NAMES = [['akari, boss', 'should be names, a line each']] as const;

const version = { project: REQUIRED, asset: REQUIRED, version: REQUIRED };
const requests = { 'timeout-minutes': MINUTES, 'lock-wait-minutes': PATIENCE, 'show-summary': FLAG };

/** For every action that talks to a service. */
const SERVICE: readonly Unfit[] = [
  [{ url: 'http://127.0.0.1:1' }, 'url', 'service-unreachable', 'no Gobbler answers'],
  [{ staging: '/nowhere' }, 'staging', 'staging-unavailable', 'should be a directory here'],
  [{ registry: 'source' }, 'registry', 'registry-unavailable', 'should contain the project of the service'],
];
const BAD_NAMES: readonly Unfit[] = [
  [{ asset: 'a/b' }, 'asset', 'invalid-name', "may not contain '/'"],
  [{ version: '..x' }, 'version', 'invalid-name', 'may not start with'],
];
const NO_SUCH: readonly Unfit[] = [
  [{ project: 'nope' }, 'project', 'not-found', '"nope"'],
  [{ asset: 'nope' }, 'asset', 'not-found', '"nope"'],
  [{ version: 'nope' }, 'version', 'not-found', '"nope"'],
];
const SUMS: readonly Unfit[] = [
  [{ 'checksums-file': 'nothing' }, 'checksums-file', 'invalid-input', 'ENOENT'],
  [{ 'checksums-file': 'full/x.txt' }, 'checksums-file', 'invalid-input', 'line 1'],
];
const SPOOF: Unfit = [{ spoof: 'akari' }, 'spoof', 'not-authorized', 'akari'];

const PROVENANCE: readonly Unfit[] = [
  [{ provenance: 'a/provenance.json' }, 'provenance', 'invalid-input', 'may not contain a slash'],
  [{ provenance: 'true' }, 'provenance', 'invalid-input', 'should be a file name that ends with .json'],
  [{ message: 'why' }, 'message', 'invalid-input', 'provenance does not name one'],
  [{ provenance: 'x.json', message: '\u001b[2J' }, 'message', 'invalid-input', 'has 4 characters'],
];

const PART = { part: 'one', directory: 'source' };
const NO_UPLOAD = 'gobbler-multipart-0123456789abcdef01234567';
/** An upload of p/a/v2, with a part `one`. */
export const UPLOAD = 'gobbler-multipart-76543210fedcba9876543210';

const v1 = { project: 'p', asset: 'a', version: 'v1' };

/**
 * Wrong values for every input of every action, in a sandbox with a project `p`, its version `p/a/v1` on probation, and
 * a workspace with a directory `source`, a file `file` and a directory `full` that holds another `x.txt` than v1.
 */
export const WRONG_INPUTS: Readonly<Record<string, WrongInputs>> = {
  '.': {
    right: { project: 'p', asset: 'a', version: 'v2', directory: 'source' },
    unreadable: {
      ...version,
      directory: REQUIRED,
      'include-hidden-files': FLAG,
      'if-no-files-found': [['fail', 'should be error, warn or ignore']],
      symlinks: [['keep', 'should be preserve, dereference or error']],
      probation: FLAG,
      'if-probational': [['no', 'should be warn, error or ignore']],
      'if-exists': [['overwrite', 'should be verify, skip or error']],
      deduplicate: [['yes', 'should be latest, all or off']],
      consume: FLAG,
      verify: [['md5', 'should be checksum, all, size or off']],
      'hash-cache': FLAG,
      concurrency: CONCURRENCY,
      'dry-run': FLAG,
      ...requests,
    },
    unfit: [
      ...SERVICE,
      [{ url: 'gobbler:8080' }, 'url', 'invalid-input', 'does not begin with http:// or https://'],
      [{ registry: '/nowhere' }, 'registry', 'registry-unavailable', 'should be a directory here'],
      ...BAD_NAMES,
      [{ project: 'nope' }, 'project', 'not-found', '"nope" does not exist'],
      ...PROVENANCE,
      [{ directory: 'nowhere' }, 'directory', 'invalid-source', 'does not exist'],
      [{ directory: 'file' }, 'directory', 'invalid-source', 'should be a directory'],
      [{ spoof: 'somebody' }, 'spoof', 'not-authorized', 'may not act for "somebody"'],
      [{ files: '../*' }, 'files', 'invalid-input', "without '.' and '..'"],
      [{ files: '/etc/*' }, 'files', 'invalid-input', 'relative to directory'],
      [{ 'checksums-file': 'file/x' }, 'checksums-file', 'destination-unavailable', 'is not a directory'],
      [{ 'checksums-file': 'source' }, 'checksums-file', 'destination-unavailable', 'is a directory'],
    ],
  },
  stage: {
    right: { project: 'p', asset: 'a', version: 'v2' },
    unreadable: {
      'include-hidden-files': FLAG,
      'if-no-files-found': [['fail', 'should be error, warn or ignore']],
      symlinks: [['keep', 'should be preserve, dereference or error']],
      'keep-days': [
        ['0', 'should be a whole number from 1 to 7'],
        ['8', 'should be a whole number from 1 to 7'],
      ],
      concurrency: CONCURRENCY,
      'timeout-minutes': MINUTES,
      'show-summary': FLAG,
    },
    unfit: [
      ...SERVICE,
      ...BAD_NAMES,
      [{ project: '' }, 'project', 'invalid-input', 'is required to start an upload'],
      [{ project: 'nope' }, 'project', 'not-found', '"nope" does not exist'],
      [{ version: 'v1' }, 'version', 'already-exists', 'p/a/v1 already exists'],
      [{ spoof: 'somebody' }, 'spoof', 'not-authorized', 'may not act for "somebody"'],
      [{ part: 'one' }, 'directory', 'invalid-input', 'directory is required to stage files'],
      [{ directory: 'source' }, 'part', 'invalid-input', 'part is required to stage files'],
      [{ part: 'a/b', directory: 'source' }, 'part', 'invalid-name', "may not contain '/'"],
      [{ ...PART, path: '../x' }, 'path', 'invalid-input', 'should be a path within the version'],
      [{ ...PART, directory: 'nowhere' }, 'directory', 'invalid-source', 'does not exist'],
      [{ ...PART, files: '../*' }, 'files', 'invalid-input', "without '.' and '..'"],
      [
        { ...PART, 'upload-id': 'somewhere' },
        'upload-id',
        'invalid-input',
        'should be like gobbler-multipart-',
      ],
      [{ ...PART, 'upload-id': NO_UPLOAD }, 'upload-id', 'not-found', 'is not in the staging directory'],
    ],
  },
  submit: {
    right: { 'upload-id': UPLOAD },
    unreadable: {
      'upload-id': REQUIRED,
      probation: FLAG,
      'if-probational': [['no', 'should be warn, error or ignore']],
      'if-exists': [['overwrite', 'should be verify, skip or error']],
      deduplicate: [['yes', 'should be latest, all or off']],
      verify: [['md5', 'should be checksum, all, size or off']],
      concurrency: CONCURRENCY,
      ...requests,
    },
    unfit: [
      ...SERVICE,
      [{ 'upload-id': NO_UPLOAD }, 'upload-id', 'not-found', 'is not in the staging directory'],
      [{ 'upload-id': '../x' }, 'upload-id', 'invalid-input', 'should be like gobbler-multipart-'],
      [{ project: 'q' }, 'project', 'invalid-input', 'project should be "p"'],
      [{ asset: 'b' }, 'asset', 'invalid-input', 'asset should be "a"'],
      [{ version: 'v1' }, 'version', 'invalid-input', 'version should be "v2"'],
      ...PROVENANCE,
      [{ parts: 'one\ntwo' }, 'parts', 'incomplete-upload', 'part "two" is not in multipart upload'],
      [{ 'checksums-file': 'source' }, 'checksums-file', 'destination-unavailable', 'is a directory'],
      SPOOF,
    ],
  },
  'await-approval': {
    right: v1,
    unreadable: {
      ...version,
      mode: [['look', 'should be wait or check']],
      'timeout-minutes': MINUTES,
      'poll-interval': [
        ['30', 'should be a duration like 90s'],
        ['0s', 'should be longer than nothing'],
      ],
      'on-timeout': [['warn', 'should be fail or pass']],
      'fail-on-rejection': FLAG,
      'manifest-digest': DIGEST,
      'show-summary': FLAG,
    },
    unfit: [...SERVICE, ...BAD_NAMES, ...SUMS],
  },
  approve: {
    right: v1,
    unreadable: { ...version, 'manifest-digest': DIGEST, 'require-other-approver': FLAG, ...requests },
    unfit: [
      ...SERVICE,
      ...BAD_NAMES,
      ...NO_SUCH,
      ...SUMS,
      [{ 'require-other-approver': 'true' }, 'require-other-approver', 'not-authorized', 'was uploaded by'],
      SPOOF,
    ],
  },
  reject: {
    right: v1,
    unreadable: { ...version, 'manifest-digest': DIGEST, force: FLAG, ...requests },
    unfit: [...SERVICE, ...BAD_NAMES, ...NO_SUCH.slice(0, 2), SPOOF],
  },
  fetch: {
    right: { ...v1, 'allow-probational': 'true' },
    unreadable: {
      project: REQUIRED,
      asset: REQUIRED,
      method: [['move', 'should be auto, copy or symlink']],
      remote: [['yes', 'should be auto, never or always']],
      cache: FLAG,
      verify: [['md5', 'should be checksum, size or off']],
      'allow-probational': FLAG,
      'if-not-found': [['fail', 'should be error, warn or ignore']],
      concurrency: CONCURRENCY,
      'timeout-minutes': MINUTES,
      'show-summary': FLAG,
    },
    unfit: [
      ...SERVICE,
      ...BAD_NAMES,
      ...NO_SUCH,
      [{ destination: 'full' }, 'destination', 'already-exists', 'x.txt has a different size, 9 bytes'],
      [{ destination: 'file' }, 'destination', 'already-exists', 'is not a directory'],
      [{ files: '../*' }, 'files', 'invalid-input', "without '.' and '..'"],
      [{ files: '*.nothing' }, 'files', 'not-found', 'selects none'],
    ],
  },
  'create-project': {
    right: { project: 'q' },
    unreadable: {
      project: REQUIRED,
      owners: NAMES,
      'if-exists': [['fail', 'should be skip or error']],
      ...requests,
    },
    unfit: [
      ...SERVICE,
      [{ project: 'a/b' }, 'project', 'invalid-name', "may not contain '/'"],
      [{ uploaders: 'alicia' }, 'uploaders', 'invalid-input', 'should be a list'],
    ],
  },
  'set-permissions': {
    right: { project: 'p', owners: 'akari' },
    unreadable: {
      project: REQUIRED,
      owners: NAMES,
      'global-write': FLAG,
      mode: [['add', 'should be append or replace']],
      'dry-run': FLAG,
      'prevent-lockout': FLAG,
      ...requests,
    },
    unfit: [
      ...SERVICE,
      SPOOF,
      [{ project: 'nope' }, 'project', 'not-found', '"nope" does not exist'],
      [{ asset: '..x' }, 'asset', 'invalid-name', 'may not start with'],
      [{ owners: '' }, 'owners', 'invalid-input', 'should be given'],
      [{ owners: 'akari', mode: 'replace' }, 'owners', 'invalid-input', 'could not undo it'],
      [{ uploaders: 'id: alicia' }, 'uploaders', 'invalid-input', 'should be a list'],
      [{ 'global-write': 'true', asset: 'a' }, 'global-write', 'invalid-input', 'applies to projects only'],
    ],
  },
  start: {
    right: {},
    unreadable: {
      port: [
        ['70000', 'should be a whole number from 0 to 65535'],
        ['any', 'should be a whole number'],
      ],
      admin: [['a,b', 'should be names, a line each']],
      'probation-days': [['0', 'should be a whole number from 1']],
    },
    unfit: [
      [{ registry: 'file' }, 'registry', 'destination-unavailable', 'registry cannot be used'],
      [{ staging: 'file/x' }, 'staging', 'destination-unavailable', 'staging cannot be used'],
      [{ 'log-file': 'file/x' }, 'log-file', 'destination-unavailable', 'log-file cannot be used'],
      [{ registry: 'r/s', staging: 'r' }, 'registry, staging', 'invalid-input', 'should be separate'],
      [{ admin: 'boss', projects: 'p' }, 'admin', 'invalid-input', 'but names boss'],
      [{ projects: 'a/b' }, 'projects', 'invalid-name', "may not contain '/'"],
      [{ binary: './nothing' }, 'binary', 'invalid-input', 'cannot be run'],
      [{ binary: './file' }, 'binary', 'invalid-input', 'cannot be run'],
      [{ binary: 'true' }, 'binary', 'invalid-input', 'lists no flags'],
    ],
  },
};
