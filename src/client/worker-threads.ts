import type { Done } from './thread-main.ts';
import { giveBack, type Thread, takeFree, withThread } from './thread-pool.ts';

/** MD5 of less than this takes about as long as handing it over. */
export const WORTH_A_WORKER_BYTES = 8 * 1024 * 1024;

/** Pieces of a stream that wait for being hashed. */
const PIECES_IN_FLIGHT = 4;

/**
 * The MD5 of a large file, computed in a thread of its own: no other file waits for it. This and the others here give
 * undefined, and have done nothing, where no thread can be had.
 */
export function md5InWorker(file: string, signal?: AbortSignal): Promise<string | undefined> {
  return withThread(signal, (worker) => worker.perform({ kind: 'hash', file }));
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
  return withThread(signal, (worker) => worker.perform({ kind: 'copy', from, to, mode }));
}

/** Removes a directory with everything in it, links as links, in a thread of its own. That it is gone already is fine. */
export function removeInWorker(directory: string): Promise<string | undefined> {
  return withThread(undefined, (worker) => worker.perform({ kind: 'remove', directory }));
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
