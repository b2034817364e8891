import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  allocateUploadDirectory,
  approveProbation,
  cloneVersion,
  createProject,
  fetchDirectory,
  fetchFile,
  fetchLatest,
  fetchManifest,
  fetchPermissions,
  fetchSummary,
  fetchUsage,
  listAssets,
  listFiles,
  listProjects,
  listVersions,
  refreshLatest,
  refreshUsage,
  reindexVersion,
  rejectProbation,
  removeAsset,
  removeProject,
  removeVersion,
  rerouteLinks,
  serviceInfo,
  setPermissions,
  type VersionRef,
  validateVersion,
  versionPath,
} from '../../src/library.ts';
import { failureOf } from '../helpers/failure.ts';
import { published } from '../helpers/published.ts';
import { type Entries, fill } from '../helpers/sandbox.ts';
import { type AnyGobbler, isAdministrator, openGobbler, seesRegistry } from './any-gobbler.ts';

let gobbler: AnyGobbler;
beforeAll(async () => {
  gobbler = await openGobbler();
});
afterAll(() => gobbler.close());

const asAdministrator = isAdministrator ? it : it.skip;
const onRegistry = seesRegistry ? it : it.skip;
const remotely = { forceRemote: true };

/** A new asset of the project. */
const newAsset = (): { project: string; asset: string } => ({
  project: gobbler.project,
  asset: `asset-${randomBytes(6).toString('hex')}`,
});

function directoryOf(entries: Entries): string {
  const directory = gobbler.directory();
  fill(directory, entries);
  return directory;
}

async function upload(ref: VersionRef, entries: Entries, options: { probation?: boolean } = {}) {
  return published(gobbler.connection, { ...ref, directory: directoryOf(entries), ...options });
}

describe('the client and this Gobbler', () => {
  it('agree on where things are', async () => {
    const info = await serviceInfo(gobbler.connection.url);
    expect(path.isAbsolute(info.registry) && path.isAbsolute(info.staging)).toBe(true);
  });

  it('publish a version, and read it on disk and over HTTP alike', async () => {
    const ref = { ...newAsset(), version: 'v 1+2%#?' };
    const { manifest, summary } = await upload(ref, {
      'x.txt': 'text',
      'd/10': 'ten',
      'd/9': 'nine',
      'odd +%#?&\n"é': 'odd',
      link: { link: 'x.txt' },
      'e/f': { dir: true },
    });
    expect(summary).toMatchObject({ uploadUserId: gobbler.me, onProbation: false });
    for (const options of [{}, remotely]) {
      expect(await fetchManifest(gobbler.connection, ref, options)).toEqual(manifest);
      expect(await fetchSummary(gobbler.connection, ref, options)).toEqual(summary);
      expect(await fetchLatest(gobbler.connection, ref, options)).toBe(ref.version);
      expect(await listVersions(gobbler.connection, ref, options)).toEqual([ref.version]);
      expect(await listAssets(gobbler.connection, ref.project, options)).toContain(ref.asset);
      expect(await listProjects(gobbler.connection, options)).toContain(ref.project);
      expect(await listFiles(gobbler.connection, ref, { ...options, includeDotdot: false })).toEqual([
        'd/10',
        'd/9',
        'e/f/',
        'link',
        'odd +%#?&\n"é',
        'x.txt',
      ]);
      expect(await listFiles(gobbler.connection, ref, { ...options, prefix: 'd/1' })).toEqual(['d/10']);
      expect(await listFiles(gobbler.connection, ref, options)).toEqual(
        expect.arrayContaining(['..links', '..manifest', '..summary']),
      );
    }
  });

  it('fetch files and directories, on disk and over HTTP alike', async () => {
    const ref = { ...newAsset(), version: 'v' };
    await upload(ref, { 'a/x.txt': 'text', 'a/odd +%#?': 'odd', 'a/index.html': '<p>', e: { dir: true } });
    const base = `${ref.project}/${ref.asset}/v`;
    const cache = gobbler.directory();
    for (const options of [{}, { ...remotely, cache }]) {
      const file = await fetchFile(gobbler.connection, `${base}/a/odd +%#?`, options);
      expect(fs.readFileSync(file, 'utf8')).toBe('odd');
      const folder = await fetchDirectory(gobbler.connection, `${base}/a`, options);
      expect(fs.readFileSync(path.join(folder, 'index.html'), 'utf8')).toBe('<p>');
      const version = await versionPath(gobbler.connection, ref, options);
      expect(fs.readFileSync(path.join(version, 'a/x.txt'), 'utf8')).toBe('text');
      expect(fs.statSync(path.join(version, 'e')).isDirectory()).toBe(true);
      const summary = await fetchFile(gobbler.connection, `${base}/..summary`, options);
      expect(JSON.parse(fs.readFileSync(summary, 'utf8'))).toHaveProperty('upload_finish');
    }
  });

  it('report that something does not exist, on disk and over HTTP alike', async () => {
    const ref = { ...newAsset(), version: 'v' };
    const base = `${ref.project}/${ref.asset}/v`;
    const cache = gobbler.directory();
    for (const forceRemote of [false, true]) {
      const options = { forceRemote };
      expect(await fetchLatest(gobbler.connection, ref, options)).toBeUndefined();
      const attempts = [
        fetchManifest(gobbler.connection, ref, options),
        fetchSummary(gobbler.connection, ref, options),
        fetchUsage(gobbler.connection, 'no-such-project', options),
        fetchPermissions(gobbler.connection, { project: 'no-such-project' }, options),
        listAssets(gobbler.connection, 'no-such-project', options),
        listVersions(gobbler.connection, ref, options),
        listFiles(gobbler.connection, ref, options),
        fetchFile(gobbler.connection, `${base}/x`, { forceRemote, cache }),
        fetchDirectory(gobbler.connection, base, { forceRemote, cache }),
        versionPath(gobbler.connection, ref, { forceRemote, cache }),
      ];
      const failures = await Promise.all(attempts.map((attempt) => failureOf(attempt)));
      expect(failures.map(({ code }) => code)).toEqual(attempts.map(() => 'not-found'));
    }
  });

  it('find unchanged files, and count them once', async () => {
    const asset = newAsset();
    const before = await fetchUsage(gobbler.connection, asset.project);
    await upload({ ...asset, version: '1' }, { x: 'same', y: 'old' });
    const { manifest } = await upload({ ...asset, version: '2' }, { z: 'same', y: 'new' });
    expect(manifest.get('z')?.link).toEqual({ ...asset, version: '1', path: 'x' });
    expect(manifest.get('y')?.link).toBeUndefined();
    expect((await fetchUsage(gobbler.connection, asset.project)) - before).toBe(10);
  });

  it('publish a directory in staging without copying it', async () => {
    const directory = await allocateUploadDirectory(gobbler.connection);
    fill(directory, { 'd/x': 'x', l: { link: 'd/x' } });
    const result = await published(gobbler.connection, { ...newAsset(), version: 'v', directory });
    expect(result).toMatchObject({
      placements: { copied: { files: 0 }, hardLinked: { files: 0 } },
      filesCount: 2,
    });
    expect(fs.readFileSync(path.join(directory, 'd/x'), 'utf8')).toBe('x');
    fs.rmSync(directory, { recursive: true });
  });

  it('put a version on probation, and approve or reject it', async () => {
    const asset = newAsset();
    await upload({ ...asset, version: 'good' }, { x: '1' }, { probation: true });
    await upload({ ...asset, version: 'bad' }, { x: '2' }, { probation: true });
    expect(await fetchLatest(gobbler.connection, asset, remotely)).toBeUndefined();
    await approveProbation(gobbler.connection, { ...asset, version: 'good' });
    expect(await fetchLatest(gobbler.connection, asset, remotely)).toBe('good');
    await rejectProbation(gobbler.connection, { ...asset, version: 'bad' });
    expect(await listVersions(gobbler.connection, asset, remotely)).toEqual(['good']);
    const again = approveProbation(gobbler.connection, { ...asset, version: 'good' });
    expect((await failureOf(again)).code).toBe('not-on-probation');
    const gone = rejectProbation(gobbler.connection, { ...asset, version: 'bad' });
    expect((await failureOf(gone)).code).toBe('not-found');
  });

  it('add and replace permissions of an asset', async () => {
    const asset = newAsset();
    const alice = { id: 'alice', version: '1', trusted: true };
    const bob = { id: 'bob', until: '2099-01-01T00:00:00Z' };
    await setPermissions(gobbler.connection, asset, { owners: ['carol'], uploaders: [alice] });
    await setPermissions(gobbler.connection, asset, { owners: ['carol', 'dan'], uploaders: [alice, bob] });
    for (const options of [{}, remotely]) {
      expect(await fetchPermissions(gobbler.connection, asset, options)).toEqual({
        owners: ['carol', 'dan'],
        uploaders: [alice, bob],
      });
    }
    const planned = await setPermissions(gobbler.connection, asset, {
      owners: ['eve'],
      append: false,
      dryRun: true,
    });
    expect(planned).toEqual({ owners: ['eve'] });
    await setPermissions(gobbler.connection, asset, { owners: ['eve'], append: false });
    const { owners, uploaders } = await fetchPermissions(gobbler.connection, asset, remotely);
    expect({ owners, uploaders: uploaders.length }).toEqual({ owners: ['eve'], uploaders: 2 });
  });

  onRegistry('clone a version, change it, and publish the clone with its links', async () => {
    const asset = newAsset();
    await upload({ ...asset, version: '1' }, { 'd/x': 'same', y: 'old', e: { dir: true } });
    const directory = path.join(gobbler.directory(), 'clone');
    await cloneVersion(gobbler.connection, { ...asset, version: '1' }, directory);
    fs.rmSync(path.join(directory, 'y'));
    fs.writeFileSync(path.join(directory, 'y'), 'new');
    const { manifest } = await published(gobbler.connection, { ...asset, version: '2', directory });
    expect(manifest.get('d/x')?.link).toEqual({ ...asset, version: '1', path: 'd/x' });
    expect([...manifest.keys()].sort()).toEqual(['d/x', 'e', 'y']);
    const again = cloneVersion(gobbler.connection, { ...asset, version: '1' }, directory);
    expect((await failureOf(again)).code).toBe('destination-unavailable');
  });

  asAdministrator('create and remove projects, as an administrator', async () => {
    const project = `contract-${randomBytes(6).toString('hex')}`;
    const uploaders = [{ id: 'alice', asset: 'a' }];
    const permissions = { owners: ['bob'], uploaders, globalWrite: true };
    await createProject(gobbler.connection, project, permissions);
    expect(await fetchPermissions(gobbler.connection, { project }, remotely)).toEqual(permissions);
    expect((await failureOf(createProject(gobbler.connection, project))).code).toBe('already-exists');
    await removeProject(gobbler.connection, project);
    await removeProject(gobbler.connection, project);
    expect(await listProjects(gobbler.connection, remotely)).not.toContain(project);
  });

  asAdministrator('validate, reindex and refresh, as an administrator', async () => {
    const asset = newAsset();
    const ref = { ...asset, version: '1' };
    await upload(ref, { x: 'x', l: { link: 'x' } });
    await validateVersion(gobbler.connection, ref);
    await reindexVersion(gobbler.connection, ref);
    await validateVersion(gobbler.connection, ref);
    expect(await refreshLatest(gobbler.connection, asset)).toBe('1');
    expect(await refreshUsage(gobbler.connection, asset.project)).toBe(
      await fetchUsage(gobbler.connection, asset.project, remotely),
    );
    const none = { ...newAsset(), version: '1' };
    await upload(none, { x: 'x' }, { probation: true });
    expect(await refreshLatest(gobbler.connection, none)).toBeUndefined();
  });

  asAdministrator('reroute links before a deletion, and delete, as an administrator', async () => {
    const asset = newAsset();
    await upload({ ...asset, version: '1' }, { x: 'content' });
    await upload({ ...asset, version: '2' }, { x: 'content' });
    const targets = [{ ...asset, version: '1' }];
    const planned = await rerouteLinks(gobbler.connection, targets, { dryRun: true });
    expect(planned).toEqual([
      {
        path: `${asset.project}/${asset.asset}/2/x`,
        copy: true,
        source: `${asset.project}/${asset.asset}/1/x`,
        usage: 7,
      },
    ]);
    expect(await rerouteLinks(gobbler.connection, targets)).toEqual(planned);
    await removeVersion(gobbler.connection, { ...asset, version: '1' });
    await validateVersion(gobbler.connection, { ...asset, version: '2' });
    await removeAsset(gobbler.connection, asset);
    await removeAsset(gobbler.connection, asset);
    expect(await listAssets(gobbler.connection, asset.project, remotely)).not.toContain(asset.asset);
  });
});
