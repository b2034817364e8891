import { spawn } from 'node:child_process';
import path from 'node:path';
import { type Sandbox, settingsPlaces } from './sandbox.ts';
import { GOBBLER } from './shell.ts';

export interface TerminalResult {
  readonly exitCode: number | null;
  /** All that has appeared, escapes included, with the line ends of a file. */
  readonly screen: string;
}

/**
 * Runs `gobbler` on a terminal, in the workspace of a sandbox. `keys` are typed when the screen shows a text, one after
 * another: `\u0003` is Ctrl-C, `\u0004` Ctrl-D. A function does something before it gives them.
 */
export function onTerminal(
  { root, workspace, url }: Sandbox,
  args: readonly string[],
  {
    env = {},
    keys = [],
  }: {
    env?: NodeJS.ProcessEnv;
    keys?: readonly (readonly [shows: string, type: string | (() => Promise<string>)])[];
  } = {},
): Promise<TerminalResult> {
  const quoted = [process.execPath, GOBBLER, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  const child = spawn('script', ['-qefc', quoted.join(' '), '/dev/null'], {
    cwd: workspace,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      HOME: root,
      TERM: 'xterm',
      XDG_CACHE_HOME: path.join(root, 'cache'),
      ...settingsPlaces(root),
      GOBBLER_URL: url,
      ...env,
    },
  });
  const pending = [...keys];
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    screen += chunk.replaceAll('\r\n', '\n');
    const [next] = pending;
    if (next === undefined || !screen.includes(next[0])) return;
    pending.shift();
    const [, type] = next;
    if (typeof type === 'string') child.stdin.write(type);
    else void type().then((text) => child.stdin.write(text));
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, screen }));
  });
}
