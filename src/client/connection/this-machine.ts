import { createHash, randomBytes } from 'node:crypto';
import os from 'node:os';
import { bootId, pidNamespace } from '../../processes.ts';

let tag: string | undefined;

/**
 * Eight hexadecimal digits that tell where a process number means something: this host, since it was booted, in this
 * namespace of processes. Two containers with one host name differ. Where that cannot be found out, a tag that no other
 * process has.
 */
export function machineTag(): string {
  tag ??= makeTag();
  return tag;
}

function makeTag(): string {
  try {
    const place = `${os.hostname()}\n${bootId()}\n${pidNamespace()}`;
    return createHash('sha256').update(place).digest('hex').slice(0, 8);
  } catch {
    return randomBytes(4).toString('hex');
  }
}

export type ProcessState = 'running' | 'ended' | 'elsewhere';

/** The state of a process that ran where {@link machineTag} was `machine`. A number may be in use again. */
export function processState(machine: string, pid: number): ProcessState {
  if (machine !== machineTag()) return 'elsewhere';
  try {
    process.kill(pid, 0);
    return 'running';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH' ? 'ended' : 'running';
  }
}
