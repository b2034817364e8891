import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { thisProcess } from '../../src/service/claim/service-process.ts';
import { type RecordTimes, ServiceRecord } from '../../src/service/claim/service-record.ts';
import { RegistryInUseError } from '../../src/service/files/failure.ts';
import { ServiceBench, until } from '../helpers/service-bench.ts';
import { ServiceProcess, serviceProgram } from '../helpers/service-process.ts';
import { giveTo } from '../helpers/service-users.ts';
import { severalUsers } from '../helpers/several-users.ts';
import { canTrace } from '../helpers/tracer.ts';

/* Services find each other by a record in the registry, also where locks do not reach from one machine to the next. */

const TIMES: RecordTimes = { beatMs: 50, silenceMs: 600, lookMs: 20 };
const here = thisProcess();
const elsewhere = { ...here, host: 'elsewhere', boot: 'another-boot', pidNamespace: 'pid:[1]' };

let bench: ServiceBench;
let log: string[];
const held: ServiceRecord[] = [];

beforeEach(() => {
  bench = ServiceBench.idle();
  log = [];
});

afterEach(async () => {
  for (const record of held.splice(0)) await record.release();
});

const file = (): string => path.join(bench.registry, '..LOCK_SERVICE');

async function claim(isOnlyOneHere = false): Promise<ServiceRecord> {
  const record = await ServiceRecord.claim(bench.registry, (line) => void log.push(line), {
    isOnlyOneHere,
    times: TIMES,
  });
  held.push(record);
  return record;
}

function leave(holder: object, beat = 0): void {
  fs.writeFileSync(file(), `${JSON.stringify({ ...here, id: 'other', ...holder, beat })}\n`);
}

/** How long something takes, in milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const idIn = (): string => JSON.parse(fs.readFileSync(file(), 'utf8')).id;

describe('a registry with the record', () => {
  it('of nobody is claimed in a moment, and nothing is left of it in the end', async () => {
    const times = [];
    for (let i = 0; i < 7; i++) {
      times.push(await timeOf(() => claim()));
      await held.pop()?.release();
    }
    expect(Math.min(...times)).toBeLessThan(50);
    expect(fs.readdirSync(bench.registry)).toEqual([]);
  });

  it('of a process that is there is refused', async () => {
    leave({});
    await expect(claim()).rejects.toThrow(RegistryInUseError);
    expect(idIn()).toBe('other');
  });

  it('of a process of this machine that has gone is claimed at once', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    leave({ pid: dead });
    expect(await timeOf(() => claim())).toBeLessThan(TIMES.silenceMs / 2);
    expect(idIn()).not.toBe('other');
  });

  it('of a process whose id another one has now is claimed at once', async () => {
    leave({ started: '1' });
    expect(await timeOf(() => claim())).toBeLessThan(TIMES.silenceMs / 2);
  });

  it('of another machine is claimed once that was silent for long enough, and that is logged', async () => {
    leave(elsewhere);
    expect(await timeOf(() => claim())).toBeGreaterThanOrEqual(TIMES.silenceMs - 1);
    expect(log).toEqual([expect.stringContaining('host elsewhere')]);
    expect(idIn()).not.toBe('other');
  });

  it('of another machine that shows itself is refused', async () => {
    leave(elsewhere);
    let beat = 0;
    const other = setInterval(() => leave(elsewhere, ++beat), TIMES.beatMs);
    await expect(claim()).rejects.toThrow(RegistryInUseError);
    clearInterval(other);
    expect(idIn()).toBe('other');
  });

  it('of another container of this machine is claimed at once only where locks would tell', async () => {
    leave({ pidNamespace: 'pid:[1]' });
    expect(await timeOf(() => claim(true))).toBeLessThan(TIMES.silenceMs / 2);
    await held.pop()?.release();
    leave({ pidNamespace: 'pid:[1]' });
    expect(await timeOf(() => claim(false))).toBeGreaterThanOrEqual(TIMES.silenceMs - 1);
  });

  it.each([
    ['nothing', ''],
    ['half of it', '{'],
    ['JSON of another shape', '{"id": 1}'],
    ['a lot', 'x'.repeat(100_000)],
  ])('that makes no sense is claimed once it was silent for long enough: %s', async (_what, content) => {
    fs.writeFileSync(file(), content);
    await claim();
    expect(idIn()).not.toBe('other');
  });
});

it('of many that find a dead record at the same time, one gets the registry and keeps it', async () => {
  for (let round = 0; round < 30; round++) {
    if (round % 2 === 0) leave({ started: '1' });
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => claim()));
    const winners = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    for (const winner of winners) await winner.show();
    const remaining = await Promise.allSettled(winners.map((winner) => winner.require()));
    expect(remaining.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const record of held.splice(0)) await record.release();
    expect(fs.readdirSync(bench.registry)).toEqual([]);
  }
});

describe('a service', () => {
  it('shows that it is there, and makes its record again if somebody removes that', async () => {
    const record = await claim();
    const before = fs.readFileSync(file(), 'utf8');
    await until(() => fs.readFileSync(file(), 'utf8') !== before, 'the record changes');
    fs.rmSync(file());
    await until(() => fs.existsSync(file()), 'the record is there again');
    await record.require();
  });

  it('notices that another one has taken the registry, and leaves that one its record', async () => {
    const record = await claim();
    const lost = new Promise((resolve) => {
      record.onLost = resolve;
    });
    leave(elsewhere);
    expect(await lost).toBeInstanceOf(RegistryInUseError);
    await expect(record.require()).rejects.toThrow(RegistryInUseError);
    await record.release();
    expect(idIn()).toBe('other');
  });

  it('ends with 1 when another one has taken the registry', async () => {
    const service = await bench.startProcess();
    leave(elsewhere);
    expect(await service.ended).toBe(1);
    expect(service.output).toContain('process');
    expect(service.output).toContain('host elsewhere');
    expect(idIn()).toBe('other');
  });

  it('refuses to start beside another one where there are no locks', async () => {
    const bin = path.join(bench.root, 'bin');
    fs.mkdirSync(bin);
    await bench.startProcess([], { PATH: bin });
    const second = new ServiceProcess(bench.flags, { PATH: bin });
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`another service is working on the registry "${bench.registry}"`);
    expect(await bench.get('/info')).toMatchObject({ status: 200 });
  });

  it('that was killed does not keep the next one waiting', async () => {
    const bin = path.join(bench.root, 'bin');
    fs.mkdirSync(bin);
    const first = await bench.startProcess([], { PATH: bin });
    await first.stop('SIGKILL');
    const second = await bench.startProcess([], { PATH: bin });
    expect(second.isRunning).toBe(true);
    expect(second.output).not.toContain('waiting');
  });
});

(severalUsers ? it : it.skip)(
  'as root: a registry whose top is closed to the service works, and the limitation is logged',
  async () => {
    for (const name of ['..LOCK', '..logs']) {
      const place = path.join(bench.registry, name);
      if (name === '..logs') fs.mkdirSync(place);
      else fs.writeFileSync(place, '');
      giveTo(place, 'daemon');
    }
    const service = await ServiceProcess.start(bench.flags, process.env, 'daemon');
    expect(service.isRunning).toBe(true);
    expect(service.output).toContain('not protected from services on other machines: EACCES');
    expect(await service.stop()).toBe(0);
  },
);

(canTrace ? it : it.skip)('a registry whose handle is stale is named in one sentence', async () => {
  const fault = ['-f', '-o', '/dev/null', '-P', bench.registry, '-e', 'inject=statx,mkdir:error=ESTALE'];
  const program = [process.execPath, serviceProgram(), ...bench.flags];
  const child = spawn('strace', [...fault, ...program], { stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(1);
  expect(output.trim().split('\n')).toEqual([
    expect.stringContaining(
      `-registry should be a directory, but ${bench.registry} cannot be looked at: ESTALE: stale file handle`,
    ),
  ]);
});
