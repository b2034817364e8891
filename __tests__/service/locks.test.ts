import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type LockMode, LockTable } from '../../src/service/storage/locks.ts';

let directory = '';
beforeEach(() => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-locks-'));
});
afterEach(() => fs.rmSync(directory, { recursive: true, force: true }));

const never = new AbortController().signal;
const file = (name: string): string => path.join(directory, name);

/** Takes a lock and keeps it until `release` is called; `taken` settles once it is held, or refused. */
function hold(
  table: LockTable,
  name: string,
  mode: LockMode,
  signal = never,
): { taken: Promise<void>; release: () => void } {
  let release: () => void = () => undefined;
  const untilReleased = new Promise<void>((resolve) => {
    release = resolve;
  });
  const taken = new Promise<void>((resolve, reject) => {
    table
      .session(signal, async (locks) => {
        await locks.take(file(name), mode);
        resolve();
        await untilReleased;
      })
      .catch(reject);
  });
  return { taken, release };
}

/** Whether a promise is still open after everything that can happen by itself has happened. */
async function isWaiting(promise: Promise<void>): Promise<boolean> {
  let isOpen = true;
  const settle = (): void => {
    isOpen = false;
  };
  promise.then(settle, settle);
  await new Promise((resolve) => setTimeout(resolve, 30));
  return isOpen;
}

describe('the locks of a service', () => {
  it('let many share, and one alone exclude', async () => {
    const table = new LockTable();
    const readers = [hold(table, 'lock', 'shared'), hold(table, 'lock', 'shared')];
    await Promise.all(readers.map(({ taken }) => taken));
    const writer = hold(table, 'lock', 'exclusive');
    expect(await isWaiting(writer.taken)).toBe(true);
    readers[0]?.release();
    expect(await isWaiting(writer.taken)).toBe(true);
    readers[1]?.release();
    await writer.taken;
    const late = hold(table, 'lock', 'shared');
    expect(await isWaiting(late.taken)).toBe(true);
    writer.release();
    await late.taken;
    late.release();
  });

  it('have no queue: who shares is let in while somebody waits to exclude', async () => {
    const table = new LockTable();
    const first = hold(table, 'lock', 'shared');
    await first.taken;
    const writer = hold(table, 'lock', 'exclusive');
    const second = hold(table, 'lock', 'shared');
    await second.taken;
    first.release();
    expect(await isWaiting(writer.taken)).toBe(true);
    second.release();
    await writer.taken;
    writer.release();
  });

  it('know each path by itself, and make its file', async () => {
    const table = new LockTable();
    const holds = ['a', 'b'].map((name) => hold(table, name, 'exclusive'));
    await Promise.all(holds.map(({ taken }) => taken));
    expect(fs.readdirSync(directory)).toEqual(['a', 'b']);
    for (const { release } of holds) release();
  });

  it('are waited for no longer than the limit', async () => {
    const table = new LockTable({ timeoutMs: 100, pollMs: 10 });
    const holder = hold(table, 'lock', 'exclusive');
    await holder.taken;
    await expect(hold(table, 'lock', 'shared').taken).rejects.toMatchObject({
      status: 500,
      message: expect.stringContaining('timed out waiting for the lock'),
    });
    holder.release();
  });

  it('are had as soon as they are released, with no need to look again', async () => {
    const table = new LockTable({ timeoutMs: 3_600_000, pollMs: 3_600_000 });
    const holder = hold(table, 'lock', 'exclusive');
    await holder.taken;
    const waiting = hold(table, 'lock', 'exclusive');
    expect(await isWaiting(waiting.taken)).toBe(true);
    holder.release();
    await waiting.taken;
    waiting.release();
  });

  it('are not waited for any longer once the client has gone', async () => {
    const table = new LockTable();
    const holder = hold(table, 'lock', 'exclusive');
    await holder.taken;
    const controller = new AbortController();
    const waiting = hold(table, 'lock', 'exclusive', controller.signal);
    controller.abort();
    await expect(waiting.taken).rejects.toThrow('lock request cancelled');
    holder.release();
    const next = hold(table, 'lock', 'exclusive');
    await next.taken;
    next.release();
  });

  it('count as taken while their file cannot be made', async () => {
    const table = new LockTable({ timeoutMs: 5_000, pollMs: 10 });
    const waiting = hold(table, 'missing/lock', 'shared');
    expect(await isWaiting(waiting.taken)).toBe(true);
    fs.mkdirSync(file('missing'));
    await waiting.taken;
    waiting.release();
  });

  it('are released when work fails, and early when they are asked to be', async () => {
    const table = new LockTable();
    const failure = table.session(never, async (locks) => {
      const early = await locks.take(file('early'), 'exclusive');
      await locks.take(file('late'), 'exclusive');
      early.release();
      const other = hold(table, 'early', 'exclusive');
      await other.taken;
      other.release();
      throw new Error('work failed');
    });
    await expect(failure).rejects.toThrow('work failed');
    const next = hold(table, 'late', 'exclusive');
    await next.taken;
    next.release();
  });
});
