/**
 * `npm run bench -- upload`: the upload step against copying and hard linking by hand with a bare request, against links
 * to files whose checksums are known, and against the service's own time for a directory that is in staging already, as
 * hard links where that is possible (the floor). One file (W0) shows the time that a step takes to start: the rest of
 * its time above the floor, divided by the number of files, is its own time for each file.
 *
 *   [--runs N] [--only W1,W3] [--place DIR] [--staging DIR] [--client NAME=COMMAND] [--plot FILE.svg]
 *
 * `--place` is where source and registry lie (default: the temporary directory), `--staging` where staging does (default:
 * beside them; on another filesystem, copies are needed). `--client` is another contestant: a shell command that gets
 * PROJECT, ASSET, VERSION, DIRECTORY, STAGING and GOBBLER_URL in its environment. With `GOBBLER_URL` another service is
 * measured, whose staging directory has to be writable here and in which this user may create projects.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { count, someOf } from './flags.mjs';
import { ask, openGobbler, temporaryPlace } from './gobbler.mjs';
import { plot } from './plot.mjs';
import { median, megabytes, ratio, record, spread, table } from './statistics.mjs';
import { runStep } from './step.mjs';
import { letRest, MANY_FILES, WORKLOADS, wakeMemory } from './workloads.mjs';

/** @typedef {import('./gobbler.mjs').Gobbler & { project: string, asset: string, version: string, directory: string, cache: string, changed: ReadonlySet<string> }} Job */
/** @typedef {{ ms: number, peakBytes?: number }} Measured */

/** @param {Job} job @returns {Measured} */
function ours({ url, staging, project, asset, version, directory, cache }) {
  const inputs = { project, asset, version, directory, staging, 'hash-cache': String(cache !== '') };
  return runStep('upload', url, inputs, { cache });
}

/** Without a tool: stage, ask, remove. @param {(job: Job, staged: string) => void} stage @returns {(job: Job) => Promise<Measured>} */
const byHand = (stage) => async (job) => {
  const { staging, project, asset, version } = job;
  const source = `bench-${randomBytes(8).toString('hex')}`;
  const begun = performance.now();
  stage(job, path.join(staging, source));
  await ask(job, 'upload', { source, project, asset, version });
  fs.rmSync(path.join(staging, source), { recursive: true, force: true });
  return { ms: performance.now() - begun };
};

/** @param {'-r' | '-rl'} how @returns {(job: Job, staged: string) => void} */
const copy = (how) => (job, staged) => {
  execFileSync('cp', [how, `${job.directory}/.`, staged]);
};

/** Links to the version before where nothing has changed, which it knows by `changed`; else hard links. @param {Job} job @param {string} staged */
function linkKnown({ registry, project, asset, directory, changed }, staged) {
  for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const place = path.relative(directory, path.join(entry.parentPath, entry.name));
    if (entry.isDirectory()) fs.mkdirSync(path.join(staged, place), { recursive: true });
    else if (changed.has(place)) fs.linkSync(path.join(directory, place), path.join(staged, place));
    else fs.symlinkSync(path.join(registry, project, asset, '1', place), path.join(staged, place));
  }
}

/** @param {Job} job @returns {Promise<Measured>} */
async function floor(job) {
  const { staging, project, asset, version, directory } = job;
  const source = `bench-${randomBytes(8).toString('hex')}`;
  // The service's time for new files depends on what was made on the disk before, so this makes the same as the step.
  const sameDisk = fs.statSync(directory).dev === fs.statSync(staging).dev;
  execFileSync('cp', [sameDisk ? '-rl' : '-r', directory, path.join(staging, source)]);
  execFileSync('sync');
  const begun = performance.now();
  await ask(job, 'upload', { source, project, asset, version });
  const ms = performance.now() - begun;
  fs.rmSync(path.join(staging, source), { recursive: true, force: true });
  return { ms };
}

/** @param {string} command @returns {(job: Job) => Measured} */
const otherClient = (command) => (job) => {
  const { url, staging, project, asset, version, directory } = job;
  const env = {
    ...process.env,
    PROJECT: project,
    ASSET: asset,
    VERSION: version,
    DIRECTORY: directory,
    STAGING: staging,
    GOBBLER_URL: url,
  };
  const begun = performance.now();
  execFileSync('sh', ['-c', command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return { ms: performance.now() - begun };
};

/** Each run begins with another one: what one leaves of the disk, the next has to live with. @template T @param {readonly T[]} all @param {number} run */
const inTurn = (all, run) => [...all.slice(run % all.length), ...all.slice(0, run % all.length)];

const WARM = 'ours, warm';
const CP = 'cp -r + request';
const HARD_LINKS = 'cp -rl + request';
const KNOWN = 'known checksums, links + request';
const ONE_FILE = 'W0';

/** @param {readonly string[]} args */
export async function benchUpload(args) {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '5' },
      only: { type: 'string', default: WORKLOADS.map(({ name }) => name).join(',') },
      place: { type: 'string', default: os.tmpdir() },
      staging: { type: 'string' },
      client: { type: 'string', multiple: true, default: [] },
      plot: { type: 'string' },
    },
  });
  const names = WORKLOADS.map(({ name }) => name);
  const wanted = someOf('only', flags.only, names);
  const runs = count('runs', flags.runs);
  const place = temporaryPlace(flags.place);
  const gobbler = await openGobbler(
    place,
    flags.staging === undefined ? place : temporaryPlace(flags.staging),
  );
  /** @type {Record<string, (job: Job) => Measured | Promise<Measured>>} */
  const contestants = {
    ours,
    [WARM]: ours,
    [CP]: byHand(copy('-r')),
    ...(fs.statSync(place).dev === fs.statSync(gobbler.staging).dev && {
      [HARD_LINKS]: byHand(copy('-rl')),
      [KNOWN]: byHand((job, staged) => {
        fs.mkdirSync(staged);
        linkKnown(job, staged);
      }),
    }),
    floor,
    ...Object.fromEntries(
      flags.client.map((given) => {
        const [name = '', ...command] = given.split('=');
        return [name, otherClient(command.join('='))];
      }),
    ),
  };
  const project = `bench-${randomBytes(4).toString('hex')}`;
  await ask(gobbler, 'create_project', { project });
  let startMs = Number.NaN;
  /** @type {string[][]} */
  const rows = [];
  /** @type {import('./plot.mjs').Group[]} */
  const groups = [];
  for (const workload of WORKLOADS.filter(({ name }) => wanted.includes(name))) {
    /** @type {Map<string, Measured[]>} */
    const measured = new Map(Object.keys(contestants).map((name) => [name, []]));
    for (let run = 0; run < runs; run++) {
      for (const [name, contestant] of inTurn(Object.entries(contestants), run)) {
        const isWarm = name === WARM;
        if ((isWarm || name === KNOWN) && workload.change === undefined) continue;
        if (name === KNOWN && workload.isMany) continue; // nobody remembers those of small files
        const asset = `${workload.name}-${run}-${name.replaceAll(/\W/g, '')}`;
        const directory = path.join(place, asset);
        workload.make(directory);
        letRest(directory);
        const cache = isWarm ? path.join(place, 'cache') : '';
        const job = { ...gobbler, project, asset, directory, cache, changed: new Set() };
        if (workload.change !== undefined) {
          if (isWarm) ours({ ...job, version: '1' });
          else await floor({ ...job, version: '1' });
          for (const file of workload.change(directory)) job.changed.add(file);
          execFileSync('sync');
        }
        if (!workload.isMany) wakeMemory();
        const found = await contestant({ ...job, version: '2' });
        measured.get(name)?.push(found);
        record({ workload: workload.name, contestant: name, run, ...found, ms: Math.round(found.ms) });
        // Where many files were removed just now, ext4 is slow to make others: they stay until the end.
        if (workload.isMany) continue;
        await ask(gobbler, 'delete_asset', { project, asset, force: true });
        fs.rmSync(directory, { recursive: true, force: true });
      }
    }
    const times = (/** @type {string} */ name) => (measured.get(name) ?? []).map((one) => one.ms);
    const ms = (/** @type {string} */ name) => median(times(name));
    const own = ms('ours') - ms('floor');
    if (workload.name === ONE_FILE) startMs = own;
    const peak = Math.max(
      ...['ours', WARM].flatMap((name) => measured.get(name) ?? []).map((one) => one.peakBytes ?? 0),
    );
    rows.push([
      `${workload.name}: ${workload.about}`,
      ...Object.keys(contestants).map((name) => spread(times(name))),
      ratio(ms('ours'), ms(CP)),
      ratio(ms('ours'), ms(HARD_LINKS)),
      ratio(ms(WARM), ms(KNOWN)),
      workload.isMany ? `${(((own - startMs) * 1000) / MANY_FILES).toFixed(1)} µs` : '',
      megabytes(peak),
    ]);
    // One file would dwarf the others: nearly all of its time is the start of Node.
    if (workload.name === ONE_FILE) continue;
    groups.push({
      name: workload.name,
      bars: Object.keys(contestants)
        .filter((name) => !Number.isNaN(ms(name)))
        .map((name) => ({ name, value: ms(name) / ms(CP) })),
    });
  }
  await ask(gobbler, 'delete_project', { project });
  table(
    [
      'workload',
      ...Object.keys(contestants),
      'ours ÷ cp -r',
      'ours ÷ cp -rl',
      'warm ÷ known',
      'own time, each file',
      'peak memory',
    ],
    rows,
  );
  if (flags.plot !== undefined) fs.writeFileSync(flags.plot, plot(`Time of an upload, ${CP} = 1`, groups));
}
