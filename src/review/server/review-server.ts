import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { messageOf } from '../../errors/index.ts';
import { type Answer, send, textAnswer } from './answers.ts';
import { isSame, refusalOf } from './guard.ts';
import { logFailure } from './log-failure.ts';

/** Where the site is, and how it ends. */
export interface ReviewServer {
  readonly port: number;
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** A request to the site that has passed the guard. */
export interface SiteRequest {
  readonly isPost: boolean;
  /** Below the secret path, without a slash in front. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly message: IncomingMessage;
  /** Aborted when nobody waits for the answer any more. */
  readonly gone: AbortSignal;
}

export type Answering = (request: SiteRequest) => Promise<Answer>;

/** Long enough that nobody guesses it; one segment of a path. */
export const newSecret = (): string => randomBytes(24).toString('base64url');

const LARGEST_HEADERS_BYTES = 16 * 1024;
const HEADERS_TIMEOUT_MS = 10_000;

/**
 * Serves the site on loopback, below a secret path: everybody on this machine can connect, but only those who know the
 * address see anything. Fails with the error of the system if the port is taken; 0 is any.
 */
export async function serveSite(secret: string, port: number, answer: Answering): Promise<ReviewServer> {
  const server = createServer(
    { maxHeaderSize: LARGEST_HEADERS_BYTES, headersTimeout: HEADERS_TIMEOUT_MS },
    (request, response) => {
      void respond(request, response, secret, answer).catch(async (error: unknown) => {
        logFailure(error);
        if (response.headersSent) response.destroy();
        else await send(response, textAnswer(502, messageOf(error)), true);
      });
    },
  );
  await listen(server, port);
  const { port: found } = server.address() as AddressInfo;
  return {
    port: found,
    address: `http://127.0.0.1:${found}/${secret}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const NOT_FOUND = textAnswer(404, 'There is nothing here. Open the address that gobbler review has printed.');
const NOT_ALLOWED = textAnswer(405, 'The site answers GET, HEAD and POST.', { allow: 'GET, HEAD, POST' });

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  secret: string,
  answer: Answering,
): Promise<void> {
  const { method = '', url = '', headers } = request;
  const refusal = refusalOf(method, headers);
  const isHead = method === 'HEAD';
  if (refusal !== undefined) return send(response, textAnswer(refusal.status, refusal.sentence), !isHead);
  const [, given = '', below, search = ''] = /^\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/s.exec(url) ?? [];
  if (!isSame(given, secret) || below === undefined) return send(response, NOT_FOUND, !isHead);
  if (!['GET', 'HEAD', 'POST'].includes(method)) return send(response, NOT_ALLOWED, true);
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('the browser has closed the connection'));
  });
  const asked = {
    gone: gone.signal,
    isPost: method === 'POST',
    path: below,
    query: new URLSearchParams(search),
    message: request,
  };
  await send(response, await answer(asked), !isHead);
}
