import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import {
  allocateUploadDirectory,
  fetchManifest,
  refreshLatest,
  removeVersion,
  type UploadEvent,
  validateVersion,
} from '../../src/client/index.ts';
import { submit } from '../../src/client/requests/index.ts';
import { uploadRequest } from '../../src/protocol/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { published } from '../helpers/published.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const asset = { project: 'p', asset: 'a' };
const md5 = (text: string) => hash('md5', text);
const big = (letter: string) => letter.repeat(1_500_000);

/** Makes files that others may not read: they cannot be hard-linked, so it pays to look for them beforehand. */
function onlyMine(directory: string): string {
  for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) fs.chmodSync(path.join(entry.parentPath, entry.name), 0o600);
  }
  return directory;
}

describe('unchanged files', () => {
  it('become links in staging, with the manifest that the service itself would have written', async () => {
    await sandbox().project('p');
    await sandbox().project('q');
    const entries = { same: 'same', 'd/moved': 'moved', changed: 'old', empty: '', l: { link: 'd/moved' } };
    const directory = sandbox().source(entries);
    onlyMine(directory);
    const manifests = [];
    for (const [project, deduplicate] of [
      ['p', 'latest'],
      ['q', 'off'],
    ] as const) {
      const ref = { project, asset: 'a' };
      fs.writeFileSync(path.join(directory, 'changed'), 'old');
      await published(sandbox().connection, { ...ref, version: '1', directory, deduplicate });
      fs.writeFileSync(path.join(directory, 'changed'), 'new');
      const second = await published(sandbox().connection, { ...ref, version: '2', directory, deduplicate });
      await validateVersion(sandbox().connection, second.ref);
      manifests.push(
        [...second.manifest].map(([key, { size, md5sum, link }]) => [key, size, md5sum, link?.version]),
      );
      expect(second.placements.unchanged.files).toBe(deduplicate === 'latest' ? 3 : 1);
      expect(second.previous?.difference).toMatchObject({
        added: [],
        changed: [{ path: 'changed', beforeBytes: 3, afterBytes: 3 }],
        removed: [],
      });
    }
    expect(manifests[0]).toEqual(manifests[1]);
  });

  it('are found under another name, and in any version with deduplicate: all', async () => {
    await sandbox().project('p');
    const first = sandbox().source({ x: 'content of x' }, 'first');
    await published(sandbox().connection, { ...asset, version: '1', directory: first });
    const second = sandbox().source({ y: 'something else' }, 'second');
    await published(sandbox().connection, { ...asset, version: '2', directory: second });
    const third = onlyMine(sandbox().source({ z: 'content of x' }, 'third'));
    const without = await published(sandbox().connection, { ...asset, version: '3', directory: third });
    expect(without.manifest.get('z')?.link).toBeUndefined();
    await removeVersion(sandbox().connection, { ...asset, version: '3' });
    const all = { ...asset, version: '4', directory: third, deduplicate: 'all' as const };
    expect((await published(sandbox().connection, all)).manifest.get('z')?.link).toEqual({
      ...asset,
      version: '1',
      path: 'x',
    });
  });

  it('are never linked to a version on probation', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    const probation = { ...asset, version: '1', directory, probation: true };
    await published(sandbox().connection, probation);
    const next = await published(sandbox().connection, {
      ...asset,
      version: '2',
      directory,
      deduplicate: 'all',
    });
    expect(next.manifest.get('x')?.link).toBeUndefined();
  });

  it('are left to the service if they are small and need no copy, even if they are remembered', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', y: 'y' });
    const old = new Date(Date.now() - 60_000);
    for (const name of ['x', 'y']) fs.utimesSync(path.join(directory, name), old, old);
    const hashCache = path.join(sandbox().root, 'hashes');
    await published(sandbox().connection, { ...asset, version: '1', directory, hashCache });
    const upload = { ...asset, version: '2', directory, hashCache };
    const { placements, manifest } = await published(sandbox().connection, upload);
    expect(placements).toMatchObject({ unchanged: { files: 0 }, hardLinked: { files: 2 } });
    expect([...manifest.values()].map(({ link }) => link?.version)).toEqual(['1', '1']);
  });

  it('are left to the service if they are large and need no copy, and then remembered', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ big: big('a') });
    const old = new Date(Date.now() - 60_000);
    fs.utimesSync(path.join(directory, 'big'), old, old);
    const hashCache = path.join(sandbox().root, 'hashes');
    const upload = (version: string) =>
      published(sandbox().connection, { ...asset, version, directory, hashCache });
    expect((await upload('1')).placements).toMatchObject({
      hardLinked: { files: 1 },
      unchanged: { files: 0 },
    });
    expect((await upload('2')).placements).toMatchObject({
      hardLinked: { files: 0 },
      unchanged: { files: 1 },
    });
    fs.rmSync(hashCache, { recursive: true });
    const third = await upload('3');
    expect(third.placements).toMatchObject({ hardLinked: { files: 1 }, unchanged: { files: 0 } });
    expect(third.manifest.get('big')?.link).toMatchObject({ version: '2' });
    expect(third.linkedBytes).toBe(1_500_000);
  });

  it('are distinguished from large ones of the same size, although the service reads those only once for their checksum', async () => {
    await sandbox().project('p');
    const directory = await allocateUploadDirectory(sandbox().connection);
    for (const [version, letter] of [
      ['1', 'a'],
      ['2', 'b'],
    ] as const) {
      const file = path.join(directory, 'big');
      fs.rmSync(file, { force: true });
      fs.writeFileSync(file, big(letter));
      // The clock of the filesystem has to have gone on before the service takes it for settled.
      while (Date.now() - fs.statSync(file).ctimeMs < 50) await setImmediate();
      const { manifest } = await published(sandbox().connection, { ...asset, version, directory });
      expect(manifest.get('big')).toEqual({ size: 1_500_000, md5sum: md5(big(letter)) });
      const inRegistry = path.join(sandbox().registry, 'p/a', version, 'big');
      expect(fs.readFileSync(inRegistry, 'utf8')).toBe(big(letter));
    }
    await validateVersion(sandbox().connection, { ...asset, version: '2' });
  });

  it('are uploaded after all if their link targets go away meanwhile', async () => {
    await sandbox().project('p');
    const directory = onlyMine(sandbox().source({ x: 'x', y: 'y' }));
    await published(sandbox().connection, { ...asset, version: '1', directory });
    let deleted: Promise<void> | undefined;
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (deleted !== undefined || !request.url?.includes('request-upload')) return false;
      deleted = removeVersion(sandbox().connection, { ...asset, version: '1' })
        .then(() => fetch(`${sandbox().url}${request.url}`, { method: 'POST' }))
        .then(async (real) => void answer(response, real.status, await real.text()));
      return true;
    });
    const notices: string[] = [];
    const onEvent = (event: UploadEvent) => {
      if (event.kind === 'notice') notices.push(event.sentence);
    };
    const through = { ...sandbox().connection, url: faulty.url };
    const result = await published(through, { ...asset, version: '2', directory, onEvent });
    await deleted;
    await faulty.close();
    expect(notices).toHaveLength(1);
    expect(result.placements.unchanged.files).toBe(0);
    expect(fs.readFileSync(path.join(result.versionPath, 'x'), 'utf8')).toBe('x');
    expect(leftInStaging(sandbox())).toEqual([]);
  });
});

describe('the cache of known checksums', () => {
  it('is not trusted for a file that was touched since, nor told of one that was young or that it is not asked for', async () => {
    await sandbox().project('p');
    const large = (text: string): string => text.repeat(70_000);
    const directory = sandbox().source({ rested: large('a'), young: large('b'), small: 'rested, too' });
    const old = new Date(Date.now() - 60_000);
    for (const rested of ['rested', 'small']) fs.utimesSync(path.join(directory, rested), old, old);
    const hashCache = path.join(sandbox().root, 'hashes');
    await published(sandbox().connection, { ...asset, version: '1', directory, hashCache });
    const recorded = fs.readFileSync(path.join(hashCache, 'hashes'), 'utf8').trim().split('\n').slice(1);
    expect(recorded).toHaveLength(1);
    // The same size and time, but other content: only the change time tells.
    fs.writeFileSync(path.join(directory, 'rested'), large('A'));
    fs.utimesSync(path.join(directory, 'rested'), old, old);
    const { manifest } = await published(sandbox().connection, {
      ...asset,
      version: '2',
      directory,
      hashCache,
    });
    expect(manifest.get('rested')?.link).toBeUndefined();
    await validateVersion(sandbox().connection, { ...asset, version: '2' });
  });

  it('counts as empty if it is damaged', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    const hashCache = path.join(sandbox().root, 'hashes');
    fs.mkdirSync(hashCache);
    fs.writeFileSync(path.join(hashCache, 'hashes'), 'nonsense\n\0\n');
    await published(sandbox().connection, { ...asset, version: '1', directory, hashCache });
  });
});

describe('a version that exists already', () => {
  const upload = (directory: string, options: Partial<Parameters<typeof published>[1]> = {}) =>
    published(sandbox().connection, { ...asset, version: '1', directory, ifExists: 'verify', ...options });

  it('is success if it has the same content, without moving a byte', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', 'd/y': 'y', l: { link: 'd/y' }, e: { dir: true } });
    await upload(directory);
    const before = fs.readdirSync(sandbox().staging);
    const again = await upload(directory);
    expect(again).toMatchObject({ status: 'verified', filesCount: 3, placements: { copied: { files: 0 } } });
    expect(fs.readdirSync(sandbox().staging)).toEqual(before);
  });

  it('is success if several upload it at the same time', async () => {
    await sandbox().project('p');
    const entries = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`f${at}`, `${at}`]));
    const directory = sandbox().source({ ...entries, big: big('a') });
    for (const version of ['1', '2', '3']) {
      const all = await Promise.all([1, 2, 3].map(() => upload(directory, { version, deduplicate: 'off' })));
      const statuses = all.map(({ status }) => status).sort();
      expect(statuses).toEqual(['created', 'verified', 'verified']);
    }
    const other = sandbox().source({ x: 'x' }, 'other');
    const both = await Promise.allSettled([directory, other].map((one) => upload(one, { version: '4' })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('is refused with the paths that differ', async () => {
    await sandbox().project('p');
    await upload(sandbox().source({ same: 's', size: 'one', content: 'abc', gone: '' }, 'first'));
    const other = sandbox().source({ same: 's', size: 'three', content: 'xyz', more: '' }, 'second');
    const sizes = await failureOf(upload(other));
    expect(sizes.code).toBe('already-exists');
    expect(sizes.findings).toEqual([
      '"more" is missing in the version',
      '"size" should have 5 bytes, but has 3 in the version',
      '"gone" is only in the version',
    ]);
    const same = sandbox().source({ same: 's', size: 'two', content: 'xyz', gone: '' }, 'third');
    expect((await failureOf(upload(same))).findings).toHaveLength(2);
  });

  it('is left as it is with skip, and refused with error', async () => {
    await sandbox().project('p');
    await upload(sandbox().source({ x: 'x' }, 'first'));
    const other = sandbox().source({ x: 'other' }, 'second');
    expect((await upload(other, { ifExists: 'skip' })).status).toBe('skipped');
    expect((await failureOf(upload(other, { ifExists: 'error' }))).code).toBe('already-exists');
    expect((await fetchManifest(sandbox().connection, { ...asset, version: '1' })).get('x')?.size).toBe(1);
  });
});

describe('a latest version that was deleted', () => {
  it.each(['off', 'latest', 'all'] as const)(
    'is named before anything moves, with deduplicate: %s',
    async (deduplicate) => {
      const { connection, registry } = sandbox();
      await sandbox().project('p');
      const directory = sandbox().source({ x: 'x' });
      for (const version of ['1', '2']) await published(connection, { ...asset, version, directory });
      fs.writeFileSync(path.join(registry, 'p/a/2/..summary'), '{');
      await removeVersion(connection, { ...asset, version: '2' }, { force: true });
      const upload = { ...asset, version: '3', directory, deduplicate };
      expect(await failureOf(published(connection, upload))).toMatchObject({
        code: 'corrupt-record',
        problem: 'latest-missing',
        facts: { place: 'p/a', version: '2', missing: 'version' },
      });
      // The service would fail, too.
      const source = path.basename(await allocateUploadDirectory(connection));
      await expect(
        submit(
          connection,
          uploadRequest({ ...asset, version: '3', source, onProbation: false, consume: false }),
        ),
      ).rejects.toMatchObject({
        code: 'service-failed',
      });
      fs.rmdirSync(path.join(sandbox().staging, source));
      expect([leftInStaging(sandbox()), fs.existsSync(path.join(registry, 'p/a/3'))]).toEqual([[], false]);
      expect(await refreshLatest(connection, asset)).toBe('1');
      expect([...(await published(connection, upload)).manifest.keys()]).toEqual(['x']);
    },
  );

  it.each([
    ['latest', '2'],
    ['all', '2'],
  ] as const)(
    'is distinguished from one that lacks its manifest, with deduplicate: %s',
    async (deduplicate, version) => {
      const { connection, registry } = sandbox();
      await sandbox().project('p');
      const directory = sandbox().source({ x: 'x' });
      for (const earlier of ['1', '2'])
        await published(connection, { ...asset, version: earlier, directory });
      fs.unlinkSync(path.join(registry, 'p/a', version, '..manifest'));
      const upload = { ...asset, version: '3', directory, deduplicate };
      expect(await failureOf(published(connection, upload))).toMatchObject({
        problem: 'latest-missing',
        facts: { version, missing: 'manifest' },
      });
    },
  );

  it('does not matter if it is no longer the latest', async () => {
    const { connection, registry } = sandbox();
    await sandbox().project('p');
    for (const version of ['1', '2']) {
      const directory = sandbox().source({ x: version });
      await published(connection, { ...asset, version, directory });
    }
    const directory = sandbox().source({ x: '1' });
    fs.unlinkSync(path.join(registry, 'p/a/1/..manifest'));
    const upload = { ...asset, version: '3', directory, deduplicate: 'all' } as const;
    expect([...(await published(connection, upload)).manifest.keys()]).toEqual(['x']);
  });
});
