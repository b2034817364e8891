import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from '@jest/globals';

const SUPERVISOR = path.resolve(import.meta.dirname, 'harness/supervisor.mjs');
/** As jest: the supervisor is its child, in a session of its own, and its input is a pipe. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const [supervisor, plan] = process.argv.slice(1);
  const child = spawn(process.execPath, [supervisor, plan], { detached: true, stdio: ['pipe', 'inherit', 'inherit'] });
  console.log(child.pid);
  process.stdin.resume().once('close', () => child.stdin.end());`;
/** In place of a kernel: a process with one below it that ignores what can be ignored. */
const KERNEL = `(trap '' TERM INT HUP; sleep 600) & echo $! >"$1"; wait`;

const isRunning = (pid: number): boolean => fs.existsSync(`/proc/${pid}`);

async function within(patienceMs: number, holds: () => boolean): Promise<boolean> {
  for (const begun = Date.now(); Date.now() - begun < patienceMs; await sleep(50)) if (holds()) return true;
  return false;
}

/** Ends of the harness that leave it no time to do anything. */
const ENDS: Readonly<Record<string, (parent: ChildProcess, supervisor: number) => void>> = {
  'its parent is done': (parent) => parent.stdin?.end(),
  'its parent is killed': (parent) => parent.kill('SIGKILL'),
  'it gets a SIGTERM': (_, supervisor) => process.kill(supervisor, 'SIGTERM'),
  'it gets a SIGINT': (_, supervisor) => process.kill(supervisor, 'SIGINT'),
};

it.each(Object.keys(ENDS))(
  'the kernels of a lab end, and its directory is removed, when %s',
  async (name) => {
    const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-supervisor-'));
    const inner = path.join(directory, 'inner');
    const programs = [{ name: 'kernel', command: 'bash', args: ['-c', KERNEL, 'bash', inner] }];
    const parent = spawn(process.execPath, [
      '-e',
      PARENT,
      SUPERVISOR,
      JSON.stringify({ directory, programs }),
    ]);
    const lines = createInterface(parent.stdout)[Symbol.asyncIterator]();
    const supervisor = Number((await lines.next()).value);
    const { kernel } = JSON.parse((await lines.next()).value);
    expect(await within(10_000, () => fs.existsSync(inner) && fs.readFileSync(inner, 'utf8') !== '')).toBe(
      true,
    );
    const pids = [supervisor, kernel, Number(fs.readFileSync(inner, 'utf8'))];
    expect(pids.map(isRunning)).toEqual([true, true, true]);

    ENDS[name]?.(parent, supervisor);
    expect(await within(20_000, () => !pids.some(isRunning))).toBe(true);
    expect(fs.existsSync(directory)).toBe(false);
    if (parent.exitCode === null && parent.signalCode === null) {
      const gone = once(parent, 'exit');
      parent.kill('SIGKILL');
      await gone;
    }
  },
);
