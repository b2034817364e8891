import type { Agent, Dispatcher } from 'undici';
import { CONNECT, SILENCE_MS } from './http.ts';

/**
 * GETs that are sent on a connection before the first of them is answered. Measured: client and service then read and
 * write several at a time, which halves the processor time of both. The embedded service refuses more than 64.
 */
export const PIPELINE_DEPTH = 8;

/**
 * GETs of many small files of one service, several in flight on each of a few connections. Nothing is retried here, and
 * nothing is explained: the caller repeats a failed GET by `httpDownload`, which does both.
 */
export class PipelinedGets {
  readonly #agent: Agent;
  readonly #origin: string;

  private constructor(agent: Agent, origin: string) {
    this.#agent = agent;
    this.#origin = origin;
  }

  /** `url` is any address of the service. Connections are opened as they are needed, up to `connections`. */
  static async open(url: string, connections: number): Promise<PipelinedGets> {
    const undici = await import(/* webpackChunkName: "http" */ 'undici');
    const agent = new undici.Agent({ connections, pipelining: PIPELINE_DEPTH, connect: CONNECT });
    return new PipelinedGets(agent, new URL(url).origin);
  }

  /**
   * Returns the body of the file at `url`; undefined if it is not served with status 200 and `sizeBytes`, for whatever
   * reason. Once the instance is closed, always undefined.
   */
  get(url: string, sizeBytes: number): Promise<Buffer | undefined> {
    return new Promise((resolve) => {
      const request = {
        origin: this.#origin,
        path: url.slice(this.#origin.length),
        method: 'GET' as const,
        // Others may be sent before this one is answered.
        blocking: false,
        headersTimeout: SILENCE_MS,
        bodyTimeout: SILENCE_MS,
      };
      this.#agent.dispatch(request, new Receiver(sizeBytes, resolve));
    });
  }

  /** Ends what is in flight, and closes all connections. */
  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

/** Keeps the body of one answer. */
class Receiver implements Dispatcher.DispatchHandler {
  readonly #sizeBytes: number;
  readonly #resolve: (body: Buffer | undefined) => void;
  readonly #pieces: Buffer[] = [];
  #receivedBytes = 0;
  #status = 0;

  constructor(sizeBytes: number, resolve: (body: Buffer | undefined) => void) {
    this.#sizeBytes = sizeBytes;
    this.#resolve = resolve;
  }

  onRequestStart(): void {}

  onResponseStart(_controller: Dispatcher.DispatchController, status: number): void {
    this.#status = status;
  }

  onResponseData(controller: Dispatcher.DispatchController, piece: Buffer): void {
    this.#receivedBytes += piece.length;
    // An endless body must not fill the memory.
    if (this.#receivedBytes > this.#sizeBytes) controller.abort(new Error('the body is too long'));
    else this.#pieces.push(piece);
  }

  onResponseEnd(): void {
    const isRight = this.#status === 200 && this.#receivedBytes === this.#sizeBytes;
    this.#resolve(isRight ? whole(this.#pieces) : undefined);
  }

  onResponseError(): void {
    this.#resolve(undefined);
  }
}

/** Most files arrive in one piece. */
function whole(pieces: readonly Buffer[]): Buffer {
  const [first] = pieces;
  return first !== undefined && pieces.length === 1 ? first : Buffer.concat(pieces);
}
