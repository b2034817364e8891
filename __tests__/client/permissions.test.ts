import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect, fetchPermissions, type Permissions, setPermissions } from '../../src/client/index.ts';
import { encodeJson } from '../../src/protocol/json.ts';
import { failureOf } from '../helpers/failure.ts';
import { type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const of = { project: 'p' };
/** Called with the number of each change, once the service has answered it. */
let afterChange: (count: number) => void;
let changes: number;
let service: FaultyService;

beforeEach(async () => {
  changes = 0;
  service = await startFaultyService(sandbox().url, ({ method }, response) => {
    if (method === 'POST') response.on('finish', () => afterChange(++changes));
    return false;
  });
  await sandbox().project('p', { owners: [sandbox().me, 'old'], uploaders: [{ id: 'first' }] });
});
afterEach(() => service.close());

const present = () => fetchPermissions(sandbox().connection, of, { forceRemote: true });

/** Another writer puts these lists into the registry. */
function write(permissions: Partial<Permissions>): void {
  const file = path.join(sandbox().registry, 'p/..permissions');
  const { owners, uploaders } = {
    owners: [sandbox().me, 'old'],
    uploaders: [{ id: 'first' }],
    ...permissions,
  };
  fs.writeFileSync(file, encodeJson({ owners, uploaders: [...uploaders] as never }));
}

async function set(change: Parameters<typeof setPermissions>[2]) {
  return setPermissions(await connect(service.url), of, change);
}

describe('a change of permissions', () => {
  it.each([
    ['at once', 0],
    ['after a while', 1_500],
  ])('that somebody undoes %s is made again, on top of the other one', async (_, delayMs) => {
    afterChange = (count) => {
      const other = { owners: [sandbox().me, 'old', 'other'] };
      if (count === 1) setTimeout(() => write(other), delayMs);
    };
    await set({ owners: ['new'], uploaders: [{ id: 'second' }], globalWrite: true });
    expect(await present()).toEqual({
      owners: [sandbox().me, 'old', 'other', 'new'],
      uploaders: [{ id: 'first' }, { id: 'second' }],
      globalWrite: true,
    });
    expect(changes).toBe(2);
  });

  it.each([
    ['owners', { owners: ['new'] }],
    ['uploaders', { uploaders: [{ id: 'second' }] }],
    ['global write', { globalWrite: true }],
    ['a removed owner', { owners: ['new'], append: false }],
    ['a removed uploader', { uploaders: [], append: false }],
    ['an order', { uploaders: [{ id: 'second' }, { id: 'first' }], append: false }],
  ])('of %s that is undone each time fails with a code of its own', async (about, change) => {
    const undone: Record<string, Partial<Permissions>> = {
      'a removed owner': { owners: [sandbox().me, 'old', 'new'] },
      'an order': { uploaders: [{ id: 'first' }, { id: 'second' }] },
    };
    afterChange = () => write(undone[about] ?? {});
    expect(await failureOf(set(change))).toMatchObject({ code: 'conflicting-change' });
    expect(changes).toBe(4);
  });

  it('is not made again because of what others add', async () => {
    afterChange = (count) => {
      if (count === 1) write({ owners: ['new', 'other'], uploaders: [{ id: 'first' }, { id: 'more' }] });
    };
    await set({ owners: ['new'], append: false });
    expect(changes).toBe(1);
  });
});
