import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  type Connection,
  fetchLatest,
  fetchManifest,
  fetchSummary,
  manifestDigest,
  type UploadEvent,
  uploadDirectory,
} from '../../src/client/index.ts';
import { published } from '../helpers/published.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };

describe('uploading a directory', () => {
  it('publishes files, nested ones, empty directories and links, and reads them back', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({
      'blah.txt': 'BAR',
      'foo/bar.txt': '1 2 3',
      'foo/link': { link: '../blah.txt' },
      'foo/absolute': { link: path.join(sandbox().workspace, 'source/foo/bar.txt') },
      'foo/link-to-link': { link: 'link' },
      'empty/er': { dir: true },
      '.hidden': 'h',
      'odd #?%+&<>"\n name': 'odd',
      __proto__x: 'p',
      '10': 'ten',
      '9': 'nine',
    });
    const result = await published(sandbox().connection, { ...ref, directory });
    expect(Object.fromEntries([...result.manifest].map(([key, { size }]) => [key, size]))).toEqual({
      'blah.txt': 3,
      'foo/bar.txt': 5,
      'foo/link': 3,
      'foo/absolute': 5,
      'foo/link-to-link': 3,
      'empty/er': 0,
      '.hidden': 1,
      'odd #?%+&<>"\n name': 3,
      __proto__x: 1,
      '10': 3,
      '9': 4,
    });
    expect(result.manifest.get('foo/absolute')?.link).toEqual({ ...ref, path: 'foo/bar.txt' });
    expect(result).toMatchObject({ filesCount: 10, leftOut: { hidden: 0, unselected: 0 } });
    expect(fs.readFileSync(path.join(result.versionPath, 'foo/link-to-link'), 'utf8')).toBe('BAR');
    expect(await fetchLatest(sandbox().connection, ref)).toBe('v');
    expect(leftInStaging(sandbox())).toEqual([]);
    expect(fs.readFileSync(path.join(directory, 'blah.txt'), 'utf8')).toBe('BAR');
  });

  it('leaves out hidden and unselected entries, and counts them', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({
      '.git/x': '',
      'a.txt': '',
      'b.csv': '',
      'd/c.csv': '',
      'e/f.txt': '',
    });
    const { manifest, leftOut } = await published(sandbox().connection, {
      ...ref,
      directory,
      includeHidden: false,
      select: (file) => file.endsWith('.csv'),
    });
    expect([...manifest.keys()].sort()).toEqual(['b.csv', 'd/c.csv']);
    expect(leftOut).toEqual({
      hidden: 1,
      hiddenExamples: ['.git'],
      unselected: 2,
      unselectedExamples: ['a.txt', 'e/f.txt'],
    });
  });

  it('follows links when asked to', async () => {
    await sandbox().project('p');
    const outside = sandbox().source({ 'd/x': 'xx' }, 'outside');
    const directory = sandbox().source({
      file: { link: path.join(outside, 'd/x') },
      folder: { link: path.join(outside, 'd') },
      again: { link: path.join(outside, 'd') },
    });
    const { manifest } = await published(sandbox().connection, {
      ...ref,
      directory,
      symlinks: 'dereference',
    });
    expect([...manifest.keys()].sort()).toEqual(['again/x', 'file', 'folder/x']);
    expect([...manifest.values()].every(({ size, link }) => size === 2 && link === undefined)).toBe(true);
  });

  it('keeps links into the registry, by whatever mount this machine sees it', async () => {
    await sandbox().project('p');
    await uploadDirectory(sandbox().connection, {
      ...ref,
      directory: sandbox().source({ x: 'content' }, 'first'),
    });
    const alias = path.join(sandbox().root, 'mounted-here');
    fs.symlinkSync(sandbox().registry, alias);
    const mounted: Connection = { ...sandbox().connection, registry: alias };
    const directory = sandbox().source({
      direct: { link: path.join(sandbox().registry, 'p/a/v/x') },
      aliased: { link: path.join(alias, 'p/a/v/x') },
    });
    const { manifest } = await published(mounted, { ...ref, version: 'w', directory });
    const link = { ...ref, path: 'x' };
    expect([...manifest.values()].map((entry) => entry.link)).toEqual([link, link]);
  });

  it('publishes files that only this user may read, and changes nothing about them', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ secret: 's', 'd/x': 'x' });
    fs.chmodSync(path.join(directory, 'secret'), 0o600);
    fs.chmodSync(path.join(directory, 'd'), 0o700);
    const before = fs.statSync(path.join(directory, 'secret'));
    const old = process.umask(0o077);
    try {
      await uploadDirectory(sandbox().connection, { ...ref, directory });
    } finally {
      process.umask(old);
    }
    const after = fs.statSync(path.join(directory, 'secret'));
    expect([after.mode, after.mtimeMs, after.ino]).toEqual([before.mode, before.mtimeMs, before.ino]);
  });

  it('publishes on probation, which is not the latest version', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x' });
    const { summary } = await published(sandbox().connection, { ...ref, directory, probation: true });
    expect(summary.onProbation).toBe(true);
    expect((await fetchSummary(sandbox().connection, ref, { forceRemote: true })).onProbation).toBe(true);
    expect(await fetchLatest(sandbox().connection, ref)).toBeUndefined();
  });

  it('leaves the directory in which the process works, when it removes the source', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', 'd/here/y': 'y', 'd/e/z': 'z' });
    const before = process.cwd();
    process.chdir(path.join(directory, 'd/here'));
    try {
      await uploadDirectory(sandbox().connection, { ...ref, directory, consume: true });
    } finally {
      process.chdir(before);
    }
    expect(fs.readdirSync(directory, { recursive: true })).toEqual(['d', 'd/here']);
  });

  it('removes the source afterwards with consume, but only what was published and has not changed', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'd/x': 'x', l: { link: 'd/x' }, '.kept': 'k', e: { dir: true } });
    await uploadDirectory(sandbox().connection, { ...ref, directory, consume: true, includeHidden: false });
    expect(fs.readdirSync(directory)).toEqual(['.kept']);
    fs.rmSync(path.join(directory, '.kept'));
    fs.writeFileSync(path.join(directory, 'y'), 'y');
    await uploadDirectory(sandbox().connection, { ...ref, version: 'w', directory, consume: true });
    expect(fs.existsSync(directory)).toBe(false);
    expect((await fetchManifest(sandbox().connection, { ...ref, version: 'w' })).size).toBe(1);
  });

  it('tells where it stands, naming its run before it writes to staging', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', y: 'yy' });
    const events: UploadEvent[] = [];
    const stagingWhenNamed: string[][] = [];
    await uploadDirectory(sandbox().connection, {
      ...ref,
      directory,
      onEvent: (event) => {
        events.push(event);
        if (event.kind === 'run') stagingWhenNamed.push(leftInStaging(sandbox()));
      },
    });
    // Once before the checks, and once before the upload itself.
    expect(stagingWhenNamed).toEqual([[], []]);
    const stages = events.flatMap((event) => (event.kind === 'stage' ? [event.stage] : []));
    expect(stages).toEqual(['scan', 'check', 'stage', 'publish', 'confirm']);
    expect(events).toContainEqual({
      kind: 'progress',
      stage: 'stage',
      files: 2,
      totalFiles: 2,
      bytes: 3,
      totalBytes: 3,
    });
  });

  it('gives the same content the same digest, however it is stored', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', y: 'yy' });
    const first = await published(sandbox().connection, { ...ref, directory });
    const second = await published(sandbox().connection, { ...ref, version: 'w', directory });
    expect([...second.manifest.values()].every(({ link }) => link !== undefined)).toBe(true);
    expect(manifestDigest(second.manifest)).toBe(manifestDigest(first.manifest));
    fs.writeFileSync(path.join(directory, 'x'), 'z');
    const third = await published(sandbox().connection, { ...ref, version: 'x', directory });
    expect(manifestDigest(third.manifest)).not.toBe(manifestDigest(first.manifest));
  });

  it('reads the same over HTTP as on disk', async () => {
    await sandbox().project('p');
    await uploadDirectory(sandbox().connection, { ...ref, directory: sandbox().source({ 'a#b?c%d': 'x' }) });
    const local = await fetchManifest(sandbox().connection, ref);
    expect(await fetchManifest(sandbox().connection, ref, { forceRemote: true })).toEqual(local);
    expect(await fetchManifest({ ...sandbox().connection, registryVisible: false }, ref)).toEqual(local);
  });
});
