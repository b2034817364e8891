import { setTimeout as sleep } from 'node:timers/promises';
import { GobblerError, type VersionRef } from '../../client/index.ts';
import type { Mismatch } from '../../errors/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { connectTo, type serviceInputs } from '../connect/index.ts';
import { formatDuration, line, type Values } from '../kit/index.ts';
import { RemoteVersion } from '../versions/index.ts';
import { ApprovalLog } from './approval-log.ts';
import { logReview, type Review, reviewOf } from './approval-review.ts';
import { type Pin, type Seen, type Verdict, WatchedVersion } from './watched-version.ts';

/** How it ended. `unknown`: the one look of a check has failed, so the outcome is unknown. */
export type OutcomeStatus = Exclude<Verdict, 'unfinished'> | 'timed-out' | 'unknown';

export interface Outcome {
  readonly ref: VersionRef;
  readonly status: OutcomeStatus;
  /** The version to approve, as last seen. */
  readonly review?: Review | undefined;
  /** How an approved version differs from `checksums-file`; then it counts as `replaced`. */
  readonly differences?: readonly Mismatch[] | undefined;
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
  /** Called with the path of the version, once the service has reported it. */
  readonly onPath: (versionPath: string) => void;
}

/** Checks once. A problem of the environment is an outcome, `unknown`, not a failure; wrong inputs are thrown. */
export async function checkApproval(watch: Watch): Promise<Outcome> {
  const { ref, pin } = watch;
  line(`Checking ${formatRef(ref)} at ${watch.service.url}`);
  try {
    const version = await connected(watch);
    const watched = new WatchedVersion(version, pin);
    const verdict = await watched.look();
    const review = watched.seen && (await loggedReview(version, watched.seen, verdict));
    const { differences } = watched;
    return { ref, status: verdict === 'unfinished' ? 'pending' : verdict, review, differences };
  } catch (error) {
    if (!(error instanceof GobblerError) || error.code === 'invalid-input' || error.code === 'cancelled')
      throw error;
    return { ref, status: error.code === 'timed-out' ? 'timed-out' : 'unknown', failure: error };
  }
}

/**
 * Waits for a decision, or until the time is over. The first contact must succeed, since a wrong address is no reason
 * to wait for hours; from then on, a failed check is logged and retried.
 */
export async function waitForApproval(watch: Watch): Promise<Outcome> {
  const { ref, signal, pin, firstPauseMs, timeoutMs } = watch;
  const limit = timeoutMs === 0 ? '' : `, for up to ${formatDuration(timeoutMs)}`;
  line(`Waiting for the approval of ${formatRef(ref)} at ${watch.service.url}${limit}`);
  const schedule = new PollSchedule({ firstMs: firstPauseMs, timeoutMs, now: performance.now() });
  const log = new ApprovalLog(ref);
  let review: Review | undefined;
  // The first contact must succeed, whatever `on-timeout` says.
  const version = await connected(watch);
  try {
    const watched = new WatchedVersion(version, pin);
    for (;;) {
      const verdict = await log.look(() => watched.look(), signal);
      const { seen, differences } = watched;
      if (seen !== undefined) {
        if (review === undefined || verdict === 'replaced')
          review = await loggedReview(version, seen, verdict);
        else review = { ...review, seen };
      }
      if (verdict !== undefined && verdict !== 'pending' && verdict !== 'unfinished') {
        return { ref, status: verdict, review, differences };
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

async function connected({ ref, service, signal, onPath }: Watch): Promise<RemoteVersion> {
  const version = new RemoteVersion(await connectTo(service, signal), ref, signal);
  onPath(version.path);
  return version;
}

async function loggedReview(
  version: RemoteVersion,
  seen: Seen,
  verdict: Verdict | undefined,
): Promise<Review> {
  const review = await reviewOf(version, seen);
  // Content that has replaced the awaited one is not to be approved by a line that is copied from here.
  logReview(review, { toGive: verdict === 'pending' });
  return review;
}

/** Pauses grow up to this, unless the first one is longer. */
const LONGEST_PAUSE_MS = 5 * 60_000;
const GROWTH = 1.5;
/** By how much a pause varies, so that many who wait do not ask at once. */
const JITTER = 0.2;
/** The last look comes so long before the deadline; less where there is little time at all. */
const LAST_LOOK_MS = 5_000;

/** When to look next: pauses grow, vary, and the last one ends just before the deadline. */
export class PollSchedule {
  #pauseMs: number;
  readonly #longestMs: number;
  readonly #lastLookAt: number;

  /** `timeoutMs` 0 means that there is no deadline. */
  constructor({ firstMs, timeoutMs, now }: { firstMs: number; timeoutMs: number; now: number }) {
    this.#pauseMs = firstMs;
    this.#longestMs = Math.max(firstMs, LONGEST_PAUSE_MS);
    const marginMs = Math.min(LAST_LOOK_MS, timeoutMs / 5);
    this.#lastLookAt = timeoutMs === 0 ? Number.POSITIVE_INFINITY : now + timeoutMs - marginMs;
  }

  /** How long to pause, in milliseconds; undefined once there is no time for another look. */
  next(now: number, random: () => number = Math.random): number | undefined {
    const remainingMs = this.#lastLookAt - now;
    if (remainingMs <= 0) return undefined;
    const pauseMs = this.#pauseMs * (1 + JITTER * (random() - 0.5));
    this.#pauseMs = Math.min(this.#pauseMs * GROWTH, this.#longestMs);
    return Math.min(pauseMs, remainingMs);
  }
}
