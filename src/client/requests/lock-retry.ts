import type { GobblerError } from '../../errors/index.ts';
import { pause } from '../connection/index.ts';

/** The service itself waits a minute for each lock (protocol §15); then we pause, so that others get their turn. */
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
