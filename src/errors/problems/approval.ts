import { hint, setting } from '../hint.ts';
import { problem, problemTable, quoted } from '../problem.ts';

/** How the wait for an approval ended without one, as the end of a sentence about the version. */
export const UNAPPROVED = {
  'rejected-or-expired': 'was rejected, or has expired',
  replaced: 'was replaced: other content was uploaded under its name',
  missing: 'does not exist',
  'timed-out': 'was neither approved nor rejected in time',
} as const;

/** Versions on probation. */
export const APPROVAL = problemTable(() => ({
  'not-decided-in-time': problem<{
    version: string;
    project: string;
    /** The users who can approve, in words, if they are known. */
    maintainers?: string | undefined;
    /** Why the last check failed, if it did. */
    error?: string | undefined;
  }>({
    code: 'timed-out',
    input: 'timeout-minutes',
    text: ({ version, error }) =>
      `${version} ${UNAPPROVED['timed-out']}${error === undefined ? '' : `; the last check failed: ${error}`}`,
    hint: ({ project, maintainers = `the owners of ${project}` }) => [
      `Ask ${maintainers} for a decision and run this again, or raise `,
      setting('timeout-minutes'),
      '.',
    ],
  }),
  'nothing-to-approve': problem<{ version: string }>({
    code: 'not-found',
    input: 'project, asset, version',
    text: ({ version }) => `${version} ${UNAPPROVED.missing}`,
    hint: 'Check the names. The version may already have been rejected.',
  }),
  'rejected-or-expired': problem<{ version: string }>({
    code: 'not-found',
    input: 'fail-on-rejection',
    text: ({ version }) => `${version} ${UNAPPROVED['rejected-or-expired']}`,
    hint: 'Ask the owners which of the two it was, fix the problems they found, and publish again.',
  }),
  'version-replaced': problem<{
    version: string;
    /** The digest that `manifest-digest` asks for, if another one was found. */
    pinned?: string | undefined;
    digest?: string | undefined;
  }>({
    code: 'content-differs',
    input: ({ pinned }) => (pinned === undefined ? 'fail-on-rejection' : 'manifest-digest'),
    text: ({ version, pinned, digest }) => {
      const pin = pinned === undefined ? '' : `; manifest-digest pins ${pinned}, but its digest is ${digest}`;
      return `${version} ${UNAPPROVED.replaced}${pin}`;
    },
    hint: 'Let the run that uploaded it wait for the approval. It was rejected and uploaded again, perhaps by another run.',
  }),
  'replaced-while-compared': problem<{ version: string }>({
    code: 'content-differs',
    input: 'checksums-file',
    text: ({ version }) => `${version} was replaced while it was compared`,
    hint: 'Run this again if that is expected. It was rejected and uploaded again, perhaps by another run.',
  }),
  'replaced-since-shown': problem<{
    version: string;
    /** Manifest digests: of the content that the page showed, and of the present one. */
    shown: string;
    digest: string;
  }>({
    code: 'content-differs',
    text: ({ version, shown, digest }) =>
      `${version} was replaced after the page was loaded: the page showed the digest ${shown}, the version now has ${digest}`,
    hint: 'Review its current content, then decide again.',
  }),
  'replaced-when-approved': problem<{
    version: string;
    /** Manifest digests: of the content to approve, and of the approved content. */
    expected: string;
    digest: string;
  }>({
    code: 'content-differs',
    input: 'manifest-digest',
    text: ({ version, expected, digest }) =>
      `${version} is approved, but was replaced at that very moment: its digest is ${digest}, not ${expected}`,
    hint: 'Review its content. To withdraw it, ask an administrator to delete the version.',
  }),
  'approved-already': problem<{ version: string }>({
    code: 'not-on-probation',
    input: 'version',
    text: ({ version }) => `${version} cannot be rejected: it is approved, or was never on probation`,
    hint: 'Ask an administrator of the service to delete it: approved versions are permanent.',
  }),
  'approver-is-uploader': problem<{
    version: string;
    uploader: string;
    /** The account that approves: its own, or the one that `spoof` names. Undefined if its number has no name here. */
    approver?: string | undefined;
  }>({
    code: 'not-authorized',
    input: 'require-other-approver',
    text: ({ version, uploader, approver }) =>
      approver === undefined
        ? `${version} was uploaded by ${quoted(uploader)}; require-other-approver expects another account, but the user of this process has no name on this machine`
        : `${version} was uploaded by ${quoted(uploader)}, which is also the account that approves it; require-other-approver expects another one`,
    hint: ({ approver }) =>
      approver === undefined
        ? 'Approve it as a user whom this machine knows by name.'
        : 'Approve it from another account that may do so, such as a person with `gobbler approve`, or a runner of another user.',
  }),
  'typed-differently': problem<{ version: string; typed: string }>({
    code: 'invalid-input',
    text: ({ version, typed }) =>
      `the version to reject is called ${quoted(version)}, but ${quoted(typed)} was typed to confirm it`,
    hint: 'Go back, and type the version as the page shows it.',
  }),
  'port-unavailable': problem<{ port: number; error: string }>({
    code: 'invalid-input',
    input: 'port',
    text: ({ port, error }) => `port ${port} cannot be used: ${error}`,
    hint: hint`Choose another one, or leave ${setting('port')} out to get one that is free.`,
  }),
  'project-vanished': problem<{ project: string }>({
    code: 'registry-unavailable',
    text: ({ project }) => `the service no longer finds the project ${quoted(project)}`,
    hint: 'Check that its registry is mounted, and whether an administrator has deleted the project.',
  }),
}));
