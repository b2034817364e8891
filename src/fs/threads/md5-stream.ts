import { giveBack, type Thread, takeStarted } from './worker-pool.ts';

/** Pieces of a stream that wait for being hashed. */
const PIECES_IN_FLIGHT = 4;

/** Computes the MD5 of a stream in a thread of its own. To be closed, however it ends. */
export class Md5Stream {
  readonly #worker: Thread;
  readonly #inFlight: Promise<ArrayBuffer>[] = [];
  readonly #spare: ArrayBuffer[] = [];

  private constructor(worker: Thread) {
    this.#worker = worker;
  }

  /** Undefined if every worker is busy, or none can start. */
  static async open(): Promise<Md5Stream | undefined> {
    const worker = await takeStarted();
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
    // The failure is reported to the awaiter; that may be later.
    reply.catch(() => undefined);
    this.#inFlight.push(reply);
    if (this.#inFlight.length <= PIECES_IN_FLIGHT) return;
    const memory = await this.#inFlight.shift();
    if (memory !== undefined) this.#spare.push(memory);
  }

  digest(): Promise<string> {
    return this.#worker.perform({ kind: 'digest' });
  }

  /** Gives the worker back, and drops the bytes since the last digest. */
  async close(): Promise<void> {
    try {
      await this.#worker.perform({ kind: 'digest' });
    } finally {
      giveBack(this.#worker);
    }
  }
}
