import type { ErrorCode } from '../codes.ts';
import { hint, setting } from '../hint.ts';
import { directoryMismatchText, type Mismatch } from '../mismatch.ts';
import { firstOf, headed, type NoFacts, problem, problemTable, quoted } from '../problem.ts';

const unusableInputs = ({ length }: readonly unknown[]): string => `${length} inputs cannot be used`;

/** Why a signal may come, where that says more than its name. */
const SIGNAL_REASONS: Readonly<Record<string, string>> = {
  SIGINT: 'Ctrl-C was pressed',
  SIGQUIT: 'Ctrl-\\ was pressed',
  SIGHUP: 'its terminal was closed',
};

/** Commands: their inputs, how they end, and their reports. */
export const COMMANDS = problemTable(() => ({
  'bad-command-line': problem<{
    /** The words of the parser. */
    error: string;
    /** Undefined if it names none. */
    command?: string;
  }>({
    code: 'invalid-input',
    text: ({ error }) => error,
    hint: ({ command }) => `See gobbler ${command === undefined ? '' : `${command} `}--help.`,
  }),
  'inputs-unusable': problem<{
    /** The inputs, each with a sentence that begins with its name. */
    problems: readonly { readonly input: string; readonly sentence: string }[];
    /** Where this front end takes inputs from, as a hint. */
    advice: string;
  }>({
    code: 'invalid-input',
    input: ({ problems }) => problems.map(({ input }) => input).join(', '),
    text: ({ problems }) => (problems.length === 1 ? `${problems[0]?.sentence}` : unusableInputs(problems)),
    headline: ({ problems }) => unusableInputs(problems),
    findings: ({ problems }) => problems.map(({ sentence }) => sentence),
    hint: ({ advice }) => advice,
  }),
  'message-unpublished': problem<NoFacts>({
    code: 'invalid-input',
    input: 'message',
    text: () => 'message is a part of the provenance file, but provenance does not name one',
    hint: hint`Set ${setting('provenance', 'provenance.json')}.`,
  }),
  'message-unfit': problem<{ length: number; mostCharacters: number }>({
    code: 'invalid-input',
    input: 'message',
    text: ({ length, mostCharacters }) =>
      `message should be text of at most ${mostCharacters} characters, with no control characters other than line breaks and tabs, but has ${length} characters${length > mostCharacters ? '' : ', including other control characters'}`,
    hint: 'Shorten it, or remove these characters.',
  }),
  'settings-unusable': problem<{ file: string; found: SettingsFault }>({
    code: 'invalid-input',
    text: ({ file, found }) => `the settings file ${file} ${settingsFaultText(found)}`,
    hint: ({ file, found }) =>
      found.kind === 'writable'
        ? `Check its content, since others may have changed it. Then run chmod go-w ${file}.`
        : 'Correct or remove the file. It is JSON like {"url": "http://gobbler.example.org:8080", "staging": "/mnt/staging"}.',
  }),
  'bad-concurrency': problem<{ found: string }>({
    code: 'invalid-input',
    input: 'concurrency',
    text: ({ found }) => `concurrency should be a whole number of at least 1, but is ${found}`,
    hint: 'Leave concurrency out for a default that suits the work.',
  }),
  'current-directory-lost': problem<{ error: string }>({
    code: 'invalid-input',
    text: ({ error }) => `the current directory has been removed, or cannot be read: ${error}`,
    hint: 'Change to another directory, or give absolute paths.',
  }),
  'job-cancelled': problem<{
    /** Its name, such as `SIGINT`. */
    signal: string;
  }>({
    code: 'cancelled',
    text: ({ signal }) =>
      `the job was cancelled, or ${SIGNAL_REASONS[signal] ?? 'it reached its time limit'} (${signal})`,
    hint: 'Run this again to start over. Unfinished work is undone; the service may need a moment longer to roll back.',
  }),
  'job-ended': problem<NoFacts>({
    code: 'cancelled',
    text: () => 'the parent process has ended, so the job that started this process is over',
    hint: 'Start the last command of a job script with exec, so that signals reach it. To let it outlive the job, unset SLURM_JOB_ID and the like for it. Unfinished work is undone.',
  }),
  'out-of-time': problem<{ limitMs: number }>({
    code: 'timed-out',
    input: 'timeout-minutes',
    text: ({ limitMs }) => {
      const limit = limitMs % 60_000 === 0 ? `${limitMs / 60_000} min` : `${limitMs / 1000} s`;
      return `timed out after ${limit} (timeout-minutes)`;
    },
    hint: hint`Raise ${setting('timeout-minutes')}, or find the slow part in the log above. Unfinished work was undone.`,
  }),
  'too-many-open-files': problem<{
    /** The code and the message of the failure behind it. */
    code: ErrorCode;
    error: string;
    /** The limit that was reached: of the process, or of the whole machine. */
    limit: 'EMFILE' | 'ENFILE';
    /** Whether the command has the input `concurrency`. */
    hasConcurrency: boolean;
  }>({
    code: ({ code }) => code,
    input: ({ hasConcurrency }) => (hasConcurrency ? 'concurrency' : undefined),
    text: ({ error }) => error,
    hint: ({ limit, hasConcurrency }) => {
      const remedy =
        limit === 'EMFILE'
          ? 'raise the limit on open files (ulimit -n).'
          : 'wait until other programs on this machine have fewer files open.';
      return hasConcurrency
        ? ['Lower ', setting('concurrency'), `, or ${remedy}`]
        : `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`;
    },
  }),
  'foreign-registry': problem<{
    url: string;
    registry: string;
    /** The first of the projects of the service, and how many it has. */
    projects: readonly string[];
    count: number;
  }>({
    code: 'registry-unavailable',
    input: 'registry',
    text: ({ url, registry, projects, count }) => {
      const named = [...projects, ...(count > projects.length ? ['…'] : [])].join(', ');
      const number = count === 1 ? 'project' : `${count.toLocaleString('en')} projects`;
      return `registry should contain the ${number} of the service at ${url} (${named}), but ${registry} ${count === 1 ? 'does not' : 'has none of them'}`;
    },
    hint: 'Give the directory where this machine mounts the registry of this service, or leave it out.',
  }),
  'staging-missing': problem<{ staging: string }>({
    code: 'staging-unavailable',
    input: 'staging',
    text: ({ staging }) => `staging should be a directory here, but ${staging} is not`,
    hint: 'Give the directory where this machine mounts the staging directory of the service, or leave it out.',
  }),
  'place-of-service': problem<{
    input: string;
    path: string;
    /** The directory of the service that it is in. */
    kind: 'registry' | 'staging';
    directory: string;
  }>({
    code: 'invalid-input',
    input: ({ input }) => input,
    text: ({ input, path, kind, directory }) =>
      `${input} should be outside the ${kind}, but ${path} is in ${directory}`,
    hint: 'Choose a path in the workspace.',
  }),
  'prefix-without-version': problem<NoFacts>({
    code: 'invalid-input',
    input: 'prefix',
    text: () => 'prefix selects files of a version, but no version is given',
    hint: hint`Give a project, an asset and a version, or leave ${setting('prefix')} out.`,
  }),
  'directory-differs': problem<{
    directory: string;
    version: string;
    /** `expected` is of the directory, `found` of the version. */
    mismatches: readonly Mismatch[];
  }>({
    code: 'content-differs',
    input: 'directory',
    ...headed(
      ({ directory, version }) => `${directory} differs from ${version}`,
      ({ mismatches }) => firstOf(mismatches, directoryMismatchText),
    ),
    hint: hint`Correct the directory, or publish it as another version. Entries that ${setting('files')} excludes, and hidden entries that are left out, count as missing in it.`,
  }),
  'version-not-readable': problem<{
    /** Of the version in the registry. */
    path: string;
  }>({
    code: 'registry-unavailable',
    input: 'registry',
    text: ({ path }) => `${path} should be readable here, but is not`,
    hint: 'Mount the registry on this machine, or give a directory to compare with the version.',
  }),
  'published-on-probation': problem<{ version: string; user: string }>({
    code: 'on-probation',
    input: 'if-probational',
    text: ({ version, user }) =>
      `${version} was published on probation, because ${quoted(user)} is not a trusted uploader`,
    hint: hint`Ask an owner of the project to approve it: until then, it is not the latest version. Set ${setting('probation', 'true')} if that is intended.`,
  }),
  'manifest-unwritable': problem<{ error: string }>({
    code: 'destination-unavailable',
    text: ({ error }) => `the manifest cannot be written: ${error}`,
    hint: 'Make room in the temporary directory of the runner. This machine does not see the registry, so later steps need a copy of the manifest. Nothing was done.',
  }),
  'checksums-unwritable': problem<{
    /** The step that failed: the check before the upload, the writing, or the removal of an earlier file. */
    step: 'check' | 'write' | 'remove';
    /** The words of the system; or the file, or a place above it, that is of the wrong kind. */
    found: { readonly error: string } | { readonly directory: string } | { readonly notDirectory: string };
  }>({
    code: 'destination-unavailable',
    input: 'checksums-file',
    text: ({ step, found }) => {
      const failed = {
        check: 'cannot be written',
        write: 'could not be written',
        remove: 'could not be removed',
      }[step];
      const reason =
        'error' in found
          ? found.error
          : 'directory' in found
            ? `${found.directory} is a directory`
            : `${found.notDirectory} is not a directory`;
      return `checksums-file ${failed}: ${reason}`;
    },
    hint: ({ step }) => {
      const state = {
        check: 'Nothing was uploaded.',
        write: 'The version itself is published.',
        remove: 'It contains the sums of an earlier run.',
      }[step];
      return `Check the path and the permissions of this user. ${state}`;
    },
  }),
}));

/** Why a settings file cannot be used. */
export type SettingsFault =
  | { readonly kind: 'unreadable' | 'no-json' | 'no-url'; readonly error: string }
  | { readonly kind: 'no-file' | 'no-object' }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limitBytes: number }
  | { readonly kind: 'foreign' /** A user id. */; readonly owner: number }
  | { readonly kind: 'writable' /** Octal. */; readonly mode: string }
  | { readonly kind: 'unknown-key'; readonly key: string; readonly keys: readonly string[] }
  | { readonly kind: 'no-text'; readonly key: string }
  | { readonly kind: 'no-path'; readonly key: string; readonly value: string };

function settingsFaultText(found: SettingsFault): string {
  switch (found.kind) {
    case 'unreadable':
      return `should be readable, but is not: ${found.error}`;
    case 'no-file':
      return 'should be a regular file, but is not';
    case 'too-large':
      return `should have at most ${found.limitBytes} bytes, but has ${found.bytes}`;
    case 'foreign':
      return `should belong to this user or root, but belongs to the user with id ${found.owner}`;
    case 'writable':
      return `should be writable by its owner only, but has mode ${found.mode}`;
    case 'no-json':
      return `should contain JSON, but does not: ${found.error}`;
    case 'no-object':
      return 'should contain a JSON object, but contains another value';
    case 'unknown-key':
      return `should have no keys other than ${found.keys.join(', ')}, but has ${quoted(found.key)}`;
    case 'no-text':
      return `should have a non-empty string as ${quoted(found.key)}, but does not`;
    case 'no-path':
      return `should have an absolute path as ${quoted(found.key)}, but has ${quoted(found.value)}`;
    case 'no-url':
      return `has an unusable address: ${found.error}`;
  }
}
