import { closeSync, createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { errnoOf, messageOf } from '../protocol/errors.ts';
import { type Encodable, encodeJson } from '../protocol/json.ts';
import { dispatch } from './dispatch.ts';
import { refusalOf } from './failure.ts';
import { type FileAnswer, type FileContent, fetchFile } from './files.ts';
import type { Gobbler } from './gobbler.ts';
import { listRegistry } from './list.ts';
import { acceptRequest, type ReplayMemory } from './request-file.ts';
import { createRouter, type Route } from './router.ts';

const ABOUT = { name: 'gobbler API', url: 'https://github.com/ArtifactDB/gobbler' };

const ANY_ORIGIN = { 'Access-Control-Allow-Origin': '*' };

/** As long as the original's. */
const LARGEST_HEADERS_BYTES = 1024 * 1024;

/** The HTTP face of a service. Handlers know nothing of it, and it knows nothing of what they do. Protocol §5. */
export class HttpFace {
  readonly server: Server;
  readonly #gobbler: Gobbler;
  readonly #memory: ReplayMemory;
  readonly #routeOf: (method: string, target: string) => Route;
  readonly #running = new Map<AbortController, Promise<void>>();

  constructor(gobbler: Gobbler, memory: ReplayMemory, prefix: string) {
    this.#gobbler = gobbler;
    this.#memory = memory;
    this.#routeOf = createRouter(prefix);
    // Answers come when the work is done, which may take hours: no limit of time applies anywhere.
    this.server = createServer(
      { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 0, maxHeaderSize: LARGEST_HEADERS_BYTES },
      (request, response) => this.#accept(request, response),
    );
  }

  /** Takes no more requests, cancels those that are running, and waits until they have undone what they began. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    for (const controller of this.#running.keys()) controller.abort();
    await Promise.all(this.#running.values());
    this.server.closeAllConnections();
    await closed;
  }

  #accept(request: IncomingMessage, response: ServerResponse): void {
    const started = performance.now();
    const controller = new AbortController();
    let isGone = false;
    response.on('close', () => {
      isGone = !response.writableFinished;
      if (isGone) controller.abort();
    });
    // What a client sends along is of no interest, but unread it would hide that the client has gone.
    request.resume();
    const work = this.#answer(request, response, controller.signal)
      .catch((error: unknown) => {
        this.#logFailure(error);
        if (!response.headersSent) sendText(response, 500, '500 Internal Server Error');
      })
      .then((remark) => {
        this.#running.delete(controller);
        const took = Math.round(performance.now() - started);
        const outcome = isGone ? 'gone' : response.statusCode;
        this.#gobbler.log(`${request.method} ${request.url} ${outcome} ${took} ms${remark ?? ''}`);
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
    switch (route.to) {
      case 'new':
        return this.#answerJson(response, async () => {
          const accepted = acceptRequest(this.#gobbler.staging, route.name, this.#memory);
          const outcome = await dispatch(this.#gobbler, accepted, signal);
          return new Map<string, Encodable>(Object.entries({ ...outcome, status: 'SUCCESS' }));
        });
      case 'list':
        return this.#answerJson(response, () =>
          listRegistry(this.#gobbler.registry.root, route.query, signal),
        );
      case 'info':
        return this.#answerJson(response, async () => ({
          registry: this.#gobbler.registry.root,
          staging: this.#gobbler.staging,
        }));
      case 'root':
        return this.#answerJson(response, async () => ABOUT);
      case 'fetch':
        return this.#answerFile(
          request,
          response,
          fetchFile(this.#gobbler.registry.root, { ...route, headers: request.headers }),
        );
      case 'options':
        response.writeHead(204, {
          'Access-Control-Allow-Methods': 'GET, OPTIONS',
          'Access-Control-Allow-Headers': '*',
          ...ANY_ORIGIN,
        });
        response.end();
        return undefined;
      case 'redirect':
        sendPage(response, route.location);
        return undefined;
      case 'not-allowed':
        sendText(response, 405, 'Method Not Allowed', { Allow: route.allow.join(', ') });
        return undefined;
      case 'bad-request':
        response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
        response.end('400 Bad Request');
        return undefined;
    }
  }

  async #answerJson(response: ServerResponse, work: () => Promise<Encodable>): Promise<string | undefined> {
    try {
      sendJson(response, 200, await work());
      return undefined;
    } catch (error) {
      const { status, reason, unexpected } = refusalOf(error);
      sendJson(response, status, { reason, status: 'ERROR' });
      if (unexpected) this.#logFailure(error);
      return ` ${JSON.stringify(reason)}`;
    }
  }

  async #answerFile(
    request: IncomingMessage,
    response: ServerResponse,
    answer: FileAnswer,
  ): Promise<undefined> {
    const { status, headers, body } = answer;
    const safe = Object.entries(headers).map(([name, value]): [string, string] => [name, headerBytes(value)]);
    const head = { ...Object.fromEntries(safe), ...ANY_ORIGIN };
    if (body === undefined || Buffer.isBuffer(body)) {
      response.writeHead(status, status === 304 ? head : { ...head, 'Content-Length': body?.length ?? 0 });
      response.end(body);
      return;
    }
    response.writeHead(status, head);
    await sendContent(response, body, request.method === 'HEAD');
  }

  #logFailure(error: unknown): undefined {
    const stack = typeof error === 'object' && error !== null && 'stack' in error ? error.stack : undefined;
    this.#gobbler.log(typeof stack === 'string' ? stack : messageOf(error));
  }
}

function sendJson(response: ServerResponse, status: number, content: Encodable): void {
  const body = Buffer.from(encodeJson(content), 'utf8');
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    ...ANY_ORIGIN,
  });
  response.end(body);
}

/** The router's own answers carry no header for other origins. Protocol §5.4. */
function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: { readonly [name: string]: string } = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(`${text}\n`);
}

/** A redirect, with a courtesy page for those who read it. */
function sendPage(response: ServerResponse, location: string): void {
  if (response.req.method !== 'GET' && response.req.method !== 'HEAD') {
    response.writeHead(301, { Location: location, 'Content-Length': 0 });
    response.end();
    return;
  }
  response.writeHead(301, { Location: location, 'Content-Type': 'text/html; charset=utf-8' });
  response.end(`<a href="${location.replaceAll('&', '&amp;')}">Moved Permanently</a>.\n\n`);
}

/** Sends a file, or parts of it, and closes it in any case. */
async function sendContent(response: ServerResponse, content: FileContent, headOnly: boolean): Promise<void> {
  try {
    if (headOnly) response.end();
    else await pipeline(contentOf(content), response);
  } catch (error) {
    // The client has gone, and with it all interest; a file that cannot be read must not look complete.
    response.destroy();
    if (!isGone(error)) throw error;
  } finally {
    closeSync(content.descriptor);
  }
}

async function* contentOf({ descriptor, parts, after }: FileContent): AsyncGenerator<Buffer | string> {
  for (const { before, range } of parts) {
    if (before !== '') yield before;
    if (range.length === 0) continue;
    const { start, length } = range;
    yield* createReadStream('', { fd: descriptor, autoClose: false, start, end: start + length - 1 });
  }
  if (after !== '') yield after;
}

const isGone = (error: unknown): boolean => errnoOf(error) === 'ERR_STREAM_PREMATURE_CLOSE';

/** Headers carry bytes, not text; what must not be in one becomes a blank. */
function headerBytes(value: string): string {
  return Buffer.from(value, 'utf8')
    .toString('latin1')
    .replace(/[\0-\x1f\x7f]/g, ' ');
}
