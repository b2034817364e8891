import { expect } from '@jest/globals';
import { onEachMount } from '../harness/lanes.ts';
import type { Site } from '../harness/site.ts';

/** Longer than an upload of one file takes here, and shorter than waiting until a cached lookup expires. */
const PROMPT_MS = 8_000;
/** On a busy machine all takes longer: so many times as long as Node takes to start. */
const STARTS = 5;

/** Two versions of a new asset: nothing that the step looked up before it existed may be missing after it. */
export function newAssets(site: () => Site): void {
  onEachMount('a new asset, and its second version at once', site, async ({ client, mount, site }) => {
    const asset = site.fresh('new');
    const source = `/tmp/${asset}`;
    const start = await client.run(['node', '-e', '0']);
    const promptMs = PROMPT_MS + STARTS * start.durationMs;
    const seen: unknown[] = [];
    for (const version of ['1', '2']) {
      await client.shell(`mkdir -p ${source}; echo ${version} >${source}/a`);
      const { answer, durationMs } = await site.step(client, mount, [
        'upload',
        source,
        `demo/${asset}/${version}`,
      ]);
      // As a script does, by path alone, and as the same user: another one makes the client ask the server anew.
      const place = `${mount.path}/registry/demo/${asset}/${version}`;
      const { stdout } = await client.run(['cat', `${place}/a`]);
      const wasPrompt = durationMs < promptMs || `took ${durationMs} ms`;
      seen.push([answer.exitCode, answer.error?.code, answer.outputs.versionPath, stdout, wasPrompt]);
    }
    const expected = ['1', '2'].map((version) => {
      const place = `${mount.path}/registry/demo/${asset}/${version}`;
      return [0, undefined, place, `${version}\n`, true];
    });
    expect(seen).toEqual(expected);
  });
}
