/**
 * Does for a JavaScript action as the workflow runner does: inputs in the environment, command files out, state from the
 * main step to the post step. Used by `npm start` and by the tests.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Step
 * @property {string} script The launcher, such as `upload/main.cjs`.
 * @property {Record<string, string>} [inputs] As in `with:`; names as in `action.yml`.
 * @property {Record<string, string>} [env] As in `env:`.
 * @property {Record<string, string>} [state] What the main step has saved, for a post step.
 * @property {string} workspace
 * @property {string} temp A directory for the command files.
 * @property {(line: string) => void} [onLine] Gets the log while it is written.
 * @property {(child: import('node:child_process').ChildProcess) => void} [onStart]
 * @property {readonly string[]} [prefix] A command to run the step with, such as `runuser -u NAME --`.
 * @property {string} [node] The program that runs the launcher; by default the Node of this process.
 *
 * @typedef {object} StepResult
 * @property {number | NodeJS.Signals | null} exitCode
 * @property {string} log Standard output and error.
 * @property {Record<string, string>} outputs
 * @property {Record<string, string>} state
 * @property {Record<string, string>} env What later steps get in their environment.
 * @property {string} summary Markdown.
 */

/** Variables that the runner sets and a nested step must not inherit. */
const RUNNER_VARIABLES = /^(INPUT_|STATE_|GITHUB_|GOBBLER_|RUNNER_)/;

/** @param {Step} step @returns {Promise<StepResult>} */
export async function runStep(step) {
  const folder = fs.mkdtempSync(path.join(step.temp, 'step-'));
  const files = {
    GITHUB_OUTPUT: '',
    GITHUB_STATE: '',
    GITHUB_STEP_SUMMARY: '',
    GITHUB_ENV: '',
    GITHUB_PATH: '',
  };
  for (const name of Object.keys(files)) {
    const file = path.join(folder, name);
    fs.writeFileSync(file, '');
    fs.chmodSync(file, 0o666);
    Object.assign(files, { [name]: file });
  }
  fs.chmodSync(folder, 0o755);
  const inherited = Object.entries(process.env).filter(([name]) => !RUNNER_VARIABLES.test(name));
  const env = {
    ...Object.fromEntries(inherited),
    ...files,
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_TEMP: step.temp,
    ...step.env,
    ...prefixed('INPUT_', step.inputs, (name) => name.replaceAll(' ', '_').toUpperCase()),
    ...prefixed('STATE_', step.state, (name) => name),
  };
  const node = step.node ?? process.execPath;
  const [command = node, ...args] = [...(step.prefix ?? []), node, step.script];
  const child = spawn(command, args, { cwd: step.workspace, env, stdio: ['ignore', 'pipe', 'pipe'] });
  step.onStart?.(child);
  const { exitCode, log } = await finished(child, step.onLine);
  const result = {
    exitCode,
    log,
    outputs: parseCommandFile(fs.readFileSync(files.GITHUB_OUTPUT, 'utf8')),
    state: parseCommandFile(fs.readFileSync(files.GITHUB_STATE, 'utf8')),
    env: parseCommandFile(fs.readFileSync(files.GITHUB_ENV, 'utf8')),
    summary: fs.readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
  fs.rmSync(folder, { recursive: true });
  return result;
}

/** @param {string} prefix @param {Record<string, string> | undefined} values @param {(name: string) => string} spell */
function prefixed(prefix, values, spell) {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [prefix + spell(name), value]),
  );
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {((line: string) => void) | undefined} onLine
 * @returns {Promise<{ exitCode: number | NodeJS.Signals | null, log: string }>}
 */
function finished(child, onLine) {
  let log = '';
  let rest = '';
  /** @param {string} chunk */
  const receive = (chunk) => {
    log += chunk;
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onLine?.(line);
  };
  child.stdout?.setEncoding('utf8').on('data', receive);
  child.stderr?.setEncoding('utf8').on('data', receive);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ exitCode: code ?? signal, log }));
  });
}

/** Reads `NAME=VALUE`, and `NAME<<DELIMITER`, lines, `DELIMITER`. @param {string} text @returns {Record<string, string>} */
export function parseCommandFile(text) {
  /** @type {Record<string, string>} */
  const values = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[at] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) {
      const [, plain, value] = /^([^=]+)=(.*)$/.exec(lines[at] ?? '') ?? [];
      if (plain !== undefined && value !== undefined) values[plain] = value;
      continue;
    }
    const end = lines.indexOf(delimiter, at);
    if (end < 0) throw new Error(`the value of ${name} does not end`);
    values[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return values;
}
