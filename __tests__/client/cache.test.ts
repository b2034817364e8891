import fs from 'node:fs';
import path from 'node:path';
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

  it('fetches again what somebody else has tidied away', async () => {
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

  it('says what is wrong with a cache in which directories and files have changed places', async () => {
    await upload({ x: 'x'.repeat(4096), 'd/y': '2' });
    const connection = await remote();
    const content = await versionPath(connection, ref, { cache });
    for (const [gone, made] of [
      ['x', () => fs.mkdirSync(path.join(content, 'x'))],
      ['d', () => fs.writeFileSync(path.join(content, 'd'), '')],
    ] as const) {
      fs.rmSync(path.join(content, gone), { recursive: true });
      made();
      expect(await failureOf(versionPath(connection, ref, { cache }))).toMatchObject({
        code: 'destination-unavailable',
        message: expect.stringContaining(path.join(content, gone)),
      });
      fs.rmSync(path.join(content, gone), { recursive: true });
      expect(await versionPath(connection, ref, { cache })).toBe(content);
      expect(fs.readFileSync(path.join(content, 'd/y'), 'utf8')).toBe('2');
    }
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

  it('notices a changed record, and asks for it only if it has changed', async () => {
    await upload({ x: '1' });
    let notModified = 0;
    const connection = await remote((request, response) => {
      if (request.headers['if-modified-since'] !== undefined) {
        response.on('finish', () => {
          if (response.statusCode === 304) notModified++;
        });
      }
      return false;
    });
    const latest = async () =>
      fs.readFileSync(await fetchFile(connection, 'p/a/..latest', { cache }), 'utf8');
    expect(await latest()).toContain('"v"');
    expect(await latest()).toContain('"v"');
    expect(notModified).toBe(1);
    fs.utimesSync(path.join(sandbox().registry, 'p/a/..latest'), new Date(), new Date(Date.now() + 5_000));
    await latest();
    expect(notModified).toBe(1);
  });

  it('keeps apart what comes from different services', async () => {
    await upload({ x: '1' });
    const here = await fetchFile(await remote(), 'p/a/v/x', { cache });
    await faulty?.close();
    expect(await fetchFile(await remote(), 'p/a/v/x', { cache })).not.toBe(here);
  });

  it('refuses content that is not what the manifest says, and keeps none of it', async () => {
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

  it.each(['../../../escaped', '/escaped', 'a/../../../../escaped', 'd//x', '..internal', 'a/./b'])(
    'never writes outside of its root, although the manifest lists %j',
    async (listed) => {
      await upload({ x: '1' });
      const manifest = JSON.stringify({ [listed]: { size: 5, md5sum: '5d41402abc4b2a76b9719d911017c592' } });
      const connection = await remote((request, response) => {
        if (isFetch(request.url, '..manifest')) return answer(response, 200, manifest);
        return request.url?.includes('escaped') === true && answer(response, 200, 'hello');
      });
      const before = fs.readdirSync(sandbox().root).sort();
      expect((await failureOf(versionPath(connection, ref, { cache }))).code).toBe('corrupt-record');
      expect(fs.readdirSync(sandbox().root).filter((name) => name !== 'cache')).toEqual(before);
    },
  );

  it('never writes outside of its root, although a listing says so', async () => {
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
    expect((await failureOf(fetchFile(await remote(), 'p/a/v/x', { cache }))).code).toBe(
      'destination-unavailable',
    );
  });
});
