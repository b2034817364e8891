import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type Connection,
  connect,
  type FetchProgress,
  fetchDirectory,
  fetchTo,
  uploadDirectory,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { FILES, TEXTS, tree } from '../helpers/fetched.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };
const at = (name: string): string => path.join(sandbox().root, name);
let service: FaultyService;
let connection: Connection;
let cache: string;

beforeEach(async () => {
  await sandbox().project('p');
  await publish(sandbox(), 'v1', FILES, { probation: false });
  service = await startFaultyService(sandbox().url, () => false);
  connection = await connect(service.url);
  cache = at('cache');
});
afterEach(() => service.close());

/** The files whose content was requested since this was called last, without records. */
function downloads(): string[] {
  const names = service.requests
    .slice(seen)
    .map((request) => decodeURIComponent(request).split('/v1/')[1] ?? '');
  seen = service.requests.length;
  return names.filter((name) => name in TEXTS).sort();
}
let seen = 0;
beforeEach(() => {
  seen = 0;
});

const ALL = Object.keys(TEXTS).sort();

describe('a version that is fetched to a directory', () => {
  it('is downloaded once each time, and not kept, unless that is wanted', async () => {
    for (const name of ['one', 'two']) {
      expect(await fetchTo(connection, ref, at(name), { cache })).toMatchObject({ path: at(name) });
      expect({ files: tree(at(name)), downloads: downloads() }).toEqual({ files: TEXTS, downloads: ALL });
      expect(fs.statSync(at(`${name}/empty`)).isDirectory()).toBe(true);
    }
    for (const [name, expected] of [
      ['three', ALL],
      ['four', []],
    ] as const) {
      await fetchTo(connection, ref, at(name), { cache, keepInCache: true });
      expect({ files: tree(at(name)), downloads: downloads() }).toEqual({
        files: TEXTS,
        downloads: expected,
      });
    }
  });

  it.each([false, true])('uses cached files, with keepInCache: %s', async (keepInCache) => {
    await fetchDirectory(connection, 'p/a/v1/d', { cache, forceRemote: true });
    expect(downloads()).toEqual(['d/e/z.csv', 'd/y.csv']);
    await fetchTo(connection, ref, at('there'), { cache, keepInCache });
    expect({ files: tree(at('there')), downloads: downloads() }).toEqual({
      files: TEXTS,
      downloads: ['odd [#?%] ü', 'x.txt'],
    });
  });

  it('shares nothing with the cache: its files can be changed', async () => {
    await fetchTo(connection, ref, at('there'), { cache, keepInCache: true });
    const { nlink, mode } = fs.statSync(at('there/x.txt'));
    expect({ nlink, mode: mode & 0o777 }).toEqual({ nlink: 1, mode: 0o666 & ~process.umask() });
    fs.writeFileSync(at('there/x.txt'), 'mine');
    await fetchTo(connection, ref, at('again'), { cache });
    expect(tree(at('again'))).toEqual(TEXTS);
  });

  it('is linked into the cache with method: symlink', async () => {
    const { keys } = await fetchTo(connection, ref, at('there'), {
      cache,
      method: 'symlink',
      select: (manifest) => [...manifest.keys()].filter((key) => key.endsWith('.csv')),
    });
    expect([...keys].sort()).toEqual(['d/e/z.csv', 'd/y.csv']);
    expect(tree(at('there'))).toEqual({ 'd/y.csv@': 'y', 'd/e/z.csv@': 'zz' });
    expect(fs.readlinkSync(at('there/d/y.csv')).startsWith(cache)).toBe(true);
    expect(downloads()).toEqual(['d/e/z.csv', 'd/y.csv']);
  });

  it('is completed, with a progress that grows to the end, and never overwritten', async () => {
    fs.mkdirSync(at('there'));
    fs.writeFileSync(at('there/x.txt'), 'four');
    const progress: FetchProgress[] = [];
    const onProgress = (now: FetchProgress): number => progress.push(now);
    await fetchTo(connection, ref, at('there'), { cache, onProgress });
    expect(downloads()).toEqual(ALL.filter((name) => name !== 'x.txt'));
    expect(progress.at(-1)).toEqual({ files: 5, totalFiles: 5, bytes: 8, totalBytes: 8 });
    const counts = progress.map(({ files }) => files);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    fs.writeFileSync(at('there/x.txt'), 'FOUR');
    expect(await failureOf(fetchTo(connection, ref, at('there'), { cache }))).toMatchObject({
      code: 'already-exists',
      problem: 'destination-occupied',
      facts: { conflicts: [{ path: 'x.txt', found: 'other-content' }] },
    });
    expect(fs.readFileSync(at('there/x.txt'), 'utf8')).toBe('FOUR');
  });

  it.each([
    ['downloaded', { cache: 'none' }],
    ['copied from the cache', { cache: 'filled' }],
    ['linked into the cache', { cache: 'filled', method: 'symlink' }],
  ] as const)('does not replace a file that appears while it is %s', async (_, { cache: state, ...more }) => {
    if (state === 'filled') await fetchDirectory(connection, 'p/a/v1', { cache, forceRemote: true });
    for (const [text, expected] of [
      ['FOUR', 'destination-taken'],
      ...('method' in more ? [] : [['four', undefined] as const]),
    ] as const) {
      const directory = at(`there-${text}`);
      const onProgress = (): void => {
        // The first file is in place, so the destination has been looked at.
        if (!fs.existsSync(path.join(directory, 'x.txt')))
          fs.writeFileSync(path.join(directory, 'x.txt'), text);
      };
      const fetching = fetchTo(connection, ref, directory, { cache, concurrency: 1, onProgress, ...more });
      if (expected === undefined) expect(tree((await fetching).path)).toEqual(TEXTS);
      else expect(await failureOf(fetching)).toMatchObject({ code: 'already-exists', problem: expected });
      expect(fs.readFileSync(path.join(directory, 'x.txt'), 'utf8')).toBe(text);
      expect(fs.readdirSync(directory).filter((name) => name.startsWith('.gobbler-fetch-'))).toEqual([]);
    }
  });

  it('is refused for a link that appears at the place of a file', async () => {
    const link = at('there/x.txt');
    const onProgress = (): void => {
      if (!fs.existsSync(at('there/d/e/z.csv')) || fs.lstatSync(link, { throwIfNoEntry: false })) return;
      fs.symlinkSync('elsewhere', link);
    };
    for (const keepInCache of [false, true]) {
      const fetching = fetchTo(connection, ref, at('there'), {
        cache,
        concurrency: 1,
        keepInCache,
        onProgress,
      });
      expect(await failureOf(fetching)).toMatchObject({ code: 'already-exists' });
      expect(fs.readlinkSync(link)).toBe('elsewhere');
      fs.rmSync(at('there'), { recursive: true });
    }
  });

  it('leaves everything there that is no leftover of a killed run', async () => {
    const old = new Date(Date.now() - 2 * 3_600_000);
    const names = {
      '.gobbler-fetch-my-notes.txt': true,
      '.gobbler-fetch-0123456789abcdef01234567-1': false,
      '.gobbler-fetch-0123456789abcdef01234567-x': true,
    };
    fs.mkdirSync(at('there'));
    for (const name of Object.keys(names)) {
      fs.writeFileSync(at(`there/${name}`), '');
      fs.utimesSync(at(`there/${name}`), old, old);
    }
    await fetchTo(connection, ref, at('there'), { cache });
    for (const [name, stays] of Object.entries(names)) expect(fs.existsSync(at(`there/${name}`))).toBe(stays);
  });

  it.each([0, 0.5, Number.NaN, -1])('is refused with concurrency: %d', async (concurrency) => {
    const bad = { code: 'invalid-input', problem: 'bad-concurrency' };
    expect(await failureOf(fetchTo(connection, ref, at('there'), { cache, concurrency }))).toMatchObject(bad);
    const options = { cache, concurrency, forceRemote: true };
    expect(await failureOf(fetchDirectory(connection, 'p/a/v1', options))).toMatchObject(bad);
    const directory = sandbox().source({ x: 'x' });
    const upload = uploadDirectory(connection, { ...ref, version: 'v2', directory, concurrency });
    expect(await failureOf(upload)).toMatchObject(bad);
    expect(fs.existsSync(at('there'))).toBe(false);
  });
});
