import { promises as fs } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf, messageOf } from '../errors/index.ts';
import { refreshPath } from './fresh.ts';

/*
 * Retries of single filesystem calls that a network filesystem may refuse for a moment. All of them are bounded, and logged.
 */

/** Called with a sentence for the log at each retry. */
export type OnRetry = ((sentence: string) => void) | undefined;

const STALE_PAUSES_MS = [50, 200, 800];
/** As long as a process of this machine may take to close its files when it ends. */
const REMOVAL_PAUSES_MS = [50, 100, 200, 400, 800, 1_600];

/**
 * Repeats what fails with ESTALE: the file or directory was replaced on the server, and this machine goes by a handle that
 * is no longer valid. Before each repeat, the way to `place` is opened anew. Then throws the ESTALE.
 */
export async function retryStale<T>(place: string, work: () => Promise<T>, onRetry?: OnRetry): Promise<T> {
  for (const pauseMs of STALE_PAUSES_MS) {
    try {
      return await work();
    } catch (error) {
      if (errnoOf(error) !== 'ESTALE') throw error;
      onRetry?.(`${place} has a stale file handle; opening it again`);
    }
    await sleep(pauseMs);
    await refreshPath('/', path.dirname(place));
  }
  return work();
}

/**
 * Removes a file, or a directory with all that is in it; links are removed, not followed. That it is gone already is fine.
 * A directory cannot be removed from NFS while a process of this machine has a file open that was in it: tries again for
 * three seconds (ENOTEMPTY, EBUSY), then throws.
 */
export async function removeTree(item: string, onRetry?: OnRetry): Promise<void> {
  for (const pauseMs of REMOVAL_PAUSES_MS) {
    try {
      return await fs.rm(item, { recursive: true, force: true });
    } catch (error) {
      if (!['ENOTEMPTY', 'EBUSY', 'EEXIST', 'ESTALE'].includes(errnoOf(error) ?? '')) throw error;
      if (pauseMs >= 400) onRetry?.(`${item} cannot be removed yet (${messageOf(error)}); trying again`);
    }
    await sleep(pauseMs);
  }
  return fs.rm(item, { recursive: true, force: true });
}
