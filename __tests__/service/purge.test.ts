import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { Pool } from '../../src/service/files/pool.ts';
import { purge, purgeDaily } from '../../src/service/handlers/purge.ts';
import { Identities } from '../../src/service/requests/identity.ts';
import { LockTable } from '../../src/service/storage/locks.ts';
import { Registry } from '../../src/service/storage/registry.ts';
import { ServiceBench } from '../helpers/service-bench.ts';
import { changeAge, fill } from '../helpers/service-staging.ts';

const DAY = 24 * 60 * 60;
const never = new AbortController().signal;

function gobblerOf(bench: ServiceBench, log: string[] = []): Parameters<typeof purge>[0] {
  return {
    registry: new Registry(bench.registry),
    staging: bench.staging,
    admins: new Set(),
    whitelist: [],
    spoofers: new Map(),
    identities: new Identities(),
    locks: new LockTable(),
    pool: new Pool(1),
    log: (line) => void log.push(line),
  };
}

it('entries of staging and logs are removed after a week without changes, and nothing else', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  await bench.upload('p/a/v', { x: 'x' });
  const inStaging = (name: string): string => path.join(bench.staging, name);
  fill(bench.staging, {
    'old/fresh-inside': 'x',
    'fresh/old-inside': 'x',
    'old-file': 'x',
    'fresh-file': 'x',
  });
  for (const name of ['old', 'fresh/old-inside', 'old-file']) changeAge(inStaging(name), 7 * DAY + 60);
  changeAge(inStaging('fresh-file'), 7 * DAY - 60);
  const [log = ''] = fs.readdirSync(path.join(bench.registry, '..logs'));
  changeAge(path.join(bench.registry, '..logs', log), 8 * DAY);
  const before = fs.readdirSync(bench.staging);
  await purge(gobblerOf(bench), -1, never);
  expect(fs.readdirSync(bench.staging)).toEqual(
    before.filter((name) => name !== 'old' && name !== 'old-file'),
  );
  expect(fs.existsSync(inStaging('fresh/old-inside'))).toBe(true);
  expect(fs.readdirSync(path.join(bench.registry, '..logs'))).toEqual([]);
  expect(bench.has('p/a/v/x')).toBe(true);
});

it('a staging directory that is a link is left alone', async () => {
  const bench = ServiceBench.idle();
  fs.mkdirSync(path.join(bench.registry, '..logs'));
  fs.writeFileSync(path.join(bench.staging, 'old'), 'x');
  changeAge(path.join(bench.staging, 'old'), 30 * DAY);
  const link = path.join(bench.root, 'link');
  fs.symlinkSync(bench.staging, link);
  await purge({ ...gobblerOf(bench), staging: link }, -1, never);
  expect(fs.readdirSync(bench.staging)).toEqual(['old']);
});

it('probational versions go after their days, as if they were rejected', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  await bench.upload('p/a/old', { x: 'xx' }, { on_probation: true });
  await bench.upload('p/a/young', { y: 'yyy' }, { on_probation: true });
  await bench.upload('p/a/settled', { z: 'zzzz' });
  for (const [version, days] of [
    ['old', 3],
    ['young', 1],
    ['settled', 9],
  ] as const) {
    const file = path.join(bench.registry, `p/a/${version}/..summary`);
    const finish = new Date(Date.now() - days * DAY * 1000).toISOString();
    fs.writeFileSync(
      file,
      JSON.stringify({ ...bench.record(`p/a/${version}/..summary`), upload_finish: finish }),
    );
  }
  const logs = fs.readdirSync(path.join(bench.registry, '..logs'));
  await purge(gobblerOf(bench), -1, never);
  expect(bench.has('p/a/old')).toBe(true);
  await purge(gobblerOf(bench), 2, never);
  expect(fs.readdirSync(path.join(bench.registry, 'p/a')).filter((name) => !name.startsWith('..'))).toEqual([
    'settled',
    'young',
  ]);
  expect(bench.record('p/..usage')).toEqual({ total: 7 });
  expect(fs.readdirSync(path.join(bench.registry, '..logs'))).toEqual(logs);
});

it('a version that cannot be judged is logged, and does not keep others', async () => {
  const bench = await ServiceBench.inProcess();
  await bench.createProject('p');
  await bench.upload('p/a/bad', { x: 'x' }, { on_probation: true });
  await bench.upload('p/a/good', { x: 'x' }, { on_probation: true });
  fs.writeFileSync(path.join(bench.registry, 'p/a/bad/..summary'), 'not json');
  const log: string[] = [];
  await purge(gobblerOf(bench, log), 0, never, Date.now() + DAY * 1000);
  expect(bench.has('p/a/good')).toBe(false);
  expect(bench.has('p/a/bad')).toBe(true);
  expect(log).toEqual([expect.stringContaining('p/a/bad/..summary')]);
});

it('the daily cleaning can be ended before it has begun, and keeps no process alive', async () => {
  await purgeDaily(gobblerOf(ServiceBench.idle()), 1)();
});
