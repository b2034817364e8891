import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  approveProbation,
  type Connection,
  connect,
  fetchDirectory,
  fetchFile,
  fetchSummary,
  rejectProbation,
  uploadDirectory,
  versionPath,
} from '../../src/client/index.ts';
import { failureOf } from '../helpers/failure.ts';
import { answer, type Fault, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { type Entries, fill, useSandbox } from '../helpers/sandbox.ts';
import { severalUsers } from '../helpers/several-users.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
let cache: string;
let faulty: FaultyService | undefined;

beforeEach(async () => {
  await sandbox().project('p');
  cache = path.join(sandbox().root, 'cache');
});
afterEach(async () => {
  await faulty?.close();
  faulty = undefined;
});

async function upload(
  entries: Entries,
  options: { probation?: boolean; version?: string } = {},
): Promise<void> {
  const directory = path.join(sandbox().workspace, `source-${Math.random()}`);
  fill(directory, entries);
  await uploadDirectory(sandbox().connection, { ...ref, directory, ...options });
}

/** A connection to the sandbox's service with a fault in between, from a machine that does not see the registry. */
async function remote(fault: Fault = () => false): Promise<Connection> {
  faulty = await startFaultyService(sandbox().url, fault);
  return { ...(await connect(faulty.url)), registryVisible: false };
}

/** Files below a directory of the cache that are on their way. */
const downloads = (): string[] =>
  fs.existsSync(cache)
    ? fs
        .readdirSync(cache, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.includes('downloads/'))
    : [];

/** As its owner can, although it is read-only. */
function overwrite(file: string, text: string): void {
  fs.chmodSync(file, 0o644);
  fs.writeFileSync(file, text);
}

const isFetch = (url: string | undefined, file: string) => url?.endsWith(`/${file}`) === true;

describe('a large file', () => {
  const LARGE_BYTES = 9 * 1024 * 1024;

  it('arrives as it is, and not at all if it is damaged on its way', async () => {
    const content = 'large'.repeat(LARGE_BYTES / 4);
    await upload({ large: content });
    const place = await fetchFile(await remote(), 'p/a/v/large', { cache });
    expect(fs.readFileSync(place, 'utf8') === content).toBe(true);
    fs.rmSync(cache, { recursive: true });
    await faulty?.close();
    const damaged = await remote(({ url }, response) => {
      if (!isFetch(url, 'large')) return false;
      response.end(content.replace('large', 'LARGE'));
      return true;
    });
    expect(await failureOf(fetchFile(damaged, 'p/a/v/large', { cache }))).toMatchObject({
      code: 'content-differs',
      problem: 'download-differs',
      facts: { expected: { bytes: content.length }, found: { bytes: content.length } },
    });
    expect(downloads()).toEqual([]);
  });
});

describe('the cache of remote files', () => {
  it('fetches the content of a version once', async () => {
    await upload({ x: '1', 'd/y': '2' });
    const connection = await remote();
    const first = await versionPath(connection, ref, { cache });
    const before = faulty?.requests.length ?? 0;
    expect(await versionPath(connection, ref, { cache })).toBe(first);
    expect(await fetchFile(connection, 'p/a/v/d/y', { cache })).toBe(path.join(first, 'd/y'));
    const later = faulty?.requests.slice(before) ?? [];
    expect(later.every((request) => /\.\.(summary|manifest)$/.test(request))).toBe(true);
    await versionPath(connection, ref, { cache, overwrite: true });
    expect(faulty?.requests.at(-1)).toMatch(/GET \/fetch\/p\/a\/v\/(x|d\/y)$/);
  });

  it('fetches files again that somebody else has removed', async () => {
    await upload({ x: '1', 'd/y': '2', e: { dir: true } });
    const connection = await remote();
    const content = await versionPath(connection, ref, { cache });
    for (const gone of ['x', 'd', 'e', 'd/y'])
      fs.rmSync(path.join(content, gone), { recursive: true, force: true });
    expect(await versionPath(connection, ref, { cache })).toBe(content);
    expect(fs.readdirSync(content, { recursive: true, encoding: 'utf8' }).sort()).toEqual([
      '..manifest',
      '..summary',
      'd',
      'd/y',
      'e',
      'x',
    ]);
  });

  it('replaces entries in the place of files and directories, and removes unpublished ones', async () => {
    await upload({ x: 'x'.repeat(4096), 'd/y': '2', e: { dir: true } });
    const connection = await remote();
    const content = await versionPath(connection, ref, { cache });
    const elsewhere = path.join(sandbox().root, 'elsewhere');
    fill(elsewhere, { y: '3' });
    const damages: Record<string, (place: string) => void> = {
      x: (place) => fs.mkdirSync(path.join(place, 'sub'), { recursive: true }),
      d: (place) => fs.symlinkSync(elsewhere, place),
      'd/y': (place) => fs.symlinkSync(path.join(elsewhere, 'y'), place),
      e: (place) => fs.writeFileSync(place, 'a file'),
      'e/stray': (place) => fs.writeFileSync(place, ''),
      'd/stray': (place) => fs.writeFileSync(place, ''),
      stray: (place) => fs.mkdirSync(path.join(place, 'sub'), { recursive: true }),
      '..stray': (place) => fs.writeFileSync(place, ''),
    };
    for (const [name, damage] of Object.entries(damages)) {
      const place = path.join(content, name);
      fs.rmSync(place, { recursive: true, force: true });
      damage(place);
      expect(await versionPath(connection, ref, { cache })).toBe(content);
      const found = fs.readdirSync(content, { recursive: true, encoding: 'utf8' }).sort();
      expect({ name, found }).toEqual({ name, found: ['..manifest', '..summary', 'd', 'd/y', 'e', 'x'] });
      expect(fs.readFileSync(path.join(content, 'd/y'), 'utf8')).toBe('2');
    }
    expect(fs.readFileSync(path.join(elsewhere, 'y'), 'utf8')).toBe('3');
  });

  it('notices an approval', async () => {
    await upload({ x: '1' }, { probation: true });
    const connection = await remote();
    const read = async () =>
      JSON.parse(
        fs.readFileSync(path.join(await versionPath(connection, ref, { cache }), '..summary'), 'utf8'),
      );
    expect(await read()).toHaveProperty('on_probation', true);
    await approveProbation(sandbox().connection, ref);
    expect(await read()).not.toHaveProperty('on_probation');
    expect((await fetchSummary(connection, ref)).onProbation).toBe(false);
  });

  it('notices that a version was rejected and uploaded again', async () => {
    await upload({ x: 'first' }, { probation: true });
    const connection = await remote();
    const old = await fetchFile(connection, 'p/a/v/x', { cache });
    await rejectProbation(sandbox().connection, ref);
    expect((await failureOf(fetchFile(connection, 'p/a/v/x', { cache }))).code).toBe('not-found');
    await upload({ x: 'other' }, { probation: true });
    expect(fs.readFileSync(await fetchFile(connection, 'p/a/v/x', { cache }), 'utf8')).toBe('other');
    expect(fs.readFileSync(old, 'utf8')).toBe('first');
  });

  it('fetches records anew each time, whatever has become of the last copy', async () => {
    await upload({ x: '1' });
    const connection = await remote();
    const latest = path.join(sandbox().registry, 'p/a/..latest');
    const published = fs.readFileSync(latest, 'utf8');
    for (const name of ['p/a/..latest', 'p/a']) {
      const fetchIt = name === 'p/a' ? fetchDirectory : fetchFile;
      const place = await fetchIt(connection, name, { cache });
      const file = name === 'p/a' ? path.join(place, '..latest') : place;
      expect(fs.readFileSync(file, 'utf8')).toBe(published);
      overwrite(file, 'B'.repeat(published.length));
      if (name === 'p/a') fs.writeFileSync(path.join(place, 'stray'), '');
      expect(await fetchIt(connection, name, { cache })).toBe(place);
      expect(fs.readFileSync(file, 'utf8')).toBe(published);
      expect(fs.readdirSync(path.dirname(file))).not.toContain('stray');
    }
  });

  it('keeps the files of different services apart', async () => {
    await upload({ x: '1' });
    const here = await fetchFile(await remote(), 'p/a/v/x', { cache });
    await faulty?.close();
    expect(await fetchFile(await remote(), 'p/a/v/x', { cache })).not.toBe(here);
  });

  it('refuses content that differs from the manifest, and keeps none of it', async () => {
    await upload({ x: 'right', y: 'right' });
    const connection = await remote(
      (request, response) => isFetch(request.url, 'x') && answer(response, 200, 'wrong', 'text/plain'),
    );
    expect((await failureOf(versionPath(connection, ref, { cache }))).code).toBe('content-differs');
    expect(downloads()).toEqual([]);
    await faulty?.close();
    const sound = { ...connection, url: sandbox().url };
    expect(fs.readFileSync(await fetchFile(sound, 'p/a/v/x', { cache }), 'utf8')).toBe('right');
  });

  it('goes on after a cut connection, with the right content', async () => {
    await upload({ x: 'x'.repeat(100_000) });
    const connection = await remote((request, response, count) => {
      if (!isFetch(request.url, 'x') || count > 3) return false;
      response.writeHead(200, { 'content-length': '100000' });
      response.write('x'.repeat(1_000), () => response.destroy());
      return true;
    });
    expect(fs.statSync(await fetchFile(connection, 'p/a/v/x', { cache })).size).toBe(100_000);
    expect(downloads()).toEqual([]);
  });

  it('is right for several who fetch the same at the same time', async () => {
    await upload(Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`f${at}`, `${at}`])));
    const connection = await remote();
    const all = await Promise.all(Array.from({ length: 4 }, () => versionPath(connection, ref, { cache })));
    expect(new Set(all).size).toBe(1);
    for (let at = 0; at < 50; at++)
      expect(fs.readFileSync(path.join(all[0] ?? '', `f${at}`), 'utf8')).toBe(`${at}`);
    expect(downloads()).toEqual([]);
  });

  it.each([
    '../../../escaped',
    '/escaped',
    'a/../../../../escaped',
    'd//x',
    '..internal',
    'a/./b',
    'half \ud83d',
    '\udc00/x',
  ])('never writes outside of its root, although the manifest lists %j', async (listed) => {
    await upload({ x: '1' });
    const manifest = JSON.stringify({ [listed]: { size: 5, md5sum: '5d41402abc4b2a76b9719d911017c592' } });
    const connection = await remote((request, response) => {
      if (isFetch(request.url, '..manifest')) return answer(response, 200, manifest);
      return request.url?.includes('escaped') === true && answer(response, 200, 'hello');
    });
    const before = fs.readdirSync(sandbox().root).sort();
    expect((await failureOf(versionPath(connection, ref, { cache }))).code).toBe('corrupt-record');
    expect(fs.readdirSync(sandbox().root).filter((name) => name !== 'cache')).toEqual(before);
  });

  it('never writes outside of its root, although a listing names such a path', async () => {
    await upload({ x: '1' });
    const connection = await remote(
      (request, response) =>
        request.url?.startsWith('/list') === true && answer(response, 200, '["../../escaped"]'),
    );
    expect((await failureOf(fetchDirectory(connection, 'p/a', { cache }))).code).toBe('corrupt-record');
    expect(fs.existsSync(path.join(sandbox().root, 'escaped'))).toBe(false);
  });

  it.each(['../x', '/etc/passwd', 'p/../../x', 'p//x'])('refuses the path %j', async (bad) => {
    const connection = await remote();
    expect((await failureOf(fetchFile(connection, bad, { cache }))).code).toBe('invalid-input');
    expect((await failureOf(fetchDirectory(sandbox().connection, bad))).code).toBe('invalid-input');
  });

  it('says that it cannot be written', async () => {
    await upload({ x: '1' });
    fs.writeFileSync(cache, 'a file in the way');
    expect(await failureOf(fetchFile(await remote(), 'p/a/v/x', { cache }))).toMatchObject({
      code: 'destination-unavailable',
      problem: 'cache-directory-unusable',
      facts: { directory: cache, error: expect.any(String) },
    });
  });

  it.each([
    ['file', fetchFile, 'p/a/v/d'],
    ['directory', fetchDirectory, 'p/a/v/d/y'],
  ] as const)('has no %s of a path that is none', async (expected, fetch, place) => {
    await upload({ 'd/y': '2' });
    expect(await failureOf(fetch(await remote(), place, { cache }))).toMatchObject({
      code: 'not-found',
      input: 'path',
      problem: 'not-in-registry',
      facts: { path: place, expected },
    });
  });

  it('says that a file of the manifest has gone', async () => {
    await upload({ x: '1' });
    fs.rmSync(path.join(sandbox().registry, 'p/a/v/x'));
    expect(await failureOf(fetchFile(await remote(), 'p/a/v/x', { cache }))).toMatchObject({
      code: 'not-found',
      problem: 'file-vanished',
      facts: { path: 'p/a/v/x' },
    });
  });
});

describe('a cached file', () => {
  /** The numbers that are kept of the only file of a version: inode, mtime, ctime. */
  const recordOf = (content: string): string => path.join(content, '../verified');
  const numbersIn = (record: string): Float64Array =>
    new Float64Array(new Uint8Array(fs.readFileSync(record).subarray(32)).buffer);

  /** Lets the record say that the file is unchanged. */
  function forge(content: string, file: string): void {
    const record = recordOf(content);
    const { ino, mtimeMs, ctimeMs } = fs.statSync(file);
    const header = fs.readFileSync(record).subarray(0, 32);
    const numbers = new Uint8Array(new Float64Array([ino, mtimeMs, ctimeMs]).buffer);
    fs.writeFileSync(record, Buffer.concat([header, numbers]));
  }

  async function cached(text = 'AAAA') {
    await upload({ x: text });
    const connection = await remote();
    const content = await versionPath(connection, ref, { cache });
    return { connection, content, file: path.join(content, 'x') };
  }

  it('is read-only, and can be removed', async () => {
    const { content, file } = await cached();
    for (const name of [file, path.join(content, '..manifest')])
      expect(fs.statSync(name).mode & 0o777).toBe(0o444);
    expect(fs.statSync(content).mode & 0o700).toBe(0o700);
  });

  it.each<[string, (file: string) => void]>([
    ['written to', (file) => overwrite(file, 'BBBB')],
    [
      'written to, with its times restored',
      (file) => {
        const { atime, mtime } = fs.statSync(file);
        overwrite(file, 'BBBB');
        fs.chmodSync(file, 0o444);
        fs.utimesSync(file, atime, mtime);
      },
    ],
    [
      'replaced',
      (file) => {
        const { atime, mtime } = fs.statSync(file);
        fs.writeFileSync(`${file}-`, 'BBBB');
        fs.utimesSync(`${file}-`, atime, mtime);
        fs.renameSync(`${file}-`, file);
      },
    ],
    [
      'changed through a hard link',
      (file) => {
        const other = path.join(cache, 'other');
        fs.linkSync(file, other);
        overwrite(other, 'BBBB');
      },
    ],
    ['longer', (file) => overwrite(file, 'AAAAA')],
    ['empty', (file) => overwrite(file, '')],
    [
      'no longer readable',
      (file) => {
        overwrite(file, 'BBBB');
        fs.chmodSync(file, 0);
      },
    ],
    [
      'a pipe',
      (file) => {
        fs.rmSync(file);
        execFileSync('mkfifo', [file]);
      },
    ],
  ])('that was %s is fetched again', async (_, damage) => {
    const { connection, content, file } = await cached();
    damage(file);
    expect(await versionPath(connection, ref, { cache })).toBe(content);
    expect(fs.readFileSync(file, 'utf8')).toBe('AAAA');
    expect(fs.statSync(file).mode & 0o777).toBe(0o444);
  });

  it('that has not changed is not read, unless that is wanted', async () => {
    const { connection, content, file } = await cached();
    overwrite(file, 'BBBB');
    forge(content, file);
    await versionPath(connection, ref, { cache });
    expect(fs.readFileSync(file, 'utf8')).toBe('BBBB');
    await versionPath(connection, ref, { cache, rehash: true });
    expect(fs.readFileSync(file, 'utf8')).toBe('AAAA');
  });

  it('that was only touched is hashed, kept, and remembered once it has rested', async () => {
    const { connection, content, file } = await cached();
    const { ino } = fs.statSync(file);
    fs.chmodSync(file, 0o644);
    const before = numbersIn(recordOf(content));
    await versionPath(connection, ref, { cache });
    expect(fs.statSync(file)).toMatchObject({ ino });
    expect(fs.statSync(file).mode & 0o777).toBe(0o444);
    expect(numbersIn(recordOf(content))).toEqual(before);
    await sleep(2_100);
    await versionPath(connection, ref, { cache });
    const { mtimeMs, ctimeMs } = fs.statSync(file);
    expect([...numbersIn(recordOf(content))]).toEqual([ino, mtimeMs, ctimeMs]);
  });

  it.each<[string, (record: string) => void]>([
    ['missing', (record) => fs.rmSync(record)],
    ['cut', (record) => fs.truncateSync(record, 40)],
    ['of another version', (record) => fs.writeFileSync(record, Buffer.alloc(32 + 24))],
    [
      'a link',
      (record) => {
        fs.renameSync(record, `${record}-`);
        fs.symlinkSync(`${record}-`, record);
      },
    ],
  ])('whose record is %s is hashed', async (_, damage) => {
    const { connection, content, file } = await cached();
    overwrite(file, 'BBBB');
    forge(content, file);
    damage(recordOf(content));
    await versionPath(connection, ref, { cache });
    expect(fs.readFileSync(file, 'utf8')).toBe('AAAA');
  });

  (severalUsers ? it : it.skip)(
    'as root: of another user is not trusted, nor such a record, nor such a directory',
    async () => {
      const { connection, content, file } = await cached();
      overwrite(file, 'BBBB');
      fs.chownSync(file, 65_534, 65_534);
      forge(content, file);
      await versionPath(connection, ref, { cache });
      expect({ text: fs.readFileSync(file, 'utf8'), uid: fs.statSync(file).uid }).toEqual({
        text: 'AAAA',
        uid: 0,
      });
      overwrite(file, 'BBBB');
      forge(content, file);
      fs.chownSync(recordOf(content), 65_534, 65_534);
      await versionPath(connection, ref, { cache });
      expect(fs.readFileSync(file, 'utf8')).toBe('AAAA');
      fs.chownSync(cache, 65_534, 65_534);
      expect(await failureOf(versionPath(connection, ref, { cache }))).toMatchObject({
        code: 'destination-unavailable',
        problem: 'cache-directory-unusable',
        facts: { directory: cache, owner: 65_534 },
      });
    },
  );

  it('is remembered although another file could not be fetched', async () => {
    await upload({ a: 'right', b: 'right' });
    const connection = await remote(
      (request, response) => isFetch(request.url, 'b') && answer(response, 200, 'wrong', 'text/plain'),
    );
    expect((await failureOf(versionPath(connection, ref, { cache, concurrency: 1 }))).code).toBe(
      'content-differs',
    );
    const [record = ''] = fs
      .readdirSync(cache, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('/verified'));
    expect([...numbersIn(path.join(cache, record))].map(Boolean)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
