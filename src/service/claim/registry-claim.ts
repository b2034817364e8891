import { spawn } from 'node:child_process';
import { openSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errnoOf } from '../../errors/index.ts';
import { LOCK } from '../../protocol/index.ts';
import { closeUnwritten, RegistryInUseError, systemErrorName, systemReason } from '../files/index.ts';
import { ServiceRecord } from './service-record.ts';

/** How long a service that is being stopped may take to let go. */
const PATIENCE_MS = 5_000;
const POLL_MS = 50;

/** A registry that this process works on, and nobody else does. */
export interface RegistryClaim {
  /** Throws RegistryInUseError if another service has taken the registry, as while this machine was asleep. */
  require(): Promise<void>;
  /** Resolves if another service takes the registry. */
  readonly lost: Promise<RegistryInUseError>;
  release(): Promise<void>;
}

/**
 * Claims a registry for this process. Throws RegistryInUseError.
 *
 * The original takes flock(2) locks, one by one, so that several processes can share a registry. The engine has no
 * such call, so this service takes one lock of that kind, on the registry as a whole, for as long as it lives, and
 * keeps all others to itself: another one of this kind refuses to start, and one of the other kind finds every
 * lock taken, and changes nothing.
 *
 * Where locks do not reach from one machine to another, services of this kind find each other by a record.
 */
export async function claimRegistry(
  registry: string,
  log: (line: string) => void,
  patienceMs = PATIENCE_MS,
): Promise<RegistryClaim> {
  const deadline = performance.now() + patienceMs;
  for (let hasWaited = false; ; hasWaited = true) {
    let problem = new RegistryInUseError(`another service is working on the registry "${registry}"`);
    const lock = await tryLock(path.join(registry, LOCK), log);
    if (lock !== undefined) {
      try {
        return claimBy(lock, await recordIn(registry, lock, log));
      } catch (error) {
        lock.release();
        if (!(error instanceof RegistryInUseError)) throw error;
        problem = error;
      }
    }
    if (performance.now() >= deadline) throw problem;
    if (!hasWaited)
      log(`another service is working on the registry; waiting up to ${patienceMs / 1000} s for its end`);
    await sleep(POLL_MS);
  }
}

/** Errors that prevent writing a record, but not all work on a registry: deleting a version may help. */
const UNWRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'ENOTSUP', 'EOPNOTSUPP']);

async function recordIn(
  registry: string,
  lock: FileLock,
  log: (line: string) => void,
): Promise<ServiceRecord | undefined> {
  try {
    return await ServiceRecord.claim(registry, log, { isOnlyOneHere: lock.isHeld && isLocal(registry) });
  } catch (error) {
    if (!UNWRITABLE.has(systemErrorName(error) ?? '')) throw error;
    log(`the registry is not protected from services on other machines: ${systemReason(error)}`);
    return undefined;
  }
}

/** Filesystems of one machine, whose locks hold for all of its processes: ext, XFS, Btrfs, ZFS, tmpfs. */
const LOCAL_TYPES = new Set([0xef53, 0x58465342, 0x9123683e, 0x2fc12fc1, 0x01021994]);

const isLocal = (directory: string): boolean => LOCAL_TYPES.has(statfsSync(directory).type);

function claimBy(lock: FileLock, record: ServiceRecord | undefined): RegistryClaim {
  const lost = new Promise<RegistryInUseError>((resolve) => {
    if (record !== undefined) record.onLost = resolve;
  });
  return {
    require: async () => record?.require(),
    lost,
    release: async () => {
      try {
        await record?.release();
      } finally {
        lock.release();
      }
    },
  };
}

/** The lock program's exit status if somebody else holds the lock. */
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
async function tryLock(file: string, log: (line: string) => void): Promise<FileLock | undefined> {
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
