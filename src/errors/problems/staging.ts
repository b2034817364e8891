import { headed, problem, problemTable, quoted } from '../problem.ts';
import {
  MAPPED_USER_HINT,
  type MappedUserFacts,
  MOUNT_STAGING,
  mappedUserText,
  type StagingWriteFacts,
  stagingWriteHint,
  stagingWriteText,
} from '../staging-fault.ts';

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
    hint: MOUNT_STAGING,
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
    hint: stagingWriteHint,
  }),
  'mapped-user': problem<MappedUserFacts>({
    code: 'staging-unavailable',
    input: 'staging',
    text: mappedUserText,
    hint: MAPPED_USER_HINT,
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
    hint: 'Synchronize the clocks of this machine, of the file server of staging, and of the service.',
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
  /** Somebody else has uploaded the version; or perhaps, since its content `differs`. RFC 3339. */
  | { readonly kind: 'other' | 'differs'; readonly user: string; readonly uploaded: string };

function lostUploadHint(seen: LostUpload): string {
  switch (seen.kind) {
    case 'nothing':
      return 'Run this again: nothing was published.';
    case 'other':
      return `Choose another version name: the version exists, but was uploaded by ${quoted(seen.user)} at ${seen.uploaded}.`;
    case 'differs':
      return `Check the version against the source: it exists, uploaded by ${quoted(seen.user)} at ${seen.uploaded}, but its content differs. Another run has published it, or the source changed during the upload.`;
    default: {
      const state =
        seen.kind === 'unfinished'
          ? 'the version exists, but is unfinished'
          : 'the service no longer answers';
      return `Check the status of the version: it is unknown whether it was published, since ${state}. If it stays unfinished, ask an administrator to delete it (with force), and upload it again.`;
    }
  }
}
