import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { ServiceBench } from '../helpers/service-bench.ts';
import { ServiceProcess, serviceProgram } from '../helpers/service-process.ts';
import { giveTo } from '../helpers/service-users.ts';
import { severalUsers } from '../helpers/several-users.ts';

const MEBIBYTE = 1024 * 1024;
const SECRET = 'SECRETWORD';

const asRoot = severalUsers ? it : it.skip;

it('a request of one mebibyte is read, one of a byte more is refused, and its name is not used up', async () => {
  const bench = await ServiceBench.inProcess();
  const padded = (bytes: number): string => {
    const json = JSON.stringify({ project: 'p' });
    return json + ' '.repeat(bytes - json.length);
  };
  const name = 'request-create_project-long';
  const tooLong = { raw: padded(MEBIBYTE + 1), name };
  expect(await bench.send('create_project', undefined, tooLong)).toMatchObject({ status: 400 });
  expect(bench.has('p')).toBe(false);
  const longest = { raw: padded(MEBIBYTE), name };
  expect(await bench.send('create_project', undefined, longest)).toMatchObject({ status: 200 });
});

it.each([
  ['no JSON', `${SECRET} is not JSON`],
  ['JSON that ends too early', `{"project": "${SECRET}`],
  ['JSON of another shape', `["${SECRET}"]`],
  ['a value of another kind', `{"project": ["${SECRET}"]}`],
  [
    'a value of another kind below a free name',
    `{"permissions": {"uploaders": [{"${SECRET}": 1, "id": 2}]}}`,
  ],
  ['bytes that are no text', Buffer.from(`\xff${SECRET}`, 'latin1')],
])('the reason for refusing %s quotes nothing of it', async (_what, content) => {
  const bench = await ServiceBench.inProcess();
  const raw = { base64: Buffer.from(content).toString('base64') };
  const { status, json } = await bench.send('set_permissions', undefined, { raw });
  expect(status).toBe(400);
  expect(JSON.stringify(json)).not.toContain(SECRET);
  expect(bench.log.join('\n')).not.toContain(SECRET);
});

it('a reason stays shorter than the text that it quotes', async () => {
  const bench = await ServiceBench.inProcess();
  const { status, json } = await bench.send('create_project', { project: `..${'x'.repeat(1_000_000)}` });
  expect(status).toBe(400);
  expect(json.reason?.length).toBeLessThan(10_000);
  expect(Math.max(...bench.log.map((line) => line.length))).toBeLessThan(20_000);
});

asRoot(
  'as root: a request that the service may not read is a failure, unless nothing has to be read',
  async () => {
    const bench = ServiceBench.idle();
    for (const directory of [bench.registry, bench.staging]) giveTo(directory, 'daemon');
    const service = await startAs('daemon', bench);
    for (const [action, status] of [
      ['set_permissions', 500],
      ['health_check', 200],
    ] as const) {
      const name = `request-${action}-closed`;
      fs.writeFileSync(path.join(bench.staging, name), '{}', { mode: 0o600 });
      giveTo(path.join(bench.staging, name), 'nobody');
      expect(await service.post(name)).toBe(status);
    }
    await service.stop();
  },
);

asRoot('as root: without /proc it refuses to start, with advice', async () => {
  const bench = ServiceBench.idle();
  const program = [process.execPath, serviceProgram(), ...bench.flags];
  const script = `mount -t tmpfs none /proc && exec ${program.map((word) => `'${word}'`).join(' ')}`;
  const { status, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('/proc');
  expect(stderr).toContain('mount -t proc');
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

/** A service of another user. */
async function startAs(
  user: string,
  bench: ServiceBench,
): Promise<{ post: (name: string) => Promise<number>; stop: () => Promise<unknown> }> {
  const service = await ServiceProcess.start(bench.flags, process.env, user);
  return {
    post: async (name) => {
      const address = `http://127.0.0.1:${service.port}/new/${name}`;
      return (await fetch(address, { method: 'POST' })).status;
    },
    stop: () => service.stop(),
  };
}
