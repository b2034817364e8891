import { STATUS_CODES } from 'node:http';
import { type Encodable, encodeJson } from '../../protocol/index.ts';
import type { Pieces } from './pieces.ts';
import type { ByteRange } from './ranges.ts';

export type Headers = { readonly [name: string]: string };

/** A file to send, in parts with something before each. The sender closes the descriptor. */
export interface FileContent {
  readonly descriptor: number;
  readonly ranges: readonly ByteRange[];
  readonly before: (range: ByteRange, index: number) => string;
  readonly after: string;
  /** Of all that is to be sent. */
  readonly sizeBytes: number;
}

/** An answer to a request. The length of a body that is known as a whole is added when it is sent. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body?: Buffer | FileContent | Pieces;
}

/** An answer whose body, if any, is known as a whole. */
export type TextAnswer = Answer & { readonly body?: Buffer };

/** Goes with answers that programs of other sites may read. Protocol §5.4. */
export const ANY_ORIGIN: Headers = { 'Access-Control-Allow-Origin': '*' };

const PLAIN: Headers = { 'Content-Type': 'text/plain; charset=utf-8' };
const JSON_TYPE: Headers = { 'Content-Type': 'application/json' };

/** An answer of the service proper. Protocol §5. */
export function jsonAnswer(status: number, content: Encodable): Answer {
  const body = Buffer.from(encodeJson(content), 'utf8');
  return { status, headers: { ...JSON_TYPE, ...ANY_ORIGIN }, body };
}

/** The answer to `GET /list`. Protocol §5.3. */
export function listAnswer(body: Pieces): Answer {
  return { status: 200, headers: { ...JSON_TYPE, ...ANY_ORIGIN }, body };
}

/** The answer to the preflight request of a browser. Protocol §5.4. */
export const PREFLIGHT: Answer = {
  status: 204,
  headers: {
    'Access-Control-Allow-Methods': 'GET, OPTIONS',
    'Access-Control-Allow-Headers': '*',
    ...ANY_ORIGIN,
  },
};

/** An error of the router or of the file server: text, not JSON. Protocol §5. */
export function textAnswer(status: number, text: string, headers: Headers = {}): TextAnswer {
  return {
    status,
    headers: { ...headers, ...PLAIN, 'X-Content-Type-Options': 'nosniff' },
    body: Buffer.from(`${text}\n`),
  };
}

/** The answer to what is no request; the connection is not used any further. */
export function unreadable(status: 400 | 431): TextAnswer {
  const body = Buffer.from(`${status} ${STATUS_CODES[status]}`);
  return { status, headers: { ...PLAIN, Connection: 'close' }, body };
}

export function notAllowed(methods: readonly string[]): TextAnswer {
  return textAnswer(405, 'Method Not Allowed', { Allow: methods.join(', ') });
}

/** A redirect of the router, with a courtesy page for those who read it. */
export function redirectAnswer(location: string, method: string | undefined): TextAnswer {
  if (method !== 'GET' && method !== 'HEAD') return { status: 301, headers: { Location: location } };
  return {
    status: 301,
    headers: { Location: location, 'Content-Type': 'text/html; charset=utf-8' },
    body: Buffer.from(`<a href="${location.replaceAll('&', '&amp;')}">Moved Permanently</a>.\n\n`),
  };
}
