/**
 * `npm run bench -- latency`: the upload step against `cp -r` and a request, both with a millisecond added to every call
 * of the filesystem, as on a network filesystem. Needs `strace`. `[--runs N] [--files N] [--place DIR]`
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './flags.mjs';
import { ask, openGobbler, temporaryPlace } from './gobbler.mjs';
import { median, ratio, record, seconds, table } from './statistics.mjs';
import { runStep } from './step.mjs';
import { letRest, makeMany } from './workloads.mjs';

const CALLS = '%file,getdents64,copy_file_range,sendfile';
const prefix = [
  'strace',
  '-f',
  '-qq',
  '-o',
  '/dev/null',
  '-e',
  `trace=${CALLS}`,
  '-e',
  `inject=${CALLS}:delay_enter=1000`,
];

/** @param {readonly string[]} args */
export async function benchLatency(args) {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '3' },
      files: { type: 'string', default: '2000' },
      place: { type: 'string', default: os.tmpdir() },
    },
  });
  const runs = count('runs', flags.runs);
  const place = temporaryPlace(flags.place);
  const gobbler = await openGobbler(place, place);
  await ask(gobbler, 'create_project', { project: 'bench' });
  const directory = path.join(place, 'source');
  makeMany(directory, count('files', flags.files));
  letRest(directory);
  /** @type {{ ours: number[], byHand: number[] }} */
  const measured = { ours: [], byHand: [] };
  // A runner of its own: not with the checksums that this machine has cached, but with compiled code of an earlier run.
  const cache = path.join(place, 'cache');
  fs.mkdirSync(cache, { mode: 0o700 }); // code is only cached where nobody else can write
  const first = path.join(place, 'first');
  makeMany(first, 1);
  const earlier = {
    project: 'bench',
    asset: 'first',
    version: '1',
    directory: first,
    staging: gobbler.staging,
  };
  runStep('upload', gobbler.url, earlier, { cache, memory: false });
  for (let run = 0; run < runs; run++) {
    const inputs = {
      project: 'bench',
      asset: `ours${run}`,
      version: '1',
      directory,
      staging: gobbler.staging,
    };
    measured.ours.push(runStep('upload', gobbler.url, inputs, { cache, prefix, memory: false }).ms);
    const begun = performance.now();
    const staged = path.join(gobbler.staging, `cp${run}`);
    execFileSync(/** @type {string} */ (prefix[0]), [...prefix.slice(1), 'cp', '-r', directory, staged]);
    const upload = { source: `cp${run}`, project: 'bench', asset: `cp${run}`, version: '1' };
    await ask(gobbler, 'upload', upload);
    measured.byHand.push(performance.now() - begun);
    fs.rmSync(staged, { recursive: true });
    record({ run, oursMs: measured.ours.at(-1), byHandMs: measured.byHand.at(-1) });
  }
  const [ours, byHand] = [median(measured.ours), median(measured.byHand)];
  table(
    ['', 'ours', 'cp -r + request', 'ratio'],
    [[`${flags.files} files`, seconds(ours), seconds(byHand), ratio(ours, byHand)]],
  );
}
