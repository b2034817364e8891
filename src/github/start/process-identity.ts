import { readdirSync } from 'node:fs';
import { errnoOf } from '../../errors/index.ts';
import { type ProcessFacts, processFacts } from '../../processes.ts';

/**
 * Returns the start time of a process, which distinguishes it from a later one with the same number. Undefined if there
 * is no such process; empty where the system does not tell.
 */
export function startTimeOf(pid: number): string | undefined {
  if (!send(pid, 0)) return undefined;
  return canSeeProcesses() ? livingFacts(pid)?.startTime : '';
}

/** Every process that has not ended; undefined where the system does not tell. */
export function allProcesses(): ProcessFacts[] | undefined {
  if (!canSeeProcesses()) return undefined;
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.flatMap((number) => livingFacts(Number(number)) ?? []);
}

/** Sends a signal to a process, or with a negative number to its group. False if there is none. */
export function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, signal);
    return true;
  } catch (error) {
    // It exists, and belongs to somebody else.
    if (errnoOf(error) === 'EPERM') return true;
    if (errnoOf(error) === 'ESRCH') return false;
    throw error;
  }
}

const canSeeProcesses = (): boolean => processFacts(process.pid) !== undefined;

function livingFacts(pid: number): ProcessFacts | undefined {
  const facts = processFacts(pid);
  return facts?.hasEnded === false ? facts : undefined;
}
