import { readFileSync, readlinkSync } from 'node:fs';

/** The facts about a process at one moment that Linux shows to everybody. */
export interface ProcessFacts {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  readonly session: number;
  /** In ticks since the machine was started. Tells a process from a later one with the same number. */
  readonly startTime: string;
  /** Whether it has ended, and its parent has yet to notice. */
  readonly hasEnded: boolean;
}

/** The facts about a process; undefined if there is none, and on systems that do not show them. */
export function processFacts(pid: number): ProcessFacts | undefined {
  // The name of the program, in parentheses, may hold anything; the fields after it are fixed.
  const stat = readOf(pid, 'stat');
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined) return undefined;
  const [state = '', parent, group, session] = fields;
  return {
    pid,
    parent: Number(parent),
    group: Number(group),
    session: Number(session),
    startTime: fields[19] ?? '',
    hasEnded: 'ZX'.includes(state),
  };
}

/** The environment with which a process was started, as `NAME=VALUE`; empty for a process of another user. */
export const environmentOf = (pid: number): readonly string[] => readOf(pid, 'environ')?.split('\0') ?? [];

/** Identifies the start of this machine. All containers of a machine have the same. */
export const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** Identifies the namespace in which process ids are counted: containers have their own. */
export const pidNamespace = (): string => readlinkSync('/proc/self/ns/pid');

/** The content of a file of a process; undefined if it has ended, or does not show it to this user. */
function readOf(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(code)) return undefined;
    throw error;
  }
}
