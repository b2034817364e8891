import { GobblerError } from '../../errors/index.ts';
import { pause } from '../connection/index.ts';

/** The service itself waits a minute for each lock (protocol §14); then we pause, so that others get their turn. */
const PAUSE_MS = 5_000;
/** How long to wait for others by default. */
export const DEFAULT_PATIENCE_MS = 30 * 60_000;

/** How long to wait for locks, and how to report it. */
export interface LockWait {
  /** By `Date.now()`. */
  readonly giveUpAt: number;
  readonly signal: AbortSignal | undefined;
  readonly onNotice: ((sentence: string) => void) | undefined;
}

/** Pauses after a request that has failed because of a lock (`lock-timeout`); throws its error once the time is up. */
export async function pauseForLock(
  error: GobblerError,
  { giveUpAt, signal, onNotice }: LockWait,
): Promise<void> {
  const remainingMs = giveUpAt - Date.now();
  if (remainingMs <= 0) throw error;
  const minutes = Math.ceil(remainingMs / 60_000);
  onNotice?.(`Another request holds the lock; retrying for up to ${minutes} more min. (${error.message})`);
  await pause(PAUSE_MS, signal);
}

export interface LockPatience extends Omit<LockWait, 'giveUpAt'> {
  /** How long attempts are repeated; 30 minutes if undefined. */
  readonly lockPatienceMs: number | undefined;
}

/** Repeats an attempt while it fails for a lock that others hold (`lock-timeout`) and patience lasts. */
export async function whileLocked<Result>(
  attempt: () => Promise<Result>,
  { lockPatienceMs = DEFAULT_PATIENCE_MS, signal, onNotice }: LockPatience,
): Promise<Result> {
  const giveUpAt = Date.now() + lockPatienceMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      const isLocked = error instanceof GobblerError && error.code === 'lock-timeout';
      if (!isLocked) throw error;
      await pauseForLock(error, { giveUpAt, signal, onNotice });
    }
  }
}
