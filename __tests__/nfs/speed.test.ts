import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BUNDLE, directoriesOn } from './harness/product.ts';
import { SERVED, TESTED_MOUNTS } from './harness/shared-filesystem.ts';
import { useSite } from './harness/site.ts';

const RUNS = 5;
const PYGOBBLER = 'pygobbler==0.1.11';

/** How many times as long as the others an upload may take. Not known as a bound where undefined. */
const WORKLOADS = [
  {
    name: '1,000 x 4 KiB from a local disk',
    files: 1000,
    bytes: 4096,
    isShared: false,
    cp: 1.3,
    pygobbler: 0.8,
  },
  {
    name: '1 x 100 MiB from a local disk',
    files: 1,
    bytes: 100 * 1024 ** 2,
    isShared: false,
    cp: 1.1,
    pygobbler: 1.1,
  },
  {
    name: '1 x 100 MiB from the same export',
    files: 1,
    bytes: 100 * 1024 ** 2,
    isShared: true,
    cp: 0.8,
    pygobbler: 0.8,
  },
] as const;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** By turns with `cp -r` and a request, and with the Python client. On a machine with nothing else to do. */
describe('the time that an upload takes', () => {
  const packages = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-python-'));
  const site = useSite();

  beforeAll(() => {
    fs.chmodSync(packages, 0o755); // for the user who uploads
    execFileSync('python3', ['-m', 'pip', 'install', '--quiet', '--target', packages, PYGOBBLER]);
  }, 300_000);
  afterAll(() => fs.rmSync(packages, { recursive: true }));

  describe.each(TESTED_MOUNTS)('on $name', (mount) => {
    it.each(WORKLOADS)(
      '$name',
      async (workload) => {
        const { server, clients, fresh, service } = site();
        const [client] = clients;
        await client.shell(
          `mkdir -p /mnt/python; mountpoint -q /mnt/python || mount -t hostfs -o ro,${packages} none /mnt/python`,
          { user: 'root' },
        );
        const { staging, registry } = directoriesOn(mount);
        const name = fresh('speed');
        const source = workload.isShared ? `${mount.path}/work/${name}` : `/tmp/${name}`;
        const fill = `const fs=require('fs'); fs.mkdirSync(${JSON.stringify(source)});
          for (let i = 0; i < ${workload.files}; i++)
            fs.writeFileSync(${JSON.stringify(source)} + '/' + i, require('crypto').randomBytes(${workload.bytes}))`;
        await client.run(['node', '-e', fill]);

        const run = async (argv: readonly string[], env: Record<string, string> = {}): Promise<number> => {
          const { exitCode, stdout, stderr, durationMs } = await client.run(argv, { env });
          if (exitCode !== 0) throw new Error(`${argv.join(' ')}:\n${stdout}${stderr}`);
          return durationMs;
        };
        const contender = (how: string) => () =>
          run(
            ['/usr/bin/python3', '/mnt/guest/contender.py', how, service.url, staging, source, fresh(how)],
            {
              PYTHONPATH: '/mnt/python',
            },
          );
        const contenders = {
          // The step of a workflow.
          gobbler: () =>
            run(['node', `${BUNDLE}/upload/main.cjs`], {
              GOBBLER_URL: service.url,
              INPUT_PROJECT: 'demo',
              INPUT_ASSET: fresh('gobbler'),
              INPUT_VERSION: '1',
              INPUT_DIRECTORY: source,
              INPUT_STAGING: staging,
              INPUT_REGISTRY: registry,
            }),
          cp: contender('cp'),
          pygobbler: contender('pygobbler'),
          'node -e 0': () => run(['node', '-e', '0']),
        };
        const times = new Map<string, number[]>(Object.keys(contenders).map((key) => [key, []]));
        for (let turn = 0; turn <= RUNS; turn++) {
          for (const [key, contend] of Object.entries(contenders)) {
            const durationMs = await contend();
            // The first turn warms up.
            if (turn > 0) times.get(key)?.push(durationMs);
            await server.shell(`rm -rf ${SERVED}/registry/demo/{gobbler,cp,pygobbler}-*; sync`, {
              user: 'root',
            });
          }
        }
        await client.shell(`rm -r ${source}`);
        const medians = Object.fromEntries([...times].map(([key, values]) => [key, median(values)]));
        const { gobbler = 0, cp = 0, pygobbler = 0 } = medians;
        const ratios = { cp: gobbler / cp, pygobbler: gobbler / pygobbler };
        process.stderr.write(
          `${mount.name}, ${workload.name}: ${JSON.stringify({ medians, ratios, times: Object.fromEntries(times) })}\n`,
        );
        expect(ratios.cp).toBeLessThanOrEqual(workload.cp);
        expect(ratios.pygobbler).toBeLessThanOrEqual(workload.pygobbler);
      },
      1_800_000,
    );
  });
});
