import type { ServerResponse } from 'node:http';
import type { Html } from '../markup/index.ts';

/** An answer of the site. `stream` writes the body itself, and ends the response. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  readonly stream?: (response: ServerResponse) => Promise<void>;
}

/** No script, and nothing from elsewhere; forms and images only of this site. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** For foreign files: no script, no styles, no forms, an origin of its own. */
const FOREIGN_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** On every answer. Nothing is cached: the next user of the browser should not find it. */
const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'cache-control': 'no-store',
};

export const pageAnswer = (page: Html, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: page.text,
});

export const textAnswer = (
  status: number,
  text: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => ({
  status,
  headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  body: `${text}\n`,
});

export const stylesheetAnswer = (text: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/css; charset=utf-8' },
  body: text,
});

/** Leads the browser to a page by GET, after a form. */
export const seeOther = (location: string): Answer => ({ status: 303, headers: { location } });

/** An image of a type that the caller has verified, shown in a page. */
export const imageAnswer = (type: string, body: Buffer): Answer => ({
  status: 200,
  headers: {
    'content-type': type,
    'content-security-policy': FOREIGN_POLICY,
    'content-disposition': 'inline',
  },
  body,
});

/** A foreign file, which the browser saves and never shows. `sizeBytes` is that of the manifest. */
export const attachmentAnswer = (
  fileName: string,
  sizeBytes: number | undefined,
  stream: (response: ServerResponse) => Promise<void>,
): Answer => ({
  status: 200,
  headers: {
    'content-type': 'application/octet-stream',
    'content-disposition': dispositionOf(fileName),
    'content-security-policy': FOREIGN_POLICY,
    ...(sizeBytes !== undefined && { 'content-length': String(sizeBytes) }),
  },
  stream,
});

/** RFC 6266: a name in ASCII, and the exact one. */
function dispositionOf(fileName: string): string {
  const plain = fileName.replaceAll(/[^\w.-]/g, '_');
  const coded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${coded}`;
}

/**
 * Sends an answer. `withBody` is false for HEAD. The head of a stream goes out with its first byte: what fails before that
 * can still be answered otherwise.
 */
export async function send(response: ServerResponse, answer: Answer, withBody: boolean): Promise<void> {
  const { status, headers, body = '', stream } = answer;
  const length = stream === undefined ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.statusCode = status;
  for (const [name, value] of Object.entries({ ...ALWAYS, ...length, ...headers }))
    response.setHeader(name, value);
  if (!withBody) response.end();
  else if (stream !== undefined) await stream(response);
  else response.end(body);
}
