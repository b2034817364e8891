import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ServiceBench } from '../helpers/service-bench.ts';
import type { ServiceProcess } from '../helpers/service-process.ts';
import { SELF } from '../helpers/service-users.ts';
import { canTrace, withFault } from '../helpers/tracer.ts';

/*
 * A network filesystem beneath the embedded service: it reports that the disk is full only when a file is closed, and
 * keeps removed files under another name until the last of its users has closed them.
 */

const withFaults = canTrace ? describe : describe.skip;

let service: ServiceProcess | undefined;

afterEach(() => {
  service = undefined;
});

async function benchWithProject(): Promise<ServiceBench> {
  const bench = ServiceBench.idle();
  service = await bench.startProcess();
  await bench.createProject('p');
  expect(await bench.upload('p/a/v0', { kept: 'x' })).toMatchObject({ status: 200 });
  return bench;
}

const pid = (): number => service?.child.pid as number;

/** A failed upload must leave nothing, and an asset that takes the next one. */
async function expectUndone(bench: ServiceBench): Promise<void> {
  expect(bench.has('p/a/v')).toBe(false);
  expect(bench.record('p/a/..latest')).toEqual({ version: 'v0' });
  expect(bench.record('p/..usage')).toEqual({ total: 1 });
  expect(fs.readdirSync(path.join(bench.registry, 'p/a')).sort()).toEqual(['..LOCK', '..latest', 'v0']);
}

withFaults('an error that comes when a file is closed', () => {
  it.each(['ENOSPC', 'EDQUOT', 'EIO'])(
    'fails the upload, at whichever file it is, or it was none of the version: %s',
    async (code) => {
      const bench = await benchWithProject();
      let failed = 0;
      for (let count = 1; count <= 40; count++) {
        const { status, json } = await withFault(pid(), 'close', `error=${code}:when=${count}`, () =>
          bench.upload('p/a/v', { 'd/small': `s${count}`, other: `o${count}`, large: { size: 600_000 } }),
        );
        if (status === 200) {
          expect(await bench.about('validate_version', 'p/a/v')).toMatchObject({ status: 200 });
          expect(await bench.about('delete_version', 'p/a/v')).toMatchObject({ status: 200 });
          continue;
        }
        failed += 1;
        expect(status).toBe(500);
        expect(json.reason).toContain(code);
        await expectUndone(bench);
      }
      // Three files, and some records.
      expect(failed).toBeGreaterThanOrEqual(5);
      expect(await bench.upload('p/a/v', { x: 'x' })).toMatchObject({ status: 200 });
    },
  );

  it('fails the upload of a large file, whose copy is closed in the background', async () => {
    const bench = await benchWithProject();
    const answer = await withFault(
      pid(),
      'close',
      'error=ENOSPC',
      () => bench.upload('p/a/v', { large: { size: 20_000_000 } }),
      path.join(bench.registry, 'p/a/v/large'),
    );
    expect(answer).toMatchObject({ status: 500, json: { reason: expect.stringContaining('ENOSPC') } });
    await expectUndone(bench);
  });

  it('leaves no project without its records, and no asset without its owner', async () => {
    const bench = await benchWithProject();
    let failed = 0;
    for (let count = 1; count <= 12; count++) {
      const project = `q${count}`;
      const answer = await withFault(pid(), 'close', `error=ENOSPC:when=${count}`, () =>
        bench.send('create_project', { project }),
      );
      if (answer.status === 200) continue;
      failed += 1;
      expect(bench.has(project)).toBe(false);
    }
    expect(failed).toBeGreaterThanOrEqual(3);
    const open = { owners: ['nobody'], global_write: true };
    await bench.createProject('open', open);
    for (let count = 1; count <= 12; count++) {
      const asset = `a${count}`;
      const upload = (): Promise<unknown> => bench.upload(`open/${asset}/v`, { x: 'x' });
      await withFault(pid(), 'close', `error=ENOSPC:when=${count}`, upload);
      const owners = bench.has(`open/${asset}`) ? bench.record(`open/${asset}/..permissions`).owners : 'none';
      expect([[SELF.username], 'none']).toContainEqual(owners);
    }
  });
});

withFaults('a version that cannot be removed at once when an upload fails', () => {
  const failing = { 'd/x': 'x', dangling: { link: 'nowhere' } };

  it.each(['ENOTEMPTY', 'EBUSY', 'EEXIST'])(
    'is tried again while a directory is refused with %s, and that is logged',
    async (code) => {
      const bench = await benchWithProject();
      const answer = await withFault(pid(), 'rmdir', `error=${code}:when=1..5`, () =>
        bench.upload('p/a/v', failing),
      );
      expect(answer).toMatchObject({ status: 500, json: { reason: expect.stringContaining('dangling') } });
      await expectUndone(bench);
      expect(service?.output.split('\n').filter((line) => line.includes(code))).toHaveLength(1);
      expect(await bench.upload('p/a/v', { x: 'x' })).toMatchObject({ status: 200 });
    },
  );

  it('is left in the end, named in the log, and can be deleted by force', async () => {
    const bench = await benchWithProject();
    const start = performance.now();
    const answer = await withFault(pid(), 'rmdir', 'error=EBUSY', () => bench.upload('p/a/v', failing));
    expect(answer).toMatchObject({ status: 500 });
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(bench.has('p/a/v')).toBe(true);
    expect(service?.output).toContain(`"${bench.registry}/p/a/v" is unfinished`);
    expect(await bench.about('delete_version', 'p/a/v', { force: true })).toMatchObject({ status: 200 });
    await expectUndone(bench);
  });

  it('takes its records back although the disk was full when it tried first', async () => {
    const bench = await benchWithProject();
    const logs = path.join(bench.registry, '..logs');
    fs.rmSync(logs, { recursive: true });
    // The log entry is what fails the upload; then the first attempts to write the old records fail, too.
    const answer = await withFault(pid(), 'rename', 'error=ENOSPC:when=5..6', () =>
      bench.upload('p/a/v', { x: 'xx' }),
    );
    expect(answer).toMatchObject({ status: 500 });
    fs.mkdirSync(logs);
    await expectUndone(bench);
  });
});
