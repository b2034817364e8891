import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answers, Failure, Reply, Task } from './worker.ts';
import { WORKER_CODE } from './worker-code.ts';

/** MD5 is bound by the processor; but one file that never ends must not keep all others out. */
const LEAST_WORKERS = 2;
const MOST_WORKERS = 4;

/** A thread that does one task after another. Alive only as long as the process has other things to do. */
export class Thread {
  readonly #thread: Worker;
  readonly #waiting: {
    resolve: (answer: Answers[Task['kind']]) => void;
    reject: (error: unknown) => void;
  }[] = [];
  /** Why it does nothing any more. */
  failure: unknown;
  /** Whether it has started, and does what it is asked to at once. */
  hasStarted = false;
  /** Resolves when it has started; false if it cannot, as where a program forbids worker threads. */
  readonly started: Promise<boolean>;
  #setStarted: (started: boolean) => void = () => undefined;

  constructor() {
    this.started = new Promise((resolve) => {
      this.#setStarted = resolve;
    });
    this.#thread = new Worker(WORKER_CODE, { eval: true, execArgv: [] });
    this.#thread.on('message', (reply: Reply) => {
      if ('ready' in reply) {
        // Only now: a process that waits for its start has nothing else to do.
        if (this.#waiting.length === 0) this.#thread.unref();
        this.hasStarted = true;
        this.#setStarted(true);
        return;
      }
      const asked = this.#waiting.shift();
      if (this.#waiting.length === 0) this.#thread.unref();
      if ('answer' in reply) asked?.resolve(reply.answer);
      else asked?.reject(errorOf(reply.failure));
    });
    this.#thread.on('error', (error) => this.#end(error));
    this.#thread.on('exit', () => this.#end(new Error('a thread that works on files has ended')));
  }

  /** Does one thing after another, in the order of the calls. */
  perform<K extends Task['kind']>(
    task: Task & { readonly kind: K },
    transfer: readonly ArrayBuffer[] = [],
  ): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) {
        reject(this.failure);
        return;
      }
      this.#waiting.push({ resolve: (answer) => resolve(answer as Answers[K]), reject });
      this.#thread.ref();
      this.#thread.postMessage(task, transfer);
    });
  }

  /** Stops in the middle of whatever it does, which then fails with `reason`. Resolves when nothing is touched any more. */
  async terminate(reason: unknown): Promise<void> {
    this.failure ??= reason;
    await this.#thread.terminate();
  }

  #end(error: unknown): void {
    this.failure ??= error;
    this.#setStarted(false);
    for (const { reject } of this.#waiting.splice(0)) reject(this.failure);
  }
}

/** A failure in a thread as an error here, with its code. */
export const errorOf = ({ message, properties }: Failure): Error =>
  Object.assign(new Error(message), properties);

const free: Thread[] = [];
let busy = 0;
/** By the monotonic clock: after a worker that could not start, none is started for a while. */
let nextStartAt = 0;
const NEXT_START_AFTER_MS = 60_000;

/**
 * One that has nothing to do, to be given back; undefined if there is none. It is not waited for: who has one may keep it
 * for hours, for a file that is large or for a stream that stalls, while what others want takes a moment.
 */
export function takeFree(): Thread | undefined {
  if (areAllBusy()) return undefined;
  let worker = free.pop();
  while (worker !== undefined && worker.failure !== undefined) worker = free.pop();
  worker ??= startThread();
  if (worker !== undefined) busy++;
  return worker;
}

const areAllBusy = (): boolean =>
  busy >= Math.min(MOST_WORKERS, Math.max(LEAST_WORKERS, availableParallelism()));

/** As {@link takeFree}, but only one that has started already, such as by {@link haveOneReady}. */
export function takeReady(): Thread | undefined {
  const at = areAllBusy()
    ? -1
    : free.findIndex((worker) => worker.hasStarted && worker.failure === undefined);
  if (at === -1) return undefined;
  busy++;
  return free.splice(at, 1)[0];
}

/** As {@link takeFree}, once it has started; undefined if it cannot, or has ended. */
export async function takeStarted(): Promise<Thread | undefined> {
  const worker = takeFree();
  if (worker === undefined) return undefined;
  const hasStarted = await worker.started;
  if (!hasStarted) nextStartAt = performance.now() + NEXT_START_AFTER_MS;
  if (hasStarted && worker.failure === undefined) return worker;
  giveBack(worker);
  return undefined;
}

/** Undefined where no thread can be had, as at a limit of processes: then the work is done without. */
function startThread(): Thread | undefined {
  if (performance.now() < nextStartAt) return undefined;
  try {
    return new Thread();
  } catch {
    return undefined;
  }
}

/** Starts one while there is nothing else to do, if none is waiting already. */
export function haveOneReady(): void {
  if (busy > 0 || free.length > 0) return;
  const thread = startThread();
  if (thread !== undefined) free.push(thread);
}

/** Lets others have it. */
export function giveBack(worker: Thread): void {
  busy--;
  if (worker.failure === undefined) free.push(worker);
}

/**
 * Returns the result of `work`; undefined if there is no worker for it. An abort ends it in the middle, with the
 * reason.
 */
export async function withThread<T>(
  signal: AbortSignal | undefined,
  work: (worker: Thread) => Promise<T>,
): Promise<T | undefined> {
  signal?.throwIfAborted();
  const worker = await takeStarted();
  if (worker === undefined) return undefined;
  let stopped: Promise<void> | undefined;
  const stop = (): void => {
    stopped ??= worker.terminate(signal?.reason);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    return await work(worker);
  } finally {
    signal?.removeEventListener('abort', stop);
    await stopped;
    giveBack(worker);
  }
}

/**
 * Removes everything in a directory, links as links, in a thread of its own. Throws the first failure. False, and nothing is
 * done, where no thread can be had.
 */
export async function emptyInThread(directory: string): Promise<boolean> {
  return (
    (await withThread(undefined, (thread) => thread.perform({ kind: 'empty', directory }))) !== undefined
  );
}
