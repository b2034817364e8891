import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GobblerError } from '../client/index.ts';

/** How long a program may take to say what flags it has. */
const HELP_PATIENCE_MS = 10_000;

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
  const { said, failure } = await helpOf(command, signal);
  if (/(^|\s)-registry\b/m.test(said) && /(^|\s)-staging\b/m.test(said)) return [command];
  throw new GobblerError(
    'invalid-input',
    `binary should be a Gobbler, but ${command} -h ${failure ?? 'names no flags -registry and -staging'}`,
    {
      input: 'binary',
      hint: 'Give the path of a Gobbler that can be run on this machine, or leave it out for the embedded one.',
    },
  );
}

/** Node's own, since the toolkit's `exec` cannot be told to give up. */
function helpOf(command: string, signal: AbortSignal): Promise<{ said: string; failure?: string }> {
  return new Promise((resolve) => {
    execFile(command, ['-h'], { timeout: HELP_PATIENCE_MS, signal }, (error, stdout, stderr) => {
      const said = stdout + stderr;
      if (error === null) resolve({ said });
      else if (error.killed === true) resolve({ said, failure: 'does not end' });
      // Many programs end with an error after showing their flags.
      else if (typeof error.code === 'number') resolve({ said });
      else resolve({ said, failure: `cannot be run: ${error.message}` });
    });
  });
}
