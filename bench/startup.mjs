/** `npm run bench -- startup`: a step that refuses its inputs, against `node -e 0`. `[--runs N]` */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { count } from './flags.mjs';
import { median, ratio, record, table } from './statistics.mjs';
import { runStep } from './step.mjs';

/** @param {readonly string[]} args */
export function benchStartup(args) {
  const { values: flags } = parseArgs({
    args: [...args],
    options: { runs: { type: 'string', default: '20' } },
  });
  const runs = count('runs', flags.runs);
  /** @type {{ bare: number[], refused: number[] }} */
  const measured = { bare: [], refused: [] };
  for (let run = 0; run < runs; run++) {
    const begun = performance.now();
    spawnSync(process.execPath, ['-e', '0'], { env: { PATH: process.env.PATH, HOME: process.env.HOME } });
    measured.bare.push(performance.now() - begun);
    measured.refused.push(
      runStep(
        'upload',
        'http://127.0.0.1:1',
        { project: '', asset: 'a', version: '1', directory: '.' },
        { exitCode: 1, memory: false },
      ).ms,
    );
  }
  const [bare, refused] = [median(measured.bare), median(measured.refused)];
  record({ bareMs: Math.round(bare), refusedMs: Math.round(refused) });
  table(
    ['node -e 0', 'refused step', 'ratio'],
    [[`${Math.round(bare)} ms`, `${Math.round(refused)} ms`, ratio(refused, bare)]],
  );
}
