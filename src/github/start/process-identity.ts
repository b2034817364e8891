import { readdirSync, readFileSync } from 'node:fs';
import { errnoOf } from '../../errors/index.ts';

/** The facts about a process at one moment that Linux shows to everybody. */
export interface ProcessFacts {
  readonly pid: number;
  readonly group: number;
  readonly session: number;
  /** In ticks since the machine was started. Tells a process from a later one with the same number. */
  readonly startTime: string;
}

/**
 * Returns the start time of a process, which distinguishes it from a later one with the same number. Undefined if there
 * is no such process; empty where the system does not tell.
 */
export function startTimeOf(pid: number): string | undefined {
  if (!send(pid, 0)) return undefined;
  return canSeeProcesses() ? factsOf(pid)?.startTime : '';
}

/** Every process that has not ended; undefined where the system does not tell. */
export function allProcesses(): ProcessFacts[] | undefined {
  if (!canSeeProcesses()) return undefined;
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.flatMap((number) => factsOf(Number(number)) ?? []);
}

/**
 * Returns whether a process has a line in its environment. False for processes of other users, whose environment is
 * closed.
 */
export function hasInEnvironment(pid: number, entry: string): boolean {
  return readOf(pid, 'environ')?.split('\0').includes(entry) ?? false;
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

const canSeeProcesses = (): boolean => readOf(process.pid, 'stat') !== undefined;

function factsOf(pid: number): ProcessFacts | undefined {
  // The name of the program, in parentheses, may hold anything; the fields after it are fixed.
  const fields = readOf(pid, 'stat')?.split(') ').at(-1)?.split(' ');
  if (fields === undefined) return undefined;
  const [state = '', , group, session] = fields;
  if ('ZX'.includes(state)) return undefined;
  return { pid, group: Number(group), session: Number(session), startTime: fields[19] ?? '' };
}

/** The content of a file of a process; undefined if it has ended, or does not show it to this user. */
function readOf(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) return undefined;
    throw error;
  }
}
