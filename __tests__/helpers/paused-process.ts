import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Tracer } from './tracer.ts';

/** Calls by which this engine looks at files, opens or changes them. */
const FILE_CALLS = [
  'statx',
  'openat',
  'getdents64',
  'readlink',
  'close',
  'read',
  'rename',
  'unlink',
  'pwrite64',
];

/** The moments right after the first of each call, then after the second of each, and so on. */
export function momentOf(index: number): { call: string; count: number } {
  return {
    call: FILE_CALLS[index % FILE_CALLS.length] as string,
    count: 1 + Math.floor(index / FILE_CALLS.length),
  };
}

/** A process that stops right after a certain call of the system in its main thread, so that others can act meanwhile. */
export class PausedProcess {
  readonly #pid: number;
  readonly #tracer: Tracer;

  private constructor(pid: number, tracer: Tracer) {
    this.#pid = pid;
    this.#tracer = tracer;
  }

  /** Has a process stop after the `count`-th of a call from now on. */
  static async after(pid: number, call: string, count: number): Promise<PausedProcess> {
    return new PausedProcess(pid, await Tracer.attach(pid, call, `signal=SIGSTOP:when=${count}`));
  }

  /** Waits until the process has stopped, or until what it does has ended otherwise. Tells whether it has stopped. */
  async untilStopped(work: Promise<unknown>): Promise<boolean> {
    let isOver = false;
    const end = (): void => {
      isOver = true;
    };
    work.then(end, end);
    while (!isOver) {
      if (this.#isStopped()) return true;
      await sleep(1);
    }
    return false;
  }

  /** The main thread is being traced, which looks like being stopped; the others tell. */
  #isStopped(): boolean {
    return fs.readdirSync(`/proc/${this.#pid}/task`).some((thread) => {
      if (thread === String(this.#pid)) return false;
      return / T /.test(fs.readFileSync(`/proc/${this.#pid}/task/${thread}/stat`, 'utf8'));
    });
  }

  /** Lets the process go on, and go. */
  async resume(): Promise<void> {
    const detached = this.#tracer.detach();
    process.kill(this.#pid, 'SIGCONT');
    await detached;
    // It may have been stopped once more meanwhile.
    process.kill(this.#pid, 'SIGCONT');
  }
}
