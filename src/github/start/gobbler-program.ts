import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getExecOutput } from '@actions/exec';
import { type BinaryFault, gobblerError, messageOf } from '../../errors/index.ts';
import { serviceEnvironment } from './service-environment.ts';

/** How long a program may take to list its flags, and how much longer to end after SIGTERM. */
const HELP_PATIENCE_S = 5;
const END_PATIENCE_S = 2;
/** How `timeout` says that it has ended the program, or that there is none to run. */
const ENDED_BY_TIMEOUT = [124, 137];
const CANNOT_BE_RUN = [126, 127];

/** A command and its first arguments; the flags of the service follow. */
export type Program = readonly [command: string, ...args: string[]];

/** The Gobbler in the bundle that is running. */
export function embeddedProgram(): Program {
  return [process.execPath, path.join(path.dirname(fileURLToPath(import.meta.url)), 'index.js'), 'serve'];
}

/**
 * The program of a Gobbler of the site's own, made sure to be one by the flags it says it has. A name without a slash is
 * looked for in PATH, another one is relative to the workspace. Code `invalid-input`.
 */
export async function siteProgram(binary: string, signal: AbortSignal): Promise<Program> {
  const workspace = process.env.GITHUB_WORKSPACE || process.cwd();
  const command = binary.includes('/') ? path.resolve(workspace, binary) : binary;
  const { help, fault } = await unlessStopped(helpOf(command), signal);
  if (/(^|\s)-registry\b/m.test(help) && /(^|\s)-staging\b/m.test(help)) return [command];
  throw gobblerError('binary-unfit', { command, found: fault ?? { kind: 'no-flags' } });
}

/**
 * Through `timeout`, since the toolkit cannot give up. Many programs end with an error after their flags. Given
 * no input: a program that has ended before it was written would take this one with it.
 */
async function helpOf(command: string): Promise<{ help: string; fault?: BinaryFault }> {
  const limit = [`-k${END_PATIENCE_S}`, String(HELP_PATIENCE_S)];
  try {
    const { exitCode, stdout, stderr } = await getExecOutput('timeout', [...limit, command, '-h'], {
      silent: true,
      ignoreReturnCode: true,
      env: serviceEnvironment(),
    });
    const help = stdout + stderr;
    if (ENDED_BY_TIMEOUT.includes(exitCode)) return { help, fault: { kind: 'endless' } };
    if (!CANNOT_BE_RUN.includes(exitCode)) return { help };
    const error = stderr.trim().split('\n').at(-1) || `exit code ${exitCode}`;
    return { help, fault: { kind: 'not-run', error } };
  } catch (error) {
    return { help: '', fault: { kind: 'not-tried', error: messageOf(error) } };
  }
}

/** The result of work that cannot be stopped; it goes on by itself when the signal comes, whose reason is thrown. */
async function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const stopped = once(signal, 'abort').then((): never => {
    throw signal.reason;
  });
  return Promise.race([work, stopped]);
}
