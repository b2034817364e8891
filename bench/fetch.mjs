/**
 * `npm run bench -- fetch`: fetching over HTTP to a destination, to a destination and the cache, and into the cache alone;
 * against eight connections that are kept alive and check nothing, against one connection that fetches a file after the
 * other (W1), and against `curl` (one file of 1 GiB). Processor times are those of the client, not of the service.
 * `[--runs N] [--place DIR] [--files N]`
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { count } from './flags.mjs';
import { ask, get, openGobbler, temporaryPlace } from './gobbler.mjs';
import { median, megabytes, ratio, record, seconds, table } from './statistics.mjs';
import { runStep } from './step.mjs';
import { makeLarge, makeMany } from './workloads.mjs';

const GIBIBYTE = 1024 ** 3;
const SCRIPT = fileURLToPath(new URL('eight-connections.mjs', import.meta.url));

/** @typedef {import('./gobbler.mjs').Gobbler & { asset: string, files: readonly string[], into: string }} Job */
/** @typedef {{ ms: number, cpuMs: number, peakBytes?: number }} Measured */

/** @param {Record<string, string>} [more] @returns {(job: Job) => { peakBytes: number }} */
const ours =
  (more = {}) =>
  ({ url, staging, asset, into }) => {
    const inputs = { project: 'bench', asset, version: '1', remote: 'always', staging };
    const { destination } = more;
    const place = destination === undefined ? {} : { destination: path.join(into, destination) };
    return runStep('fetch', url, { ...inputs, ...more, ...place }, { cache: path.join(into, 'cache') });
  };

/** @param {Job} job */
function eightConnections({ url, asset, into }) {
  execFileSync(process.execPath, [SCRIPT, url, `bench/${asset}/1`, into]);
}

/** @param {Job} job */
async function inARow({ url, asset, files, into }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  fs.mkdirSync(into, { recursive: true });
  for (const [index, file] of files.entries()) {
    const content = await get(`${url}/fetch/${encodeURIComponent(`bench/${asset}/1/${file}`)}`, agent);
    fs.writeFileSync(path.join(into, String(index)), content);
  }
  agent.destroy();
}

/** @param {Job} job */
function curl({ url, asset, files, into }) {
  fs.mkdirSync(into, { recursive: true });
  for (const file of files) {
    const address = `${url}/fetch/${encodeURIComponent(`bench/${asset}/1/${file}`)}`;
    execFileSync('curl', ['-s', '-f', '-o', path.join(into, file), address]);
  }
}

const TICK_MS = 10;

/** The processor time of this process and of all its children that have ended; unknown where there is no /proc. */
function processorMs() {
  try {
    const numbers = fs.readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ').slice(11, 15) ?? [];
    return numbers.reduce((sum, ticks) => sum + Number(ticks) * TICK_MS, 0);
  } catch {
    return Number.NaN;
  }
}

const TO_DESTINATION = 'to a destination';
const EIGHT = '8 connections, no checks';

/** @param {readonly string[]} args */
export async function benchFetch(args) {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '7' },
      place: { type: 'string', default: os.tmpdir() },
      files: { type: 'string', default: '20000' },
    },
  });
  const runs = count('runs', flags.runs);
  const place = temporaryPlace(flags.place);
  const gobbler = await openGobbler(place, place);
  await ask(gobbler, 'create_project', { project: 'bench' });
  /** @param {string} asset @param {(directory: string) => void} make */
  const publish = async (asset, make) => {
    make(path.join(gobbler.staging, asset));
    await ask(gobbler, 'upload', { source: asset, project: 'bench', asset, version: '1', consume: true });
    fs.rmSync(path.join(gobbler.staging, asset), { recursive: true, force: true });
    return Object.keys(JSON.parse(await get(`${gobbler.url}/fetch/bench%2F${asset}%2F1%2F..manifest`)));
  };
  const many = await publish('many', (directory) => makeMany(directory, count('files', flags.files)));
  const large = await publish('large', (directory) => makeLarge(directory, 1, GIBIBYTE));
  /** @type {{ about: string, asset: string, files: readonly string[], others: Record<string, (job: Job) => unknown> }[]} */
  const workloads = [
    {
      about: `${many.length} files of 4 KiB`,
      asset: 'many',
      files: many,
      others: { [EIGHT]: eightConnections, 'one connection': inARow },
    },
    { about: '1 file of 1 GiB', asset: 'large', files: large, others: { curl } },
  ];
  /** @type {string[][]} */
  const rows = [];
  for (const { about, asset, files, others } of workloads) {
    /** @type {Record<string, (job: Job) => unknown>} */
    const contestants = {
      [TO_DESTINATION]: ours({ destination: 'files' }),
      'to a destination and the cache': ours({ destination: 'files', cache: 'true' }),
      'into the cache': ours(),
      ...others,
    };
    const names = Object.keys(contestants);
    /** @type {Map<string, Measured[]>} */
    const measured = new Map(names.map((name) => [name, []]));
    for (let run = 0; run < runs; run++) {
      // Each run begins with another one.
      for (const [at] of names.entries()) {
        const name = names[(at + run) % names.length] ?? '';
        const into = path.join(place, `fetched-${asset}-${run}-${name.replaceAll(/\W/g, '')}`);
        execFileSync('sync');
        const [begun, used] = [performance.now(), processorMs()];
        const found = /** @type {{ peakBytes?: number } | undefined} */ (
          await contestants[name]?.({ ...gobbler, asset, files, into })
        );
        const took = { ms: performance.now() - begun, cpuMs: processorMs() - used };
        measured.get(name)?.push({ ...found, ...took });
        record({ workload: about, contestant: name, run, ...found, ...took, ms: Math.round(took.ms) });
        // ext4 is slow after the removal of many files; so they stay until the end.
        if (asset === 'large') fs.rmSync(into, { recursive: true, force: true });
      }
    }
    /** @param {string} name @param {(one: Measured) => number} value */
    const medianOf = (name, value) => median((measured.get(name) ?? []).map(value));
    const [baseline = ''] = Object.keys(others);
    for (const name of names) {
      const [ms, base] = [medianOf(name, (one) => one.ms), medianOf(baseline, (one) => one.ms)];
      rows.push([
        about,
        name,
        seconds(ms),
        ratio(ms, base),
        seconds(medianOf(name, (one) => one.cpuMs)),
        megabytes(Math.max(...(measured.get(name) ?? []).map((one) => one.peakBytes ?? Number.NaN))),
      ]);
    }
  }
  table(['workload', 'contestant', 'time', `÷ ${EIGHT} / curl`, 'processor time', 'peak memory'], rows);
}
