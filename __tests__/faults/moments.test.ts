import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { use } from '../helpers/host.ts';
import { type Entries, fill, makeSandbox, type Sandbox } from '../helpers/sandbox.ts';
import { type Stop, type Stopped, stopAnUpload } from '../helpers/stops.ts';

/** How many random moments of each kind are tried. */
const MOMENTS = Number(process.env.FAULT_MOMENTS ?? 50);
const AT_A_TIME = 3;

/** The resources of one lane: its tries run in a row, and share nothing with other lanes. */
interface Lane {
  readonly box: Sandbox;
  readonly directory: string;
}

let lanes: Lane[] = [];
let wholeMs = 0;

/** Files of each kind: to be linked to, copied, hard-linked, and links. */
function makeSource(box: Sandbox): string {
  const directory = path.join(box.workspace, 'source');
  const many = (folder: string): Entries =>
    Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`${folder}${at % 4}/f${at}`, `${at}`]));
  fill(directory, {
    ...many('public'),
    ...many('private'),
    large: 'x'.repeat(4 * 1024 * 1024),
    link: { link: 'public0/f0' },
    'empty/directory': { dir: true },
  });
  for (let at = 0; at < 200; at++) fs.chmodSync(path.join(directory, `private${at % 4}/f${at}`), 0o600);
  return directory;
}

beforeAll(async () => {
  for (let at = 0; at < AT_A_TIME; at++) {
    const box = await makeSandbox();
    await box.project('p');
    lanes.push({ box, directory: makeSource(box) });
  }
  // As long as a step takes while others run beside it: the moments are spread over this and a bit more.
  for (const version of ['first', 'second']) {
    const begun = performance.now();
    const whole = lanes.map(({ box, directory }) =>
      use(box, '.', {
        with: { project: 'p', asset: 'a', version, directory, deduplicate: 'off' },
        env: { RUNNER_TOOL_CACHE: path.join(box.root, 'tools') },
      }),
    );
    for (const { exitCode } of await Promise.all(whole)) expect(exitCode).toBe(0);
    wholeMs = performance.now() - begun;
  }
});

afterAll(async () => {
  for (const { box } of lanes) await box.close();
  lanes = [];
});

/** Tries every moment, several at a time, and gives what came of each. */
async function tryMoments(stop: Stop): Promise<Stopped[]> {
  const outcomes: Stopped[] = [];
  let next = 0;
  const work = async ({ box, directory }: Lane): Promise<void> => {
    for (let at = next++; at < MOMENTS; at = next++) {
      const delayMs = ((at + Math.random()) / MOMENTS) * wholeMs * 1.1;
      const version = `${stop}-${at}`;
      const when = (stopNow: () => void): void => void setTimeout(stopNow, delayMs).unref();
      try {
        // Without links to earlier versions, so that there is more to do.
        const inputs = { deduplicate: 'off' };
        const withPost = at % 2 === 0;
        const stopped = await stopAnUpload(box, { version, directory, stop, withPost, inputs, when });
        outcomes.push(stopped);
        // The machine may be busier than it was, or less.
        if (stopped.outcome === 'absent') wholeMs = stopped.undisturbedMs;
      } catch (error) {
        throw new Error(`stopped by ${stop} after ${Math.round(delayMs)} ms: ${version}`, { cause: error });
      }
    }
  };
  await Promise.all(lanes.map(work));
  return outcomes;
}

describe('an upload step that is stopped at any moment', () => {
  it.each(['cancel', 'kill'] as const)(
    'by a %s loses nothing, leaves nothing, and can be run again',
    async (stop) => {
      const outcomes = await tryMoments(stop);
      expect(outcomes).toHaveLength(MOMENTS);
      const complete = outcomes.filter(({ outcome }) => outcome === 'complete').length;
      const left = outcomes.filter(({ leftovers }) => leftovers.length > 0).length;
      process.stdout.write(
        `${stop}: ${MOMENTS} moments within ${Math.round(wholeMs * 1.1)} ms: ${complete} complete, ` +
          `${MOMENTS - complete} absent, ${left} left something to sweep\n`,
      );
      expect(complete).toBeGreaterThan(0);
      expect(complete).toBeLessThan(MOMENTS);
    },
  );
});
