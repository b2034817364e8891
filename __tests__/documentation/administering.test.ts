import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  createProject,
  fetchLatest,
  fetchManifest,
  fetchPermissions,
  fetchUsage,
  listAssets,
  listProjects,
  listVersions,
  validateVersion,
} from '../../src/client/index.ts';
import { startService } from '../../src/service/service.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { Site, succeeded } from '../helpers/site.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const asset = { project: 'my-project', asset: 'my-analysis' };
const first = { ...asset, version: '1.0' };
const second = { ...asset, version: '2.0' };
const approved = { ...asset, probation: false };

let site: Site;

beforeEach(() => {
  site = new Site(sandbox());
});

const inRegistry = (...names: string[]) => path.join(sandbox().registry, ...names);
const ofFirst = (name: string) => inRegistry('my-project/my-analysis/1.0', name);

/** Runs a block of the page, with the registry of the sandbox in place of the one in the page. */
async function shell(key: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const script = site.text(key).replaceAll('/srv/gobbler/registry', sandbox().registry);
  return succeeded(await site.run(['sh', '-e'], script, env));
}

describe('the guide for administrators', () => {
  it('creates a project, and gives and takes permissions', async () => {
    const { connection } = sandbox();
    await shell('docs/administering.md#projects 1');
    const project = { project: asset.project };
    expect(await fetchPermissions(connection, project)).toMatchObject({ owners: ['alicia', 'ben'] });
    const shown = await shell('docs/administering.md#permissions 1');
    expect(JSON.parse(shown.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      uploaders: [{ id: 'carla', trusted: true }],
    });
    const { uploaders } = await fetchPermissions(connection, asset);
    expect(uploaders).toMatchObject([{ id: 'david' }]);
    await shell('docs/administering.md#permissions 2');
    expect((await fetchPermissions(connection, project)).uploaders).toEqual([]);
  });
});

describe('the guide for administrators, on a project with versions', () => {
  beforeEach(async () => {
    const { connection } = sandbox();
    await createProject(connection, 'my-project');
    await createProject(connection, 'other project');
    await publish(sandbox(), '1.0', { 'kept.txt': 'four', 'x.txt': 'one' }, approved);
    // Records have whole seconds: the second version has to be newer.
    const summary = JSON.parse(fs.readFileSync(ofFirst('..summary'), 'utf8'));
    summary.upload_start = summary.upload_finish = '2025-01-01T00:00:00Z';
    fs.writeFileSync(ofFirst('..summary'), JSON.stringify(summary));
    await publish(sandbox(), '2.0', { 'kept.txt': 'four', 'x.txt': 'two more' }, approved);
    await publish(sandbox(), '1', { x: 'x' }, { ...approved, asset: 'another' });
    expect((await fetchManifest(connection, second)).get('kept.txt')?.link?.version).toBe('1.0');
  });

  it('lists projects by their usage', async () => {
    expect(await shell('docs/administering.md#usage 1')).toBe('16\tmy-project\n0\tother project\n');
  });

  it('notes versions that do not match their records, and makes records match on purpose', async () => {
    const { connection, workspace } = sandbox();
    fs.writeFileSync(ofFirst('x.txt'), 'changed');
    await shell('docs/administering.md#validation 1');
    expect(fs.readFileSync(path.join(workspace, 'invalid.txt'), 'utf8')).toBe('1.0\n');
    fs.rmSync(path.join(workspace, 'invalid.txt'));
    await expect(
      shell('docs/administering.md#validation 1', { GOBBLER_URL: 'http://127.0.0.1:1' }),
    ).rejects.toThrow();
    expect(fs.existsSync(path.join(workspace, 'invalid.txt'))).toBe(false);
    await shell('docs/administering.md#reindexing 1');
    expect((await fetchManifest(connection, first)).get('x.txt')?.size).toBe('changed'.length);
    expect(await fetchUsage(connection, 'my-project')).toBe(20);
  });

  it('finds usage and latest version anew', async () => {
    fs.writeFileSync(inRegistry('my-project/..usage'), '{ "total": 77 }');
    fs.rmSync(inRegistry('my-project/my-analysis/..latest'));
    expect(await shell('docs/administering.md#refreshing 1')).toBe('16\n2.0\n');
    expect(await fetchUsage(sandbox().connection, 'my-project')).toBe(16);
    expect(await fetchLatest(sandbox().connection, asset)).toBe('2.0');
  });

  it('removes a version, and later ones keep their files', async () => {
    const { connection } = sandbox();
    await shell('docs/administering.md#removal 1');
    expect(await listVersions(connection, asset)).toEqual(['2.0']);
    expect(fs.readFileSync(inRegistry('my-project/my-analysis/2.0/kept.txt'), 'utf8')).toBe('four');
    await validateVersion(connection, second);
  });

  it('lists unfinished versions, and no others', async () => {
    expect(await shell('docs/administering.md#removal 2')).toBe('');
    fs.rmSync(ofFirst('..summary'));
    fs.mkdirSync(inRegistry('my-project/another/2/below/it'), { recursive: true });
    const listed = await shell('docs/administering.md#removal 2');
    expect(listed.split('\n').sort()).toEqual(['', 'my-project/another/2', 'my-project/my-analysis/1.0']);
  });

  it('restores a lost registry from a backup, after which a service takes requests', async () => {
    const { registry, staging, me } = sandbox();
    // As a backup catches it in the middle of an upload, and of an update of records.
    fs.writeFileSync(inRegistry('my-project/..usage'), '{ "total": 77 }');
    fs.rmSync(inRegistry('my-project/my-analysis/..latest'));
    fs.mkdirSync(inRegistry('my-project/my-analysis/3.0'));
    await shell('docs/administering.md#backups 1');
    await sandbox().stopService();
    const before = fs.statSync(ofFirst('x.txt'));
    fs.rmSync(registry, { recursive: true });
    await shell('docs/administering.md#backups 2');
    const { mode, uid, mtimeMs } = fs.statSync(ofFirst('x.txt'));
    expect({ mode, uid, mtime: Math.floor(mtimeMs / 1000) }).toEqual({
      mode: before.mode,
      uid: before.uid,
      mtime: Math.floor(before.mtimeMs / 1000),
    });
    expect(fs.readlinkSync(inRegistry('my-project/my-analysis/2.0/kept.txt'))).toBe('../1.0/kept.txt');

    const service = await startService({ registry, staging, port: 0, admins: [me] });
    try {
      const env = { GOBBLER_URL: service.url };
      const torn = (await shell('docs/administering.md#removal 2')).trimEnd();
      expect(torn).toBe('my-project/my-analysis/3.0');
      const removal = `gobbler remove "${torn}" --yes --force`;
      succeeded(await site.run(['sh', '-e'], removal, env));
      expect(await shell('docs/administering.md#backups 3', env)).toBe('1\n2.0\n16\n0\n');
      const validation = 'gobbler validate my-project/my-analysis/2.0';
      succeeded(await site.run(['sh', '-e'], validation, env));
    } finally {
      await service.close();
    }
  });

  it('checks the result of an upgrade', async () => {
    expect(await shell('docs/administering.md#upgrades 1')).toMatch(/^\d+\.\d+\.\d+/);
    expect(await listProjects(sandbox().connection)).toEqual(['my-project', 'other project']);
    expect(await listAssets(sandbox().connection, 'my-project')).toHaveLength(2);
  });
});
