import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { connect, fetchPermissions, type Permissions, setPermissions } from '../../src/client/index.ts';
import { factsOf, type LostChange, lostChangeText } from '../../src/errors/index.ts';
import { encodeJson } from '../../src/protocol/json.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { withSandbox } from '../helpers/sandbox.ts';

const of = { project: 'p' };

/** A service with a project, whose permissions are changed here and by somebody else. */
interface Contested {
  readonly me: string;
  /** Makes a change. Calls `afterChange` with the number of each that the service has answered. */
  readonly set: (
    change: Parameters<typeof setPermissions>[2],
    afterChange: (count: number) => void,
  ) => Promise<unknown>;
  /** Another writer puts these lists into the registry. */
  readonly write: (permissions: Partial<Permissions>) => void;
  /** The next change waits for a lock in vain, while another writer puts these lists into the registry. */
  readonly lockNext: (permissions: Partial<Permissions>) => void;
  /** Delays the answer to each change. */
  readonly slowDown: (delayMs: number) => void;
  readonly present: () => Promise<Permissions>;
  /** How many changes have been sent. */
  readonly changes: () => number;
  /** All notices so far. */
  readonly notices: readonly string[];
}

/** For tests that run at the same time, since every change is watched for two seconds. */
function contested(work: (project: Contested) => Promise<void>): Promise<void> {
  return withSandbox(async (box) => {
    const { me } = box;
    let changes = 0;
    const notices: string[] = [];
    let onChange: (count: number) => void = () => undefined;
    let whileLocked: Partial<Permissions> | undefined;
    let delayMs = 0;
    const before = { owners: [me, 'old'], uploaders: [{ id: 'first' }] };
    const write = (permissions: Partial<Permissions>): void => {
      const { owners, uploaders } = { ...before, ...permissions };
      fs.writeFileSync(
        path.join(box.registry, 'p/..permissions'),
        encodeJson({ owners, uploaders: [...uploaders] as never }),
      );
    };
    const service = await startFaultyService(box.url, ({ method, url }, response) => {
      if (method !== 'POST') return false;
      if (whileLocked !== undefined) {
        write(whileLocked);
        whileLocked = undefined;
        return answer(response, 500, '{"status":"ERROR","reason":"timed out waiting for the lock"}');
      }
      response.on('finish', () => onChange(++changes));
      if (delayMs === 0) return false;
      void sleep(delayMs)
        .then(() => fetch(`${box.url}${url}`, { method }))
        .then(async (reply) => answer(response, reply.status, await reply.text()));
      return true;
    });
    await box.project('p', before);
    try {
      await work({
        me,
        set: async (change, afterChange) => {
          onChange = afterChange;
          const onNotice = (sentence: string) => void notices.push(sentence);
          return setPermissions(await connect(service.url), of, { ...change, onNotice });
        },
        write,
        lockNext: (permissions) => {
          whileLocked = permissions;
        },
        slowDown: (ms) => {
          delayMs = ms;
        },
        present: () => fetchPermissions(box.connection, of, { forceRemote: true }),
        changes: () => changes,
        notices,
      });
    } finally {
      await service.close();
    }
  });
}

describe('a change of permissions', () => {
  it.concurrent.each([
    ['at once', 0],
    ['after a while', 1_500],
  ])('that somebody undoes %s is made again, on top of the other one', (_, delayMs) =>
    contested(async ({ me, set, write, present, changes }) => {
      const other = { owners: [me, 'old', 'other'] };
      await set({ owners: ['new'], uploaders: [{ id: 'second' }], globalWrite: true }, (count) => {
        if (count === 1) setTimeout(() => write(other), delayMs);
      });
      expect(await present()).toEqual({
        owners: [me, 'old', 'other', 'new'],
        uploaders: [{ id: 'first' }, { id: 'second' }],
        globalWrite: true,
      });
      expect(changes()).toBe(2);
    }),
  );

  it.concurrent.each([
    ['owners', { owners: ['new'] }],
    ['uploaders', { uploaders: [{ id: 'second' }] }],
    ['global write', { globalWrite: true }],
    ['a removed owner', { owners: ['new'], append: false }],
    ['a removed uploader', { uploaders: [], append: false }],
    ['an order', { uploaders: [{ id: 'second' }, { id: 'first' }], append: false }],
  ])('of %s that is undone each time fails with a code of its own', (about, change) =>
    contested(async ({ me, set, write, changes, notices }) => {
      const undone: Record<string, Partial<Permissions>> = {
        'a removed owner': { owners: [me, 'old', 'new'] },
        'an order': { uploaders: [{ id: 'first' }, { id: 'second' }] },
      };
      const failure = await failureOf(set(change, () => write(undone[about] ?? {})));
      expect(failure).toMatchObject({ code: 'conflicting-change', problem: 'permissions-undone' });
      expect(changes()).toBe(4);
      // The error and the notices name the lost change in the same words.
      const lost = lostChangeText(factsOf(failure, 'permissions-undone')?.lost as LostChange);
      expect(notices).toEqual(Array(3).fill(expect.stringContaining(`(${lost})`)));
    }),
  );

  it.concurrent('that waits for a lock keeps the entries that others add meanwhile', () =>
    contested(async ({ me, set, lockNext, present, changes }) => {
      lockNext({ owners: [me, 'old', 'other'] });
      await set({ owners: ['new'] }, () => undefined);
      expect((await present()).owners).toEqual([me, 'old', 'other', 'new']);
      expect(changes()).toBe(1);
    }));

  it.concurrent('that took long is watched for longer', () =>
    contested(async ({ me, set, write, slowDown, present, changes }) => {
      slowDown(1_000);
      await set({ owners: ['new'] }, (count) => {
        if (count === 1) setTimeout(() => write({ owners: [me, 'old', 'other'] }), 2_500);
      });
      expect((await present()).owners).toEqual([me, 'old', 'other', 'new']);
      expect(changes()).toBe(2);
    }));

  it.concurrent('is not made again because of additions by others', () =>
    contested(async ({ set, write, changes }) => {
      await set({ owners: ['new'], append: false }, (count) => {
        if (count > 1) return;
        write({ owners: ['new', 'other'], uploaders: [{ id: 'first' }, { id: 'more' }] });
      });
      expect(changes()).toBe(1);
    }));
});
