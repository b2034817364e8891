import { spawn } from 'node:child_process';
import path from 'node:path';
import { type Sandbox, settingsPlaces } from './sandbox.ts';
import { PROGRAMS } from './several-users.ts';

/** The command line as the package has it. */
export const GOBBLER = path.join(PROGRAMS, 'bin/gobbler.cjs');

export interface ShellResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `gobbler` with these arguments in the workspace of a sandbox, against its service. */
export function gobbler(
  box: Sandbox,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  onStderr?: (text: string) => void,
): Promise<ShellResult> {
  return inShell(box, process.execPath, [GOBBLER, ...args], env, onStderr);
}

/** Runs a program in the workspace of a sandbox, with only the given environment. */
export function inShell(
  { root, workspace, url }: Sandbox,
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  onStderr?: (text: string) => void,
): Promise<ShellResult> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(program, args, {
    cwd: workspace,
    env: {
      PATH,
      HOME,
      NODE_COMPILE_CACHE,
      XDG_CACHE_HOME: path.join(root, 'cache'),
      ...settingsPlaces(root),
      GOBBLER_URL: url,
      ...env,
    },
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk;
    onStderr?.(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** The output of `--json`. */
export interface Answer {
  readonly command: string;
  readonly exitCode: number;
  readonly outputs: Record<string, unknown>;
  readonly error: {
    code: string;
    problem: string;
    facts: Record<string, unknown>;
    message: string;
    hint: string;
    input: string;
    findings: string[];
  } | null;
}

/** Runs `gobbler … --json`, and reads its answer, which has to be one line. */
export async function gobblerJson(box: Sandbox, args: readonly string[]): Promise<Answer> {
  const { stdout, exitCode, stderr } = await gobbler(box, [...args, '--json']);
  if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`no answer in JSON:\n${stdout}\n${stderr}`);
  const answer: Answer = JSON.parse(stdout);
  if (answer.exitCode !== exitCode) throw new Error(`it says ${answer.exitCode} and ends with ${exitCode}`);
  return answer;
}
