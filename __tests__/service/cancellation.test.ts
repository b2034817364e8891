import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ServiceBench, until } from '../helpers/service-bench.ts';

const many = Object.fromEntries(
  Array.from({ length: 3000 }, (_, index) => [`d${index % 5}/f${index}`, `content ${index}`]),
);

/** Begins an upload of many files, and resolves once some of them have arrived. */
async function halfAnUpload(
  bench: ServiceBench,
  signal?: AbortSignal,
): Promise<{ answer: Promise<unknown>; version: string }> {
  const version = path.join(bench.registry, 'p/a/v');
  const answer = bench.upload('p/a/v', many, signal && { signal }).catch(() => 'broken off');
  await until(() => fs.existsSync(path.join(version, 'd0/f0')), 'the first file arrives');
  return { answer, version };
}

it('a client that goes away takes its upload with it, and can try again at once', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  await bench.upload('p/a/before', { x: 'x' });
  const controller = new AbortController();
  const { answer, version } = await halfAnUpload(bench, controller.signal);
  controller.abort();
  expect(await answer).toBe('broken off');
  await until(() => !fs.existsSync(version), 'the version is gone');
  expect(bench.record('p/..usage')).toEqual({ total: 1 });
  expect(bench.record('p/a/..latest')).toEqual({ version: 'before' });
  expect(await bench.upload('p/a/v', { y: 'yy' })).toMatchObject({ status: 200 });
  expect(bench.record('p/..usage')).toEqual({ total: 3 });
  expect(bench.log.filter((line) => line.includes(' gone '))).toHaveLength(1);
});

it('a client that goes away while it waits for a lock changes nothing', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  const { answer } = await halfAnUpload(bench);
  const controller = new AbortController();
  const waiting = bench.upload('p/a/w', { x: 'x' }, { signal: controller.signal }).catch(() => 'broken off');
  const request = path.join(bench.staging, 'request-upload-5');
  await until(() => fs.existsSync(request), 'the second upload is asked for');
  await bench.get('/info');
  controller.abort();
  expect(await waiting).toBe('broken off');
  expect(await answer).toMatchObject({ status: 200 });
  // By then it would have had its turn.
  expect(await bench.upload('p/a/x', { x: 'x' })).toMatchObject({ status: 200 });
  expect(bench.has('p/a/w')).toBe(false);
});

/** The upload of a first version, whose client goes away when some of the files have arrived. */
async function cancelFirst(bench: ServiceBench, meanwhile: () => Promise<void> = async () => undefined) {
  const controller = new AbortController();
  const { answer, version } = await halfAnUpload(bench, controller.signal);
  await meanwhile();
  controller.abort();
  expect(await answer).toBe('broken off');
  await until(() => !fs.existsSync(version), 'the version is gone');
}

it('a first upload whose client goes away leaves no asset, nor its ownership, and can be tried again', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p', { global_write: true });
  await cancelFirst(bench);
  await until(() => !bench.has('p/a'), 'the asset is gone');
  expect(await bench.upload('p/a/v', { y: 'yy' })).toMatchObject({ status: 200 });
  expect(bench.record('p/a/..latest')).toEqual({ version: 'v' });
});

it('a first upload whose client goes away while another one waits for the asset leaves it to that', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  let other: Promise<unknown> | undefined;
  await cancelFirst(bench, async () => {
    other = bench.upload('p/a/w', { x: 'x' });
    const request = path.join(bench.staging, 'request-upload-5');
    await until(() => fs.existsSync(request), 'the second upload is asked for');
    await bench.get('/info');
  });
  expect(await other).toMatchObject({ status: 200 });
  expect(bench.record('p/a/..latest')).toEqual({ version: 'w' });
});

it('a first upload that the service refuses leaves the asset, as in the original', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  expect(await bench.upload('p/a/v', { l: { link: 'nowhere' } })).toMatchObject({ status: 500 });
  expect({ asset: bench.has('p/a'), version: bench.has('p/a/v') }).toEqual({ asset: true, version: false });
});

it('an upload to a busy asset does not hold up those to other assets of the project', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  const first = await halfAnUpload(bench);
  const order: string[] = [];
  const noted = async (name: string, answer: Promise<unknown>): Promise<void> => {
    await answer;
    order.push(name);
  };
  const blocked = noted('same asset', bench.upload('p/a/w', { x: 'x' }));
  const other = noted('other asset', bench.upload('p/b/v', { x: 'x' }));
  await Promise.all([noted('first', first.answer), blocked, other]);
  expect(order.indexOf('other asset')).toBeLessThan(order.indexOf('same asset'));
  expect(order[0]).toBe('other asset');
});

it('a client that does not read what it has asked for does not hold up the end', async () => {
  const bench = await ServiceBench.inProcess();
  fs.writeFileSync(path.join(bench.registry, 'large'), Buffer.alloc(64 * 1024 * 1024));
  const socket = net.connect(bench.port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write('GET /fetch/large HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(socket, 'readable');
  await bench.stop();
  socket.destroy();
});

it.each(['SIGTERM', 'SIGHUP', 'SIGUSR1'] as const)(
  '%s undoes what is running, answers it, and ends with 0',
  async (signal) => {
    const bench = ServiceBench.idle();
    const service = await bench.startProcess();
    await bench.createProject('p');
    const { answer, version } = await halfAnUpload(bench);
    const ended = service.stop(signal);
    // A script around the service may pass on what it has got itself.
    service.child.kill(signal);
    expect(await answer).toMatchObject({
      status: 500,
      json: { reason: expect.stringContaining('cancelled') },
    });
    expect(await ended).toBe(0);
    expect(fs.existsSync(version)).toBe(false);
    expect(bench.record('p/..usage')).toEqual({ total: 0 });
    expect(service.output).not.toContain('Debugger');
  },
);

it('SIGINT ends an idle service with 0, open connections or not', async () => {
  const bench = ServiceBench.idle();
  const service = await bench.startProcess();
  await fetch(`http://127.0.0.1:${bench.port}/info`, { keepalive: true });
  expect(await service.stop('SIGINT')).toBe(0);
});

it('closing a service in the same process waits for the undoing', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  const { answer, version } = await halfAnUpload(bench);
  await bench.stop();
  expect(fs.existsSync(version)).toBe(false);
  expect(await answer).toMatchObject({ status: 500 });
});
