import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { fileSteps } from './file-steps.ts';
import { type Answers, type Reply, type Task, threadMain } from './thread-main.ts';

/** MD5 is bound by the processor; but one file that never ends must not hold up all others. */
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

  constructor() {
    // As text, since neither the bundle nor the tests have a file of their own for it.
    this.#thread = new Worker(`(${threadMain})(${fileSteps})`, { eval: true, execArgv: [] });
    this.#thread.unref();
    this.#thread.on('message', (reply: Reply) => {
      const asked = this.#waiting.shift();
      if (this.#waiting.length === 0) this.#thread.unref();
      if ('answer' in reply) asked?.resolve(reply.answer);
      else asked?.reject(Object.assign(new Error(reply.failure.message), reply.failure.properties));
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
    for (const { reject } of this.#waiting.splice(0)) reject(this.failure);
  }
}

const free: Thread[] = [];
const queue: ((worker: Thread | undefined) => void)[] = [];
let busy = 0;

/** One that has nothing to do, to be given back; undefined if there is none. */
export function takeFree(): Thread | undefined {
  if (busy >= Math.min(MOST_WORKERS, Math.max(LEAST_WORKERS, availableParallelism()))) return undefined;
  const worker = free.pop() ?? startThread();
  if (worker !== undefined) busy++;
  return worker;
}

/** Undefined where no thread can be had, as at a limit of processes: then the work is done without. */
function startThread(): Thread | undefined {
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
  queue.shift()?.(takeFree());
}

/** A worker, as soon as there is one; undefined if none can be had. Ends early when aborted. */
async function takeOne(signal: AbortSignal | undefined): Promise<Thread | undefined> {
  const taken = takeFree();
  if (taken !== undefined || busy === 0) return taken;
  return new Promise((resolve, reject) => {
    const turn = (worker: Thread | undefined): void => {
      signal?.removeEventListener('abort', leave);
      resolve(worker);
    };
    const leave = (): void => {
      queue.splice(queue.indexOf(turn), 1);
      reject(signal?.reason);
    };
    queue.push(turn);
    signal?.addEventListener('abort', leave, { once: true });
  });
}

/** What `work` gives; undefined if no worker can be had. */
export async function withThread<T>(
  signal: AbortSignal | undefined,
  work: (worker: Thread) => Promise<T>,
): Promise<T | undefined> {
  signal?.throwIfAborted();
  // All that wait and work listen to it.
  if (signal !== undefined) setMaxListeners(0, signal);
  const worker = await takeOne(signal);
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
