import { randomInt } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../protocol/errors.ts';
import { type Request, requestFileName } from '../protocol/requests.ts';
import { clockError, clocksNotice } from './clocks.ts';
import type { Connection } from './connection.ts';
import { type Answer, httpPost, pause } from './http.ts';
import { newRunName, writeReadableFile } from './staging-area.ts';

/** A network filesystem may show a new file late; the request stays valid for a minute (protocol §6.1). */
const LAG_PATIENCE_MS = 30_000;
const FIRST_LAG_PAUSE_MS = 100;
/** The service itself waits a minute for each lock; then we pause, so that others get their turn. */
const LOCK_PAUSE_MS = 5_000;
const DEFAULT_LOCK_PATIENCE_MS = 30 * 60_000;
const MOST_RANDOM = 2 ** 47;
/** Characters; the longest that a service means to say quotes two paths. */
const LONGEST_REASON = 10_000;
const LARGEST_REPLY_BYTES = 64 * 1024 * 1024;

export interface SubmitOptions {
  readonly signal?: AbortSignal | undefined;
  /** The run that the request file belongs to, from `newRunName`; a fresh one by default. */
  readonly run?: string | undefined;
  /** How long to go on while somebody else holds a lock. Default 30 minutes. */
  readonly lockPatienceMs?: number | undefined;
  /** Told, as a sentence, whenever the request has to be repeated, or could not be cleaned up. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/** Members of a successful reply, besides `status`. */
export type Reply = { readonly [member: string]: unknown };

/**
 * Writes a request file, has the service run it, and removes the file, whatever happens. Protocol §22.
 *
 * The request is repeated only where that is safe (protocol §18): under the same name while the service does not see
 * the file yet, and under a new name after a lock time-out. Every other failure is thrown, see {@link classify};
 * besides `service-unreachable`, `connection-lost`, and the signal's reason.
 */
export async function submit(
  connection: Connection,
  request: Request,
  options: SubmitOptions = {},
): Promise<Reply> {
  const { signal, run = newRunName(), lockPatienceMs = DEFAULT_LOCK_PATIENCE_MS, onNotice } = options;
  const giveUpAt = Date.now() + lockPatienceMs;
  for (;;) {
    try {
      // Unpredictable, although the run may be known from its directory: nobody can have made it before.
      const name = requestFileName(request.action, `${run}-${randomInt(MOST_RANDOM)}`);
      return await submitOnce(connection, request, name, options);
    } catch (error) {
      const retry = error instanceof GobblerError && error.code === 'lock-timeout' && Date.now() < giveUpAt;
      if (!retry) throw error;
      const minutes = Math.ceil((giveUpAt - Date.now()) / 60_000);
      onNotice?.(
        `Another request holds the lock; trying again, for up to ${minutes} more min. (${error.message})`,
      );
    }
    await pause(LOCK_PAUSE_MS, signal);
  }
}

async function submitOnce(
  connection: Connection,
  request: Request,
  name: string,
  { signal, onNotice }: SubmitOptions,
): Promise<Reply> {
  signal?.throwIfAborted();
  const file = path.join(connection.staging, name);
  await write(file, request.content);
  try {
    return await post(connection, name, request, { signal, onNotice });
  } finally {
    await remove(file, onNotice);
  }
}

/** Never throws: what became of the request itself is more important. */
async function remove(file: string, onNotice: SubmitOptions['onNotice']): Promise<void> {
  try {
    await fs.unlink(file);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return; // never written, or removed by somebody else
    onNotice?.(`The request file ${file} could not be removed: ${messageOf(error)}`);
  }
}

async function write(file: string, content: string): Promise<void> {
  try {
    await writeReadableFile(file, content);
  } catch (error) {
    throw stagingWriteError(file, error);
  }
}

/** The error for anything that could not be written to staging, with code `staging-unavailable`. */
export function stagingWriteError(item: string, error: unknown): GobblerError {
  const full = ['ENOSPC', 'EDQUOT'].includes(errnoOf(error) ?? '');
  return new GobblerError(
    'staging-unavailable',
    `${item} could not be written to staging: ${messageOf(error)}`,
    {
      input: 'staging',
      hint: full
        ? 'The filesystem of the staging directory is full, or your quota is used up: make room and run again.'
        : 'Check the staging directory, its filesystem, and the rights of this user.',
      cause: error,
    },
  );
}

async function post(
  connection: Connection,
  name: string,
  { action }: Request,
  { signal, onNotice }: SubmitOptions,
): Promise<Reply> {
  const url = `${connection.url}/new/${encodeURIComponent(name)}`;
  const file = path.join(connection.staging, name);
  const giveUpAt = Date.now() + LAG_PATIENCE_MS;
  for (let pauseMs = FIRST_LAG_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, 5_000)) {
    const answer = await httpPost(url, { signal, limitBytes: LARGEST_REPLY_BYTES });
    const reply = successOf(answer);
    if (reply !== undefined) {
      const ahead = action === 'health_check' ? await clocksNotice(file, answer) : undefined;
      if (ahead !== undefined) onNotice?.(ahead);
      return reply;
    }
    const isExpired = answer.status === 400 && EXPIRED.test(reasonOf(answer) ?? '');
    const error = (isExpired && (await clockError(file, answer))) || classify(answer, action, url);
    if (!isLag(answer) || Date.now() > giveUpAt) throw error;
    if (pauseMs === FIRST_LAG_PAUSE_MS * 8)
      onNotice?.('The service does not see the request file yet; waiting for it.');
    await pause(pauseMs, signal);
  }
}

function jsonObject(text: string): { readonly [member: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined; // not JSON at all: the caller says what it got instead
  }
}

/** The reply, if the request has succeeded: status 200 is not enough, since any mistyped GET gets one (T1, T8). */
function successOf(answer: Answer): Reply | undefined {
  if (answer.status !== 200) return undefined;
  const reply = jsonObject(answer.text);
  return reply?.status === 'SUCCESS' ? reply : undefined;
}

function reasonOf({ text }: Pick<Answer, 'text'>): string | undefined {
  const reason = jsonObject(text)?.reason;
  return typeof reason === 'string' ? reason : undefined;
}

function isLag(answer: Answer): boolean {
  return answer.status === 400 && reasonOf(answer)?.includes('failed to access path') === true;
}

/* Reasons may quote names and paths of users, so only the ends of the service's own sentences are looked at. */
const EXPIRED = /is expired$/;
const EXISTS = /already exists( in "|$)/;
const LOCKED = /timed out waiting for the lock( to be acquired on "|$)/;

/**
 * What an answer that is not a success means. Protocol §18: the status alone does not tell, so the stable parts of the
 * reason decide the code, and the reason is passed on as it is.
 */
function classify(answer: Answer, action: string, url: string): GobblerError {
  const { status: httpStatus } = answer;
  const reason = reasonOf(answer);
  if (reason === undefined) {
    const found = `status ${httpStatus} and ${JSON.stringify(answer.text.slice(0, 80))}`;
    if ([502, 503, 504].includes(httpStatus)) {
      return new GobblerError(
        'connection-lost',
        `a proxy in front of the service answered ${found} to ${url}`,
        {
          httpStatus,
          hint: 'The service is down, or the proxy gave up waiting: it must not limit how long an answer may take.',
        },
      );
    }
    return new GobblerError(
      'service-misconfigured',
      `${url} should report success, but answered with ${found}`,
      {
        input: 'url',
        httpStatus,
        hint: 'Check that url leads to a Gobbler, with its path prefix, and without a redirect.',
      },
    );
  }
  const { code, hint } = verdict(httpStatus, reason);
  const said = reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)} …` : reason;
  return new GobblerError(code, `the service refused to ${action.replaceAll('_', ' ')}: ${said}`, {
    httpStatus,
    hint,
  });
}

function verdict(status: number, reason: string): { code: GobblerError['code']; hint: string } {
  const says = (part: string): boolean => reason.includes(part);
  if (status === 403) {
    return {
      code: 'not-authorized',
      hint: 'Ask an owner of the project, or an administrator, for the right to do this.',
    };
  }
  if (status === 404)
    return { code: 'not-found', hint: 'Check the names; an administrator creates projects.' };
  if (status === 400) {
    if (says('failed to access path')) {
      return {
        code: 'staging-unavailable',
        hint: 'The service does not see our file: is this the staging directory of that service, on a shared filesystem?',
      };
    }
    if (EXPIRED.test(reason)) {
      return {
        code: 'request-expired',
        hint: 'The clocks of this machine (or the file server) and the service differ.',
      };
    }
    if (says('already being processed')) {
      return {
        code: 'connection-lost',
        hint: 'The request was accepted before; look at the registry for its outcome.',
      };
    }
    if (EXISTS.test(reason)) {
      return { code: 'already-exists', hint: 'Choose another name: what is published is permanent.' };
    }
    return { code: 'request-refused', hint: 'Correct what the reason names, and run again.' };
  }
  if (LOCKED.test(reason)) {
    return { code: 'lock-timeout', hint: 'Another request was busy for long; try again later.' };
  }
  if (says('not on probation'))
    return { code: 'not-on-probation', hint: 'It may have been approved already.' };
  if (says('permission denied')) {
    return {
      code: 'service-failed',
      hint: 'The service cannot read something in staging, or cannot write its registry.',
    };
  }
  return { code: 'service-failed', hint: 'The reason is all the service tells; its log may say more.' };
}
