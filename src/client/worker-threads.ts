import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** MD5 of less than this takes about as long as handing it over. */
export const WORTH_A_WORKER_BYTES = 8 * 1024 * 1024;

/** MD5 is bound by the processor; but one file that never ends must not hold up all others. */
const LEAST_WORKERS = 2;
const MOST_WORKERS = 4;
/** Pieces of a stream that wait for being hashed. */
const PIECES_IN_FLIGHT = 4;

type Task =
  | { readonly kind: 'hash'; readonly file: string }
  | { readonly kind: 'copy'; readonly from: string; readonly to: string; readonly mode: number }
  | { readonly kind: 'remove'; readonly directory: string }
  | { readonly kind: 'piece'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'digest' };

interface Done {
  readonly md5sum: string;
  /** That of a piece, to be used again. */
  readonly memory?: ArrayBuffer;
}

type Reply =
  | Done
  | { readonly failure: { readonly message: string; readonly properties: Record<string, unknown> } };

/**
 * The MD5 of a large file, computed in a thread of its own: no other file waits for it. This and the others here give
 * undefined, and have done nothing, where no thread can be had.
 */
export function md5InWorker(file: string, signal?: AbortSignal): Promise<string | undefined> {
  return withWorker(signal, (worker) => worker.perform({ kind: 'hash', file }));
}

/**
 * Copies a large file to where nothing is yet, in a thread of its own, and returns the MD5 of what was copied. Every byte
 * is read once.
 */
export function copyInWorker(
  from: string,
  to: string,
  mode: number,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return withWorker(signal, (worker) => worker.perform({ kind: 'copy', from, to, mode }));
}

/** Removes a directory with everything in it, links as links, in a thread of its own. That it is gone already is fine. */
export function removeInWorker(directory: string): Promise<string | undefined> {
  return withWorker(undefined, (worker) => worker.perform({ kind: 'remove', directory }));
}

/** Computes the MD5 of a stream in a thread of its own. To be closed, however it ends. */
export class Md5Stream {
  readonly #worker: Thread;
  readonly #inFlight: Promise<Done>[] = [];
  readonly #spare: ArrayBuffer[] = [];

  private constructor(worker: Thread) {
    this.#worker = worker;
  }

  /** Undefined if every worker is busy. */
  static open(): Md5Stream | undefined {
    const worker = takeFree();
    return worker === undefined ? undefined : new Md5Stream(worker);
  }

  /** Memory for a piece. Always the same few, so that a large file does not fill the heap with what it was. */
  room(length: number): Uint8Array<ArrayBuffer> {
    const spare = this.#spare.pop();
    const memory = spare !== undefined && spare.byteLength >= length ? spare : new ArrayBuffer(length * 1.25);
    return new Uint8Array(memory, 0, length);
  }

  /** Takes the memory of `bytes` over. Resolves when there is room for more. */
  async update(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    const reply = this.#worker.perform({ kind: 'piece', bytes }, [bytes.buffer]);
    // Whoever waits for it hears of its failure; that may be later.
    reply.catch(() => undefined);
    this.#inFlight.push(reply);
    if (this.#inFlight.length <= PIECES_IN_FLIGHT) return;
    const { memory } = (await this.#inFlight.shift()) ?? {};
    if (memory !== undefined) this.#spare.push(memory);
  }

  async digest(): Promise<string> {
    return (await this.#worker.perform({ kind: 'digest' })).md5sum;
  }

  /** Gives the worker back, without what it has been told since the last digest. */
  async close(): Promise<void> {
    try {
      await this.#worker.perform({ kind: 'digest' });
    } finally {
      giveBack(this.#worker);
    }
  }
}

/** A thread that does one task after another. Alive only as long as the process has other things to do. */
class Thread {
  readonly #thread: Worker;
  readonly #waiting: { resolve: (done: Done) => void; reject: (error: unknown) => void }[] = [];
  /** Why it does nothing any more. */
  failure: unknown;

  constructor() {
    // As text, since neither the bundle nor the tests have a file of their own for it.
    this.#thread = new Worker(`(${threadMain.toString()})()`, { eval: true, execArgv: [] });
    this.#thread.unref();
    this.#thread.on('message', (reply: Reply) => {
      const asked = this.#waiting.shift();
      if (this.#waiting.length === 0) this.#thread.unref();
      if ('md5sum' in reply) asked?.resolve(reply);
      else asked?.reject(Object.assign(new Error(reply.failure.message), reply.failure.properties));
    });
    this.#thread.on('error', (error) => this.#end(error));
    this.#thread.on('exit', () => this.#end(new Error('the thread that computes checksums has ended')));
  }

  perform(task: Task, transfer: readonly ArrayBuffer[] = []): Promise<Done> {
    return new Promise((resolve, reject) => {
      if (this.failure !== undefined) {
        reject(this.failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
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

function takeFree(): Thread | undefined {
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

function giveBack(worker: Thread): void {
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
async function withWorker(
  signal: AbortSignal | undefined,
  work: (worker: Thread) => Promise<Done>,
): Promise<string | undefined> {
  signal?.throwIfAborted();
  const worker = await takeOne(signal);
  if (worker === undefined) return undefined;
  let stopped: Promise<void> | undefined;
  const stop = (): void => {
    stopped ??= worker.terminate(signal?.reason);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    signal?.throwIfAborted();
    return (await work(worker)).md5sum;
  } finally {
    signal?.removeEventListener('abort', stop);
    await stopped;
    giveBack(worker);
  }
}

/** What the thread runs. It must not refer to anything outside of itself. */
function threadMain(): void {
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  const { createHash } = process.getBuiltinModule('node:crypto');
  const { closeSync, openSync, readdirSync, readSync, rmdirSync, rmSync, unlinkSync, writeSync } =
    process.getBuiltinModule('node:fs');
  const room = Buffer.allocUnsafeSlow(1024 * 1024);
  let stream = createHash('md5');

  const hashFile = (file: string, use?: (chunk: Buffer) => void): string => {
    const hash = createHash('md5');
    const descriptor = openSync(file, 'r');
    try {
      for (;;) {
        const bytesRead = readSync(descriptor, room, 0, room.length, null);
        if (bytesRead === 0) return hash.digest('hex');
        const chunk = room.subarray(0, bytesRead);
        use?.(chunk);
        hash.update(chunk);
      }
    } finally {
      closeSync(descriptor);
    }
  };

  const copyFile = (from: string, to: string, mode: number): string => {
    const target = openSync(to, 'wx', mode);
    try {
      return hashFile(from, (chunk) => {
        for (let done = 0; done < chunk.length; ) done += writeSync(target, chunk, done);
      });
    } finally {
      closeSync(target);
    }
  };

  /** One call of the filesystem for each entry, where `rmSync` takes two. */
  const removeTree = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      const item = `${directory}/${entry.name}`;
      if (entry.isDirectory()) removeTree(item);
      else unlinkSync(item);
    }
    rmdirSync(directory);
  };

  const perform = (task: Task): Done => {
    if (task.kind === 'hash') return { md5sum: hashFile(task.file) };
    if (task.kind === 'copy') return { md5sum: copyFile(task.from, task.to, task.mode) };
    if (task.kind === 'remove') {
      try {
        removeTree(task.directory);
      } catch {
        // Somebody else is at it, too: the thorough way, which looks at everything before it is removed.
        rmSync(task.directory, { recursive: true, force: true, maxRetries: 3 });
      }
      return { md5sum: '' };
    }
    if (task.kind === 'piece') {
      stream.update(task.bytes);
      return { md5sum: '', memory: task.bytes.buffer };
    }
    const md5sum = stream.digest('hex');
    stream = createHash('md5');
    return { md5sum };
  };

  parentPort?.on('message', (task: Task) => {
    try {
      const done = perform(task);
      parentPort.postMessage(done, done.memory === undefined ? [] : [done.memory]);
    } catch (error) {
      // An error loses its code on its way to another thread.
      const { message, ...properties } = Object.assign({ message: String(error) }, error);
      parentPort.postMessage({
        failure: { message: error instanceof Error ? error.message : message, properties },
      });
    }
  });
}
