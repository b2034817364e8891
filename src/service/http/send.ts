import { read, readSync } from 'node:fs';
import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { errnoOf } from '../../errors/index.ts';
import { closeUnwritten, type TimeSlices } from '../files/index.ts';
import {
  type Answer,
  type FileContent,
  type Headers,
  notAllowed,
  redirectAnswer,
  type TextAnswer,
  unreadable,
} from './answers.ts';
import { gathered, type Pieces } from './pieces.ts';
import type { ByteRange } from './ranges.ts';
import type { Route } from './router.ts';

/** Statuses whose answers have no body, not even an empty one. */
const BODILESS = [204, 304];

/**
 * Sends an answer. Resolves once it has been sent, or the client has gone. Throws if nothing can be sent; a failure in
 * the middle of a body closes the connection.
 */
export async function send(
  response: ServerResponse,
  { status, headers, body }: Answer,
  pace: TimeSlices,
): Promise<void> {
  const safe = Object.entries(headers).map(([name, value]): [string, string] => [name, headerBytes(value)]);
  const head = Object.fromEntries(safe);
  if (body === undefined || Buffer.isBuffer(body)) {
    const length = BODILESS.includes(status) ? undefined : { 'Content-Length': body?.length ?? 0 };
    response.writeHead(status, { ...head, ...length });
    response.end(body);
    return;
  }
  if (!('descriptor' in body)) {
    await sendPieces(response, { status, headers: head }, body, pace);
    return;
  }
  try {
    response.writeHead(status, { ...head, 'Content-Length': body.sizeBytes });
    if (response.req.method === 'HEAD') response.end();
    else await sendContent(response, body, pace);
  } finally {
    closeUnwritten(body.descriptor);
  }
}

/** As much is kept until its length is known, and until it is known that nothing fails. */
const WHOLE_BYTES = 4 * 1024 * 1024;

/**
 * Streams generated content. Throws an early failure, before anything is sent; a late failure closes the connection, so
 * that nobody mistakes the body for complete. Resolves once it has been sent, or the client has gone.
 */
async function sendPieces(
  response: ServerResponse,
  { status, headers }: { readonly status: number; readonly headers: Headers },
  pieces: Pieces,
  { signal }: TimeSlices,
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
  const all = async function* (): Pieces {
    for (let piece = held.shift(); piece !== undefined; piece = held.shift()) yield piece;
    yield* pieces;
  };
  await sendStream(response, all, signal);
}

/** As much is read in less time than a stream needs to start, and is worth a write of its own. */
const PIECE_BYTES = 64 * 1024;

async function sendContent(response: ServerResponse, content: FileContent, pace: TimeSlices): Promise<void> {
  if (content.sizeBytes > PIECE_BYTES) {
    await sendStream(response, () => gathered(contentOf(content, pace)), pace.signal);
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

async function sendStream(
  response: ServerResponse,
  pieces: () => Pieces,
  signal?: AbortSignal,
): Promise<void> {
  try {
    // A client that reads no more must not hold up the end of the service.
    await pipeline(pieces, response, { ...(signal && { signal }) });
  } catch (error) {
    response.destroy();
    const isGone = errnoOf(error) === 'ERR_STREAM_PREMATURE_CLOSE' || response.req.destroyed;
    if (!isGone && signal?.aborted !== true) throw error;
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
  const { status, headers, body } = answerToUnparsed(error, routeOf);
  const head = { ...headers, 'Content-Length': body?.length ?? 0, Connection: 'close' };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body ?? ''}`);
}

function answerToUnparsed(error: Error, routeOf: (method: string, target: string) => Route): TextAnswer {
  const code = errnoOf(error);
  const packet =
    'rawPacket' in error && Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString('latin1') : '';
  const [, method, target] = /^([!#$%&'*+\-.^_`|~\w]+) (\S+) HTTP\/1\.[01]\r\n/.exec(packet) ?? [];
  const route = code === 'HPE_INVALID_METHOD' && method && target ? routeOf(method, target) : undefined;
  if (route?.to === 'not-allowed') return notAllowed(route.allow);
  if (route?.to === 'redirect') return redirectAnswer(route.location, method);
  return unreadable(code === 'HPE_HEADER_OVERFLOW' ? 431 : 400);
}
