import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Connection, GobblerError, type VersionRef } from '../client/index.ts';
import { refPath } from '../protocol/layout.ts';
import { formatRef } from '../protocol/names.ts';
import { ApprovalLog } from './approval-log.ts';
import { logReview, type Review, reviewOf } from './approval-review.ts';
import { formatDuration } from './figures.ts';
import type { Values } from './inputs.ts';
import { line } from './log.ts';
import { PollSchedule } from './poll-schedule.ts';
import { connectTo } from './service-connection.ts';
import type { serviceInputs } from './service-inputs.ts';
import { type Pin, type Verdict, WatchedVersion } from './watched-version.ts';

/** How it ended. `unknown`: the one look of a check has failed, so nothing can be said. */
export type OutcomeStatus = Exclude<Verdict, 'unfinished'> | 'timed-out' | 'unknown';

export interface Outcome {
  readonly ref: VersionRef;
  readonly status: OutcomeStatus;
  /** What was there to approve, as it was seen last. */
  readonly review?: Review | undefined;
  /** How an approved version differs from `checksums-file`, as sentences; then it counts as `replaced`. */
  readonly differences?: readonly string[] | undefined;
  /** Why the last look failed, if it did. */
  readonly failure?: GobblerError | undefined;
}

export interface Watch {
  readonly ref: VersionRef;
  readonly service: Values<typeof serviceInputs>;
  readonly pin: Pin;
  readonly firstPauseMs: number;
  /** 0 means no limit. */
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
  /** Told where the version is, once the service has said so. */
  readonly onPath: (versionPath: string) => void;
}

/** Looks once. What is wrong with the world is an outcome, `unknown`, not a failure; wrong inputs are thrown. */
export async function checkApproval(watch: Watch): Promise<Outcome> {
  const { ref, signal, pin } = watch;
  line(`Looking at ${formatRef(ref)} at ${watch.service.url}`);
  try {
    const connection = await connected(watch);
    const watched = new WatchedVersion(connection, ref, pin);
    const verdict = await watched.look(signal);
    const review = watched.seen && (await reviewOf(connection, ref, watched.seen, signal));
    if (review !== undefined) logReview(review);
    const { differences } = watched;
    return { ref, status: verdict === 'unfinished' ? 'pending' : verdict, review, differences };
  } catch (error) {
    if (!(error instanceof GobblerError) || error.code === 'invalid-input' || error.code === 'cancelled')
      throw error;
    return { ref, status: error.code === 'timed-out' ? 'timed-out' : 'unknown', failure: error };
  }
}

/**
 * Waits until it is decided, or there is no more time. The first contact must succeed, since a wrong address is no
 * reason to wait for hours; from then on, a look that fails is said and repeated.
 */
export async function waitForApproval(watch: Watch): Promise<Outcome> {
  const { ref, signal, pin, firstPauseMs, timeoutMs } = watch;
  const limit = timeoutMs === 0 ? '' : `, for up to ${formatDuration(timeoutMs)}`;
  line(`Waiting for the approval of ${formatRef(ref)} at ${watch.service.url}${limit}`);
  const schedule = new PollSchedule({ firstMs: firstPauseMs, timeoutMs, now: performance.now() });
  const log = new ApprovalLog(ref);
  let review: Review | undefined;
  try {
    const connection = await connected(watch);
    const watched = new WatchedVersion(connection, ref, pin);
    for (;;) {
      const verdict = await log.look(() => watched.look(signal), signal);
      review = await reviewed(review, verdict, { connection, watched, watch });
      if (verdict !== undefined && verdict !== 'pending' && verdict !== 'unfinished') {
        return { ref, status: verdict, review, differences: watched.differences };
      }
      const pauseMs = schedule.next(performance.now());
      if (pauseMs === undefined) break;
      if (verdict !== undefined) log.waiting(verdict, pauseMs);
      await sleep(pauseMs, undefined, { signal });
    }
  } catch (error) {
    // A look that was still under way when the time was over.
    const isTimeUp = signal.aborted && (signal.reason as GobblerError).code === 'timed-out';
    if (!isTimeUp) throw signal.aborted ? signal.reason : error;
  }
  return { ref, status: 'timed-out', review, failure: log.failure };
}

async function connected({ ref, service, signal, onPath }: Watch): Promise<Connection> {
  const connection = await connectTo(service, signal);
  onPath(path.join(connection.registry, refPath(ref)));
  return connection;
}

/** The review that belongs to what was seen last: made, and written to the log, when there is something new. */
async function reviewed(
  review: Review | undefined,
  verdict: Verdict | undefined,
  { connection, watched, watch }: { connection: Connection; watched: WatchedVersion; watch: Watch },
): Promise<Review | undefined> {
  const { seen } = watched;
  if (seen === undefined) return undefined;
  if (review !== undefined && verdict !== 'replaced') return { ...review, seen };
  const fresh = await reviewOf(connection, watch.ref, seen, watch.signal);
  logReview(fresh);
  return fresh;
}
