import { describe, expect, it } from '@jest/globals';
import { use } from '../helpers/host.ts';
import { MAY_SPOOF, useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox({ spoof: MAY_SPOOF });
const ref = { project: 'p', asset: 'a', version: 'v1' };

/** Texts that a summary shows letter by letter: names, digests, paths and addresses. Of paths that differ, the log has numbers. */
function literals(summary: string): string[] {
  const unfolded = summary.replaceAll(/<details>.*?<\/details>/gs, '');
  return [...unfolded.matchAll(/<(code|a)\b[^>]*>(.*?)<\/\1>/g)].map(([, , text = '']) =>
    text.replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))),
  );
}

/** Steps that write a summary, with what happens before them. */
const STEPS: readonly (readonly [
  folder: string,
  inputs: Record<string, string>,
  before: () => Promise<unknown>,
])[] = [
  ['.', { ...ref, directory: 'source' }, async () => undefined],
  ['.', { ...ref, directory: 'source', probation: 'true' }, async () => undefined],
  ['.', { ...ref, directory: 'source' }, () => publish(sandbox(), 'v0', { y: 'y' }, { probation: false })],
  ['approve', ref, () => publish(sandbox(), 'v1')],
  ['await-approval', { ...ref, mode: 'check' }, () => publish(sandbox(), 'v1')],
  ['reject', ref, () => publish(sandbox(), 'v1')],
  [
    'fetch',
    { ...ref, destination: 'copy' },
    () => publish(sandbox(), 'v1', { x: 'x' }, { probation: false }),
  ],
  ['stage', ref, async () => undefined],
  ['stage', { ...ref, part: 'one', directory: 'source', path: 'below' }, async () => undefined],
  ['create-project', { project: 'q', owners: 'akari' }, async () => undefined],
  ['set-permissions', { project: 'p', owners: 'akari' }, async () => undefined],
];

describe('a runner that shows no summary', () => {
  it.each(STEPS)(
    'has all names, digests and paths of it in the log: %s %j',
    async (folder, inputs, before) => {
      await sandbox().project('p');
      sandbox().source({ x: 'x', 'd/y': 'y' });
      await before();
      const { exitCode, log, summary } = await use(sandbox(), folder, { with: inputs });
      expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
      const texts = literals(summary);
      expect(texts.length).toBeGreaterThan(0);
      expect(texts.filter((text) => !log.includes(text))).toEqual([]);
    },
  );
});

describe('an annotation', () => {
  const wrong = { with: { ...ref, directory: 'source', probation: 'yes', verify: 'md5' } };

  it.each(['GITEA_ACTIONS', 'FORGEJO_ACTIONS'])('has one line where escapes are shown: %s', async (name) => {
    const { log } = await use(sandbox(), '.', { ...wrong, env: { [name]: 'true' } });
    expect(log).toMatch(/^::error title=.*probation.*verify.*\(input: probation, verify\)$/m);
    expect(log).not.toContain('%0A');
  });

  it('has lines elsewhere', async () => {
    const { log } = await use(sandbox(), '.', wrong);
    expect(log).toMatch(/^::error title=.*probation.*%0A.*verify/m);
  });
});
