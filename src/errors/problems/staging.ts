import {
  type MappedUserFacts,
  mappedUserText,
  type StagingWriteFacts,
  stagingWriteText,
} from '../findings.ts';
import { type Hint, hint, setting } from '../hint.ts';
import { headed, problem, problemTable, quoted } from '../problem.ts';

const MAKE_ROOM =
  'The filesystem of the staging directory is full, or your quota is used up: make room and run again.';
const NO_ANSWER =
  'The file server of the staging directory does not answer: check the server and the mount, then run again.';
const MOUNT_IT = hint`Mount the staging directory of the service on this machine, or set ${setting('staging')} to its path here.`;
const WRITE_HINTS: Readonly<Record<string, Hint>> = {
  ENOSPC: MAKE_ROOM,
  EDQUOT: MAKE_ROOM,
  EIO: NO_ANSWER,
  ETIMEDOUT: NO_ANSWER,
  ESTALE: 'The staging directory was replaced on the file server: mount it again on this machine.',
  ENOENT: MOUNT_IT,
  ENOTDIR: MOUNT_IT,
  EROFS: 'The staging directory is mounted read-only on this machine: mount it read-write.',
};

/** The staging directory, and staged files. */
export const STAGING = problemTable(() => ({
  'staging-unusable': problem<{
    staging: string;
    found: 'no-directory' | 'missing' | 'read-only' | 'not-writable';
    /** The words of the system. */
    error?: string;
  }>({
    code: 'staging-unavailable',
    input: 'staging',
    text: ({ staging, found, error }) => {
      const state = {
        'no-directory': 'should be a directory here, but is not',
        missing: 'does not exist on this machine',
        'read-only': 'is mounted read-only on this machine',
        'not-writable': `should be writable by everybody (mode 1777), but this user cannot write to it (${error})`,
      }[found];
      return `the staging directory ${staging} ${state}`;
    },
    hint: hint`This machine has to share the filesystem of the service. If it is mounted elsewhere here, set ${setting('staging')}.`,
  }),
  'staging-unlistable': problem<{ staging: string; error: string }>({
    code: 'staging-unavailable',
    input: 'staging',
    text: ({ staging, error }) => `the staging directory ${staging} cannot be listed: ${error}`,
    hint: 'Check its mount and its permissions on this machine.',
  }),
  'leftovers-stay': problem<{
    staging: string;
    /** Why, a sentence for each. */
    failures: readonly string[];
  }>({
    code: 'staging-unavailable',
    input: 'staging',
    ...headed(
      ({ staging, failures }) =>
        `${failures.length === 1 ? 'a leftover' : `${failures.length} leftovers`} of killed runs could not be removed from ${staging}`,
      ({ failures }) => failures,
    ),
    hint: 'Check the filesystem and the permissions of this user, then run gobbler sweep again.',
  }),
  'staging-write-failed': problem<StagingWriteFacts>({
    code: 'staging-unavailable',
    input: 'staging',
    text: stagingWriteText,
    hint: ({ errno = '' }) =>
      WRITE_HINTS[errno] ?? 'Check the staging directory, its filesystem, and the permissions of this user.',
  }),
  'mapped-user': problem<MappedUserFacts>({
    code: 'staging-unavailable',
    input: 'staging',
    text: mappedUserText,
    hint: ({ uid }) =>
      uid === 0
        ? 'The file server maps root to another user (root_squash): run this step as an ordinary user.'
        : 'The file server maps users (all_squash, or an id mapping): run this step on a mount that keeps them apart.',
  }),
  'clocks-differ': problem<{
    /** By how much the clock of the service is ahead. */
    seconds: number;
    /** RFC 3339. */
    written: string;
    now: string;
  }>({
    code: 'request-expired',
    input: 'staging',
    text: ({ seconds, written, now }) =>
      `clocks differ by ${seconds} s: the request was written at ${written}, but the clock of the service shows ${now}`,
    hint: 'Synchronise the clocks of this machine, of the file server of staging, and of the service.',
  }),
  'source-unreadable': problem<{ file: string; error: string }>({
    code: 'invalid-source',
    input: 'directory',
    text: ({ file, error }) => `${file} can no longer be read: ${error}`,
    hint: 'Make sure that nothing changes the directory while it is uploaded.',
  }),
  'outcome-unknown': problem<{
    version: string;
    /** How the connection was lost. */
    error: string;
    seen: LostUpload;
  }>({
    code: 'connection-lost',
    text: ({ version, error }) => `the upload of ${version} ended without an answer: ${error}`,
    hint: ({ seen }) => lostUploadHint(seen),
  }),
}));

/** The registry's state after an upload without an answer. `silent`: the service no longer answers. */
export type LostUpload =
  | { readonly kind: 'nothing' | 'unfinished' | 'silent' }
  /** Somebody else has uploaded the version. RFC 3339. */
  | { readonly kind: 'other'; readonly user: string; readonly uploaded: string };

function lostUploadHint(seen: LostUpload): string {
  switch (seen.kind) {
    case 'nothing':
      return 'Nothing was published: run this again.';
    case 'other':
      return `The version exists, but was uploaded by ${quoted(seen.user)} at ${seen.uploaded}: choose another version name.`;
    default: {
      const state =
        seen.kind === 'unfinished'
          ? 'the version exists, but is unfinished'
          : 'the service no longer answers';
      return `It is unknown whether it was published: ${state}. If it stays unfinished, ask an administrator to delete it (with force), and upload it again.`;
    }
  }
}
