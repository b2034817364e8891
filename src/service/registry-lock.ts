import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { errnoOf } from '../protocol/errors.ts';
import { closeUnwritten } from './descriptor-paths.ts';

/** What the lock program says if somebody else holds the lock. */
const TAKEN = 1;

/** A lock that may be held; `isHeld` is false where there is no program to take it. */
export interface FileLock {
  readonly isHeld: boolean;
  release(): void;
}

/**
 * Takes an flock(2) lock on a file, exclusively; undefined if somebody else holds one.
 *
 * The engine has no such call. But the lock belongs to the open file, not to the process that asked for it, so the lock
 * program need not stay: it gets our open file, locks it, and goes. The lock ends with our process, however that ends.
 */
export async function tryLock(file: string, log: (line: string) => void): Promise<FileLock | undefined> {
  const descriptor = openSync(file, 'a', 0o666);
  const release = (): void => closeUnwritten(descriptor);
  const outcome = await lockOpenFile(descriptor);
  if (outcome === 'taken') {
    release();
    return undefined;
  }
  if (outcome !== 'held') log(`the registry is not protected from other processes: ${outcome.why}`);
  return { isHeld: outcome === 'held', release };
}

function lockOpenFile(descriptor: number): Promise<'held' | 'taken' | { readonly why: string }> {
  return new Promise((resolve) => {
    const child = spawn('flock', ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
    child.once('error', (error) => {
      resolve({ why: errnoOf(error) === 'ENOENT' ? 'there is no program "flock"' : error.message });
    });
    child.once('exit', (code, signal) => {
      if (code === 0) resolve('held');
      else resolve(code === TAKEN ? 'taken' : { why: `flock ended with ${code ?? signal}` });
    });
  });
}
