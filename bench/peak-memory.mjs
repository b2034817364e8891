/**
 * Loaded into what is measured: leaves its peak of resident memory, in bytes, where the measurement asks for it; and the
 * time of each stage of an upload, with the peak when it ended.
 */
import { subscribe } from 'node:diagnostics_channel';
import fs from 'node:fs';

const peakBytes = () => process.resourceUsage().maxRSS * 1024;
/** @type {{ stage: string, ms: number, peakBytes: number }[]} */
const stages = [];

if (process.env.BENCH_STAGES_REPORT) {
  subscribe('gobbler-action', (message) => {
    const { text = '' } = /** @type {{ text?: string }} */ (message);
    const [, stage, ms] = /^the stage (\w+) took ([\d.]+) ms$/.exec(text) ?? [];
    if (stage !== undefined) stages.push({ stage, ms: Number(ms), peakBytes: peakBytes() });
  });
}

process.once('exit', () => {
  const { BENCH_MEMORY_REPORT: memory, BENCH_STAGES_REPORT: spent } = process.env;
  if (memory) fs.writeFileSync(memory, String(peakBytes()));
  if (spent) fs.writeFileSync(spent, JSON.stringify(stages));
});
