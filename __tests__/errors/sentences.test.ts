import { expect, it } from '@jest/globals';
import {
  type FactsOf,
  type Finding,
  type FindingFacts,
  type FindingKind,
  findingHint,
  findingText,
  gobblerError,
  hintText,
  type ProblemName,
} from '../../src/errors/index.ts';

const uploadId = 'gobbler-multipart-00112233445566778899aabb';
const by = { user: 'alicia', host: 'node7', at: '2030-01-02T03:04:05Z' };

/** A name, with the sentences that its facts become, and those that are expected. */
interface Row {
  readonly name: string;
  readonly sentences: { readonly message: string; readonly hint: string | undefined };
  readonly expected: { readonly message: string; readonly hint: string };
}

function problem<N extends ProblemName>(name: N, facts: FactsOf<N>, message: string, hint: string): Row {
  const error = gobblerError(name, facts);
  return { name, sentences: { message: error.message, hint: error.hint }, expected: { message, hint } };
}

function finding<K extends FindingKind>(name: K, facts: FindingFacts<K>, message: string, hint: string): Row {
  const sentences = {
    message: findingText({ kind: name, facts } as Finding),
    hint: hintText(findingHint({ kind: name, facts } as Finding)),
  };
  return { name, sentences, expected: { message, hint } };
}

it.each([
  problem(
    'project-exists',
    { project: 'demo' },
    'project "demo" already exists',
    'Choose another name, or set if-exists: skip.',
  ),
  problem(
    'unconfirmed',
    { deed: 'remove demo/assay' },
    'confirmation is required to remove demo/assay, but there is no terminal to ask on',
    'Give yes: true if you are sure: this cannot be undone.',
  ),
  problem(
    'lockout',
    { user: 'alicia' },
    'owners does not include "alicia", who is making this change and could not undo it',
    'Add the user to owners, or set prevent-lockout: false if that is intended.',
  ),
  problem(
    'not-decided-in-time',
    {
      version: 'demo/assay/1.0',
      project: 'demo',
      maintainers: 'the owners of demo (ben) and the administrators of the service',
      error: 'no Gobbler answers',
    },
    'demo/assay/1.0 was neither approved nor rejected in time; the last check failed: no Gobbler answers',
    'Ask the owners of demo (ben) and the administrators of the service for a decision and run this again, or raise timeout-minutes.',
  ),
  problem(
    'version-replaced',
    { version: 'demo/assay/1.0', pinned: 'ba78', digest: '3e23' },
    'demo/assay/1.0 was replaced: other content was uploaded under its name; manifest-digest pins ba78, but its digest is 3e23',
    'Let the run that uploaded it wait for the approval. It was rejected and uploaded again, perhaps by another run.',
  ),
  problem(
    'out-of-time',
    { limitMs: 300000 },
    'timed out after 5 min (timeout-minutes)',
    'Raise timeout-minutes, or find the slow part in the log above. Unfinished work was undone.',
  ),
  problem(
    'job-cancelled',
    { signal: 'SIGTERM' },
    'the job was cancelled, or it reached its time limit (SIGTERM)',
    'Run this again to start over. Unfinished work is undone; the service may need a moment longer to roll back.',
  ),
  problem(
    'foreign-registry',
    { url: 'http://gobbler.example.org', registry: '/registry', projects: ['demo'], count: 1 },
    'registry should contain the project of the service at http://gobbler.example.org (demo), but /registry does not',
    'Give the directory where this machine mounts the registry of this service, or leave it out.',
  ),
  problem(
    'published-on-probation',
    { version: 'demo/assay/1.0', user: 'carla' },
    'demo/assay/1.0 was published on probation, because "carla" is not a trusted uploader',
    'Ask an owner of the project to approve it: until then, it is not the latest version. Set probation: true if that is intended.',
  ),
  problem(
    'projects-without-admin',
    { user: undefined, admins: [] },
    'admin should include this user, who has no name, to create projects, but names nobody',
    'Add this user to admin, or leave out admin or projects.',
  ),
  problem(
    'version-missing',
    { project: 'demo', asset: 'assay', version: '1.0', purpose: 'use', missing: 'version' },
    'version "1.0" of demo/assay does not exist',
    'Check the names; a version on probation may also have been rejected.',
  ),
  problem(
    'other-sums',
    { version: 'demo/assay/1.0', state: 'approved', mismatches: [{ path: 'x', kind: 'missing' }] },
    'demo/assay/1.0 is approved, but one of its files does not match checksums-file: "x" is missing in the version',
    'Find out which side is right: the sums may be those of another version, or the files those of another build.',
  ),
  problem(
    'not-a-maintainer',
    {
      error: 'the service refused to approve probation: not an owner',
      maintainers: { project: 'demo', owners: ['ben', 'carla'] },
      action: 'approve',
    },
    'the service refused to approve probation: not an owner',
    'Leave it to the owners of demo (ben, carla) and the administrators of the service: only they may approve versions of demo.',
  ),
  problem(
    'sums-malformed',
    { file: '/work/sums', line: 3, text: 'hello' },
    'checksums-file: line 3 of /work/sums should be 64 hexadecimal digits, two spaces and a name, but is "hello"',
    'To create it, run find . ! -type d -exec sha256sum {} + in the published directory.',
  ),
  problem(
    'destination-occupied',
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
    '/work/data already contains 5 other files at paths of the version: a is not a directory',
    'Remove them first, or choose another destination. Nothing was written.',
  ),
  problem(
    'bad-name',
    { kind: 'asset', name: 'a/b', found: "may not contain '/'" },
    'asset name "a/b" may not contain \'/\'',
    'Choose another asset name; letters, digits, dots, dashes and underscores are always safe.',
  ),
  problem(
    'bad-name',
    { kind: 'asset', found: 'should be text, but is missing' },
    'asset name should be text, but is missing',
    'Choose another asset name; letters, digits, dots, dashes and underscores are always safe.',
  ),
  problem(
    'bad-url',
    { url: 'gobbler:8080', found: 'no-scheme' },
    'url should be like http://gobbler.example.org:8080, but "gobbler:8080" does not begin with http:// or https://',
    'Give the address of the service with its scheme, and with its path prefix if it has one.',
  ),
  problem(
    'unreachable',
    { url: 'http://gobbler.example.org', error: 'connect ECONNREFUSED 127.0.0.1:8080' },
    'no Gobbler answers at http://gobbler.example.org: connect ECONNREFUSED 127.0.0.1:8080',
    'Check url, that the service is running, and that this machine may connect to it.',
  ),
  problem(
    'unreachable',
    { url: 'http://gobbler.example.org', error: 'SELF_SIGNED_CERT_IN_CHAIN', cause: 'untrusted-certificate' },
    'no Gobbler answers at http://gobbler.example.org: its certificate is signed by an authority that this machine does not trust (SELF_SIGNED_CERT_IN_CHAIN)',
    'Set NODE_EXTRA_CA_CERTS, in the environment of this process, to a file with the certificate of that authority.',
  ),
  problem(
    'refused-unauthorized',
    { action: 'create_project', reason: 'you are not an administrator' },
    'the service refused to create project: you are not an administrator',
    'Ask an administrator of the Gobbler to do this.',
  ),
  problem(
    'upload-missing',
    { uploadId, staging: '/staging' },
    'multipart upload gobbler-multipart-00112233445566778899aabb is not in the staging directory /staging',
    'Check that this machine sees the same staging directory as the one that started the upload. Uploads are removed after keep-days without a change: if it was, start a new one, and stage all parts again.',
  ),
  problem(
    'submitted-before',
    {
      uploadId,
      version: 'demo/assay/1.0',
      by,
    },
    'multipart upload gobbler-multipart-00112233445566778899aabb was already submitted as demo/assay/1.0, by alicia on node7 at 2030-01-02T03:04:05Z',
    'Set if-exists: verify to make this a success. Nothing is left to do.',
  ),
  problem(
    'source-changed',
    { path: 'data/x' },
    '"data/x" changed while it was being staged',
    'Make sure that nothing writes to the directory while it is uploaded.',
  ),
  problem(
    'staging-unusable',
    { staging: '/staging', error: 'EACCES: permission denied', found: 'not-writable' },
    'the staging directory /staging should be writable by everybody (mode 1777), but this user cannot write to it (EACCES: permission denied)',
    'Mount the staging directory of the service on this machine, or set staging to its path here.',
  ),
  problem(
    'staging-write-failed',
    { item: 'data/x', error: 'ENOSPC: write', errno: 'ENOSPC' },
    'data/x could not be written to staging: ENOSPC: write',
    'Make room on the filesystem of the staging directory, which is full, or in your quota, which is used up. Then run this again.',
  ),
  problem(
    'clocks-differ',
    { seconds: 300, written: '2030-01-02T03:04:05Z', now: '2030-01-02T03:09:05Z' },
    'clocks differ by 300 s: the request was written at 2030-01-02T03:04:05Z, but the clock of the service shows 2030-01-02T03:09:05Z',
    'Synchronize the clocks of this machine, of the file server of staging, and of the service.',
  ),
  problem(
    'outcome-unknown',
    { version: 'demo/assay/1.0', error: 'socket hang up', seen: { kind: 'unfinished' } },
    'the upload of demo/assay/1.0 ended without an answer: socket hang up',
    'Check the status of the version: it is unknown whether it was published, since the version exists, but is unfinished. If it stays unfinished, ask an administrator to delete it (with force), and upload it again.',
  ),
  problem(
    'upload-refused',
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
    'the upload of demo/assay/1.0 was refused for 2 reasons: asset name "a/b" may not contain \'/\'; …',
    'Choose another name; letters, digits, dots, dashes and underscores are always safe.',
  ),
  problem(
    'version-differs',
    {
      version: 'demo/assay/1.0',
      user: 'ben',
      uploaded: '2030-01-02T03:04:05Z',
      mismatches: [{ path: 'a', kind: 'missing' }],
    },
    'version demo/assay/1.0 already exists (uploaded by "ben" at 2030-01-02T03:04:05Z), and one of its entries differs from the directory: "a" is missing in the version',
    'Publish this content under another version name: versions are permanent.',
  ),
])('the problem $name in words', ({ sentences, expected }) => {
  expect(sentences).toEqual(expected);
});

it.each([
  finding(
    'missing-directory',
    { directory: '/work/results' },
    'directory /work/results does not exist',
    'Check the path. A relative path starts from the workspace; in a shell, from the current directory.',
  ),
  finding(
    'unreadable',
    { directory: '/work/results', path: '' },
    'directory /work/results cannot be read by this user',
    'Give this user read permission, or exclude it with files.',
  ),
  finding(
    'no-files',
    { directory: '/work/results', hidden: 51, unselected: 0 },
    'directory /work/results contains no files to upload; left out: 51 hidden (see include-hidden-files)',
    'Check directory, files, include-hidden-files, and whether the step that creates the files ran.',
  ),
  finding(
    'overlapping-directory',
    { directory: '/work/results', other: 'staging directory', path: '/work', relation: 'is in' },
    'directory /work/results cannot be removed after the upload (consume), because it is in the staging directory /work',
    'Choose another directory. With consume, upload a copy.',
  ),
  finding(
    'special-file',
    { path: 'data/x', found: 'a FIFO' },
    '"data/x" is a FIFO, not a regular file',
    'Remove it, or exclude it with files: only regular files, directories and links can be published.',
  ),
  finding(
    'internal-name',
    { path: 'data/..x' },
    '"data/..x" starts with two dots, which the service reserves',
    'Rename it, or exclude it with files: the service uses names that start with two dots for its own files.',
  ),
  finding(
    'dangling-link',
    { path: 'latest', text: '../x' },
    'link "latest" -> "../x" is dangling: its target does not exist',
    'Restore its target, remove it, or exclude it with files.',
  ),
  finding(
    'outside-link',
    { path: 'latest', text: '../x', isIndirect: false },
    'link "latest" -> "../x" points out of the directory',
    'Set symlinks: dereference to publish the content, or exclude the link with files: only links to files in the directory or in the registry can be published.',
  ),
  finding(
    'registry-link',
    { path: 'latest', text: '../x', version: 'demo/assay/0.9', found: 'on-probation' },
    'link "latest" -> "../x" points to demo/assay/0.9, which is on probation',
    'Link to a file in the manifest of a version that is not on probation.',
  ),
  finding(
    'collision',
    {
      path: 'data/x',
      parts: [
        {
          part: 'linux',
          kind: 'file',
          staged: by,
        },
        {
          part: 'macos',
          kind: 'link',
          staged: { user: 'alicia', host: 'node8', at: '2030-01-02T03:04:05Z' },
        },
      ],
    },
    '"data/x" is in two parts: part "linux" (a file, from alicia on node7 at 2030-01-02T03:04:05Z) and part "macos" (a link, from alicia on node8 at 2030-01-02T03:04:05Z)',
    'Give the parts different paths, or leave the file out of one of them; then stage that part again.',
  ),
  finding(
    'missing-part',
    { uploadId, part: 'linux', complete: ['macos'], completeCount: 1 },
    'part "linux" is not in multipart upload gobbler-multipart-00112233445566778899aabb, which has "macos"',
    'Stage the missing parts, or correct parts.',
  ),
  finding(
    'bad-name',
    { kind: 'asset', found: 'should be text, but is missing' },
    'asset name should be text, but is missing',
    'Choose another name; letters, digits, dots, dashes and underscores are always safe.',
  ),
  finding(
    'staging',
    { staging: '/staging', serviceStaging: '/srv/staging' },
    'staging should be the directory /srv/staging of the service, but the service does not see files in /staging',
    'Mount the staging directory of the service on this machine, or set staging to its path here.',
  ),
  finding(
    'not-allowed',
    { user: 'carla', asset: 'demo/assay', owners: ['alicia', 'ben'] },
    'user "carla" may not upload to demo/assay (owners of the project: alicia, ben)',
    'Ask an owner of the project to make this user an uploader.',
  ),
  finding(
    'untrusted',
    { user: 'carla', asset: 'demo/assay' },
    '"carla" is not a trusted uploader of demo/assay, so the version would be on probation',
    'Set probation: true, or ask an owner of the project to make this user a trusted uploader.',
  ),
  finding(
    'unknown-user',
    { uid: 54321 },
    'the service should know user id 54321 of this process, but does not',
    'Run the job as a user who has an account on the machine of the service; users in containers often do not.',
  ),
  finding(
    'same-md5',
    {
      path: 'data/x',
      sha256: 'ba78',
      other: 'demo/assay/1.0/y',
      version: 'demo/assay/1.0',
      otherSha256: '3e23',
    },
    '"data/x" has sha256 ba78, but demo/assay/1.0/y of the latest version, demo/assay/1.0, has the same size and MD5 with sha256 3e23: the service would publish that in its place',
    'Find out where the file comes from, since this does not happen by chance. Publish it in another asset, or exclude it with files: the service treats files with the same size and MD5 as identical.',
  ),
  finding(
    'version-exists',
    { version: 'demo/assay/1.0', onProbation: true, user: 'ben', uploaded: '2030-01-02T03:04:05Z' },
    'version demo/assay/1.0 already exists: uploaded by "ben" at 2030-01-02T03:04:05Z, on probation',
    'Choose another version name: versions are permanent.',
  ),
  finding(
    'version-unfinished',
    { version: 'demo/assay/1.0' },
    'version demo/assay/1.0 already exists, but its upload has not finished',
    'Choose another version name. If no upload is running, the service crashed in the middle of one: ask an administrator to delete the version (with force).',
  ),
])('the finding $name in words', ({ sentences, expected }) => {
  expect(sentences).toEqual(expected);
});
