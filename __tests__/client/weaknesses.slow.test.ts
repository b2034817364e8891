import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  allocateUploadDirectory,
  cloneVersion,
  connect,
  createProject,
  fetchDirectory,
  fetchFile,
  listFiles,
  listVersions,
  removeAsset,
  removeVersion,
  setPermissions,
  unpackPath,
  uploadDirectory,
  type VersionRef,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { published } from '../helpers/published.ts';
import { fill, leftInStaging, useSandbox } from '../helpers/sandbox.ts';

/*
 * Each of these is a weakness that another client is known for. Its cache has tests of its own in cache.test.ts, and its
 * way of posting in exchange.test.ts.
 */
const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
let faulty: FaultyService | undefined;
afterEach(() => faulty?.close());

describe('known weaknesses of other clients are absent', () => {
  it('a directory deep in staging is not mistaken for one of the same name at its top', async () => {
    await sandbox().project('p');
    const { staging } = sandbox();
    fill(path.join(staging, 'b'), { wrong: 'wrong' });
    fill(path.join(staging, 'a/b'), { right: 'right' });
    const directory = path.join(staging, 'a/b');
    const { manifest } = await published(sandbox().connection, { ...ref, directory });
    expect([...manifest.keys()]).toEqual(['right']);
  });

  it('an empty directory that is not selected is not published, also from staging', async () => {
    await sandbox().project('p');
    const directory = await allocateUploadDirectory(sandbox().connection);
    fill(directory, { 'x.csv': 'x', logs: { dir: true } });
    const { manifest, leftOut } = await published(sandbox().connection, {
      ...ref,
      directory,
      select: (entry) => entry.endsWith('.csv'),
    });
    expect([...manifest.keys()]).toEqual(['x.csv']);
    expect(leftOut).toMatchObject({ hidden: 0, unselected: 1, unselectedExamples: ['logs'] });
  });

  it('a directory next to staging whose name begins alike is not taken to be inside', async () => {
    await sandbox().project('p');
    const directory = `${sandbox().staging}-old`;
    fill(directory, { x: 'x' });
    expect((await published(sandbox().connection, { ...ref, directory })).placements.hardLinked.bytes).toBe(
      1,
    );
  });

  it('links keep their meaning: relative ones that leave the tree and directory links are refused', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'd/x': 'x', up: { link: '../other' }, dir: { link: 'd' } });
    fill(path.join(sandbox().workspace), { other: 'o' });
    const error = await failureOf(uploadDirectory(sandbox().connection, { ...ref, directory }));
    expect(error.findings).toHaveLength(2);
  });

  it('a directory that does not exist is not published as an empty version', async () => {
    await sandbox().project('p');
    const error = await failureOf(uploadDirectory(sandbox().connection, { ...ref, directory: '/nowhere' }));
    expect(error.code).toBe('invalid-source');
  });

  it('dotfiles are published unless told otherwise', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ '.x': 'x' });
    const { manifest } = await published(sandbox().connection, { ...ref, directory });
    expect([...manifest.keys()]).toEqual(['.x']);
  });

  it('a copy that differs from the scanned file is noticed before anything is published', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'before', y: 'y' });
    const attempt = uploadDirectory(sandbox().connection, {
      ...ref,
      directory,
      onEvent: (event) => {
        const copying = event.kind === 'stage' && event.stage === 'stage';
        if (copying) fs.writeFileSync(path.join(directory, 'x'), 'changed meanwhile');
      },
    });
    const error = await failureOf(attempt);
    expect(error).toMatchObject({ code: 'invalid-source', input: 'directory' });
    expect(error).toMatchObject({ problem: 'source-changed', facts: { path: 'x' } });
    expect(leftInStaging(sandbox())).toEqual([]);
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v'))).toBe(false);
  });

  it('a published version that differs from the source is noticed', async () => {
    await sandbox().project('p');
    faulty = await startFaultyService(
      sandbox().url,
      (request, response) =>
        request.url?.endsWith('..manifest') === true &&
        answer(response, 200, '{"x":{"size":9,"md5sum":"0"},"z":{"size":1,"md5sum":"0"}}'),
    );
    const directory = sandbox().source({ x: 'x', y: 'y' });
    const error = await failureOf(uploadDirectory(await connect(faulty.url), { ...ref, directory }));
    expect(error.code).toBe('content-differs');
    expect(error.findings).toEqual([
      '"x" should have 1 byte, but has 9 in the version',
      '"y" is missing in the version',
      '"z" is only in the version',
    ]);
  });

  it('reads are percent-encoded, so "%41" does not fetch "A", nor "#" nothing', async () => {
    await sandbox().project('p');
    const names = ['A', '%41', 'a#b', 'a?b', 'a+b', 'a b', 'a%2fb', 'é\n'];
    const directory = sandbox().source(Object.fromEntries(names.map((name) => [name, `of ${name}`])));
    const odd = { ...ref, version: 'v+%2B #?' };
    await uploadDirectory(sandbox().connection, { ...odd, directory });
    const cache = path.join(sandbox().root, 'cache');
    for (const name of names) {
      const file = await fetchFile(sandbox().connection, `p/a/${odd.version}/${name}`, {
        forceRemote: true,
        cache,
      });
      expect(fs.readFileSync(file, 'utf8')).toBe(`of ${name}`);
    }
    const listed = await listFiles(sandbox().connection, odd, { forceRemote: true, includeDotdot: false });
    expect(listed).toEqual(await listFiles(sandbox().connection, odd, { includeDotdot: false }));
    expect(listed).toHaveLength(names.length);
  });

  it('a directory is not stored as a file, nor a file as a directory', async () => {
    await sandbox().project('p');
    await uploadDirectory(sandbox().connection, { ...ref, directory: sandbox().source({ 'd/x': 'x' }) });
    const cache = path.join(sandbox().root, 'cache');
    for (const forceRemote of [false, true]) {
      const options = { forceRemote, cache };
      const attempts = [
        fetchFile(sandbox().connection, 'p/a/v/d', options),
        fetchFile(sandbox().connection, 'p/a', options),
        fetchDirectory(sandbox().connection, 'p/a/v/d/x', options),
        fetchFile(sandbox().connection, 'p/a/v/nothing', options),
      ];
      for (const attempt of attempts) expect((await failureOf(attempt)).code).toBe('not-found');
    }
    const file = await fetchFile(sandbox().connection, 'p/a/v/d/x', { forceRemote: true, cache });
    expect(fs.readFileSync(file, 'utf8')).toBe('x');
  });

  it('listings are the same on disk as over HTTP: sorted, without links, only empty directories', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'a/b/c/x': 'x', 'a/b/e': { dir: true }, 'a-b': 'y', Z: 'z' });
    await uploadDirectory(sandbox().connection, { ...ref, directory });
    fs.symlinkSync('v', path.join(sandbox().registry, 'p/a/link'));
    fs.writeFileSync(path.join(sandbox().registry, 'p/a/file'), '');
    const forms = [
      { includeDotdot: false },
      { prefix: 'a/b' },
      { prefix: 'a' },
      { includeDotdot: false, prefix: 'a/b/' },
    ];
    for (const form of forms) {
      expect(await listFiles(sandbox().connection, ref, form)).toEqual(
        await listFiles(sandbox().connection, ref, { ...form, forceRemote: true }),
      );
    }
    expect(await listFiles(sandbox().connection, ref, { includeDotdot: false })).toEqual([
      'Z',
      'a-b',
      'a/b/c/x',
      'a/b/e/',
    ]);
    for (const forceRemote of [false, true]) {
      expect(await listVersions(sandbox().connection, ref, { forceRemote })).toEqual(['v']);
    }
  });

  it('appending to the permissions of an asset born under global write works', async () => {
    await sandbox().project('p', { globalWrite: true });
    const directory = sandbox().source({ x: 'x' });
    await uploadDirectory(sandbox().connection, { ...ref, directory });
    const born = fs.readFileSync(path.join(sandbox().registry, 'p/a/..permissions'), 'utf8');
    expect(JSON.parse(born)).toMatchObject({ uploaders: null });
    const asset = { project: 'p', asset: 'a' };
    const uploaders = [{ id: 'alice' }];
    expect(await setPermissions(sandbox().connection, asset, { uploaders })).toEqual({ uploaders });
  });

  it('appending the same uploader twice does not list it twice', async () => {
    await sandbox().project('p');
    const uploaders = [{ id: 'alice', trusted: true }];
    await setPermissions(sandbox().connection, { project: 'p' }, { uploaders });
    expect(await setPermissions(sandbox().connection, { project: 'p' }, { uploaders })).toEqual({
      uploaders,
    });
  });

  it.each([
    [{ uploaders: [{ id: 'a', until: 'soon' }] }, 'uploaders'],
    [{ uploaders: [{ id: '' }] }, 'uploaders'],
  ])('bad uploaders are refused before a project is made: %j', async (permissions, input) => {
    const error = await failureOf(createProject(sandbox().connection, 'q', permissions));
    expect(error).toMatchObject({ code: 'invalid-input', input });
    expect(fs.existsSync(path.join(sandbox().registry, 'q'))).toBe(false);
  });

  it('a clone keeps empty directories as directories', async () => {
    await sandbox().project('p');
    await uploadDirectory(sandbox().connection, {
      ...ref,
      directory: sandbox().source({ x: 'x', 'e/f': { dir: true } }),
    });
    const clone = path.join(sandbox().workspace, 'clone');
    await cloneVersion(sandbox().connection, ref, clone);
    expect(fs.lstatSync(path.join(clone, 'e/f')).isDirectory()).toBe(true);
    const again = { ...ref, version: 'w', directory: clone };
    const { manifest } = await published(sandbox().connection, again);
    expect([...manifest.keys()].sort()).toEqual(['e/f', 'x']);
    expect(await failureOf(cloneVersion(sandbox().connection, ref, clone))).toMatchObject({
      code: 'destination-unavailable',
      input: 'destination',
      problem: 'clone-failed',
      cause: { code: 'EEXIST' },
    });
    const blind = { ...sandbox().connection, registryVisible: false };
    expect(await failureOf(cloneVersion(blind, ref, `${clone} of another`))).toMatchObject({
      code: 'registry-unavailable',
      input: 'registry',
      problem: 'clone-without-registry',
    });
  });

  it('an allocated name is unpredictable, and the directory is readable and not writable for others', async () => {
    const old = process.umask(0o077);
    try {
      const directory = await allocateUploadDirectory(sandbox().connection);
      expect(path.basename(directory)).toMatch(/^upload-[0-9a-f]{24}$/);
      expect(fs.statSync(directory).mode & 0o777).toBe(0o755);
      const name = await allocateUploadDirectory(sandbox().connection, { create: false });
      expect(fs.existsSync(name)).toBe(false);
    } finally {
      process.umask(old);
    }
  });

  it('paths are taken apart strictly', () => {
    expect(unpackPath('p/a/v/d/x')).toEqual({ project: 'p', asset: 'a', version: 'v', path: 'd/x' });
    expect(unpackPath('p/a/v/')).toEqual({ project: 'p', asset: 'a', version: 'v', path: undefined });
    for (const bad of ['p/a', '/p/a/v', 'p//a/v', ''])
      expect(() => unpackPath(bad)).toThrow(
        expect.objectContaining({ code: 'invalid-input', facts: { path: bad } }),
      );
  });

  it('a failure keeps its own reason when cleaning up fails too', async () => {
    await sandbox().project('p');
    const notices: string[] = [];
    faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.method !== 'POST') return false;
      const file = path.join(sandbox().staging, request.url?.split('/').at(-1) ?? '');
      fs.rmSync(file);
      fs.mkdirSync(file);
      fs.writeFileSync(path.join(file, 'in the way'), '');
      return answer(response, 403, '{"status":"ERROR","reason":"the first reason"}');
    });
    const connection = await connect(faulty.url);
    const error = await failureOf(
      createProject(connection, 'q', { onNotice: (sentence) => notices.push(sentence) }),
    );
    expect(error.reason).toBe('the first reason');
    expect(notices.join()).toContain('could not be removed');
  });
});

describe('removals', () => {
  it('refuse a reference without an asset or a version', async () => {
    await sandbox().project('p');
    const { connection } = sandbox();
    await published(connection, { ...ref, directory: sandbox().source({ x: 'x' }) });
    const lacking = { project: 'p', asset: 'a', version: undefined } as unknown as VersionRef;
    await expect(removeVersion(connection, lacking)).rejects.toMatchObject({ code: 'invalid-name' });
    const withoutAsset = { project: 'p' } as unknown as VersionRef;
    await expect(removeVersion(connection, withoutAsset)).rejects.toMatchObject({ code: 'invalid-name' });
    await expect(removeAsset(connection, withoutAsset)).rejects.toMatchObject({ code: 'invalid-name' });
    expect(await listVersions(connection, { project: 'p', asset: 'a' })).toEqual(['v']);
  });
});
