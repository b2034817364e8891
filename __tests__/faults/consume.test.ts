import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { use, usePost } from '../helpers/host.ts';
import { fill, leftInStaging, makeSandbox, type Sandbox } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { type Stop, stopStep } from '../helpers/stops.ts';
import { contentOf } from '../helpers/tree-state.ts';

/** How many random moments are tried, of both kinds together. */
const MOMENTS = Math.ceil(Number(process.env.FAULT_MOMENTS ?? 50) / 2) * 2;
let boxes: Sandbox[] = [];

beforeAll(async () => {
  boxes = [await makeSandbox(), await makeSandbox()];
  for (const box of boxes) await box.project('p');
});
afterAll(async () => {
  for (const box of boxes) await box.close();
});

/** No step of this test takes as long. */
const LONG_AFTER_MS = 60_000;

/** Half of it is hard-linked to staging, the other half copied. */
function makeSource(box: Sandbox, version: string): string {
  const directory = path.join(box.workspace, version);
  const files = Array.from({ length: 400 }, (_, at) => [`d${at % 4}/f${at}`, `${version} ${at}`]);
  fill(directory, Object.fromEntries(files));
  for (let at = 0; at < 400; at += 2) fs.chmodSync(path.join(directory, `d${at % 4}/f${at}`), 0o600);
  return directory;
}

/** Publishes a directory and gives it away; `when` gets what stops the step. */
async function giveAway(
  box: Sandbox,
  version: string,
  stop: Stop,
  when: (stopNow: () => void) => void,
): Promise<{ directory: string; content: Map<string, string> }> {
  const directory = makeSource(box, version);
  const content = contentOf(directory);
  const step = await use(box, '.', {
    with: { project: 'p', asset: 'a', version, directory, consume: 'true', deduplicate: 'off' },
    env: { RUNNER_TOOL_CACHE: path.join(box.root, 'tools') },
    onStart: (child) => when(() => stopStep(child, stop)),
  });
  await usePost(box, '.', step);
  return { directory, content };
}

async function stopOne(box: Sandbox, at: number, delayMs: number): Promise<'kept' | 'partly' | 'gone'> {
  const version = `v${at}`;
  const stop = at % 2 === 0 ? 'kill' : 'cancel';
  const { directory, content } = await giveAway(box, version, stop, (stopNow) => {
    setTimeout(stopNow, delayMs).unref();
  });
  const published = path.join(box.registry, 'p/a', version);
  const isComplete = (): boolean => fs.existsSync(path.join(published, '..summary'));
  await until(() => !fs.existsSync(published) || isComplete(), 'it is rolled back or complete');
  const left = fs.existsSync(directory) ? contentOf(directory) : new Map<string, string>();
  for (const [file, sum] of left) expect([file, content.get(file)]).toEqual([file, sum]);
  if (left.size < content.size) {
    // Something was removed: then the registry holds all of it.
    expect(isComplete()).toBe(true);
    expect(contentOf(published)).toEqual(content);
  }
  expect(leftInStaging(box)).toEqual([]);
  if (left.size === content.size) return 'kept';
  return left.size > 0 ? 'partly' : 'gone';
}

it('a step that gives its source away and is stopped at any moment never risks the only copy', async () => {
  const [first] = boxes;
  if (first === undefined) throw new Error('there is no sandbox');
  let wholeMs = 0;
  for (const version of ['warm', 'measured']) {
    const begun = performance.now();
    const { directory } = await giveAway(first, version, 'kill', () => undefined);
    expect(fs.existsSync(directory)).toBe(false);
    wholeMs = performance.now() - begun;
  }
  const counts = { kept: 0, partly: 0, gone: 0 };
  let next = 0;
  const work = async (box: Sandbox): Promise<void> => {
    for (let at = next++; at < MOMENTS; at = next++) {
      // Not before it has begun; more of them toward the end.
      const part = Math.sqrt((at + Math.random()) / MOMENTS);
      // On a busy machine, steps may take much longer than the one that was measured: the last ones end by themselves.
      const isLast = at >= MOMENTS - 2;
      counts[await stopOne(box, at, isLast ? LONG_AFTER_MS : (0.2 + part * 1.2) * wholeMs)]++;
    }
  };
  await Promise.all(boxes.map(work));
  process.stdout.write(
    `consume: ${MOMENTS} moments: source kept ${counts.kept}, removed in part ${counts.partly}, removed ${counts.gone}\n`,
  );
  expect(counts.kept).toBeGreaterThan(0);
  expect(counts.gone).toBeGreaterThan(0);
}, 400_000);
