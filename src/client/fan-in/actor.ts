import os from 'node:os';
import { currentUser } from '../identity.ts';

/** Who does something in an area, from where, and since when. */
export interface Actor {
  readonly user: string;
  readonly host: string;
  /** Number of the process, on that host. */
  readonly pid: number;
  /** RFC 3339, by the clock of that host. */
  readonly at: string;
}

/** This process, now. */
export function thisActor(): Actor {
  const user = currentUser() ?? `user ${process.geteuid?.()}`;
  return { user, host: os.hostname(), pid: process.pid, at: new Date().toISOString() };
}

/** `alicia on node7 at 2030-01-02T03:04:05Z`. */
export function actorText({ user, host, at }: Actor): string {
  return `${user} on ${host} at ${at.replace(/\.\d+Z$/, 'Z')}`;
}

/** Whether a process of this host with that number has ended. Of other hosts, and where it is not told, it is not known. */
export function hasEnded({ host, pid }: Actor): boolean {
  if (host !== os.hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
