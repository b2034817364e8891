/** A step as a runner starts it, with what it takes. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './gobbler.mjs';

const preload = new URL('peak-memory.mjs', import.meta.url).href;

/**
 * Runs an action from the start of its process to its end.
 *
 * @param {string} action the folder of its launcher
 * @param {string} url of the service
 * @param {Record<string, string>} inputs
 * @param {{ cache?: string, prefix?: readonly string[], exitCode?: number, memory?: boolean }} [options] `cache` is the
 *   runner's tool cache, `prefix` what the command is run by; measuring the peak of its memory takes a few milliseconds
 * @returns {{ ms: number, peakBytes: number, stages: { stage: string, ms: number, peakBytes: number }[] }} `stages` are
 *   those of an upload, each with the peak when it ended
 */
export function runStep(action, url, inputs, { cache = '', prefix = [], exitCode = 0, memory = true } = {}) {
  const report = path.join(os.tmpdir(), `gobbler-bench-memory-${process.pid}`);
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    GOBBLER_URL: url,
    RUNNER_TOOL_CACHE: cache,
    BENCH_MEMORY_REPORT: report,
    BENCH_STAGES_REPORT: `${report}-stages`,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
  };
  const measuring = memory ? ['--import', preload] : [];
  const command = [...prefix, process.execPath, ...measuring, path.join(root, action, 'main.cjs')];
  const begun = performance.now();
  const done = spawnSync(/** @type {string} */ (command[0]), command.slice(1), { env, encoding: 'utf8' });
  const ms = performance.now() - begun;
  if (done.status !== exitCode)
    throw new Error(`${action} ended with ${done.status}\n${done.stdout}${done.stderr}`);
  const peakBytes = memory ? Number(fs.readFileSync(report, 'utf8')) : Number.NaN;
  const stages = memory ? JSON.parse(fs.readFileSync(`${report}-stages`, 'utf8')) : [];
  for (const file of [report, `${report}-stages`]) fs.rmSync(file, { force: true });
  return { ms, peakBytes, stages };
}
