/**
 * `npm run bench -- million`: peak memory and the seconds of each stage, for up to a million small files, each of its own
 * content: publishing them; publishing them again, unchanged; and fetching them to a destination, over HTTP. The peak is that
 * of the step's process alone; the service has a process of its own. `[--files 20000,200000,1000000] [--place DIR]`
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './flags.mjs';
import { ask, openGobbler, temporaryPlace } from './gobbler.mjs';
import { exponent, megabytes, record, seconds, table } from './statistics.mjs';
import { runStep } from './step.mjs';
import { letRest } from './workloads.mjs';

const FILES_A_FOLDER = 1000;

/** @param {string} directory @param {number} files */
function makeTiny(directory, files) {
  for (let file = 0; file < files; file++) {
    const folder = path.join(directory, `d${Math.floor(file / FILES_A_FOLDER)}`);
    if (file % FILES_A_FOLDER === 0) fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, `f${file}`), `file ${file}\n`);
  }
}

/** @param {readonly string[]} args */
export async function benchMillion(args) {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      files: { type: 'string', default: '20000,200000,1000000' },
      place: { type: 'string', default: os.tmpdir() },
    },
  });
  const sizes = flags.files.split(',').map((size) => count('files', size));
  const place = temporaryPlace(flags.place);
  const gobbler = await openGobbler(place, place);
  await ask(gobbler, 'create_project', { project: 'bench' });
  /** By run and stage: how long it took for how many files. @type {Map<string, [number, number][]>} */
  const growth = new Map();
  /** @type {string[][]} */
  const rows = [];
  for (const files of sizes) {
    const directory = path.join(place, `source-${files}`);
    makeTiny(directory, files);
    letRest(directory);
    const [project, asset] = ['bench', `a${files}`];
    const upload = { project, asset, directory, staging: gobbler.staging, 'hash-cache': 'false' };
    const destination = path.join(place, `fetched-${files}`);
    const fetched = { project, asset, version: '1', staging: gobbler.staging, remote: 'always', destination };
    const runs = /** @type {const} */ ([
      ['new files', 'upload', { ...upload, version: '1' }],
      ['unchanged files', 'upload', { ...upload, version: '2' }],
      ['fetched', 'fetch', fetched],
    ]);
    for (const [run, action, inputs] of runs) {
      const cache = path.join(place, 'cache');
      const { ms, peakBytes, stages } = runStep(action, gobbler.url, inputs, { cache });
      record({ files, run, ms: Math.round(ms), peakBytes, stages });
      for (const [stage, tookMs] of [['all', ms], ...stages.map(({ stage, ms }) => [stage, ms])]) {
        const key = `${run}: ${stage}`;
        growth.set(key, [...(growth.get(key) ?? []), [files, Number(tookMs)]]);
      }
      const spent = stages.map(
        ({ stage, ms, peakBytes }) => `${stage} ${seconds(ms)} (${megabytes(peakBytes)})`,
      );
      rows.push([files.toLocaleString('en'), run, seconds(ms), megabytes(peakBytes), spent.join(', ')]);
    }
  }
  table(['files', 'run', 'step', 'peak memory', 'stages, and the peak at the end of each'], rows);
  console.log('\nHow times grow with the number of files, where 1 is proportional:\n');
  for (const [key, points] of growth)
    if (points.length > 1) console.log(`- ${key} ${exponent(points).toFixed(2)}`);
}
