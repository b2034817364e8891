import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SMALL_BYTES } from '../../src/service/storage/copy.ts';
import { ServiceBench } from '../helpers/service-bench.ts';
import { exchange } from '../helpers/service-http.ts';
import { SELF } from '../helpers/service-users.ts';

async function benchWithProject(): Promise<ServiceBench> {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  return bench;
}

it.each([0, 1, SMALL_BYTES - 1, SMALL_BYTES, SMALL_BYTES + 1, 1024 * 1024, 5 * 1024 * 1024 + 3])(
  'a file of %i bytes arrives whole, and is found again by the next upload',
  async (size) => {
    const bench = await benchWithProject();
    const content = crypto.randomBytes(size);
    const base64 = content.toString('base64');
    expect(await bench.upload('p/a/v1', { file: { base64 } })).toMatchObject({ status: 200 });
    expect(fs.readFileSync(path.join(bench.registry, 'p/a/v1/file')).equals(content)).toBe(true);
    const md5sum = crypto.hash('md5', content);
    expect(bench.record('p/a/v1/..manifest')).toEqual({ file: { size, md5sum } });
    expect(await bench.upload('p/a/v2', { moved: { base64 } })).toMatchObject({ status: 200 });
    expect(fs.readlinkSync(path.join(bench.registry, 'p/a/v2/moved'))).toBe('../v1/file');
    for (const version of ['p/a/v1', 'p/a/v2']) {
      expect(await bench.about('validate_version', version)).toMatchObject({ status: 200 });
    }
  },
);

it('many large files at once all arrive whole, with few of them worked on at a time', async () => {
  const bench = await ServiceBench.inProcess({ concurrency: 2 });
  await bench.createProject('p');
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, index) => [
      `f${index}`,
      { base64: crypto.randomBytes(700_000).toString('base64') },
    ]),
  );
  expect(await bench.upload('p/a/v', files)).toMatchObject({ status: 200 });
  expect(await bench.about('validate_version', 'p/a/v')).toMatchObject({ status: 200 });
});

describe('an entry that is exchanged after the service has checked it', () => {
  const SIZE = 64 * 1024 * 1024;

  /** Uploads `d/x` beside a large file; while the service compares that with the first version, `exchange` is called. */
  async function uploadMeanwhile(exchange: (source: string, outside: string) => void, consume: boolean) {
    const bench = await benchWithProject();
    expect(await bench.upload('p/a/v1', { large: { size: SIZE } })).toMatchObject({ status: 200 });
    const outside = path.join(bench.root, 'outside');
    fs.mkdirSync(outside);
    fs.writeFileSync(path.join(outside, 'x'), 'secret', { mode: 0o600 });
    const source = bench.stage({ large: { size: SIZE }, 'd/x': 'public', 'z/last': '' });
    const place = path.join(bench.staging, source);
    fs.writeSync(fs.openSync(path.join(place, 'large'), 'r+'), 'changed', 0);
    // The last entry has been made there; next the large file is compared, which takes a while.
    const waiting = setInterval(() => {
      if (!bench.has('p/a/v2/z')) return;
      clearInterval(waiting);
      exchange(place, outside);
    }, 1);
    const request = { source, project: 'p', asset: 'a', version: 'v2', consume };
    const { status, json } = await bench.send('upload', request);
    expect(bench.has('p/a/v2')).toBe(false);
    expect(fs.readFileSync(path.join(outside, 'x'), 'utf8')).toBe('secret');
    expect(fs.statSync(path.join(outside, 'x')).mode & 0o777).toBe(0o600);
    return { status, reason: (json as { reason: string }).reason };
  }

  const byLink = (place: string, outside: string): void => {
    fs.rmSync(path.join(place, 'd/x'));
    fs.symlinkSync(path.join(outside, 'x'), path.join(place, 'd/x'));
  };
  const byLinkAbove = (place: string, outside: string): void => {
    fs.renameSync(path.join(place, 'd'), path.join(place, 'e'));
    fs.symlinkSync(outside, path.join(place, 'd'));
  };

  it.each([
    ['a file for a link, with consume', byLink, true, 'is not a regular file'],
    ['a directory for a link, with consume', byLinkAbove, true, 'was exchanged for another file'],
    ['a directory for a link, without', byLinkAbove, false, 'was exchanged for another file'],
  ])('is neither published nor touched: %s', async (_name, exchange, consume, reason) => {
    expect(await uploadMeanwhile(exchange, consume)).toEqual({
      status: 500,
      reason: expect.stringContaining(reason),
    });
  });
});

it('a large file that changes while it is copied is refused, and nothing stays', async () => {
  const bench = await benchWithProject();
  const source = bench.stage({ large: { size: 64 * 1024 * 1024 } });
  const descriptor = fs.openSync(path.join(bench.staging, source, 'large'), 'r+');
  let count = 0;
  const scribbler = setInterval(() => fs.writeSync(descriptor, `${++count} `, 0), 1);
  const answer = await bench.send('upload', { source, project: 'p', asset: 'a', version: 'v' });
  clearInterval(scribbler);
  fs.closeSync(descriptor);
  expect(answer).toMatchObject({
    status: 500,
    json: { reason: expect.stringContaining('mismatch in checksums') },
  });
  expect(bench.has('p/a/v')).toBe(false);
});

it('consuming moves own files: the very same file is in the registry then', async () => {
  const bench = await benchWithProject();
  const source = bench.stage({ small: 'x', large: { size: SMALL_BYTES + 1 } });
  const inodes = ['small', 'large'].map((name) => fs.statSync(path.join(bench.staging, source, name)).ino);
  const request = { source, project: 'p', asset: 'a', version: 'v', consume: true };
  expect(await bench.send('upload', request)).toMatchObject({ status: 200 });
  expect(['small', 'large'].map((name) => fs.statSync(path.join(bench.registry, 'p/a/v', name)).ino)).toEqual(
    inodes,
  );
  expect(fs.readdirSync(path.join(bench.staging, source))).toEqual([]);
  expect(await bench.about('validate_version', 'p/a/v')).toMatchObject({ status: 200 });
});

it('names that are not UTF-8 arrive as they are, and show as U+FFFD', async () => {
  const bench = await benchWithProject();
  const entries = { 'bytes:caf%E9': 'latin', 'bytes:%E2%82': 'cut', plain: 'p' };
  expect(await bench.upload('p/a/v', entries)).toMatchObject({ status: 200 });
  expect(Object.keys(bench.record('p/a/v/..manifest'))).toEqual(['caf\ufffd', 'plain', '\ufffd\ufffd']);
  const names = fs.readdirSync(path.join(bench.registry, 'p/a/v'), 'latin1');
  expect(names.filter((name) => !name.startsWith('..')).sort()).toEqual(['caf\xe9', 'plain', '\xe2\x82']);
  expect(await bench.get('/list?path=p/a/v')).toMatchObject({
    json: ['..manifest', '..summary', 'caf\ufffd', 'plain', '\ufffd\ufffd'],
  });
  const page = await exchange({ port: bench.port, path: '/fetch/p/a/v/' });
  expect(page.body.toString('latin1')).toContain('<a href="caf%E9">caf\xe9</a>');
  expect(await bench.about('delete_version', 'p/a/v')).toMatchObject({ status: 200 });
  expect(bench.has('p/a/v')).toBe(false);
});

it('keys that look like numbers or like properties of objects keep their place', async () => {
  const bench = await benchWithProject();
  await bench.upload('p/a/v', {
    '10': 'a',
    '9': 'b',
    __proto__x: 'c',
    ['__proto__']: 'd',
    '😀': 'e',
    '\uffee': 'f',
  });
  const text = fs.readFileSync(path.join(bench.registry, 'p/a/v/..manifest'), 'utf8');
  expect([...text.matchAll(/^ {4}"(.*)": \{$/gm)].map(([, key]) => key)).toEqual([
    '10',
    '9',
    '__proto__',
    '__proto__x',
    '\uffee',
    '😀',
  ]);
  expect(await bench.about('validate_version', 'p/a/v')).toMatchObject({ status: 200 });
});

it('a source whose name begins with dots gives an empty version', async () => {
  const bench = await benchWithProject();
  for (const [source, more] of [
    ['..x', {}],
    ['.y', { ignore_dot: true }],
  ] as const) {
    fs.mkdirSync(path.join(bench.staging, source));
    fs.writeFileSync(path.join(bench.staging, source, 'file'), 'x');
    const request = { source, project: 'p', asset: 'a', version: source.slice(-1), ...more };
    expect(await bench.send('upload', request)).toMatchObject({ status: 200 });
    expect(bench.record(`p/a/${source.slice(-1)}/..manifest`)).toEqual({});
  }
});

it("records are written with a mode that does not depend on the umask, in the service's own form", async () => {
  const bench = await benchWithProject();
  const umask = process.umask(0o077);
  try {
    await bench.upload('p/a/v', { x: '<&>' });
  } finally {
    process.umask(umask);
  }
  const modeOf = (file: string): string =>
    (fs.statSync(path.join(bench.registry, file)).mode & 0o777).toString(8);
  expect(['p/a/v/..manifest', 'p/a/..latest', 'p/..usage'].map(modeOf)).toEqual(['644', '644', '644']);
  expect(['p/a', 'p/a/v', 'p/a/v/x'].map(modeOf)).toEqual(['700', '700', '600']);
  expect(fs.readFileSync(path.join(bench.registry, 'p/a/..latest'), 'utf8')).toBe('{\n    "version": "v"\n}');
});

it('a registry can be used by a relative path, and links in uploads may then be relative, too', async () => {
  const bench = ServiceBench.idle();
  const relative = (directory: string): string => path.relative(process.cwd(), directory);
  await bench.start({ registry: relative(bench.registry), staging: `${relative(bench.staging)}/./` });
  await bench.createProject('p');
  expect(await bench.get('/info')).toMatchObject({
    json: { registry: relative(bench.registry), staging: relative(bench.staging) },
  });
  await bench.upload('p/a/v', { x: 'x', local: { link: 'x' } });
  expect(await bench.upload('p/b/v', { far: { link: '../../registry/p/a/v/x' } })).toMatchObject({
    status: 200,
  });
  expect(await bench.upload('p/b/w', { far: { link: `${bench.registry}/p/a/v/x` } })).toMatchObject({
    status: 500,
  });
  expect(await bench.about('validate_version', 'p/b/v')).toMatchObject({ status: 200 });
  expect(bench.record('p/a/v/..summary')).toMatchObject({ upload_user_id: SELF.username });
});
