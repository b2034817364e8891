import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from '../protocol/errors.ts';
import { LOCK } from '../protocol/layout.ts';

/** How long a service that is being stopped may take to let go. */
const PATIENCE_MS = 5_000;
const POLL_MS = 50;

/** What the lock program says if somebody else holds the lock. */
const TAKEN = 1;

/** Another process works on the registry. */
export class RegistryInUseError extends Error {
  override readonly name = 'RegistryInUseError';
}

/**
 * Claims a registry for this process, and gives what ends the claim. Throws RegistryInUseError.
 *
 * The original takes flock(2) locks, one by one, so that several processes can share a registry. The engine has no
 * such call, so this service takes one lock of that kind, on the registry as a whole, for as long as it lives, and
 * keeps all others to itself: another one of this kind refuses to start, and one of the other kind finds every
 * lock taken, and changes nothing.
 *
 * Such a lock belongs to the open file, not to the process that asked for it. So the lock program need not stay: it
 * gets our open file, locks it, and goes. The lock ends with our process, however that ends.
 */
export async function claimRegistry(
  registry: string,
  log: (line: string) => void,
  patienceMs = PATIENCE_MS,
): Promise<() => void> {
  const descriptor = openSync(path.join(registry, LOCK), 'a', 0o666);
  try {
    const deadline = performance.now() + patienceMs;
    let hasWaited = false;
    while (!(await tryLock(descriptor, log))) {
      if (!hasWaited)
        log(`another service is working on the registry; waiting up to ${patienceMs / 1000} s for its end`);
      hasWaited = true;
      if (performance.now() >= deadline) {
        throw new RegistryInUseError(`another service is working on the registry "${registry}"`);
      }
      await sleep(POLL_MS);
    }
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  return () => closeSync(descriptor);
}

/** Whether the open file is locked now, or cannot be. */
function tryLock(descriptor: number, log: (line: string) => void): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('flock', ['-x', '-n', '3'], { stdio: ['ignore', 'ignore', 'ignore', descriptor] });
    child.once('error', (error) => {
      const why = errnoOf(error) === 'ENOENT' ? 'there is no program "flock"' : error.message;
      log(`the registry is not protected from other processes: ${why}`);
      resolve(true);
    });
    child.once('exit', (code, signal) => {
      if (code === TAKEN) return resolve(false);
      if (code !== 0) {
        log(`the registry is not protected from other processes: flock ended with ${code ?? signal}`);
      }
      resolve(true);
    });
  });
}
