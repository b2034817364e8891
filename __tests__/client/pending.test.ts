import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  actingUser,
  approvableProjects,
  approveProbation,
  type Connection,
  compareWithLatest,
  connect,
  createProject,
  fetchManifest,
  manifestDigest,
  pendingVersions,
  versionStates,
} from '../../src/client/index.ts';
import { formatRef } from '../../src/protocol/index.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { makeSandbox, type Sandbox, useSandbox } from '../helpers/sandbox.ts';
import { gobblerJson } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const opened: FaultyService[] = [];
afterEach(async () => {
  for (const service of opened.splice(0)) await service.close();
});

/** The same service, of which this machine sees neither directory; counts how many requests run at once. */
async function overHttp({ url }: Sandbox): Promise<{ connection: Connection; mostAtOnce: () => number }> {
  let [running, most] = [0, 0];
  const service = await startFaultyService(url, (request, response) => {
    most = Math.max(most, ++running);
    response.once('close', () => running--);
    const nowhere = { registry: '/nowhere/registry', staging: '/nowhere/staging' };
    return request.url === '/info' ? answer(response, 200, JSON.stringify(nowhere)) : false;
  });
  opened.push(service);
  const connection = await connect(service.url);
  expect(connection).toMatchObject({ registryVisible: false, stagingFilesystem: undefined });
  return { connection, mostAtOnce: () => most };
}

const recordOf = (place: string) => path.join(sandbox().registry, place);
const damage = (place: string, text = '{'): void => fs.writeFileSync(recordOf(place), text);
const places = (versions: Awaited<ReturnType<typeof pendingVersions>>['versions']) =>
  versions.map(({ ref }) => formatRef(ref));

/** Sets the time of an upload: those of a test may be in one second, or in several. */
function finishAt(place: string, time: string): void {
  const file = recordOf(`${place}/..summary`);
  const record = JSON.parse(fs.readFileSync(file, 'utf8'));
  fs.writeFileSync(file, JSON.stringify({ ...record, upload_finish: time }));
}

describe('versions on probation', () => {
  it('are found in all given projects, the newest first, on disk as over HTTP', async () => {
    for (const project of ['p', 'q', 'r']) await sandbox().project(project);
    await publish(sandbox(), 'v1', { same: 'same', x: 'x', gone: 'gg' }, { probation: false });
    await publish(sandbox(), 'v2', { same: 'same', x: 'xxx', fresh: 'nnnn' });
    await publish(sandbox(), 'v1', { x: 'x' }, { project: 'q', asset: 'b' });
    await publish(sandbox(), 'v1', { x: 'x' }, { project: 'r' });
    finishAt('p/a/v2', '2024-05-01T10:00:00+02:00');
    finishAt('q/b/v1', '2024-05-01T09:00:00Z');
    const { connection } = sandbox();
    const found = await pendingVersions(connection, ['p', 'q', 'gone']);
    const ref = { project: 'p', asset: 'a', version: 'v2' };
    const manifest = await fetchManifest(connection, ref);
    expect(found).toEqual({
      versions: [
        {
          ref: { project: 'q', asset: 'b', version: 'v1' },
          summary: expect.objectContaining({ onProbation: true, uploadUserId: sandbox().me }),
          content: { files: 1, bytes: 1 },
          manifestDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
          changes: undefined,
        },
        {
          ref,
          summary: expect.objectContaining({ onProbation: true, uploadFinish: '2024-05-01T10:00:00+02:00' }),
          content: { files: 3, bytes: 11 },
          manifestDigest: manifestDigest(manifest),
          changes: {
            ...{ version: 'v1', added: 1, changed: 1, removed: 1 },
            ...{ before: { files: 3, bytes: 7 }, newBytes: 7, unchangedBytes: 4 },
          },
        },
      ],
      unreadable: [],
    });
    const { difference, version } = (await compareWithLatest(connection, ref, manifest)) ?? {};
    expect([version, difference?.added.map(({ path }) => path)]).toEqual(['v1', ['fresh']]);
    const remote = await overHttp(sandbox());
    expect(await pendingVersions(remote.connection, ['p', 'q', 'gone'])).toEqual(found);
    await approveProbation(connection, ref);
    expect(places((await pendingVersions(connection, ['p', 'q', 'r'])).versions).sort()).toEqual([
      'q/b/v1',
      'r/a/v1',
    ]);
    expect(places((await pendingVersions(connection, ['p', 'q', 'r'], { asset: 'b' })).versions)).toEqual([
      'q/b/v1',
    ]);
  });

  it('are found beside records that cannot be read, which are named', async () => {
    await sandbox().project('p');
    for (const version of ['v1', 'v2', 'v3', 'v4']) await publish(sandbox(), version, { x: version });
    finishAt('p/a/v2', '2024-05-01T11:00:00Z');
    finishAt('p/a/v4', '2024-05-01T10:00:00Z');
    fs.writeFileSync(recordOf('p/a/v1/..summary'), '{"upload_user_id": 1}');
    fs.writeFileSync(recordOf('p/a/v2/..manifest'), '{');
    fs.rmSync(recordOf('p/a/v3/..summary'));
    fs.mkdirSync(recordOf('p/a/bad\\name'));
    const { versions, unreadable } = await pendingVersions(sandbox().connection, ['p']);
    expect(places(versions)).toEqual(['p/a/v2', 'p/a/v4']);
    expect(versions[0]).toMatchObject({ content: undefined, manifestDigest: undefined, changes: undefined });
    expect(unreadable.map(({ place, error }) => [place, error.code]).sort()).toEqual([
      ['p/a/bad\\name', 'invalid-name'],
      ['p/a/v1', 'corrupt-record'],
      ['p/a/v2', 'corrupt-record'],
    ]);
    const states = await versionStates(sandbox().connection, { project: 'p', asset: 'a' });
    expect(states.versions.map(({ ref, state }) => [ref.version, state])).toEqual([
      ['bad\\name', 'unreadable'],
      ['v1', 'unreadable'],
      ['v2', 'pending'],
      ['v3', 'unfinished'],
      ['v4', 'pending'],
    ]);
  });

  it.each<[string, string | undefined, string, () => void]>([
    ['its manifest is damaged', 'v1', 'corrupt-record', () => damage('p/a/v1/..manifest')],
    ['its manifest is missing', 'v1', 'not-found', () => fs.rmSync(recordOf('p/a/v1/..manifest'))],
    ['it does not exist', 'v1', 'not-found', () => fs.rmSync(recordOf('p/a/v1'), { recursive: true })],
    ['its name is invalid', undefined, 'corrupt-record', () => damage('p/a/..latest', '{"version": "a/b"}')],
    ['its name is unreadable', undefined, 'corrupt-record', () => damage('p/a/..latest')],
  ])('name the latest version that they cannot be compared with: %s', async (_, version, code, destroy) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    await publish(sandbox(), 'v2', { x: 'xx' });
    await publish(sandbox(), 'v1', { x: 'x' }, { asset: 'first' });
    destroy();
    const { connection } = sandbox();
    const { versions, unreadable } = await pendingVersions(connection, ['p']);
    const found = new Map(versions.map((one) => [formatRef(one.ref), one]));
    expect(found.get('p/a/v2')).toMatchObject({
      content: { files: 1, bytes: 2 },
      changes: undefined,
      incomparable: { version, error: { code } },
    });
    expect(found.get('p/first/v1')).toMatchObject({ changes: undefined, incomparable: undefined });
    expect(unreadable).toEqual([]);
    const ref = { project: 'p', asset: 'a', version: 'v2' };
    const manifest = await fetchManifest(connection, ref);
    await expect(compareWithLatest(connection, ref, manifest)).rejects.toMatchObject({ code });
    const { outputs } = await gobblerJson(sandbox(), ['pending', 'p/a']);
    const incomparable = { version: version ?? null, code, message: expect.any(String) };
    expect(outputs).toMatchObject({ versions: [{ version: 'v2', previousVersion: null, incomparable }] });
    const status = await gobblerJson(sandbox(), ['status', 'p/a/v2']);
    expect(status).toMatchObject({ error: null, outputs: { status: 'pending', incomparable } });
  });

  it('are compared with the latest version that the service has, not with an old one on this disk', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    await publish(sandbox(), 'v2', { x: 'xx' });
    const old = path.join(sandbox().root, 'old');
    fs.cpSync(sandbox().registry, old, { recursive: true });
    fs.writeFileSync(path.join(old, 'p/a/v1/..manifest'), '{}');
    const connection = { ...sandbox().connection, registry: old };
    expect((await pendingVersions(connection, ['p'])).versions).toMatchObject([
      { changes: { version: 'v1', added: 0, changed: 1, removed: 0 } },
    ]);
  });

  it('cost a bounded number of requests at once, however many versions there are', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v0', { x: 'x' });
    for (let at = 1; at <= 200; at++)
      fs.cpSync(recordOf('p/a/v0'), recordOf(`p/a${at % 20}/v${at}`), { recursive: true });
    const { connection, mostAtOnce } = await overHttp(sandbox());
    const progress: number[] = [];
    const { versions } = await pendingVersions(connection, ['p'], {
      onProgress: (done, total) => progress.push(done / total),
    });
    expect(versions).toHaveLength(201);
    expect(progress).toHaveLength(201);
    expect(progress.at(-1)).toBe(1);
    expect(mostAtOnce()).toBeGreaterThan(1);
    expect(mostAtOnce()).toBeLessThanOrEqual(16);
  });

  it('are not searched for by a caller who has stopped, nor silently lacking if the service is gone', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(pendingVersions(sandbox().connection, ['p'], { signal })).rejects.toThrow('stopped');
    const { connection } = await overHttp(sandbox());
    await sandbox().stopService();
    await expect(pendingVersions(connection, ['p'])).rejects.toMatchObject({ code: 'service-unreachable' });
  });
});

describe('the projects in which a user can approve', () => {
  /** Makes a project without the service, whose administrator is somebody else. */
  function make(box: Sandbox, project: string, permissions: unknown): void {
    const directory = path.join(box.registry, project);
    fs.mkdirSync(directory);
    fs.writeFileSync(path.join(directory, '..permissions'), JSON.stringify(permissions));
    fs.writeFileSync(path.join(directory, '..usage'), '{"total": 0}');
  }

  it('are all for an administrator, if staging can be used to ask, and otherwise the own ones', async () => {
    const { me } = sandbox();
    await createProject(sandbox().connection, 'mine');
    await createProject(sandbox().connection, 'other', { owners: ['akari'] });
    expect(await actingUser(sandbox().connection)).toEqual({ isAdministrator: true, user: undefined });
    expect(fs.readdirSync(sandbox().staging)).toEqual([]);
    const facts = { of: 2, user: me, unreadable: [] };
    expect(await approvableProjects(sandbox().connection)).toEqual({
      ...facts,
      ...{ projects: ['mine', 'other'], isAdministrator: true },
    });
    const { connection } = await overHttp(sandbox());
    expect(await approvableProjects(connection)).toEqual({
      ...facts,
      ...{ projects: ['mine'], isAdministrator: undefined },
    });
  });

  it('are the own ones for everybody else: assets and uploaders do not count', async () => {
    const box = await makeSandbox({ admins: ['boss'] });
    try {
      make(box, 'mine', { owners: ['akari', box.me], uploaders: [] });
      make(box, 'other', { owners: ['akari'], uploaders: [{ id: box.me, trusted: true }] });
      make(box, 'asset', { owners: [], uploaders: [] });
      fs.mkdirSync(path.join(box.registry, 'asset/a'));
      fs.writeFileSync(
        path.join(box.registry, 'asset/a/..permissions'),
        JSON.stringify({ owners: [box.me], uploaders: null }),
      );
      make(box, 'damaged', 'nothing');
      fs.mkdirSync(path.join(box.registry, 'debris'));
      expect(await actingUser(box.connection)).toEqual({ isAdministrator: false, user: box.me });
      expect(await approvableProjects(box.connection)).toMatchObject({
        ...{ projects: ['mine'], of: 5, user: box.me, isAdministrator: false },
        unreadable: [{ place: 'damaged', error: { code: 'corrupt-record' } }],
      });
    } finally {
      await box.close();
    }
  });
});
