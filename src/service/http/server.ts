import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { messageOf } from '../../errors/index.ts';
import type { Encodable } from '../../protocol/index.ts';
import { cancelled, refusalOf, shortened, TimeSlices } from '../files/index.ts';
import { dispatch } from '../handlers/index.ts';
import { acceptRequest, type Gobbler, type ReplayMemory } from '../requests/index.ts';
import {
  type Answer,
  jsonAnswer,
  listAnswer,
  notAllowed,
  PREFLIGHT,
  redirectAnswer,
  textAnswer,
  unreadable,
} from './answers.ts';
import { fetchFile } from './files.ts';
import { listRegistry } from './list.ts';
import { createRouter, type Route } from './router.ts';
import { refuseUnparsed, send } from './send.ts';

const ABOUT = { name: 'gobbler API', url: 'https://github.com/ArtifactDB/gobbler' };

/** As long as the original's. */
const LARGEST_HEADERS_BYTES = 1024 * 1024;

/** After so much silence, the system asks whether the other machine is still there. */
const KEEP_ALIVE_MS = 30_000;

/** As many requests may wait on one connection; no client that is known sends one before the last is answered. */
const MOST_AT_ONCE = 64;

/** The HTTP side of a service. Handlers know nothing of it, and it knows nothing of what they do. Protocol §5. */
export class HttpServer {
  readonly server: Server;
  readonly #gobbler: Gobbler;
  readonly #memory: ReplayMemory;
  readonly #routeOf: (method: string, target: string) => Route;
  readonly #requireRegistry: () => Promise<void>;
  readonly #running = new Map<AbortController, Promise<void>>();
  /** How many requests of a connection have not been answered yet. */
  readonly #waiting = new WeakMap<Socket, number>();
  #isClosing = false;

  /** `requireRegistry` throws if the registry is no longer this service's. */
  constructor(gobbler: Gobbler, memory: ReplayMemory, prefix: string, requireRegistry: () => Promise<void>) {
    this.#requireRegistry = requireRegistry;
    this.#gobbler = gobbler;
    this.#memory = memory;
    this.#routeOf = createRouter(prefix);
    // Answers come when the work is done, which may take hours: no limit of time applies anywhere.
    this.server = createServer(
      {
        ...{ requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0 },
        // A machine that lost its power closes nothing.
        ...{ keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS },
        maxHeaderSize: LARGEST_HEADERS_BYTES,
      },
      (request, response) => this.#accept(request, response),
    );
    this.server.on('clientError', (error, socket) => refuseUnparsed(error, socket, this.#routeOf));
  }

  /** Takes no more requests, cancels those that are running, and waits until they have undone what they began. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.#isClosing = true;
    for (const controller of this.#running.keys()) controller.abort(cancelled());
    while (this.#running.size > 0) await Promise.all(this.#running.values());
    this.server.closeAllConnections();
    await closed;
  }

  #accept(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    const waiting = (this.#waiting.get(socket) ?? 0) + 1;
    this.#waiting.set(socket, waiting);
    if (waiting > MOST_AT_ONCE) socket.destroy();
    if (socket.destroyed) return;
    const started = performance.now();
    const controller = new AbortController();
    // Connections that are open already may still bring requests.
    if (this.#isClosing) controller.abort(cancelled());
    let isGone = false;
    response.on('close', () => {
      isGone = !response.writableFinished;
      if (isGone) controller.abort(cancelled());
    });
    // The body of a request is ignored, but unread it would hide that the client has gone.
    request.resume();
    const work = this.#answer(request, response, controller.signal)
      .catch(async (error: unknown) => {
        this.#logFailure(error);
        if (response.headersSent) return;
        await send(response, textAnswer(500, '500 Internal Server Error'), TimeSlices.unstoppable());
      })
      .then((remark) => {
        this.#running.delete(controller);
        this.#waiting.set(socket, (this.#waiting.get(socket) ?? 1) - 1);
        const took = Math.round(performance.now() - started);
        const outcome = isGone ? 'gone' : response.statusCode;
        this.#gobbler.log(
          `${request.method} ${shortened(request.url ?? '')} ${outcome} ${took} ms${remark ?? ''}`,
        );
      });
    this.#running.set(controller, work);
  }

  /** Answers one request. Gives what there is to remark about it in the log. */
  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const route = this.#routeOf(request.method ?? '', request.url ?? '');
    const pace = new TimeSlices(signal);
    try {
      await send(response, await this.#answerTo(route, request, pace), pace);
      return undefined;
    } catch (error) {
      // Only the service proper refuses in JSON, not its file server.
      if (response.headersSent || route.to === 'fetch') throw error;
      const { status, reason, unexpected } = refusalOf(error);
      await send(response, jsonAnswer(status, { reason, status: 'ERROR' }), pace);
      if (unexpected) this.#logFailure(error);
      return ` ${JSON.stringify(reason)}`;
    }
  }

  async #answerTo(route: Route, request: IncomingMessage, pace: TimeSlices): Promise<Answer> {
    const { registry, staging } = this.#gobbler;
    switch (route.to) {
      case 'new': {
        await this.#requireRegistry();
        const accepted = acceptRequest(staging, route.name, this.#memory);
        const outcome = await dispatch(this.#gobbler, accepted, pace.signal);
        return jsonAnswer(200, new Map<string, Encodable>(Object.entries({ ...outcome, status: 'SUCCESS' })));
      }
      case 'list':
        return listAnswer(listRegistry(registry.root, route.query, pace));
      case 'info':
        return jsonAnswer(200, { registry: registry.root, staging });
      case 'root':
        return jsonAnswer(200, ABOUT);
      case 'fetch':
        return fetchFile(registry.root, { ...route, headers: request.headers }, pace);
      case 'options':
        return PREFLIGHT;
      case 'redirect':
        return redirectAnswer(route.location, request.method);
      case 'not-allowed':
        return notAllowed(route.allow);
      case 'bad-request':
        return unreadable(400);
    }
  }

  #logFailure(error: unknown): undefined {
    const stack = typeof error === 'object' && error !== null && 'stack' in error ? error.stack : undefined;
    this.#gobbler.log(typeof stack === 'string' ? stack : messageOf(error));
  }
}
