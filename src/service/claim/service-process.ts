import { readlinkSync } from 'node:fs';
import os from 'node:os';
import { bootId, pidNamespace, processFacts } from '../../processes.ts';

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
    pidNamespace: pidNamespace(),
    pid,
    started: processFacts(pid)?.startTime ?? '',
  };
}

/** Returns whether a process is still there; undefined if this machine cannot know. */
export function isAlive(other: ProcessIdentity): boolean | undefined {
  if (other.boot !== bootId() || other.pidNamespace !== pidNamespace()) return undefined;
  const found = processFacts(other.pid);
  return found?.startTime === other.started && !found.hasEnded;
}
