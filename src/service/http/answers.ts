import { read, readSync } from 'node:fs';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { errnoOf } from '../../errors/index.ts';
import { type Encodable, encodeJson } from '../../protocol/index.ts';
import { closeUnwritten, type TimeSlices } from '../files/index.ts';
import type { FileAnswer, FileContent } from './files.ts';
import { gathered, type Pieces } from './pieces.ts';
import type { ByteRange } from './ranges.ts';
import type { Route } from './router.ts';

type Headers = { readonly [name: string]: string };

const ANY_ORIGIN: Headers = { 'Access-Control-Allow-Origin': '*' };

const PLAIN: Headers = { 'Content-Type': 'text/plain; charset=utf-8' };

const NO_SNIFFING: Headers = { 'X-Content-Type-Options': 'nosniff' };

/** An answer of the service proper. Protocol §5. */
export function sendJson(response: ServerResponse, status: number, content: Encodable): void {
  const body = Buffer.from(encodeJson(content), 'utf8');
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    ...ANY_ORIGIN,
  });
  response.end(body);
}

/** Answers the preflight request of a browser. Protocol §5.4. */
export function sendOptions(response: ServerResponse): void {
  response.writeHead(204, {
    'Access-Control-Allow-Methods': 'GET, OPTIONS',
    'Access-Control-Allow-Headers': '*',
    ...ANY_ORIGIN,
  });
  response.end();
}

/** The router's own answers carry no header for other origins. Protocol §5.4. */
export function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Headers = {},
): void {
  const body = Buffer.from(`${text}\n`);
  response.writeHead(status, {
    ...PLAIN,
    ...NO_SNIFFING,
    'Content-Length': body.length,
    ...headers,
  });
  response.end(body);
}

/** To a path that cannot be decoded; the connection is not used any further. */
export function sendUnreadable(response: ServerResponse): void {
  response.writeHead(400, { ...PLAIN, Connection: 'close' });
  response.end('400 Bad Request');
}

/** A redirect of the router, with a courtesy page for those who read it. */
export function sendRedirect(response: ServerResponse, location: string): void {
  if (response.req.method !== 'GET' && response.req.method !== 'HEAD') {
    response.writeHead(301, { Location: location, 'Content-Length': 0 });
    response.end();
    return;
  }
  response.writeHead(301, { Location: location, 'Content-Type': 'text/html; charset=utf-8' });
  response.end(`<a href="${location.replaceAll('&', '&amp;')}">Moved Permanently</a>.\n\n`);
}

/** As much is kept until its length is known, and until it is known that nothing fails. */
const WHOLE_BYTES = 4 * 1024 * 1024;

/**
 * Streams generated content. Throws an early failure, before anything is sent; a late failure closes the connection, so
 * that nobody mistakes the body for complete. Resolves once it has been sent, or the client has gone.
 */
export async function sendPieces(
  response: ServerResponse,
  status: number,
  headers: Headers,
  pieces: Pieces,
): Promise<void> {
  const held: Buffer[] = [];
  let size = 0;
  while (size < WHOLE_BYTES) {
    const { value, done } = await pieces.next();
    if (done) {
      response.writeHead(status, { ...headers, 'Content-Length': size });
      response.end(Buffer.concat(held));
      return;
    }
    held.push(value);
    size += value.length;
  }
  response.writeHead(status, headers);
  if (response.req.method === 'HEAD') {
    response.end();
    await pieces.return(undefined);
    return;
  }
  await sendStream(response, async function* () {
    for (let piece = held.shift(); piece !== undefined; piece = held.shift()) yield piece;
    yield* pieces;
  });
}

/** Answers `GET /list`. Protocol §5.3. */
export async function sendList(response: ServerResponse, pieces: Pieces): Promise<void> {
  await sendPieces(response, 200, { 'Content-Type': 'application/json', ...ANY_ORIGIN }, pieces);
}

/** An answer of the file server. Resolves once it has been sent, or the client has gone. Protocol §5.2. */
export async function sendFile(
  response: ServerResponse,
  { status, headers, body }: FileAnswer,
  pace: TimeSlices,
): Promise<void> {
  const safe = Object.entries(headers).map(([name, value]): [string, string] => [name, headerBytes(value)]);
  const head = { ...Object.fromEntries(safe), ...ANY_ORIGIN };
  if (body === undefined || Buffer.isBuffer(body)) {
    response.writeHead(status, status === 304 ? head : { ...head, 'Content-Length': body?.length ?? 0 });
    response.end(body);
    return;
  }
  if (!('descriptor' in body)) {
    await sendPieces(response, status, head, body);
    return;
  }
  try {
    response.writeHead(status, head);
    if (response.req.method === 'HEAD') response.end();
    else await sendContent(response, body, pace);
  } finally {
    closeUnwritten(body.descriptor);
  }
}

/** As much is read in less time than a stream needs to start, and is worth a write of its own. */
const PIECE_BYTES = 64 * 1024;

async function sendContent(response: ServerResponse, content: FileContent, pace: TimeSlices): Promise<void> {
  if (content.sizeBytes > PIECE_BYTES) {
    await sendStream(response, () => gathered(contentOf(content, pace)));
    return;
  }
  try {
    const pieces: Buffer[] = [];
    for (const [index, range] of content.ranges.entries()) {
      pieces.push(Buffer.from(content.before(range, index)), readAtOnce(content.descriptor, range));
    }
    response.end(Buffer.concat([...pieces, Buffer.from(content.after)]));
  } catch (error) {
    // A body that cannot be sent in full must not look complete.
    response.destroy();
    throw error;
  }
}

async function sendStream(response: ServerResponse, pieces: () => Pieces): Promise<void> {
  try {
    await pipeline(pieces, response);
  } catch (error) {
    response.destroy();
    const isGone = errnoOf(error) === 'ERR_STREAM_PREMATURE_CLOSE' || response.req.destroyed;
    if (!isGone) throw error;
  }
}

const readInBackground = promisify(read);

async function* contentOf({ descriptor, ranges, before, after }: FileContent, pace: TimeSlices): Pieces {
  for (const [index, range] of ranges.entries()) {
    await pace.yieldIfDue();
    const introduction = before(range, index);
    if (introduction !== '') yield Buffer.from(introduction);
    const end = range.start + range.length;
    if (range.length <= PIECE_BYTES) {
      yield readAtOnce(descriptor, range);
      continue;
    }
    for (let start = range.start; start < end; ) {
      const room = Buffer.allocUnsafeSlow(Math.min(PIECE_BYTES, end - start));
      const { bytesRead } = await readInBackground(descriptor, room, 0, room.length, start);
      if (bytesRead === 0) throw shorter();
      yield room.subarray(0, bytesRead);
      start += bytesRead;
    }
  }
  if (after !== '') yield Buffer.from(after);
}

function readAtOnce(descriptor: number, { start, length }: ByteRange): Buffer {
  const piece = Buffer.allocUnsafe(length);
  for (let done = 0; done < length; ) {
    const count = readSync(descriptor, piece, done, length - done, start + done);
    if (count === 0) throw shorter();
    done += count;
  }
  return piece;
}

const shorter = (): Error => new Error('a file has become shorter while it was sent');

/** Headers carry bytes, not text; what must not be in one becomes a blank. */
function headerBytes(value: string): string {
  return Buffer.from(value, 'utf8')
    .toString('latin1')
    .replace(/[\0-\x1f\x7f]/g, ' ');
}

/**
 * Answers what the engine's parser does not take, and ends the connection. Methods that it does not know are no
 * different from others that are not allowed. Protocol §5.4.
 */
export function refuseUnparsed(
  error: Error,
  socket: Writable,
  routeOf: (method: string, target: string) => Route,
): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const code = errnoOf(error);
  const packet =
    'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
  const [, method, target] = /^([!#$%&'*+\-.^_`|~\w]+) (\S+) HTTP\/1\.[01]\r\n/.exec(packet) ?? [];
  const route = code === 'HPE_INVALID_METHOD' && method && target ? routeOf(method, target) : undefined;
  if (route?.to === 'not-allowed') {
    const headers = { ...PLAIN, ...NO_SNIFFING, Allow: route.allow.join(', ') };
    socket.end(bareAnswer(405, headers, 'Method Not Allowed\n'));
  } else if (route?.to === 'redirect') {
    socket.end(bareAnswer(301, { Location: route.location }, ''));
  } else {
    const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
    socket.end(bareAnswer(status, PLAIN, `${status} ${STATUS_CODES[status]}`));
  }
}

function bareAnswer(status: number, headers: Headers, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return (
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}` +
    `Content-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`
  );
}
