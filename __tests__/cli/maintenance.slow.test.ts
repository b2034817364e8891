import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fetchLatest, fetchManifest, fetchUsage, uploadDirectory } from '../../src/client/index.ts';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { gobbler, gobblerJson } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };
const pathOf = (entry: string) => path.join(sandbox().registry, 'p/a/v1', entry);

/** Publishes p/a/v1, approved, and ruins what a row names. */
async function published(files: Record<string, string> = { x: 'x', 'd/y': 'yy' }): Promise<void> {
  await sandbox().project('p');
  await publish(sandbox(), 'v1', files, { probation: false });
}

describe('gobbler usage and refresh', () => {
  it('print the bytes that a project uses, as recorded and as added up anew', async () => {
    await published();
    expect(await gobbler(sandbox(), ['usage', 'p'])).toMatchObject({ exitCode: 0, stdout: '3\n' });
    fs.writeFileSync(path.join(sandbox().registry, 'p/..usage'), '{ "total": 77 }');
    expect(await gobbler(sandbox(), ['usage', 'p/'])).toMatchObject({ stdout: '77\n' });
    const { exitCode, outputs } = await gobblerJson(sandbox(), ['refresh', 'p']);
    expect({ exitCode, outputs }).toEqual({
      exitCode: 0,
      outputs: { status: 'refreshed', sizeBytes: 3, latest: null },
    });
    expect(await fetchUsage(sandbox().connection, 'p')).toBe(3);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('find the latest version of an asset anew', async () => {
    await published();
    fs.rmSync(path.join(sandbox().registry, 'p/a/..latest'));
    expect(await gobbler(sandbox(), ['refresh', 'p/a/'])).toMatchObject({ exitCode: 0, stdout: 'v1\n' });
    expect(await fetchLatest(sandbox().connection, ref)).toBe('v1');
    await publish(sandbox(), 'w1', { x: 'x' }, { asset: 'b' });
    expect(await gobblerJson(sandbox(), ['refresh', 'p/b'])).toMatchObject({
      exitCode: 0,
      outputs: { status: 'refreshed', latest: null },
    });
  });

  it('fail for missing projects and assets, and usage for an asset', async () => {
    await sandbox().project('p');
    for (const line of [
      ['usage', 'q'],
      ['refresh', 'q'],
      ['refresh', 'p/b'],
      ['usage', 'p/a'],
    ])
      expect({ line, exitCode: (await gobbler(sandbox(), line)).exitCode }).toEqual({ line, exitCode: 2 });
  });
});

describe('gobbler validate and reindex', () => {
  it('find that a version matches its records, and bring them up to date if it does not', async () => {
    await published();
    expect(await gobblerJson(sandbox(), ['validate', 'p/a/v1'])).toMatchObject({
      exitCode: 0,
      outputs: { status: 'valid' },
    });
    fs.writeFileSync(pathOf('x'), 'changed');
    expect(await gobblerJson(sandbox(), ['validate', 'p/a/v1/'])).toMatchObject({
      exitCode: 4,
      outputs: { status: 'failed' },
      error: { code: 'content-differs', problem: 'version-invalid' },
    });
    expect(await gobblerJson(sandbox(), ['reindex', 'p/a/v1'])).toMatchObject({
      exitCode: 0,
      outputs: { status: 'reindexed' },
    });
    expect((await fetchManifest(sandbox().connection, ref)).get('x')?.size).toBe('changed'.length);
    expect(await gobbler(sandbox(), ['validate', 'p/a/v1'])).toMatchObject({ exitCode: 0, stdout: '' });
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it.each([
    ['validate', 'p/a/v9'],
    ['reindex', 'p/a/v9'],
    ['refresh', 'p/z'],
    ['validate', 'q/a/v1'],
  ])('%s %s fails: it is not there', async (command, place) => {
    await published();
    expect(await gobblerJson(sandbox(), [command, place])).toMatchObject({
      exitCode: 2,
      error: { code: 'not-found' },
    });
  });

  it.each(['validate p/a/v1', 'reindex p/a/v1', 'refresh p', 'refresh p/a'])(
    '%s is for administrators',
    async (line) => {
      const faulty = await startFaultyService(sandbox().url, (request, response) => {
        if (request.method !== 'POST') return false;
        const reason = 'user "ben" is not authorized to do this';
        return answer(response, 403, JSON.stringify({ status: 'ERROR', reason }));
      });
      const args = [...line.split(' '), '--url', faulty.url];
      expect(await gobblerJson(sandbox(), args)).toMatchObject({
        exitCode: 3,
        error: { code: 'not-authorized', hint: expect.stringContaining('Ask an administrator') },
      });
      await faulty.close();
    },
  );
});

describe('gobbler clone', () => {
  it('makes links into the registry, which an upload publishes as links', async () => {
    await published();
    const { exitCode, stdout } = await gobbler(sandbox(), ['clone', 'p/a/v1', 'work/']);
    const work = path.join(sandbox().workspace, 'work');
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${work}\n` });
    expect(fs.readlinkSync(path.join(work, 'd/y'))).toBe(pathOf('d/y'));
    fs.writeFileSync(path.join(work, 'new'), 'new');
    await uploadDirectory(sandbox().connection, { ...ref, version: 'v2', directory: work });
    const manifest = await fetchManifest(sandbox().connection, { ...ref, version: 'v2' });
    expect([...manifest].map(([key, { link }]) => [key, link?.version])).toEqual([
      ['d/y', 'v1'],
      ['new', undefined],
      ['x', 'v1'],
    ]);
  });

  it('overwrites nothing, and stays out of the directories of the service', async () => {
    await published();
    const work = sandbox().source({ x: 'mine' }, 'work');
    expect(await gobblerJson(sandbox(), ['clone', 'p/a/v1', 'work'])).toMatchObject({
      exitCode: 7,
      error: { code: 'destination-unavailable', input: 'destination' },
    });
    expect(fs.readFileSync(path.join(work, 'x'), 'utf8')).toBe('mine');
    const inRegistry = await gobblerJson(sandbox(), [
      'clone',
      'p/a/v1',
      path.join(sandbox().registry, 'p/new'),
    ]);
    expect(inRegistry).toMatchObject({ exitCode: 2, error: { problem: 'place-of-service' } });
    expect(await gobbler(sandbox(), ['clone', 'p/a/v9', 'other'])).toMatchObject({ exitCode: 2 });
    expect(fs.existsSync(path.join(sandbox().workspace, 'other'))).toBe(false);
  });
});

describe('gobbler status', () => {
  it('of a project counts its assets, and names its owners', async () => {
    await published();
    const { exitCode, outputs } = await gobblerJson(sandbox(), ['status', 'p/']);
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 0,
      outputs: { status: 'found', assetsCount: 1, sizeBytes: 3, owners: [sandbox().me], versionPath: null },
    });
    expect(await gobbler(sandbox(), ['status', 'q'])).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('of an asset counts its versions, and names the latest', async () => {
    await published();
    await publish(sandbox(), 'v2', { x: 'z' });
    expect(await gobblerJson(sandbox(), ['status', 'p/a'])).toMatchObject({
      exitCode: 0,
      outputs: { status: 'found', versionsCount: 2, latestVersion: 'v1' },
    });
    await publish(sandbox(), 'v1', { x: 'z' }, { asset: 'b' });
    expect((await gobblerJson(sandbox(), ['status', 'p/b'])).outputs.latestVersion).toBe(null);
    expect(await gobbler(sandbox(), ['status', 'p/c'])).toMatchObject({ exitCode: 2, stdout: '' });
  });
});

describe('names', () => {
  it('may have slashes at their end', async () => {
    await published();
    const outputs: Record<string, string> = {
      'list p/': 'a\n',
      'list p/a//': 'v1\tlatest\n',
      'list p/a/v1/': 'd/y\nx\n',
      'status p/a/v1/': 'approved\n',
      'fetch p/a/': `${pathOf('.').replace(/\/$/, '')}\n`,
      'diff p/a/v1/ v1/': '',
      'permissions p/a/': '',
    };
    for (const [line, stdout] of Object.entries(outputs)) {
      const said = await gobbler(sandbox(), line.split(' '));
      expect({ line, exitCode: said.exitCode }).toEqual({ line, exitCode: 0 });
      if (stdout !== '') expect({ line, stdout: said.stdout }).toEqual({ line, stdout });
    }
    expect(await gobbler(sandbox(), ['project', 'q/'])).toMatchObject({ exitCode: 0 });
    for (const place of ['/', '//', 'p//a', '/p'])
      expect({ place, code: (await gobbler(sandbox(), ['list', place])).exitCode }).toEqual({
        place,
        code: 2,
      });
  });

  it('of commands may be short: ls', async () => {
    await published();
    expect(await gobbler(sandbox(), ['ls', 'p/a/v1', '--prefix', 'd/'])).toMatchObject({
      exitCode: 0,
      stdout: 'd/y\n',
    });
    expect(await gobblerJson(sandbox(), ['ls', 'p'])).toMatchObject({
      command: 'list',
      outputs: { names: ['a'] },
    });
    expect(await gobblerJson(sandbox(), ['ls', '--nonsense'])).toMatchObject({
      command: 'list',
      exitCode: 2,
      error: { facts: { command: 'list' } },
    });
    expect((await gobbler(sandbox(), ['ls', '--help'])).stdout).toContain('--prefix');
  });
});
