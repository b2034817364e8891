/**
 * `npm run bench`: the upload step against copying and asking by hand, and against the service's own time, on one machine
 * in alternating runs. Prints a JSON line for every run and a table of medians and ratios.
 *
 *   npm run bench -- [--runs N] [--only W1,W3] [--place DIR] [--staging DIR]
 *
 * `--place` is where source and registry lie (default: the temporary directory), `--staging` where staging does (default:
 * beside them; on another filesystem, copies are needed). With `GOBBLER_URL` another service is measured, whose staging
 * directory has to be writable here and in which this user may create projects.
 */
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WORKLOADS } from './workloads.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: WORKLOADS.map(({ name }) => name).join(',') },
    place: { type: 'string', default: os.tmpdir() },
    staging: { type: 'string' },
  },
});
const runs = Number(flags.runs);
const place = fs.realpathSync(fs.mkdtempSync(path.join(flags.place, 'gobbler-bench-')));
const stagingParent = flags.staging ?? place;
const made = [place];

/** @param {string} url @param {string} staging @param {string} action @param {object} body */
async function ask(url, staging, action, body) {
  const name = `request-${action}-${randomBytes(8).toString('hex')}`;
  fs.writeFileSync(path.join(staging, name), JSON.stringify(body));
  try {
    const { request } = await import('node:http');
    const [status, text] = await new Promise((resolve, reject) => {
      const sent = request(`${url}/new/${name}`, { method: 'POST' }, (response) => {
        let received = '';
        response.on('data', (chunk) => {
          received += chunk;
        });
        response.on('end', () => resolve([response.statusCode, received]));
      });
      sent.on('error', reject).end();
    });
    if (status !== 200) throw new Error(`${action}: ${status} ${text}`);
  } finally {
    fs.rmSync(path.join(staging, name));
  }
}

/** @returns {Promise<{ url: string, staging: string, stop: () => Promise<void> }>} */
async function openService() {
  if (process.env.GOBBLER_URL) {
    /** @type {any} */
    const info = await (await fetch(`${process.env.GOBBLER_URL}/info`)).json();
    return { url: process.env.GOBBLER_URL, staging: info.staging, stop: async () => {} };
  }
  const staging = fs.mkdtempSync(path.join(stagingParent, 'gobbler-bench-staging-'));
  const registry = path.join(place, 'registry');
  made.push(staging);
  fs.mkdirSync(registry);
  fs.chmodSync(staging, 0o1777);
  const args = [
    'serve',
    '-registry',
    registry,
    '-staging',
    staging,
    '-port',
    '0',
    '-admin',
    os.userInfo().username,
  ];
  const child = spawn(process.execPath, [path.join(root, 'dist/index.js'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const url = await new Promise((resolve, reject) => {
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
        const found = /http:\/\/[\d.]+:\d+/.exec(said);
        if (found) resolve(found[0]);
      });
    }
    void ended.then(() => reject(new Error(said)));
  });
  return {
    url,
    staging,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** @typedef {{ url: string, staging: string, project: string, asset: string, version: string, directory: string, cache: string }} Job */

/** The whole step as a runner starts it, from the start of its process to its end. @param {Job} job */
function step({ url, staging, project, asset, version, directory, cache }) {
  const env = {
    ...process.env,
    INPUT_PROJECT: project,
    INPUT_ASSET: asset,
    INPUT_VERSION: version,
    INPUT_DIRECTORY: directory,
    INPUT_STAGING: staging,
    'INPUT_HASH-CACHE': String(cache !== ''),
    GOBBLER_URL: url,
    RUNNER_TOOL_CACHE: cache,
  };
  execFileSync(process.execPath, [path.join(root, 'upload/main.js')], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** What people do without a tool: copy, ask, remove. @param {Job} job */
async function copyAndAsk({ url, staging, project, asset, version, directory }) {
  const source = `bench-${randomBytes(8).toString('hex')}`;
  execFileSync('cp', ['-r', directory, path.join(staging, source)]);
  await ask(url, staging, 'upload', { source, project, asset, version, consume: true });
  fs.rmSync(path.join(staging, source), { recursive: true, force: true });
}

/** The service's own time for a directory that lies in staging already. @param {Job} job */
async function floor({ url, staging, project, asset, version, directory }) {
  const source = `bench-${randomBytes(8).toString('hex')}`;
  execFileSync('cp', ['-r', directory, path.join(staging, source)]);
  const begun = performance.now();
  await ask(url, staging, 'upload', { source, project, asset, version });
  const spentMs = performance.now() - begun;
  fs.rmSync(path.join(staging, source), { recursive: true, force: true });
  return spentMs;
}

/** @type {Record<string, (job: Job) => void | Promise<void | number>>} */
const CONTESTANTS = { ours: step, 'ours, warm': step, 'cp -r + request': copyAndAsk, floor };

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const service = await openService();
const project = `bench-${randomBytes(4).toString('hex')}`;
try {
  await ask(service.url, service.staging, 'create_project', { project });
  console.log(
    '| workload | ours | ours, warm | cp -r + request | floor | ours ÷ floor | ours ÷ cp | warm ÷ cp |',
  );
  console.log('|---|---|---|---|---|---|---|---|');
  for (const workload of WORKLOADS.filter(({ name }) => flags.only.split(',').includes(name))) {
    const directory = path.join(place, workload.name);
    /** @type {Map<string, number[]>} */
    const times = new Map(Object.keys(CONTESTANTS).map((name) => [name, []]));
    for (let run = 0; run < runs; run++) {
      for (const [name, contestant] of Object.entries(CONTESTANTS)) {
        const isWarm = name === 'ours, warm';
        if (isWarm && workload.change === undefined) continue;
        fs.rmSync(directory, { recursive: true, force: true });
        workload.make(directory);
        const past = new Date(Date.now() - 60_000);
        execFileSync('find', [
          directory,
          '-type',
          'f',
          '-exec',
          'touch',
          '-d',
          past.toISOString(),
          '{}',
          '+',
        ]);
        const asset = `${workload.name}-${run}-${name.replaceAll(/\W/g, '')}`;
        const cache = isWarm ? path.join(place, 'cache') : '';
        const job = { ...service, project, asset, version: '1', directory, cache };
        if (workload.change !== undefined) {
          if (isWarm) step(job);
          else await copyAndAsk(job);
          workload.change(directory);
        }
        execFileSync('sync');
        const begun = performance.now();
        const own = await contestant({ ...job, version: '2' });
        const spentMs = typeof own === 'number' ? own : performance.now() - begun;
        times.get(name)?.push(spentMs);
        console.error(
          JSON.stringify({ workload: workload.name, contestant: name, run, ms: Math.round(spentMs) }),
        );
        await ask(service.url, service.staging, 'delete_asset', { project, asset, force: true });
      }
    }
    const [ours = 0, warm = 0, copied = 0, least = 0] = [...times.values()].map(median);
    const seconds = (/** @type {number} */ ms) => (Number.isNaN(ms) ? '' : `${(ms / 1000).toFixed(2)} s`);
    const ratio = (/** @type {number} */ a, /** @type {number} */ b) =>
      Number.isNaN(a) ? '' : (a / b).toFixed(2);
    console.log(
      `| ${workload.name} | ${[ours, warm, copied, least].map(seconds).join(' | ')} | ${ratio(ours, least)} | ${ratio(ours, copied)} | ${ratio(warm, copied)} |`,
    );
    fs.rmSync(directory, { recursive: true, force: true });
  }
  await ask(service.url, service.staging, 'delete_project', { project });
} finally {
  await service.stop();
  for (const directory of made) fs.rmSync(directory, { recursive: true, force: true });
}
