import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { blockOf } from '../../scripts/markdown.mjs';
import { fetchSummary } from '../../src/client/index.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { Site } from '../helpers/site.ts';
import { publish } from '../helpers/versions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sandbox = useSandbox();

/** Runs a script in the clone, in a process group of its own, of which nothing stays when the script is over. */
function inClone(script: string, env: NodeJS.ProcessEnv): Promise<{ exitCode: number | null; said: string }> {
  const { PATH } = process.env;
  const child = spawn('sh', ['-e', '-c', script], { cwd: root, env: { PATH, ...env }, detached: true });
  const stop = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    } catch {
      // All of it is gone, as it should be.
    }
  };
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const limit = setTimeout(stop, 20_000);
  child.once('exit', stop);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      clearTimeout(limit);
      resolve({ exitCode, said });
    });
  });
}

it('what a newcomer tries in a clone works as it stands, and leaves nothing behind', async () => {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-try-'));
  try {
    const blocks = [
      'docs/tutorial.md#tutorial-your-first-version 2',
      'docs/tutorial.md#tutorial-your-first-version 3',
      'docs/tutorial.md#tutorial-your-first-version 4',
    ].map((block) => blockOf(root, block).content);
    const { exitCode, said } = await inClone(blocks.join('\n'), { HOME: temp, TMPDIR: temp });
    expect({ exitCode, said }).toEqual({
      exitCode: 0,
      said: expect.stringContaining('every byte is the same'),
    });
    expect(said).toContain('demo/assay/1.0 is published');
    expect(said).toContain('demo/assay/1.1 is published');
    expect(said).toMatch(/^~ README\.md/m);
    expect(said).toMatch(/^1\.0\tlatest$/m);
    expect(fs.readdirSync(temp).filter((name) => name.startsWith('tmp'))).toEqual([]);
    const [, url] = /listening at (http:\S+)/.exec(said) ?? [];
    await expect(fetch(`${url}/info`)).rejects.toThrow('fetch failed');
  } finally {
    fs.rmSync(temp, { recursive: true });
  }
});

it('what the README shows of the command line does what it says', async () => {
  await sandbox().project('demo');
  await publish(sandbox(), '1.0', { x: '1' }, { project: 'demo', asset: 'assay', probation: false });
  sandbox().source({ x: '2' }, 'results');
  const said = await new Site(sandbox()).output('README.md#the-command-line 1');
  expect(said).toContain('~ x\n');
  expect(said.trimEnd().split('\n').at(-1)).toBe('approved');
  const approved = { project: 'demo', asset: 'assay', version: '1.2' };
  expect(await fetchSummary(sandbox().connection, approved)).toMatchObject({ onProbation: false });
  expect(fs.existsSync(path.join(sandbox().workspace, 'sums.txt'))).toBe(true);
});

it('an action can be run by hand', async () => {
  await sandbox().project('demo');
  sandbox().source({ x: '1', '.hidden': '2' }, 'results');
  const said = await new Site(sandbox()).output('docs/actions.md#by-hand 1', { GOBBLER_ACTION: root });
  expect(said).toContain('output status=created');
  expect(said).toContain('output files-count=2');
});

it('a runner finds out whether it could publish', async () => {
  await sandbox().project('my-project');
  sandbox().source({ x: '1' }, 'results');
  const said = await new Site(sandbox()).output('docs/runner-setup.md#a-runner-next-to-a-gobbler 1');
  expect(said).toMatch(/^ok +node /);
});
