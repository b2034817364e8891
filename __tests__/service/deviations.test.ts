import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ServiceBench } from '../helpers/service-bench.ts';
import { exchange } from '../helpers/service-http.ts';
import { writeRequest } from '../helpers/service-staging.ts';
import { SELF } from '../helpers/service-users.ts';
import { severalUsers } from '../helpers/several-users.ts';

/* Where the service differs from the original on purpose; `docs/protocol.md` lists these cases. */

const asRoot = severalUsers ? it : it.skip;

function makeFifo(place: string): void {
  expect(spawnSync('mkfifo', [place]).status).toBe(0);
}

async function benchWithProject(): Promise<ServiceBench> {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  return bench;
}

it('a FIFO in an upload is refused at once, and holds up nobody', async () => {
  const bench = await benchWithProject();
  const source = bench.stage({ 'a/x': 'x' });
  makeFifo(path.join(bench.staging, source, 'a/fifo'));
  expect(await bench.send('upload', { source, project: 'p', asset: 'a', version: 'v' })).toEqual({
    status: 500,
    json: { status: 'ERROR', reason: expect.stringContaining('"a/fifo" is a FIFO') },
  });
  expect(bench.has('p/a/v')).toBe(false);
  expect(await bench.upload('p/a/v', { x: 'x' })).toMatchObject({ status: 200 });
});

it('a socket in an upload is refused', async () => {
  const bench = await benchWithProject();
  const source = bench.stage({ x: 'x' });
  const server = net.createServer().listen(path.join(bench.staging, source, 'socket'));
  const answer = await bench.send('upload', { source, project: 'p', asset: 'a', version: 'v' });
  server.close();
  expect(answer).toMatchObject({ status: 500, json: { reason: expect.stringContaining('is a socket') } });
});

it('an approval that fails on the way leaves the version on probation, and can be repeated', async () => {
  const bench = await benchWithProject();
  await bench.upload('p/a/w', { x: 'y' }, { on_probation: true });
  const logs = path.join(bench.registry, '..logs');
  const aside = path.join(bench.root, 'logs');
  fs.renameSync(logs, aside);
  expect(await bench.about('approve_probation', 'p/a/w')).toMatchObject({ status: 500 });
  expect(bench.record('p/a/w/..summary')).toMatchObject({ on_probation: true });
  expect(bench.has('p/a/..latest')).toBe(false);
  fs.renameSync(aside, logs);
  expect(await bench.about('approve_probation', 'p/a/w')).toMatchObject({ status: 200 });
  expect(bench.record('p/a/..latest')).toEqual({ version: 'w' });
});

it('an approval that cannot write the latest version leaves the version on probation', async () => {
  const bench = await benchWithProject();
  await bench.upload('p/a/w', { x: 'y' }, { on_probation: true });
  // Where a record is to be, a directory that is not empty cannot be replaced.
  fs.mkdirSync(path.join(bench.registry, 'p/a/..latest/x'), { recursive: true });
  expect(await bench.about('approve_probation', 'p/a/w')).toMatchObject({ status: 500 });
  expect(bench.record('p/a/w/..summary')).toMatchObject({ on_probation: true });
});

it('a FIFO that appears in a version is refused by reindex and validate', async () => {
  const bench = await benchWithProject();
  await bench.upload('p/a/v', { x: 'x' });
  makeFifo(path.join(bench.registry, 'p/a/v/fifo'));
  expect(await bench.about('reindex_version', 'p/a/v')).toMatchObject({ status: 500 });
  expect(await bench.about('validate_version', 'p/a/v')).toMatchObject({ status: 500 });
});

it('a FIFO as a request file is refused, and its name is not used up', async () => {
  const bench = await benchWithProject();
  const name = 'request-health_check-fifo';
  makeFifo(path.join(bench.staging, name));
  expect(await bench.post(name)).toMatchObject({ status: 400 });
  expect(await bench.send('health_check', {}, { name })).toMatchObject({ status: 200 });
});

it('a FIFO in the registry cannot be fetched', async () => {
  const bench = await benchWithProject();
  makeFifo(path.join(bench.registry, 'p/fifo'));
  expect(await exchange({ port: bench.port, path: '/fetch/p/fifo' })).toMatchObject({ status: 403 });
});

it.each([
  ['create_project', { project: '.' }],
  ['delete_project', { project: '.' }],
  ['upload', { project: 'p', asset: '.', version: 'v' }],
  ['upload', { project: 'p', asset: 'a', version: '.' }],
  ['set_permissions', { project: 'p', asset: '.', permissions: {} }],
  ['delete_asset', { project: 'p', asset: '.', force: true }],
  ['delete_version', { project: 'p', asset: 'a', version: '.', force: true }],
  ['reroute_links', { to_delete: [{ project: '.' }] }],
])('%s refuses the name "." before anything else happens: %j', async (action, request) => {
  const bench = await benchWithProject();
  await bench.upload('p/a/v', { x: 'x' });
  const source = bench.stage({ y: 'y' });
  expect(await bench.send(action, { source, ...request })).toMatchObject({ status: 400 });
  expect(fs.readdirSync(path.join(bench.registry, 'p/a')).sort()).toEqual(['..LOCK', '..latest', 'v']);
});

it.each(['.', '..'])('the source "%s" is refused, though it belongs to the requester', async (source) => {
  const bench = await benchWithProject();
  expect(await bench.send('upload', { source, project: 'p', asset: 'a', version: 'v' })).toEqual({
    status: 400,
    json: { status: 'ERROR', reason: expect.stringContaining("'source'") },
  });
  expect(bench.has('p/a')).toBe(false);
});

asRoot('as root: a requester who is unknown to the system gets an answer', async () => {
  const bench = await benchWithProject();
  const refusal = { status: 500, json: { reason: expect.stringContaining('id 54321 is not known') } };
  expect(await bench.send('create_project', { project: 'q' }, { as: '#54321' })).toMatchObject(refusal);
  expect(await bench.upload('p/a/v', { x: 'x' }, { as: '#54321' })).toMatchObject(refusal);
});

asRoot('as root: files of unknown users can be consumed', async () => {
  const bench = await benchWithProject();
  const source = bench.stage({ x: { file: 'x', owner: '#54321' } });
  const request = { source, project: 'p', asset: 'a', version: 'v', consume: true };
  expect(await bench.send('upload', request)).toMatchObject({ status: 200 });
  expect(fs.readdirSync(path.join(bench.staging, source))).toEqual([]);
});

it('an upload whose log entry cannot be written leaves usage and latest as they were', async () => {
  const bench = await benchWithProject();
  await bench.upload('p/a/v1', { x: 'x' });
  fs.rmSync(path.join(bench.registry, '..logs'), { recursive: true });
  expect(await bench.upload('p/a/v2', { y: 'yyy' })).toMatchObject({ status: 500 });
  expect(bench.has('p/a/v2')).toBe(false);
  expect(bench.record('p/..usage')).toEqual({ total: 1 });
  expect(bench.record('p/a/..latest')).toEqual({ version: 'v1' });
  fs.mkdirSync(path.join(bench.registry, '..logs'));
  expect(await bench.upload('p/a/v2', { y: 'yyy' })).toMatchObject({ status: 200 });
  expect(bench.record('p/..usage')).toEqual({ total: 4 });
});

it('a first upload that fails late leaves no latest version behind', async () => {
  const bench = await benchWithProject();
  fs.rmSync(path.join(bench.registry, '..logs'), { recursive: true });
  expect(await bench.upload('p/a/v', { x: 'x' })).toMatchObject({ status: 500 });
  expect(bench.has('p/a/..latest')).toBe(false);
});

it('an approval that fails because of the latest version can be tried again', async () => {
  const bench = await benchWithProject();
  await bench.upload('p/a/v', { x: 'x' }, { on_probation: true });
  const latest = path.join(bench.registry, 'p/a/..latest');
  fs.symlinkSync('..latest', latest);
  expect(await bench.about('approve_probation', 'p/a/v')).toMatchObject({ status: 500 });
  expect(bench.record('p/a/v/..summary')).toMatchObject({ on_probation: true });
  fs.rmSync(latest);
  expect(await bench.about('approve_probation', 'p/a/v')).toMatchObject({ status: 200 });
  expect(bench.record('p/a/..latest')).toEqual({ version: 'v' });
});

it('a reindex that fails has changed nothing', async () => {
  const bench = await benchWithProject();
  await bench.upload('p/a/v', { x: 'x' });
  const version = path.join(bench.registry, 'p/a/v');
  fs.symlinkSync(path.join(version, 'x'), path.join(version, 'absolute'));
  fs.symlinkSync('/etc/passwd', path.join(version, 'outside'));
  const manifest = bench.record('p/a/v/..manifest');
  expect(await bench.about('reindex_version', 'p/a/v')).toMatchObject({ status: 500 });
  expect(fs.readlinkSync(path.join(version, 'absolute'))).toBe(path.join(version, 'x'));
  expect(bench.record('p/a/v/..manifest')).toEqual(manifest);
  fs.rmSync(path.join(version, 'outside'));
  expect(await bench.about('reindex_version', 'p/a/v')).toMatchObject({ status: 200 });
  expect(fs.readlinkSync(path.join(version, 'absolute'))).toBe('x');
});

it('the temporary file of a record after a crash does not count as content', async () => {
  const bench = await benchWithProject();
  await bench.upload('p/a/v', { x: 'x' });
  fs.writeFileSync(path.join(bench.registry, 'p/a/v/..temp123.json'), '{');
  expect(await bench.about('validate_version', 'p/a/v')).toMatchObject({ status: 200 });
});

it('a record that cannot be put in place leaves no temporary file', async () => {
  const bench = await benchWithProject();
  const usage = path.join(bench.registry, 'p/..usage');
  fs.rmSync(usage);
  fs.mkdirSync(usage);
  expect(await bench.about('refresh_usage', 'p')).toMatchObject({ status: 500 });
  expect(fs.readdirSync(path.dirname(usage)).filter((name) => name.startsWith('..temp'))).toEqual([]);
});

it('a link to a name that is not UTF-8 is refused, where the original makes one that leads nowhere', async () => {
  const bench = await benchWithProject();
  const source = path.join(bench.staging, bench.stage({ x: 'x' }));
  const odd = Buffer.from([0x61, 0xff]);
  fs.writeFileSync(Buffer.concat([Buffer.from(`${source}/`), odd]), 'odd');
  fs.symlinkSync(odd, path.join(source, 'link'));
  const request = { source: path.basename(source), project: 'p', asset: 'a', version: 'v' };
  expect(await bench.send('upload', request)).toMatchObject({ status: 500 });
  expect(bench.has('p/a/v')).toBe(false);
});

it('nobody is an administrator by having an empty name', async () => {
  const spoof = new Map([[SELF.username, ['*']]]);
  const bench = await ServiceBench.inProcess({ spoof });
  await bench.createProject('p', { owners: [] });
  const request = { project: 'p', permissions: { owners: ['x'] }, spoof: '' };
  expect(await bench.send('set_permissions', request)).toMatchObject({ status: 403 });
});

it('a concurrency of 0 is as good as 1', async () => {
  const bench = await ServiceBench.inProcess({ concurrency: 0 });
  await bench.createProject('p');
  expect(await bench.upload('p/a/v', { large: { size: 1_000_000 } })).toMatchObject({ status: 200 });
});

it('a client that goes away in the middle of a large file is noticed', async () => {
  const bench = await benchWithProject();
  const source = bench.stage({});
  const large = path.join(bench.staging, source, 'large');
  fs.writeFileSync(large, '');
  fs.truncateSync(large, 2 ** 36);
  const controller = new AbortController();
  writeRequest(bench.staging, 'request-upload-1', {
    json: { source, project: 'p', asset: 'a', version: 'v' },
  });
  const answer = bench.post('request-upload-1', controller.signal).catch(() => 'broken off');
  const copy = path.join(bench.registry, 'p/a/v/large');
  while ((fs.statSync(copy, { throwIfNoEntry: false })?.size ?? 0) === 0) await new Promise(setImmediate);
  controller.abort();
  expect(await answer).toBe('broken off');
  // The next one has to wait for it.
  expect(await bench.upload('p/a/w', { x: 'x' })).toMatchObject({ status: 200 });
  expect(bench.has('p/a/v')).toBe(false);
});
