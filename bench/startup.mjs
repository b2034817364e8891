/**
 * `npm run bench -- startup`: a step that refuses its inputs, against `node -e 0`, on a machine that has published once
 * with this version, so compiled code is in the cache. `[--runs N]`
 */
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './flags.mjs';
import { ask, openGobbler, temporaryPlace } from './gobbler.mjs';
import { median, ratio, record, table } from './statistics.mjs';
import { runStep } from './step.mjs';
import { makeMany } from './workloads.mjs';

/** @param {readonly string[]} args */
export async function benchStartup(args) {
  const { values: flags } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '20' } },
  });
  const runs = count('runs', flags.runs);
  const place = temporaryPlace(os.tmpdir());
  const gobbler = await openGobbler(place, place);
  await ask(gobbler, 'create_project', { project: 'bench' });
  const directory = path.join(place, 'source');
  makeMany(directory, 1);
  const inputs = { project: 'bench', asset: 'a', version: '1', directory, staging: gobbler.staging };
  runStep('upload', gobbler.url, inputs, { memory: false });
  /** @type {{ bare: number[], refused: number[] }} */
  const measured = { bare: [], refused: [] };
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    spawnSync(process.execPath, ['-e', '0'], { env: { PATH: process.env.PATH, HOME: process.env.HOME } });
    measured.bare.push(performance.now() - begun);
    measured.refused.push(
      runStep('upload', gobbler.url, { ...inputs, project: '' }, { exitCode: 1, memory: false }).ms,
    );
  }
  const [bare, refused] = [median(measured.bare), median(measured.refused)];
  record({ bareMs: Math.round(bare), refusedMs: Math.round(refused) });
  table(
    ['node -e 0', 'refused step', 'ratio'],
    [[`${Math.round(bare)} ms`, `${Math.round(refused)} ms`, ratio(refused, bare)]],
  );
}
