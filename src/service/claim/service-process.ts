import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';

/** Which process it is, among all processes of all machines. */
export interface ProcessIdentity {
  readonly host: string;
  /** Changes whenever a machine is started. All containers of a machine have the same. */
  readonly boot: string;
  /** Where process ids are counted: containers have their own. */
  readonly pidNamespace: string;
  readonly pid: number;
  /** When it was started, in ticks since the boot: process ids are used again. */
  readonly started: string;
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  const pid = Number(readlinkSync('/proc/self'));
  return {
    host: os.hostname(),
    boot: bootId(),
    pidNamespace: readlinkSync('/proc/self/ns/pid'),
    pid,
    started: startOf(pid) ?? '',
  };
}

/** Returns whether a process is still there; undefined if that cannot be told from here. */
export function isAlive(other: ProcessIdentity): boolean | undefined {
  const { boot, pidNamespace } = thisProcess();
  if (other.boot !== boot || other.pidNamespace !== pidNamespace) return undefined;
  return startOf(other.pid) === other.started;
}

const bootId = (): string => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();

/** Undefined if there is no such process. The name of a program, in parentheses, may hold anything. */
function startOf(pid: number): string | undefined {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return undefined;
  }
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}
