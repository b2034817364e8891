import { badNameText } from '../bad-name.ts';
import type { ErrorCode } from '../codes.ts';
import { hint, setting } from '../hint.ts';
import { problem, problemTable } from '../problem.ts';

/** The filesystem, rather than the environment of the step, is what is wrong. */
const OF_FILESYSTEM: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** The workflow runner, and services that are started. */
export const RUNNER = problemTable(() => ({
  'command-file-unwritable': problem<{
    /** The variable that names it, such as `GITHUB_OUTPUT`. */
    variable: string;
    error: string;
    /** Name of the errno. */
    errno: string | undefined;
  }>({
    code: ({ errno }): ErrorCode => (OF_FILESYSTEM.has(errno) ? 'destination-unavailable' : 'invalid-input'),
    input: ({ variable }) => variable,
    text: ({ variable, error }) => `${variable} should name a file that can be written: ${error}`,
    hint: ({ errno }) =>
      OF_FILESYSTEM.has(errno)
        ? 'Make room on the filesystem of the temporary directory of the runner, or mount it read-write. Nothing was done.'
        : 'Correct the environment of the step, or leave the variable out.',
  }),
  'state-unwritable': problem<{ error: string }>({
    code: 'destination-unavailable',
    text: ({ error }) => `GITHUB_STATE cannot be written: ${error}`,
    hint: 'Make room on the filesystem of the temporary directory of the runner.',
  }),
  'binary-unfit': problem<{
    command: string;
    found: BinaryFault;
  }>({
    code: 'invalid-input',
    input: 'binary',
    text: ({ command, found }) => `binary should be a Gobbler, but ${command} -h ${binaryFaultText(found)}`,
    hint: 'Give the path of a Gobbler that runs on this machine, or leave it out for the embedded one.',
  }),
  'temporary-not-created': problem<{ directory: string; error: string }>({
    code: 'destination-unavailable',
    text: ({ directory, error }) => `${directory} cannot be created: ${error}`,
    hint: 'Set RUNNER_TEMP, or TMPDIR, to a directory in which this user can write.',
  }),
  'service-directory-unusable': problem<{ input: string; error: string }>({
    code: 'destination-unavailable',
    input: ({ input }) => input,
    text: ({ input, error }) => `${input} cannot be used: ${error}`,
    hint: 'Choose a directory in which this user can write, or leave the input out.',
  }),
  'directories-nested': problem<{ registry: string; staging: string }>({
    code: 'invalid-input',
    input: 'registry, staging',
    text: ({ registry, staging }) =>
      `registry and staging should be separate directories, but are ${registry} and ${staging}`,
    hint: 'Give two directories of which neither contains the other.',
  }),
  'bad-project-name': problem<{
    name?: string;
    /** The rule that it breaks. */
    found: string;
  }>({
    code: 'invalid-name',
    input: 'projects',
    text: (facts) => `projects: ${badNameText({ kind: 'project', ...facts })}`,
    hint: 'Choose another project name; letters, digits, dots, dashes and underscores are always safe.',
  }),
  'projects-without-admin': problem<{ user: string | undefined; admins: readonly string[] }>({
    code: 'invalid-input',
    input: 'admin',
    text: ({ user = 'this user, who has no name', admins }) =>
      `admin should include ${user}, to create projects, but names ${admins.join(', ') || 'nobody'}`,
    hint: hint`Add this user to ${setting('admin')}, or leave out ${setting('admin')} or ${setting('projects')}.`,
  }),
  'port-taken': problem<{ port: number }>({
    code: 'service-unreachable',
    input: 'port',
    text: ({ port }) => `port should be free, but another service answers at ${port}`,
    hint: 'Choose another port, or 0 for any that is free.',
  }),
  'service-not-up': problem<{
    url: string;
    /** Whether the input `port` names it. */
    isPortGiven: boolean;
    found: StartFault;
    logFile: string;
    /** Its last lines. */
    log: readonly string[];
  }>({
    code: 'service-unreachable',
    input: ({ isPortGiven }) => (isPortGiven ? 'port' : undefined),
    text: ({ url, found }) => `the service did not come up at ${url}: ${startFaultText(found)}`,
    findings: ({ log }) => log,
    hint: ({ logFile }) => `See its log for details: ${logFile}.`,
  }),
  'binary-not-up': problem<{
    binary: string;
    url: string;
    /** The end of its error output. */
    error: string;
  }>({
    code: 'service-unreachable',
    input: 'binary',
    text: ({ binary, url, error }) => `${binary} did not come up as a Gobbler at ${url}: ${error}`,
    hint: 'Check that it is a Gobbler that runs on this machine.',
  }),
}));

/** Why a program does not count as a Gobbler, after an attempt to list its flags. */
export type BinaryFault =
  | { readonly kind: 'no-flags' | 'endless' }
  /** A shell could not run it. */
  | { readonly kind: 'not-run'; readonly error: string }
  /** No shell could be started. */
  | { readonly kind: 'not-tried'; readonly error: string };

function binaryFaultText(found: BinaryFault): string {
  switch (found.kind) {
    case 'no-flags':
      return 'lists no flags -registry and -staging';
    case 'endless':
      return 'does not exit';
    case 'not-run':
      return `cannot be run: ${found.error}`;
    case 'not-tried':
      return `cannot be started: ${found.error}`;
  }
}

/** Why a service that was started cannot be used. */
export type StartFault =
  | { readonly kind: 'error'; readonly error: string }
  /** It ended: an exit code, or the name of a signal. */
  | { readonly kind: 'ended'; readonly by: number | string }
  /** Another one answers; undefined if that is no Gobbler. */
  | { readonly kind: 'other-service'; readonly staging: string | undefined }
  | { readonly kind: 'silent'; readonly seconds: number };

function startFaultText(found: StartFault): string {
  switch (found.kind) {
    case 'error':
      return found.error;
    case 'ended':
      return `it ended with ${typeof found.by === 'number' ? `exit code ${found.by}` : found.by}`;
    case 'other-service':
      return found.staging === undefined
        ? 'another service answers there, which is not a Gobbler'
        : `another service answers there, with the staging directory ${found.staging}`;
    case 'silent':
      return `it did not answer within ${found.seconds} s`;
  }
}
