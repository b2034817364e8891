import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import {
  allocateUploadDirectory,
  approveProbation,
  createProject,
  fetchLatest,
  fetchManifest,
  fetchPermissions,
  fetchSummary,
  fetchUsage,
  listAssets,
  listFiles,
  listProjects,
  listVersions,
  manifestDigest,
  refreshLatest,
  refreshUsage,
  reindexVersion,
  rejectProbation,
  removeAsset,
  removeProject,
  removeVersion,
  rerouteLinks,
  setPermissions,
  uploadDirectory,
  validateVersion,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { tree } from '../helpers/fetched.ts';
import { type Entries, leftInStaging, MAY_SPOOF, useSandbox } from '../helpers/sandbox.ts';
import { gobblerJson } from '../helpers/shell.ts';
import { contentOf } from '../helpers/tree-state.ts';
import { publish } from '../helpers/versions.ts';
import { python, refusal } from './pygobbler.ts';

const sandbox = useSandbox({ spoof: MAY_SPOOF });
const asset = { project: 'p', asset: 'a' };
const ref = { ...asset, version: 'v1' };
const V1: Entries = {
  'x.txt': 'four',
  'd/y.csv': 'y',
  'd/e/ü z': 'zz',
  '.hidden': 'h',
  empty: { dir: true },
};
const KEYS = ['.hidden', 'd/e/ü z', 'd/y.csv', 'empty', 'x.txt'];

const inRegistry = (...parts: string[]): string => path.join(sandbox().registry, ...parts);

/** Publishes p/a/`version` with the Python client. */
async function publishInPython(version: string, entries: Entries = V1, more: object = {}): Promise<string> {
  const directory = sandbox().source(entries, `python-${version}`);
  await python(sandbox(), 'upload_directory', { ...asset, version, directory, ignore_dot: false, ...more });
  return directory;
}

/** Publishes p/a/`version` with this client. */
const publishHere = (version: string, entries: Entries = V1, probation = false): Promise<void> =>
  publish(sandbox(), version, entries, { probation });

it('the clients agree on where things are', async () => {
  const { registry, staging } = sandbox();
  expect(await python(sandbox(), 'service_info')).toEqual({ registry, staging });
});

describe('a version that the Python client has published', () => {
  it.each([1, 2])('is read, fetched and verified here (%i processes)', async (concurrent) => {
    await sandbox().project('p');
    const directory = await publishInPython('v1', V1, { concurrent });
    expect(leftInStaging(sandbox())).toEqual([]);
    const { connection, me, workspace } = sandbox();
    expect([...(await fetchManifest(connection, ref)).keys()].sort()).toEqual(KEYS);
    expect(await fetchSummary(connection, ref)).toMatchObject({ uploadUserId: me, onProbation: false });
    expect(await listVersions(connection, asset)).toEqual(['v1']);
    expect(await fetchLatest(connection, asset)).toBe('v1');
    await validateVersion(connection, ref);

    const verify = () => gobblerJson(sandbox(), ['verify', 'p/a/v1', directory, '--include-hidden-files']);
    expect(await verify()).toMatchObject({ exitCode: 0, outputs: { status: 'verified' } });
    for (const remote of ['never', 'always']) {
      const fetched = await gobblerJson(sandbox(), ['fetch', 'p/a/v1', remote, '--remote', remote]);
      expect(fetched).toMatchObject({ exitCode: 0, error: null });
      expect(contentOf(path.join(workspace, remote))).toEqual(contentOf(directory));
    }
    fs.writeFileSync(path.join(directory, 'x.txt'), 'FOUR');
    const { error } = await verify();
    expect(error).toMatchObject({ code: 'content-differs' });
  });

  it('is the same as one that this client has published of the same directory', async () => {
    await sandbox().project('p');
    const directory = await publishInPython('v1');
    const again = await uploadDirectory(sandbox().connection, { ...ref, directory, ifExists: 'verify' });
    expect(again).toMatchObject({ status: 'verified' });
    await uploadDirectory(sandbox().connection, { ...ref, asset: 'b', directory });
    const digestOf = async (of: typeof ref) => manifestDigest(await fetchManifest(sandbox().connection, of));
    expect(await digestOf({ ...ref, asset: 'b' })).toBe(await digestOf(ref));
  });

  it('is the link target of later versions of either client', async () => {
    await sandbox().project('p');
    await publishInPython('v1', { x: 'same', y: 'one' });
    await publishHere('v2', { x: 'same', y: 'two' });
    await publishInPython('v3', { x: 'same', y: 'two' });
    const manifest = await fetchManifest(sandbox().connection, { ...asset, version: 'v3' });
    expect(manifest.get('x')?.link).toMatchObject({ version: 'v2', ancestor: { version: 'v1' } });
    expect(manifest.get('y')?.link).toMatchObject({ version: 'v2' });
    for (const version of ['v1', 'v2', 'v3']) {
      await validateVersion(sandbox().connection, { ...asset, version });
      await python(sandbox(), 'validate_version', { ...asset, version });
    }
  });

  it('can come from a directory in staging that the other client has allocated', async () => {
    const { connection } = sandbox();
    await sandbox().project('p');
    const theirs = String(await python(sandbox(), 'allocate_upload_directory'));
    const ours = await allocateUploadDirectory(connection);
    for (const directory of [theirs, ours]) fs.writeFileSync(path.join(directory, 'x'), directory);
    await uploadDirectory(connection, { ...ref, directory: theirs, consume: true });
    const given = { ...asset, version: 'v2', directory: ours, consume: true };
    await python(sandbox(), 'upload_directory', given);
    for (const version of ['v1', 'v2']) {
      expect([...contentOf(inRegistry('p/a', version)).keys()]).toEqual(['x']);
      await validateVersion(connection, { ...asset, version });
    }
    // Both were asked to take the files, and have done so.
    expect([theirs, ours].filter((directory) => fs.existsSync(path.join(directory, 'x')))).toEqual([]);
  });
});

describe('a version that was published here', () => {
  it.each([false, true])('is listed and read by the Python client (over HTTP: %s)', async (remote) => {
    await sandbox().project('p');
    await publishHere('v1');
    await publishHere('v2', { 'x.txt': 'four', new: 'n' });
    const { connection, root, registry, url } = sandbox();
    const how = { force_remote: remote };
    const cached = { ...how, cache: path.join(root, 'python-cache') };
    const sorted = async (name: string, given: object) =>
      ((await python(sandbox(), name, { ...how, ...given })) as string[]).sort();
    expect(await sorted('list_projects', {})).toEqual((await listProjects(connection)).sort());
    expect(await sorted('list_assets', { project: 'p' })).toEqual(await listAssets(connection, 'p'));
    expect(await sorted('list_versions', asset)).toEqual((await listVersions(connection, asset)).sort());
    const files = await listFiles(connection, ref);
    expect(await sorted('list_files', ref)).toEqual([...files].sort());
    expect(await sorted('list_files', { ...ref, include_dotdot: false })).toEqual(
      ['.hidden', 'd/e/ü z', 'd/y.csv', 'empty/', 'x.txt'].sort(),
    );
    expect(await sorted('list_files', { ...ref, prefix: 'd/' })).toEqual(['d/e/ü z', 'd/y.csv']);

    for (const version of ['v1', 'v2']) {
      const directory = inRegistry('p/a', version);
      const record = (name: string) => JSON.parse(fs.readFileSync(path.join(directory, name), 'utf8'));
      const given = { ...asset, version, ...cached };
      expect(await python(sandbox(), 'fetch_manifest', given)).toEqual(record('..manifest'));
      expect(await python(sandbox(), 'fetch_summary', given)).toEqual(record('..summary'));
      const whole = String(await python(sandbox(), 'version_path', { ...given, registry, url }));
      expect(whole.startsWith(root)).toBe(true);
      expect(whole === directory).toBe(!remote);
      expect(contentOf(whole)).toEqual(contentOf(directory));
      expect(fs.existsSync(path.join(whole, 'empty'))).toBe(version === 'v1');
    }
    expect(await python(sandbox(), 'fetch_latest', { ...asset, ...how })).toBe('v2');
    expect(await python(sandbox(), 'fetch_usage', { project: 'p', ...how })).toBe(
      await fetchUsage(connection, 'p'),
    );
    const file = String(await python(sandbox(), 'fetch_file', { path: 'p/a/v2/x.txt', ...cached }));
    expect(fs.readFileSync(file, 'utf8')).toBe('four');
    const part = String(
      await python(sandbox(), 'fetch_directory', { path: 'p/a/v1/d', ...cached, concurrent: 2 }),
    );
    expect(tree(part)).toEqual({ 'y.csv': 'y', 'e/ü z': 'zz' });
  });

  it('is cloned by the Python client, and the clone is published again as links', async () => {
    await sandbox().project('p');
    await publishHere('v1', { 'x.txt': 'four', 'd/y': 'y' });
    const destination = path.join(sandbox().workspace, 'clone');
    await python(sandbox(), 'clone_version', { ...ref, destination });
    expect(tree(destination)).toEqual({ 'x.txt@': 'four', 'd/y@': 'y' });
    await uploadDirectory(sandbox().connection, { ...asset, version: 'v2', directory: destination });
    await python(sandbox(), 'upload_directory', { ...asset, version: 'v3', directory: destination });
    for (const version of ['v2', 'v3']) {
      const manifest = await fetchManifest(sandbox().connection, { ...asset, version });
      expect([...manifest].map(([key, { link }]) => [key, link?.version])).toEqual([
        ['d/y', 'v1'],
        ['x.txt', 'v1'],
      ]);
    }
  });
});

describe('permissions', () => {
  it('set by one client are read by the other', async () => {
    const { connection } = sandbox();
    const uploaders = [{ id: 'guest', asset: 'a', trusted: true, until: '2100-01-01T00:00:00Z' }];
    await python(sandbox(), 'create_project', { project: 'theirs', owners: ['boss'], uploaders });
    await createProject(connection, 'ours', { owners: ['boss'], uploaders: [{ id: 'guest' }] });
    expect(await fetchPermissions(connection, { project: 'theirs' })).toMatchObject({
      owners: ['boss'],
      uploaders: [{ id: 'guest', asset: 'a', trusted: true }],
    });
    expect(await python(sandbox(), 'fetch_permissions', { project: 'ours', force_remote: true })).toEqual({
      owners: ['boss'],
      uploaders: [{ id: 'guest' }],
    });

    await python(sandbox(), 'set_permissions', {
      project: 'ours',
      owners: ['deputy'],
      uploaders: [{ id: 'robot' }],
      global_write: true,
    });
    await setPermissions(connection, { project: 'ours' }, { owners: ['third', 'boss'], globalWrite: false });
    const both = await fetchPermissions(connection, { project: 'ours' });
    expect(both.owners).toEqual(['boss', 'deputy', 'third']);
    expect(both.uploaders.map(({ id }) => id)).toEqual(['guest', 'robot']);
    expect(both.globalWrite ?? false).toBe(false);
    for (const remote of [false, true]) {
      expect(
        await python(sandbox(), 'fetch_permissions', { project: 'ours', force_remote: remote }),
      ).toMatchObject({ owners: both.owners, uploaders: [{ id: 'guest' }, { id: 'robot' }] });
    }

    await python(sandbox(), 'set_permissions', { project: 'ours', owners: ['only'], append: false });
    expect((await fetchPermissions(connection, { project: 'ours' })).owners).toEqual(['only']);
  });

  it('of an asset go both ways as well', async () => {
    await sandbox().project('p');
    await python(sandbox(), 'set_permissions', { ...asset, owners: ['one'] });
    await setPermissions(sandbox().connection, asset, { uploaders: [{ id: 'two' }] });
    expect(await python(sandbox(), 'fetch_permissions', asset)).toEqual({
      owners: ['one'],
      uploaders: [{ id: 'two' }],
    });
    expect(await fetchPermissions(sandbox().connection, asset)).toMatchObject({ owners: ['one'] });
  });

  it('that are missing are a refusal with a reason, for both', async () => {
    await sandbox().project('p', { owners: ['boss'] });
    const directory = sandbox().source({ x: 'x' });
    const denied = await refusal(sandbox(), 'upload_directory', { ...ref, directory, spoof: 'guest' });
    expect(denied).toEqual({ refused: 403, reason: expect.stringMatching(/./) });
    const error = await failureOf(
      uploadDirectory(sandbox().connection, { ...ref, directory, spoof: 'guest' }),
    );
    expect(error.code).toBe('not-authorized');
    await python(sandbox(), 'upload_directory', { ...ref, directory, spoof: 'boss' });
    expect(await fetchSummary(sandbox().connection, ref)).toMatchObject({ uploadUserId: 'boss' });
  });
});

describe('probation', () => {
  it('that the Python client began is ended here', async () => {
    await sandbox().project('p');
    await publishInPython('v1', V1, { probation: true });
    await publishInPython('v2', V1, { probation: true });
    expect(await fetchSummary(sandbox().connection, ref)).toMatchObject({ onProbation: true });
    expect(await python(sandbox(), 'fetch_latest', asset)).toBeNull();
    const approved = await gobblerJson(sandbox(), ['approve', 'p/a/v1']);
    expect(approved).toMatchObject({ exitCode: 0 });
    await rejectProbation(sandbox().connection, { ...asset, version: 'v2' });
    expect(await python(sandbox(), 'fetch_summary', ref)).not.toHaveProperty('on_probation', true);
    expect(await python(sandbox(), 'fetch_latest', asset)).toBe('v1');
    expect(await python(sandbox(), 'list_versions', asset)).toEqual(['v1']);
  });

  it('that began here is ended by the Python client', async () => {
    await sandbox().project('p');
    await publishHere('v1', V1, true);
    await publishHere('v2', V1, true);
    const waiting = gobblerJson(sandbox(), ['await', 'p/a/v1', '--timeout-minutes', '1']);
    await python(sandbox(), 'approve_probation', ref);
    expect(await waiting).toMatchObject({ exitCode: 0, outputs: { status: 'approved' } });
    await python(sandbox(), 'reject_probation', { ...asset, version: 'v2' });
    expect(await fetchSummary(sandbox().connection, ref)).toMatchObject({ onProbation: false });
    expect(await listVersions(sandbox().connection, asset)).toEqual(['v1']);
    expect((await failureOf(approveProbation(sandbox().connection, ref))).code).toBe('not-on-probation');
    expect(await refusal(sandbox(), 'approve_probation', ref)).toMatchObject({ refused: 500 });
  });
});

describe('maintenance', () => {
  it('removes for both, whichever client asks', async () => {
    const { connection } = sandbox();
    await sandbox().project('p');
    for (const version of ['v1', 'v2', 'v3', 'v4']) await publishHere(version, { x: version });
    await publish(sandbox(), 'v1', { x: 'x' }, { asset: 'b', probation: false });
    await publish(sandbox(), 'v1', { x: 'x' }, { asset: 'c', probation: false });
    await python(sandbox(), 'remove_version', { ...asset, version: 'v4' });
    await removeVersion(connection, { ...asset, version: 'v3' });
    expect(await listVersions(connection, asset)).toEqual(await python(sandbox(), 'list_versions', asset));
    const latest = await fetchLatest(connection, asset);
    expect(['v1', 'v2']).toContain(latest);
    expect(await python(sandbox(), 'fetch_latest', asset)).toBe(latest);
    await python(sandbox(), 'remove_asset', { project: 'p', asset: 'b' });
    await removeAsset(connection, { project: 'p', asset: 'c' });
    expect(await listAssets(connection, 'p')).toEqual(['a']);
    expect(await python(sandbox(), 'list_assets', { project: 'p' })).toEqual(['a']);
    expect(await python(sandbox(), 'fetch_usage', { project: 'p' })).toBe(4);
    await sandbox().project('q');
    await python(sandbox(), 'remove_project', { project: 'q' });
    await removeProject(connection, 'p');
    expect(await python(sandbox(), 'list_projects')).toEqual([]);
    expect(await listProjects(connection)).toEqual([]);
  });

  it('refreshes damaged records for both', async () => {
    const { connection } = sandbox();
    await sandbox().project('p');
    await publishHere('v1', { x: 'one' });
    // Summaries have whole seconds: which of two versions of one second is the latest is not known (protocol §3.7).
    await sleep(1_000 - (Date.now() % 1_000) + 1);
    await publishInPython('v2', { x: 'three' });
    const damage = () => {
      fs.rmSync(inRegistry('p/a/..latest'));
      fs.writeFileSync(inRegistry('p/..usage'), '{"total": 1}');
    };
    damage();
    expect(await python(sandbox(), 'refresh_latest', asset)).toBe('v2');
    expect(await python(sandbox(), 'refresh_usage', { project: 'p' })).toBe(8);
    expect([await fetchLatest(connection, asset), await fetchUsage(connection, 'p')]).toEqual(['v2', 8]);
    damage();
    expect(await refreshLatest(connection, asset)).toBe('v2');
    expect(await refreshUsage(connection, 'p')).toBe(8);
    expect(await python(sandbox(), 'fetch_usage', { project: 'p' })).toBe(8);
  });

  it('validates and reindexes for both', async () => {
    const { connection } = sandbox();
    await sandbox().project('p');
    await publishHere('v1');
    await publishInPython('v2');
    for (const version of ['v1', 'v2']) {
      const version_ = { ...asset, version };
      fs.writeFileSync(inRegistry('p/a', version, 'by hand'), 'h');
      const refused = await refusal(sandbox(), 'validate_version', version_);
      expect(refused).toEqual({ refused: 500, reason: expect.stringContaining('extra file "by hand"') });
      expect((await failureOf(validateVersion(connection, version_))).code).toBe('content-differs');
    }
    await python(sandbox(), 'reindex_version', ref);
    await reindexVersion(connection, { ...asset, version: 'v2' });
    for (const version of ['v1', 'v2']) {
      await python(sandbox(), 'validate_version', { ...asset, version });
      await validateVersion(connection, { ...asset, version });
      const manifest = await python(sandbox(), 'fetch_manifest', { ...asset, version });
      expect(manifest).toHaveProperty('by hand', expect.objectContaining({ size: 1 }));
    }
  });

  it('reroutes links for both, before their targets are removed', async () => {
    const { connection } = sandbox();
    await sandbox().project('p');
    for (const version of ['v1', 'v2', 'v3']) await publishHere(version, { x: 'same', [version]: version });
    const target = { ...asset, version: 'v1' };
    const planned = await python(sandbox(), 'reroute_links', { to_delete: [target], dry_run: true });
    const ours = await rerouteLinks(connection, [target], { dryRun: true });
    expect((planned as { path: string }[]).map((change) => change.path).sort()).toEqual(
      ours.map((change) => change.path).sort(),
    );
    expect(ours.map((change) => change.path)).toContain('p/a/v2/x');
    expect(await python(sandbox(), 'reroute_links', { to_delete: [target] })).toEqual(planned);
    await removeVersion(connection, target);
    const second = { ...asset, version: 'v2' };
    await rerouteLinks(connection, [second]);
    await python(sandbox(), 'remove_version', second);
    expect(tree(inRegistry('p/a/v3'))).toEqual({ x: 'same', v3: 'v3' });
    await python(sandbox(), 'validate_version', { ...asset, version: 'v3' });
    await validateVersion(connection, { ...asset, version: 'v3' });
  });
});
