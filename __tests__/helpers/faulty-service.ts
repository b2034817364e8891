import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FaultyService {
  readonly url: string;
  /** Every request so far, as `METHOD /path`. */
  readonly requests: readonly string[];
  /** Rejects if the fault has thrown anything. */
  readonly close: () => Promise<void>;
}

/** Handles a request: answers it, or returns false to let the real service answer. */
export type Fault = (request: IncomingMessage, response: ServerResponse, count: number) => boolean;

/**
 * A service with a fault: a proxy in front of a real one that answers some requests itself. `count` is the number of
 * earlier requests with the same method and first path segment.
 */
export async function startFaultyService(real: string, fault: Fault): Promise<FaultyService> {
  const requests: string[] = [];
  const counts = new Map<string, number>();
  const failures: unknown[] = [];
  const server = http.createServer((request, response) => {
    const url = request.url ?? '/';
    requests.push(`${request.method} ${url}`);
    const kind = `${request.method} ${url.split(/[/?]/)[1]}`;
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    try {
      if (fault(request, response, count)) return;
    } catch (error) {
      failures.push(error);
      response.destroy();
      return;
    }
    const forward = http.request(
      `${real}${url}`,
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    forward.on('error', () => response.destroy());
    response.on('close', () => forward.destroy());
    request.pipe(forward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(() => (failures.length === 0 ? resolve() : reject(failures[0])));
        server.closeAllConnections();
      }),
  };
}

/** Answers with a status and a body. */
export function answer(
  response: ServerResponse,
  status: number,
  body: string,
  type = 'application/json',
): true {
  response.writeHead(status, { 'content-type': type }).end(body);
  return true;
}
