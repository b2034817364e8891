import { GobblerError } from '../../protocol/index.ts';
import { pause } from '../connection/index.ts';

/** The service itself waits a minute for each lock (protocol §14); then we pause, so that others get their turn. */
const PAUSE_MS = 5_000;
/** How long others are waited for, unless somebody says otherwise. */
export const DEFAULT_PATIENCE_MS = 30 * 60_000;

export interface LockPatience {
  /** How long attempts are repeated; 30 minutes if undefined. */
  readonly lockPatienceMs: number | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onNotice: ((sentence: string) => void) | undefined;
}

/**
 * Repeats an attempt as long as it fails for a lock that others hold (`lock-timeout`) and patience lasts: it is told
 * until when.
 */
export async function whileLocked<Result>(
  attempt: (giveUpAt: number) => Promise<Result>,
  { lockPatienceMs = DEFAULT_PATIENCE_MS, signal, onNotice }: LockPatience,
): Promise<Result> {
  const giveUpAt = Date.now() + lockPatienceMs;
  for (;;) {
    try {
      return await attempt(giveUpAt);
    } catch (error) {
      const isLocked = error instanceof GobblerError && error.code === 'lock-timeout';
      if (!isLocked || Date.now() >= giveUpAt) throw error;
      const minutes = Math.ceil((giveUpAt - Date.now()) / 60_000);
      onNotice?.(
        `Another request holds the lock; trying again, for up to ${minutes} more min. (${error.message})`,
      );
    }
    await pause(PAUSE_MS, signal);
  }
}
