import { type FileProblem, fileProblemText } from '../file-problem.ts';
import { hint, setting } from '../hint.ts';
import { type Maintainers, maintainersText } from '../maintainers.ts';
import { type Mismatch, mismatchText } from '../mismatch.ts';
import { type Facts, firstOf, headed, type Problem, problem, problemTable, quoted } from '../problem.ts';

/** The operation that needs a version. */
type Purpose = 'use' | 'approve' | 'reject';

const MAINTAINER_ACTION = {
  approve: (project: string) => `approve versions of ${project}`,
  reject: (project: string) => `reject versions of ${project}`,
  'set-permissions': (project: string) =>
    `change permissions in ${project}; owners of an asset may change those of the asset`,
} as const;

/** Problems of a file of sha256 sums. */
const sums = <F extends Facts>(text: (facts: F) => string): Problem<F> => ({
  code: 'invalid-input',
  input: 'checksums-file',
  text: (facts) => `checksums-file: ${text(facts)}`,
  hint: 'To create it, run find . ! -type d -exec sha256sum {} + in the published directory.',
});

/** Published versions that a command works on. */
export const VERSIONS = problemTable(() => ({
  'no-approved-version': problem<{
    /** Like p/a. */
    asset: string;
  }>({
    code: 'not-found',
    input: 'project, asset',
    text: ({ asset }) => `${asset} does not exist, or has no approved version`,
    hint: 'Check the names. A version on probation is never the latest one: give its name.',
  }),
  'version-missing': problem<{
    project: string;
    asset: string;
    version: string;
    /** The first of them that does not exist. */
    missing: 'project' | 'asset' | 'version';
    purpose: Purpose;
  }>({
    code: 'not-found',
    input: ({ missing }) => missing,
    text: ({ project, asset, version, missing }) => {
      const name = quoted({ project, asset, version }[missing]);
      const whose = { project: '', asset: ` of ${project}`, version: ` of ${project}/${asset}` }[missing];
      return `${missing} ${name}${whose} does not exist`;
    },
    hint: ({ purpose }) =>
      ({
        use: 'Check the names; a version on probation may also have been rejected.',
        approve: 'Check the names; the version may also have been rejected, or its probation has expired.',
        reject: 'Check the names; a project and an asset remain when a version is rejected.',
      })[purpose],
  }),
  'version-not-finished': problem<{ version: string; purpose: Purpose }>({
    code: 'not-found',
    input: 'version',
    text: ({ version }) => `the upload of ${version} has not finished`,
    hint: ({ purpose }) =>
      ({
        use: 'Try again later. If it never finishes, its upload has crashed: ask an administrator to delete it (with force).',
        approve: 'Wait until it has, for example with the action await-approval.',
        reject:
          'Wait until it has. If it never does, its upload has crashed: ask an administrator to delete it (with force).',
      })[purpose],
  }),
  'version-on-probation': problem<{ version: string }>({
    code: 'on-probation',
    input: 'allow-probational',
    text: ({ version }) => `${version} should be approved, but is on probation`,
    hint: hint`Wait until an owner of the project approves it, or set ${setting('allow-probational', 'true')}. It may still be rejected, and removed.`,
  }),
  'nothing-selected': problem<{
    version: string;
    /** In the version. */
    entries: number;
  }>({
    code: 'not-found',
    input: 'files',
    text: ({ version }) => `files should select entries of ${version}, but selects none`,
    hint: ({ entries }) =>
      `Write patterns relative to the version, which has ${entries === 1 ? '1 entry' : `${entries.toLocaleString('en')} entries`}.`,
  }),
  'other-sums': problem<{
    version: string;
    state: 'approved' | 'not-approved' | 'replaced-when-approved';
    mismatches: readonly Mismatch[];
  }>({
    code: 'content-differs',
    input: 'checksums-file',
    ...headed(
      ({ version, state, mismatches: { length } }) =>
        `${version} ${SUMS_STATE[state]}, but ${length === 1 ? 'one of its files does' : `${length} of its files do`} not match checksums-file`,
      ({ mismatches }) => firstOf(mismatches, mismatchText),
    ),
    hint: 'Find out which side is right: the sums may be those of another version, or the files those of another build.',
  }),
  'pinned-differently': problem<{ version: string; pinned: string; digest: string }>({
    code: 'content-differs',
    input: 'manifest-digest',
    text: ({ version, pinned, digest }) =>
      `manifest-digest pins ${version} to ${pinned}, but its content has the digest ${digest}`,
    hint: 'Review its content, and pin its digest if it is right: the version may have been rejected and uploaded again.',
  }),
  'may-not-spoof': problem<{
    /** The message of the refusal; the service's own words are in `reason`. */
    error: string;
  }>({
    code: 'not-authorized',
    input: 'spoof',
    text: ({ error }) => error,
    hint: hint`Ask the operator of the service to allow it in its spoof table, or leave ${setting('spoof')} out.`,
  }),
  'not-a-maintainer': problem<{
    /** The message of the refusal; the service's own words are in `reason`. */
    error: string;
    action: MaintainerAction;
    /** The users who may, and the project. */
    maintainers: Maintainers;
  }>({
    code: 'not-authorized',
    text: ({ error }) => error,
    hint: ({ action, maintainers }) =>
      `Leave it to ${maintainersText(maintainers)}: only they may ${MAINTAINER_ACTION[action](maintainers.project)}.`,
  }),
  /** `name` is like p, p/a or p/a/v, and `kind` its kind. */
  'removal-missing': problem<{ name: string; kind: 'project' | 'asset' | 'version' }>({
    code: 'not-found',
    input: ({ kind }) => kind,
    text: ({ name }) => `${name} does not exist`,
    hint: 'Check the names; list the registry to see what exists.',
  }),
  'removal-changed': problem<{ shown: string; found: string }>({
    code: 'conflicting-change',
    text: ({ shown, found }) => `nothing was removed, because ${shown} was confirmed, but it is ${found} now`,
    hint: 'Run this again, and check what is to be removed.',
  }),
  'files-differ': problem<{ directory: string; problems: readonly FileProblem[] }>({
    code: 'content-differs',
    input: 'verify',
    ...headed(
      ({ directory, problems: { length } }) =>
        `${length === 1 ? '1 file' : `${length.toLocaleString('en')} files`} in ${directory} ${length === 1 ? 'differs' : 'differ'} from the manifest`,
      ({ problems }) => problems.map(fileProblemText).sort(),
    ),
    hint: 'Ask an administrator to validate the version: the registry may be damaged.',
  }),
  'other-service': problem<{
    url: string;
    /** Staging directories on the machine of the service. */
    expected: string;
    found: string;
  }>({
    code: 'service-misconfigured',
    input: 'url',
    text: ({ url, expected, found }) =>
      `${url} should have the staging directory ${expected}, as before, but now has ${found}`,
    hint: 'Check whether the service was replaced: another Gobbler answers at this address.',
  }),
  'sums-unreadable': sums<{ file: string; error: string }>(
    ({ file, error }) => `${file} should be a file of sha256 sums in UTF-8, but cannot be read: ${error}`,
  ),
  'sums-malformed': sums<{
    file: string;
    /** Number of the line, from 1, and its text, perhaps cut. */
    line: number;
    text: string;
  }>(
    ({ file, line, text }) =>
      `line ${line} of ${file} should be 64 hexadecimal digits, two spaces and a name, but is ${quoted(text)}`,
  ),
  'sums-contradictory': sums<{
    file: string;
    /** Number of the line with the second sum, from 1. */
    line: number;
    name: string;
  }>(({ file, line, name }) => `line ${line} of ${file} has a second sum for ${quoted(name)}`),
}));

/** A request that only maintainers of a project may make. */
export type MaintainerAction = keyof typeof MAINTAINER_ACTION;

const SUMS_STATE = {
  approved: 'is approved',
  'not-approved': 'is not approved',
  'replaced-when-approved': 'was replaced at the moment of its approval, and is approved',
} as const;
