import { randomBytes } from 'node:crypto';
import { constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { posix } from 'node:path';
import { errnoOf } from '../../errors/index.ts';
import { closeUnwritten, namesIn, type TimeSlices } from '../files/index.ts';
import { isUtf8 } from '../json/index.ts';
import { ANY_ORIGIN, type Answer, type FileContent, textAnswer } from './answers.ts';
import { allowsRange, isUnmodified, judgeConditions } from './conditions.ts';
import { directoryPage } from './directory-page.ts';
import { formatHttpDate } from './http-dates.ts';
import { typeByExtension } from './media-types.ts';
import { gathered } from './pieces.ts';
import { type ByteRange, contentRange, parseRanges } from './ranges.ts';
import { SNIFF_BYTES, sniffType } from './sniff.ts';

const INDEX = '/index.html';

export interface FileRequest {
  /** The requested path below `/fetch`, decoded; begins with a slash. */
  readonly path: Buffer;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

/** Answers a request for a file or directory of the registry. Protocol §5.2. */
export async function fetchFile(registry: string, request: FileRequest, pace: TimeSlices): Promise<Answer> {
  const answer = await answerTo(registry, request, pace);
  return { ...answer, headers: { ...answer.headers, ...ANY_ORIGIN } };
}

async function answerTo(registry: string, request: FileRequest, pace: TimeSlices): Promise<Answer> {
  const asked = request.path.toString('utf8');
  if (asked.endsWith(INDEX)) return redirect('./', request.query);
  if (asked.includes('\0') || !isUtf8(request.path)) return textAnswer(500, '500 Internal Server Error');
  // Whatever is above the registry is the registry.
  const file = registry + posix.normalize(asked).replace(/\/$/, '');
  let opened: Opened;
  try {
    opened = open(file);
  } catch (error) {
    return refusal(error);
  }
  return closedUnlessSent(opened, async () => {
    const { stat } = opened;
    if (!asked.endsWith('/')) {
      if (stat.isDirectory()) return redirect(`${posix.basename(asked)}/`, request.query);
      return contentAnswer(opened, request);
    }
    if (!stat.isDirectory()) return redirect(`../${posix.basename(asked)}`, request.query);
    return (await indexAnswer(file, request, pace)) ?? directoryAnswer(stat, file, request, pace);
  });
}

interface Opened {
  readonly name: string;
  readonly descriptor: number;
  readonly stat: Stats;
}

/** Links are followed wherever they lead; opening must not wait for the other end of a FIFO. */
function open(file: string): Opened {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  return { name: posix.basename(file), descriptor, stat: fstatSync(descriptor) };
}

/** The answer, with the file closed unless it is what will be sent. */
async function closedUnlessSent({ descriptor }: Opened, answer: () => Promise<Answer>): Promise<Answer> {
  let isSent = false;
  try {
    const result = await answer();
    isSent =
      result.body !== undefined && 'descriptor' in result.body && result.body.descriptor === descriptor;
    return result;
  } finally {
    if (!isSent) closeUnwritten(descriptor);
  }
}

/** Returns the index file of a directory, if there is one. */
async function indexAnswer(
  directory: string,
  request: FileRequest,
  pace: TimeSlices,
): Promise<Answer | undefined> {
  let index: Opened;
  try {
    index = open(directory + INDEX);
  } catch {
    return undefined;
  }
  return closedUnlessSent(index, async () => {
    if (index.stat.isDirectory()) return directoryAnswer(index.stat, directory + INDEX, request, pace);
    return contentAnswer(index, request);
  });
}

async function directoryAnswer(
  stat: Stats,
  directory: string,
  { headers }: FileRequest,
  pace: TimeSlices,
): Promise<Answer> {
  const modified = secondsOf(stat);
  const lastModified = { 'Last-Modified': formatHttpDate(modified) };
  if (isUnmodified(headers, modified)) return { status: 304, headers: {} };
  try {
    const names = await namesIn(directory, stat.size);
    const body = gathered(directoryPage(directory, names, pace));
    return { status: 200, headers: { ...lastModified, 'Content-Type': 'text/html; charset=utf-8' }, body };
  } catch {
    return textAnswer(500, 'Error reading directory', lastModified);
  }
}

function contentAnswer({ name, descriptor, stat }: Opened, { headers }: FileRequest): Answer {
  if (!stat.isFile()) return textAnswer(403, '403 Forbidden');
  const modified = secondsOf(stat);
  const common = modified === 0 ? {} : { 'Last-Modified': formatHttpDate(modified) };
  const verdict = judgeConditions(headers, modified);
  if (verdict !== 'proceed') return { status: verdict === 'not-modified' ? 304 : 412, headers: common };
  const type = typeByExtension(extensionOf(name)) ?? sniffType(startOf(descriptor));
  const ranges = parseRanges(allowsRange(headers, modified) ? headers.range : undefined, stat.size);
  if (ranges === 'invalid') return textAnswer(416, 'invalid range', common);
  if (ranges === 'beyond') {
    return textAnswer(416, 'invalid range: failed to overlap', {
      ...common,
      'Content-Range': `bytes */${stat.size}`,
    });
  }
  return rangesAnswer(descriptor, ranges, stat.size, type, { ...common, 'Accept-Ranges': 'bytes' });
}

function rangesAnswer(
  descriptor: number,
  ranges: readonly ByteRange[],
  size: number,
  type: string,
  common: { readonly [name: string]: string },
): Answer {
  const [only] = ranges;
  if (only === undefined || ranges.length === 1) {
    const range = only ?? { start: 0, length: size };
    const partial = only && { 'Content-Range': contentRange(only, size) };
    return {
      status: only === undefined ? 200 : 206,
      headers: { ...common, 'Content-Type': type, ...partial },
      body: { descriptor, ranges: [range], before: () => '', after: '', sizeBytes: range.length },
    };
  }
  const boundary = randomBytes(30).toString('hex');
  const before = (range: ByteRange, index: number): string =>
    `${index === 0 ? '' : '\r\n'}--${boundary}\r\n` +
    `Content-Range: ${contentRange(range, size)}\r\nContent-Type: ${type}\r\n\r\n`;
  const after = `\r\n--${boundary}--\r\n`;
  const sizeBytes = sizeOf(ranges, before, after);
  const headers = { ...common, 'Content-Type': `multipart/byteranges; boundary=${boundary}` };
  return { status: 206, headers, body: { descriptor, ranges, before, after, sizeBytes } };
}

/** The length of all parts, without making what comes before each. */
function sizeOf(ranges: readonly ByteRange[], before: FileContent['before'], after: string): number {
  const digitsOf = ({ start, length }: ByteRange): number =>
    String(start).length + String(start + length - 1).length;
  const model = ranges[0] as ByteRange;
  const fixed = before(model, 1).length - digitsOf(model);
  // The first one has no line to end.
  let size = before(model, 0).length - before(model, 1).length + after.length;
  for (const range of ranges) size += fixed + digitsOf(range) + range.length;
  return size;
}

/** The name is sent as it is, without being encoded, as the original does. */
function redirect(location: string, query: string): Answer {
  return { status: 301, headers: { Location: query === '' ? location : `${location}?${query}` } };
}

function refusal(error: unknown): Answer {
  const code = errnoOf(error) ?? '';
  if (['ENOENT', 'ENOTDIR'].includes(code)) return textAnswer(404, '404 page not found');
  if (['EACCES', 'EPERM'].includes(code)) return textAnswer(403, '403 Forbidden');
  return textAnswer(500, '500 Internal Server Error');
}

const secondsOf = (stat: Stats): number => Math.floor(stat.mtimeMs / 1000);

/** From the last dot of a name on, which may be its first character. */
const extensionOf = (name: string): string => (name.includes('.') ? name.slice(name.lastIndexOf('.')) : '');

function startOf(descriptor: number): Buffer {
  const room = Buffer.alloc(SNIFF_BYTES);
  return room.subarray(0, readSync(descriptor, room, 0, SNIFF_BYTES, 0));
}
