import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from '../protocol/errors.ts';

const LOOK_EVERY_MS = 50;

/**
 * What tells a process from a later one with the same number: its state and the time it was started, as Linux counts it.
 * Undefined if there is no such process; empty where the system does not tell.
 */
export function startTimeOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    // The name of the program, in parentheses, may hold anything; the fields after it are fixed.
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
    const [state, startTime] = [fields[0], fields[19]];
    return state === 'Z' ? undefined : startTime;
  } catch {
    return '';
  }
}

/** Ends a process, first politely and after `patienceMs` not so. Resolves when it has gone. */
export async function endProcess(pid: number, patienceMs: number): Promise<void> {
  const startTime = startTimeOf(pid);
  const isThere = (): boolean => startTime !== undefined && startTimeOf(pid) === startTime;
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isThere()) return;
    send(pid, signal);
    const giveUpAt = performance.now() + patienceMs;
    while (isThere() && performance.now() < giveUpAt) await sleep(LOOK_EVERY_MS);
  }
}

function isAlive(pid: number): boolean {
  return send(pid, 0);
}

/** False if there is no such process. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}
