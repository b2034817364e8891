/**
 * `npm run bench -- fetch`: fetching over HTTP into an empty cache, against one connection that is kept alive and fetches
 * a file after the other (W1), and against `curl` (one file of 1 GiB); the same with another copy of everything at a
 * destination. `[--runs N] [--place DIR] [--files N]`
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './flags.mjs';
import { ask, get, openGobbler, temporaryPlace } from './gobbler.mjs';
import { median, megabytes, ratio, record, seconds, table } from './statistics.mjs';
import { runStep } from './step.mjs';
import { makeLarge, makeMany } from './workloads.mjs';

const GIBIBYTE = 1024 ** 3;

/** @typedef {import('./gobbler.mjs').Gobbler & { asset: string, files: readonly string[], into: string }} Job */

const DESTINATION = 'ours, to a destination';

/** @param {{ destination?: string }} [options] @returns {(job: Job) => { peakBytes: number }} */
const ours =
  ({ destination } = {}) =>
  ({ url, staging, asset, into }) => {
    const inputs = { project: 'bench', asset, version: '1', remote: 'always', staging };
    const place = destination === undefined ? {} : { destination: path.join(into, destination) };
    return runStep('fetch', url, { ...inputs, ...place }, { cache: path.join(into, 'cache') });
  };

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

/** @param {readonly string[]} args */
export async function benchFetch(args) {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '5' },
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
  /** @type {{ about: string, asset: string, files: readonly string[], other: string, contestant: (job: Job) => unknown }[]} */
  const workloads = [
    {
      about: `${many.length} files of 4 KiB`,
      asset: 'many',
      files: many,
      other: 'one connection',
      contestant: inARow,
    },
    { about: '1 file of 1 GiB', asset: 'large', files: large, other: 'curl', contestant: curl },
  ];
  /** @type {string[][]} */
  const rows = [];
  for (const { about, asset, files, other, contestant } of workloads) {
    /** @type {Record<string, (job: Job) => unknown>} */
    const contestants = {
      ours: ours(),
      [DESTINATION]: ours({ destination: 'files' }),
      [other]: contestant,
    };
    /** @type {Map<string, { ms: number, peakBytes?: number }[]>} */
    const measured = new Map(Object.keys(contestants).map((name) => [name, []]));
    for (let run = 0; run < runs; run++) {
      for (const [name, contestant] of Object.entries(contestants)) {
        const into = path.join(place, `fetched-${asset}-${run}-${name.replaceAll(/\W/g, '')}`);
        execFileSync('sync');
        const begun = performance.now();
        const found = /** @type {{ peakBytes?: number } | undefined} */ (
          await contestant({ ...gobbler, asset, files, into })
        );
        const ms = performance.now() - begun;
        measured.get(name)?.push({ ...found, ms });
        record({ workload: about, contestant: name, run, ...found, ms: Math.round(ms) });
        // What follows the removal of many files would be slow on ext4; so they stay until the end.
        if (asset === 'large') fs.rmSync(into, { recursive: true, force: true });
      }
    }
    const ms = (/** @type {string} */ name) => median((measured.get(name) ?? []).map((one) => one.ms));
    const peak = Math.max(...(measured.get('ours') ?? []).map((one) => one.peakBytes ?? 0));
    rows.push([
      about,
      seconds(ms('ours')),
      seconds(ms(DESTINATION)),
      seconds(ms(other)),
      ratio(ms('ours'), ms(other)),
      megabytes(peak),
    ]);
  }
  table(['workload', 'ours', DESTINATION, 'one connection / curl', 'ours ÷ that', 'peak memory'], rows);
}
