import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { claimRegistry } from '../../src/service/claim/registry-claim.ts';
import { RegistryInUseError } from '../../src/service/files/failure.ts';
import { startService } from '../../src/service/service.ts';
import { ServiceBench } from '../helpers/service-bench.ts';
import { ServiceProcess } from '../helpers/service-process.ts';

/** Whether somebody else could take the lock that the original takes. */
function canLock(registry: string): boolean {
  return spawnSync('flock', ['-s', '-n', path.join(registry, '..LOCK'), 'true']).status === 0;
}

it('a second process on the same registry refuses to start, and names the reason', async () => {
  const bench = ServiceBench.idle();
  await bench.startProcess();
  await bench.createProject('p');
  const second = new ServiceProcess(bench.flags);
  expect(await second.ended).toBe(1);
  expect(second.output).toContain(`another service is working on the registry "${bench.registry}"`);
  expect(await bench.upload('p/a/v', { x: 'x' })).toMatchObject({ status: 200 });
}, 30_000);

it('two services in one process cannot have the same registry either', async () => {
  const bench = await ServiceBench.inProcess();
  await expect(claimRegistry(bench.registry, () => undefined, 100)).rejects.toThrow(RegistryInUseError);
  await bench.stop();
  const claim = await claimRegistry(bench.registry, () => undefined, 100);
  await claim.release();
});

it('a program that takes locks as the original does finds the registry locked while we serve, and only then', async () => {
  const bench = await ServiceBench.inProcess();
  expect(canLock(bench.registry)).toBe(false);
  await bench.stop();
  expect(canLock(bench.registry)).toBe(true);
});

it('a service can start as soon as another one was killed', async () => {
  const bench = ServiceBench.idle();
  const first = await bench.startProcess();
  first.child.kill('SIGKILL');
  const second = await bench.startProcess();
  expect(second.isRunning).toBe(true);
  expect(await bench.get('/info')).toMatchObject({ status: 200 });
  await first.ended;
});

it('without the lock program it warns and goes on', async () => {
  const bench = ServiceBench.idle();
  const bin = path.join(bench.root, 'bin');
  fs.mkdirSync(bin);
  const service = await bench.startProcess([], { PATH: bin });
  expect(service.output).toContain('not protected from other processes: there is no program "flock"');
  // Nor is there a program to look up users; names come from the file of accounts then.
  await bench.createProject('p');
  expect(await bench.upload('p/a/v', { x: 'x' })).toMatchObject({ status: 200 });
});

it('a start that fails leaves the registry to others', async () => {
  const bench = await ServiceBench.inProcess();
  const { registry, staging, port } = bench;
  await bench.stop();
  const blocker = await ServiceBench.inProcess();
  await expect(startService({ registry, staging, port: blocker.port, admins: [] })).rejects.toThrow(
    'EADDRINUSE',
  );
  expect(canLock(registry)).toBe(true);
  expect(port).toBeGreaterThan(0);
});
