import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  connect,
  fetchManifest,
  listAssets,
  listProjects,
  listVersions,
  uploadDirectory,
} from '../../src/client/index.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { published } from '../helpers/published.ts';
import { makeSandbox, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const asset = { project: 'p', asset: 'a' };
const opened: FaultyService[] = [];
afterEach(async () => {
  for (const service of opened.splice(0)) await service.close();
});

/** A service whose registry is, by its name, another directory of this machine. */
async function connectedTo(registry: string) {
  const { staging, url } = sandbox();
  const faulty = await startFaultyService(url, (request, response) =>
    request.url === '/info' ? answer(response, 200, JSON.stringify({ registry, staging })) : false,
  );
  opened.push(faulty);
  return connect(faulty.url);
}

describe('a registry directory of this machine', () => {
  it('is read if a record in it equals the one that the service sends', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    await published(sandbox().connection, { ...asset, version: '1', directory });
    const connection = await connectedTo(sandbox().registry);
    expect(connection).toMatchObject({ registryVisible: true, registryProblem: undefined });
    fs.rmSync(path.join(sandbox().registry, '..logs'), { recursive: true });
    fs.mkdirSync(path.join(sandbox().registry, '..logs'));
    expect(await connectedTo(sandbox().registry)).toMatchObject({ registryVisible: true });
  });

  it('that is an empty mount point is not read: everything comes over HTTP', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    await published(sandbox().connection, { ...asset, version: '1', directory });
    const unmounted = path.join(sandbox().root, 'unmounted');
    fs.mkdirSync(unmounted);
    const connection = await connectedTo(unmounted);
    expect(connection).toMatchObject({ registryVisible: false, registryProblem: expect.any(String) });
    expect(await listProjects(connection)).toEqual(['p']);
    fs.writeFileSync(path.join(directory, 'x'), 'new');
    const notices: string[] = [];
    const result = await uploadDirectory(connection, {
      ...asset,
      version: '2',
      directory,
      onEvent: (event) => {
        if (event.kind === 'notice') notices.push(event.sentence);
      },
    });
    expect(result).toMatchObject({ status: 'created', visible: false });
    expect(notices.join('\n')).toContain(unmounted);
    expect(await listVersions(connection, asset)).toEqual(['1', '2']);
  });

  it('of another Gobbler is not read, whatever they have in common', async () => {
    const other = await makeSandbox();
    for (const box of [sandbox(), other]) {
      await box.project('p');
      await published(box.connection, { ...asset, version: '1', directory: box.source({ x: box.root }) });
    }
    const connection = await connectedTo(other.registry);
    expect(connection.registryVisible).toBe(false);
    const { manifest } = await published(sandbox().connection, {
      ...asset,
      version: '2',
      directory: sandbox().source({ x: 'x' }),
    });
    expect(await fetchManifest(connection, { ...asset, version: '2' })).toEqual(manifest);
    await other.close();
  });

  it('that shows none of the projects does not hide them', async () => {
    // Another Gobbler that has just been set up.
    const other = await makeSandbox();
    await sandbox().project('p');
    await published(sandbox().connection, {
      ...asset,
      version: '1',
      directory: sandbox().source({ x: 'x' }),
    });
    const connection = await connectedTo(other.registry);
    expect([await listProjects(connection), await listAssets(connection, 'p')]).toEqual([['p'], ['a']]);
    expect((await fetchManifest(connection, { ...asset, version: '1' })).size).toBe(1);
    await other.close();
  });
});
