/**
 * `npm run bench -- growth`: how time and memory of the upload step grow with the number of files and with their size.
 * `[--files 1000,200000] [--mebibytes 1,8192] [--place DIR]`
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { count } from './flags.mjs';
import { ask, openGobbler, temporaryPlace } from './gobbler.mjs';
import { exponent, megabytes, record, seconds, table } from './statistics.mjs';
import { runStep } from './step.mjs';
import { letRest, makeLarge, makeMany } from './workloads.mjs';

/** @param {readonly string[]} args */
export async function benchGrowth(args) {
  const { values: flags } = parseArgs({
    args: [...args],
    options: {
      files: { type: 'string', default: '1000,5000,20000,50000,200000' },
      mebibytes: { type: 'string', default: '1,16,128,1024,8192' },
      place: { type: 'string', default: os.tmpdir() },
    },
  });
  const place = temporaryPlace(flags.place);
  const gobbler = await openGobbler(place, place);
  await ask(gobbler, 'create_project', { project: 'bench' });
  /** @type {[string, readonly number[], (directory: string, size: number) => void][]} */
  const axes = [
    ['files of 4 KiB', flags.files.split(',').map((size) => count('files', size)), makeMany],
    [
      'MiB in one file',
      flags.mebibytes.split(',').map((size) => count('mebibytes', size)),
      (directory, size) => makeLarge(directory, 1, size * 1024 * 1024),
    ],
  ];
  for (const [unit, sizes, make] of axes) {
    /** @type {[number, number][]} */
    const points = [];
    /** @type {string[][]} */
    const rows = [];
    for (const size of sizes) {
      const directory = path.join(place, 'source');
      make(directory, size);
      letRest(directory);
      const inputs = {
        project: 'bench',
        asset: `a${size}`,
        version: '1',
        directory,
        staging: gobbler.staging,
        'hash-cache': 'false',
      };
      const { ms, peakBytes } = runStep('upload', gobbler.url, inputs);
      record({ unit, size, ms: Math.round(ms), peakBytes });
      points.push([size, ms]);
      rows.push([`${size.toLocaleString('en')} ${unit}`, seconds(ms), megabytes(peakBytes)]);
      await ask(gobbler, 'delete_asset', { project: 'bench', asset: `a${size}`, force: true });
      fs.rmSync(directory, { recursive: true, force: true });
    }
    table(['', 'step', 'peak memory'], rows);
    const upper = points.slice(-3);
    if (points.length > 1)
      console.log(
        `\nexponent ${exponent(points).toFixed(2)}, of the largest three ${exponent(upper).toFixed(2)}\n`,
      );
  }
}
