import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ServiceBench } from '../helpers/service-bench.ts';
import { exchange } from '../helpers/service-http.ts';
import { ServiceProcess } from '../helpers/service-process.ts';

it('serve logs its address, each request in a line, and the reason for a refusal', async () => {
  const bench = ServiceBench.idle();
  const service = await bench.startProcess();
  await bench.createProject('p');
  await bench.upload('q/a/v', { x: 'x' });
  await exchange({ port: bench.port, path: '/fetch/p/' });
  await service.stop();
  const lines = service.output.trim().split('\n');
  expect(lines.every((line) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /.test(line))).toBe(true);
  expect(lines.map((line) => line.slice(25))).toEqual([
    expect.stringMatching(
      new RegExp(`^registry ${bench.registry}, staging ${bench.staging}, administrators .`),
    ),
    `listening at http://127.0.0.1:${bench.port}`,
    expect.stringMatching(/^POST \/new\/request-create_project-\d+ 200 \d+ ms$/),
    expect.stringMatching(/^POST \/new\/request-upload-\d+ 404 \d+ ms "project q does not exist"$/),
    expect.stringMatching(/^GET \/fetch\/p\/ 200 \d+ ms$/),
    'stopping',
  ]);
});

it('serve --help shows all flags on standard output, and ends with 0', async () => {
  const service = new ServiceProcess(['--help']);
  expect(await service.ended).toBe(0);
  for (const flag of [
    'registry',
    'staging',
    'admin',
    'port',
    'host',
    'prefix',
    'whitelist',
    'spoof',
    'probation',
  ]) {
    expect(service.output).toContain(`-${flag} `);
  }
});

it('serve refuses flags that it does not understand with 2, and values that it cannot use with 1', async () => {
  const unknown = new ServiceProcess(['-frobnicate']);
  expect(await unknown.ended).toBe(2);
  expect(unknown.output).toContain('flag provided but not defined: -frobnicate');
  const missing = new ServiceProcess(['-registry', '/nowhere/at/all', '-staging', '/nowhere/at/all']);
  expect(await missing.ended).toBe(1);
  expect(missing.output).toContain('-registry should be a directory, but /nowhere/at/all does not exist');
});

it('registry and staging have to be apart, by whatever names they are given', async () => {
  const bench = ServiceBench.idle();
  const inside = path.join(bench.registry, 'staging');
  fs.mkdirSync(inside);
  const other = path.join(bench.staging, 'other-name');
  fs.symlinkSync(bench.registry, other);
  for (const [registry, staging] of [
    [bench.registry, bench.registry],
    [bench.registry, inside],
    [inside, bench.registry],
    [other, inside],
  ] as const) {
    const service = new ServiceProcess(['-registry', registry, '-staging', staging]);
    expect(await service.ended).toBe(1);
    expect(service.output).toContain('registry and staging should be apart');
  }
  expect(fs.readdirSync(bench.registry)).toEqual(['staging']);
});

it('a port in use is reported, and ends serve with 1', async () => {
  const [first, second] = [ServiceBench.idle(), ServiceBench.idle()];
  await first.startProcess();
  const service = await second.startProcess(['-port', String(first.port)]);
  // Another one may come while it is ending, when it is not listened to any more.
  expect([1, 'SIGINT']).toContain(await service.ended);
  expect(service.output).toContain(
    `port ${first.port} of 127.0.0.1 is in use by another program (EADDRINUSE)`,
  );
});

it('serve only listens on loopback, which can also be reached at 0.0.0.0', async () => {
  const bench = ServiceBench.idle();
  const service = await bench.startProcess(['-prefix', 'api']);
  expect(service.output).toContain(`http://127.0.0.1:${bench.port}/api`);
  const response = await fetch(`http://0.0.0.0:${bench.port}/api/info`);
  expect(await response.json()).toEqual({ registry: bench.registry, staging: bench.staging });
});

it('a second signal ends serve at once, whatever is running', async () => {
  const bench = ServiceBench.idle();
  const service = await bench.startProcess();
  await bench.createProject('p');
  const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`f${index}`, `${index}`]));
  const answer = bench.upload('p/a/v', many).catch(() => undefined);
  while (!bench.has('p/a/v/f0')) await new Promise(setImmediate);
  // Both are delivered together, so that it cannot have ended in between.
  service.child.kill('SIGSTOP');
  service.child.kill('SIGTERM');
  service.child.kill('SIGINT');
  service.child.kill('SIGCONT');
  // On a busy machine, the thread that was given the second one may not get its turn.
  const again = setInterval(() => service.child.kill('SIGINT'), 5);
  // Another one may come while it is ending, when it is not listened to any more.
  expect([1, 'SIGINT']).toContain(await service.ended);
  clearInterval(again);
  await answer;
});
