/**
 * Runs the kernels of a lab and the switch between them, and ends with them. It is a process of its own, and in a session
 * of its own, so that nothing is left running however its parent ends: it powers everything off and removes the lab's
 * directory when its standard input closes, or at a signal.
 *
 * Usage: `node supervisor.mjs PLAN`, where PLAN is JSON: see {@link Plan}. Prints one line of JSON, the process ids by name,
 * once all are started.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Plan
 * @property {string} directory of the lab; removed in the end
 * @property {{ name: string, command: string, args: string[], env?: Record<string, string>, input?: string }[]} programs in
 *   the order of their start. `input` is the FIFO that becomes the standard input. Output goes to NAME.log in the directory
 */

/** @type {Plan} */
const { directory, programs } = JSON.parse(process.argv[2] ?? '');

/** @type {import('node:child_process').ChildProcess[]} */
const children = [];

let ending = false;

/** @param {number} exitCode */
async function end(exitCode) {
  if (ending) return;
  ending = true;
  const running = children.filter((child) => child.exitCode === null && child.signalCode === null);
  const gone = Promise.all(running.map((child) => new Promise((resolve) => child.once('close', resolve))));
  // A kernel keeps its processes as children in its group. Nothing in it outlives the lab, so there is nothing to save.
  for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  await gone;
  if ((process.env.NFS_KEEP_LAB ?? '') === '') fs.rmSync(directory, { recursive: true, force: true });
  process.exit(exitCode);
}

process.stdin.resume().once('close', () => end(0));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(1));

for (const { name, command, args, env, input } of programs) {
  const log = fs.openSync(path.join(directory, `${name}.log`), 'a');
  // Both ends are held open: the reader never meets the end of the file.
  const stdin = input === undefined ? 'ignore' : fs.openSync(input, 'r+');
  // setpriv: should this process be killed itself, its children die, too.
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', command, ...args], {
    detached: true,
    stdio: [stdin, log, log],
    env: { PATH: process.env.PATH, HOME: directory, ...env },
  });
  child.once('error', (error) => {
    process.stderr.write(`${name}: ${error.message}\n`);
    void end(1);
  });
  child.once('close', (code, signal) => {
    if (!ending) process.stderr.write(`${name} ended by itself: ${code ?? signal}\n`);
  });
  children.push(child);
}
const ids = programs.map(({ name }, at) => [name, children[at]?.pid]);
process.stdout.write(`${JSON.stringify(Object.fromEntries(ids))}\n`);
