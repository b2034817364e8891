import { randomInt } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import { refusedAs } from '../../fs/index.ts';
import { type Request, requestFileName } from '../../protocol/index.ts';
import { type Connection, httpPost, pause } from '../connection/index.ts';
import { clockError, clocksNotice } from './clock-skew.ts';
import { DEFAULT_PATIENCE_MS, pauseForLock } from './lock-retry.ts';
import { classify, isRefusedFor, type Reply, successOf } from './reply.ts';
import { newRunName, writeReadableFile } from './staging-area.ts';

/** A network filesystem may show a new file late; the request stays valid for a minute (protocol §6.1). */
const LAG_PATIENCE_MS = 30_000;
const FIRST_LAG_PAUSE_MS = 100;
/** A request that was sent so long after it was written may be stale for that reason alone. */
const LATE_MS = 10_000;
const MOST_RANDOM = 2 ** 47;
const LARGEST_REPLY_BYTES = 64 * 1024 * 1024;
/** Errors of a file server that has not answered, and may still make the file. */
const UNANSWERED: ReadonlySet<string> = new Set(['EIO', 'ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH']);

/** How long to try to have a request carried out, and how to follow that. */
export interface SubmitOptions {
  /** Ends the call; its reason is what is thrown. The service undoes an unfinished request. */
  readonly signal?: AbortSignal | undefined;
  /** The run that the request file belongs to, from `newRunName`; a fresh one by default. */
  readonly run?: string | undefined;
  /** How long to go on while somebody else holds a lock. Default 30 minutes. */
  readonly lockPatienceMs?: number | undefined;
  /** Called with a sentence whenever the request has to be repeated, or could not be cleaned up. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
  /**
   * Called before the request is repeated after others held a lock, which may take long: checks that it is still right, and
   * throws otherwise.
   */
  readonly beforeRepeat?: (() => Promise<void>) | undefined;
}

/** The effect of these depends on nothing that may have changed since the request was written. */
const MAY_BE_LATE: ReadonlySet<Request['action']> = new Set(['upload', 'health_check']);

/**
 * Writes a request file, has the service run it, and removes the file, whatever happens. Protocol §22.
 *
 * The request is repeated only where that is safe (protocol §18): under the same name while the service does not see
 * the file yet, and under a new name after a lock time-out, or once, if it is an upload that was sent so late that the
 * service takes it for stale, as by a process that a batch system has suspended. Every other failure is thrown with the code
 * that `reply.ts` finds; besides `service-unreachable`, `connection-lost`, and the signal's reason.
 */
export async function submit(
  connection: Connection,
  request: Request,
  options: SubmitOptions = {},
): Promise<Reply> {
  const { signal, run = newRunName(), lockPatienceMs = DEFAULT_PATIENCE_MS, onNotice } = options;
  const giveUpAt = Date.now() + lockPatienceMs;
  let wasLate = false;
  for (;;) {
    const begunAt = Date.now();
    // Unpredictable, although the run may be known from its directory: nobody can have made it before.
    const name = requestFileName(request.action, `${run}-${randomInt(MOST_RANDOM)}`);
    try {
      return await submitOnce(connection, request, name, options);
    } catch (error) {
      if (!(error instanceof GobblerError)) throw error;
      const isLate = error.code === 'request-expired' && Date.now() - begunAt > LATE_MS;
      if (isLate && !wasLate && MAY_BE_LATE.has(request.action)) {
        wasLate = true;
        onNotice?.('The request was sent too late, as after a suspension of this process; repeating it.');
        continue;
      }
      if (error.code !== 'lock-timeout') throw error;
      await pauseForLock(error, { giveUpAt, signal, onNotice });
      await options.beforeRepeat?.();
    }
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
  const notWritten = refusedAs((error) => stagingWriteError(file, error));
  try {
    await writeReadableFile(file, request.content);
  } catch (error) {
    if (UNANSWERED.has(errnoOf(error) ?? '')) await remove(file, onNotice);
    return notWritten(error);
  }
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

/** The error for anything that could not be written to staging, with code `staging-unavailable`. */
export function stagingWriteError(item: string, error: unknown): GobblerError {
  const facts = { item, error: messageOf(error), errno: errnoOf(error) };
  return gobblerError('staging-write-failed', facts, { cause: error });
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
    const skew = isRefusedFor('expired', answer) ? await clockError(file, answer) : undefined;
    const isLag = isRefusedFor('unseen', answer);
    if (!isLag || Date.now() > giveUpAt) throw skew ?? classify(answer, action, url);
    if (pauseMs === FIRST_LAG_PAUSE_MS * 8)
      onNotice?.('The service does not see the request file yet; waiting for it.');
    await pause(pauseMs, signal);
  }
}
