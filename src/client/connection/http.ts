import { setMaxListeners } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Agent, Dispatcher } from 'undici';
import { errnoOf, GobblerError, gobblerError, messageOf, type UnreachableCause } from '../../errors/index.ts';
import { onDescriptorShortage } from '../../fs/index.ts';
import { traceRequest } from './trace.ts';

/** How long to wait for a connection, and for an answer that has begun, or to a GET. */
const CONNECT_TIMEOUT_MS = 10_000;
export const SILENCE_MS = 60_000;
/** TCP probes keep firewalls from forgetting a connection that is silent for hours. */
const KEEP_ALIVE_PROBE_MS = 30_000;
/** How to connect, for every connection. */
export const CONNECT = {
  timeout: CONNECT_TIMEOUT_MS,
  keepAlive: true,
  keepAliveInitialDelay: KEEP_ALIVE_PROBE_MS,
};
const GET_ATTEMPTS = 3;
const FIRST_RETRY_MS = 200;
/** A listing of a million files stays below this. */
const LARGEST_ANSWER_BYTES = 128 * 1024 * 1024;
/**
 * The maximum number of lists and objects in an answer. Each takes many times as much memory as its text, and
 * legitimate answers have few: a manifest of a million files, all of them links, has three million.
 */
const MOST_STRUCTURES = 12_000_000;

/** A complete answer. */
export interface Answer {
  readonly status: number;
  /** The service's clock when it answered, as it spelled it. */
  readonly date: string | undefined;
  readonly text: string;
}

/** The value of JSON text; undefined for anything else, which callers report. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface HttpOptions {
  readonly signal?: AbortSignal | undefined;
  /** The largest body that is accepted; a longer one is refused with `service-misconfigured`. */
  readonly limitBytes?: number | undefined;
}

interface Connections {
  readonly GET: Agent;
  readonly POST: Agent;
}

let connections: Promise<Connections> | undefined;

/**
 * The connections. Loaded when there is something to ask, since undici is the heaviest thing here. An answer to a POST
 * may take any time: it comes when the work is done (protocol §20 T2). Each POST gets a connection of its own: on one
 * that is kept alive, and that the service has just closed, its fate would be unknown.
 */
function connectionsOf(): Promise<Connections> {
  onDescriptorShortage(closeConnections);
  connections ??= import(/* webpackChunkName: "http" */ 'undici').then((undici) => ({
    GET: new undici.Agent({ connect: CONNECT }),
    POST: new undici.Agent({ connect: CONNECT, pipelining: 0 }),
  }));
  connections.catch(() => {
    connections = undefined; // too many files were open: the next request may have more luck
  });
  return connections;
}

/** Closes all connections, in use or not, and with them the files that they are for the system. */
async function closeConnections(): Promise<void> {
  // This runs while a failure is reported: if undici could not be loaded, there is nothing to close.
  const { GET, POST } = (await connections?.catch(() => undefined)) ?? {};
  connections = undefined;
  await Promise.all([GET?.destroy(), POST?.destroy()]);
}

/**
 * GETs `url`, following nothing. Lost connections and the answers of an overloaded proxy (502, 503, 504) are tried
 * again a few times. Errors: `service-unreachable` if nobody answered, `service-misconfigured` for an answer that is
 * too long, the signal's reason if it was aborted.
 */
export async function httpGet(url: string, options: HttpOptions = {}): Promise<Answer> {
  return persistently(url, options.signal, () => exchange(url, 'GET', options));
}

export interface DownloadOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called before the first byte of every attempt: whatever came of an earlier one is void. */
  readonly onStart: () => Promise<void>;
  /** Gets the body in pieces, in order. Its errors end the download. */
  readonly onChunk: (chunk: Buffer) => Promise<void> | void;
}

/** GETs `url` like {@link httpGet}, but hands out the body of a 200 in pieces instead of keeping it. Returns the status. */
export async function httpDownload(url: string, options: DownloadOptions): Promise<number> {
  const { signal, onStart, onChunk } = options;
  const answer = await persistently(url, signal, async () => {
    const { statusCode: status, body } = await open(url, 'GET', signal);
    if (status !== 200) {
      await body.dump();
      return { status };
    }
    await onStart();
    for await (const chunk of body) await onChunk(chunk as Buffer);
    return { status };
  });
  return answer.status;
}

/** Repeats a GET that met a lost connection or an overloaded proxy. Errors of our own are not repeated. */
async function persistently<A extends { readonly status: number }>(
  url: string,
  signal: AbortSignal | undefined,
  attempt: () => Promise<A>,
): Promise<A> {
  for (let count = 1; ; count++) {
    const last = count === GET_ATTEMPTS;
    try {
      const answer = await attempt();
      if (last || ![502, 503, 504].includes(answer.status)) return answer;
    } catch (error) {
      signal?.throwIfAborted();
      // Only the network's failures may pass.
      if (error instanceof GobblerError || errnoOf(error) === undefined) throw error;
      if (last || isLasting(error)) throw unreachable(url, error);
    }
    await pause(FIRST_RETRY_MS * 3 ** (count - 1), signal);
  }
}

/**
 * POSTs to `url` without a body (a body would keep the service from noticing that we have gone, protocol §20 T3), once:
 * nothing is sent again, whatever happens. Waits for the answer as long as it takes. Errors: `service-unreachable` if
 * no connection was made, `connection-lost` if it ended before the answer, the signal's reason if it was aborted, upon
 * which the connection is closed at once.
 */
export async function httpPost(url: string, options: HttpOptions = {}): Promise<Answer> {
  try {
    return await exchange(url, 'POST', options);
  } catch (error) {
    options.signal?.throwIfAborted();
    if (error instanceof GobblerError) throw error;
    if (neverConnected(error)) throw unreachable(url, error);
    throw gobblerError('answer-lost', { url, error: describe(error) }, { cause: error });
  }
}

async function exchange(
  url: string,
  method: 'GET' | 'POST',
  { signal, limitBytes = LARGEST_ANSWER_BYTES }: HttpOptions,
): Promise<Answer> {
  const response = await open(url, method, signal);
  const text = await readText(response.body, limitBytes, url);
  const { date } = response.headers;
  return { status: response.statusCode, date: typeof date === 'string' ? date : undefined, text };
}

async function open(
  url: string,
  method: 'GET' | 'POST',
  signal: AbortSignal | undefined,
): Promise<Dispatcher.ResponseData> {
  const begun = performance.now();
  try {
    const response = await request(url, method, signal);
    traceRequest({ method, url, status: response.statusCode, durationMs: performance.now() - begun });
    return response;
  } catch (error) {
    traceRequest({ method, url, error: describe(error), durationMs: performance.now() - begun });
    throw error;
  }
}

async function request(
  url: string,
  method: 'GET' | 'POST',
  signal: AbortSignal | undefined,
): Promise<Dispatcher.ResponseData> {
  const { [method]: dispatcher } = await connectionsOf();
  const { origin, pathname, search } = new URL(url);
  const isPost = method === 'POST';
  // Each request listens to it while it lasts, and there may be many at a time.
  if (signal !== undefined) setMaxListeners(0, signal);
  return dispatcher.request({
    origin,
    path: pathname + search,
    method,
    ...(signal && { signal }),
    headers: isPost ? { 'content-length': '0' } : {},
    headersTimeout: isPost ? 0 : SILENCE_MS,
    bodyTimeout: SILENCE_MS,
  });
}

async function readText(
  body: Dispatcher.ResponseData['body'],
  limitBytes: number,
  url: string,
): Promise<string> {
  const decoder = new StringDecoder('utf8');
  let text = '';
  let length = 0;
  let structures = 0;
  for await (const chunk of body) {
    const bytes = chunk as Buffer;
    length += bytes.length;
    structures += countOf(bytes, OPENING_BRACE) + countOf(bytes, OPENING_BRACKET);
    if (length > limitBytes || structures > MOST_STRUCTURES) {
      body.destroy();
      const found =
        length > limitBytes
          ? { limit: limitBytes, unit: 'bytes' as const }
          : { limit: MOST_STRUCTURES, unit: 'structures' as const };
      throw gobblerError('answer-too-large', { url, ...found });
    }
    text += decoder.write(bytes);
  }
  return text + decoder.end();
}

const OPENING_BRACE = 0x7b;
const OPENING_BRACKET = 0x5b;

function countOf(bytes: Buffer, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) count++;
  return count;
}

/** Waits, with up to a quarter of jitter so that many clients do not return at once; ends early when aborted. */
export async function pause(durationMs: number, signal?: AbortSignal): Promise<void> {
  try {
    await sleep(durationMs * (1 + Math.random() / 4), undefined, { ...(signal && { signal }) });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  }
}

/** Error codes for a certificate that is not trusted. */
const UNTRUSTED = new Set([
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Why no connection can be made, if that will not pass by itself; undefined for all other failures. */
function lastingCause(error: unknown): UnreachableCause | undefined {
  const code = errnoOf(error) ?? '';
  if (UNTRUSTED.has(code)) return 'untrusted-certificate';
  if (code.startsWith('CERT_') || code.startsWith('ERR_TLS_CERT_')) return 'invalid-certificate';
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO') return 'no-tls';
  return code.startsWith('HPE_') ? 'no-http' : undefined;
}

const isLasting = (error: unknown): boolean => lastingCause(error) !== undefined;

/**
 * Whether a request was certainly not sent. The same codes may come from a connection that was made before, such as
 * EHOSTUNREACH when the network fails meanwhile; so it is the system call that counts.
 */
function neverConnected(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.every(neverConnected);
  const { syscall } = error as { syscall?: unknown };
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true;
  const cause = lastingCause(error);
  if (cause === 'untrusted-certificate' || cause === 'invalid-certificate') return true;
  return errnoOf(error) === 'UND_ERR_CONNECT_TIMEOUT';
}

function unreachable(url: string, error: unknown): GobblerError {
  const cause = lastingCause(error);
  const facts =
    cause === undefined ? { url, error: describe(error) } : { url, cause, error: errnoOf(error) ?? '' };
  return gobblerError('unreachable', facts, { cause: error });
}

/** Connecting to several addresses at once fails with an error without a message of its own. */
function describe(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0]);
  return messageOf(error) || errnoOf(error) || 'unknown network error';
}
