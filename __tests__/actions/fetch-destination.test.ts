import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { firstError } from '../helpers/annotations.ts';
import { FILES, TEXTS, tree } from '../helpers/fetched.ts';
import { use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();

const fetch = (inputs: Record<string, string>) =>
  use(sandbox(), 'fetch', { with: { project: 'p', asset: 'a', ...inputs } });

const inWorkspace = (name: string) => path.join(sandbox().workspace, name);
const inRegistry = (name: string) => path.join(sandbox().registry, 'p/a', name);

async function prepared() {
  await sandbox().project('p');
  await publish(sandbox(), 'v1', FILES, { probation: false });
}

describe('the destination of the fetch step', () => {
  it.each(['auto', 'copy'])('copies files to a destination with method: %s', async (method) => {
    await prepared();
    const { exitCode, outputs, log } = await fetch({ destination: 'there', method, verify: 'checksum' });
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.any(String) });
    expect(outputs).toMatchObject({ path: inWorkspace('there'), 'files-count': '4' });
    expect(tree(inWorkspace('there'))).toEqual(TEXTS);
    expect(fs.readdirSync(inWorkspace('there')).sort()).toEqual(['d', 'empty', 'odd [#?%] ü', 'x.txt']);
  });

  it('links files to the registry with method: symlink, and is content with links that are there', async () => {
    await prepared();
    for (const attempt of [1, 2]) {
      const { exitCode, log } = await fetch({ destination: 'there', method: 'symlink', files: '**/*.csv' });
      expect({ attempt, exitCode }).toEqual({ attempt, exitCode: 0 });
      expect(log.includes('Already present: 2 entries')).toBe(attempt === 2);
    }
    expect(tree(inWorkspace('there'))).toEqual({ 'd/y.csv@': 'y', 'd/e/z.csv@': 'zz' });
    expect(fs.readlinkSync(inWorkspace('there/d/y.csv'))).toBe(inRegistry('v1/d/y.csv'));
  });

  it('is not written to if the version is damaged, or if it cannot be made', async () => {
    await prepared();
    fs.rmSync(inRegistry('v1/d/y.csv'));
    const damaged = await fetch({ destination: 'there', verify: 'off' });
    expect(firstError(damaged.log)).toContain('d/y.csv could not be examined');
    expect(fs.existsSync(inWorkspace('there'))).toBe(false);
    await publish(sandbox(), 'v1', FILES, { probation: false, asset: 'b' });
    const impossible = await fetch({ asset: 'b', destination: '/proc/nobody/there' });
    expect(firstError(impossible.log)).toContain('/proc/nobody/there could not be written: ENOENT');
  });

  it('refuses to overwrite anything, lists it, and writes nothing', async () => {
    await prepared();
    fs.mkdirSync(inWorkspace('there/d/e/z.csv'), { recursive: true });
    fs.writeFileSync(inWorkspace('there/x.txt'), 'FOUR');
    fs.writeFileSync(inWorkspace('there/empty'), '');
    const before = tree(inWorkspace('there'));
    const { exitCode, outputs, log } = await fetch({ destination: 'there' });
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
    expect(firstError(log)).toMatch(
      /d\/e\/z.csv is not a file.*empty is not a directory.*x.txt has different content.*Nothing was written.*\(input: destination\)/,
    );
    expect(tree(inWorkspace('there'))).toEqual(before);
  });

  it('removes the incomplete files of a killed run, and none of a run that may be working', async () => {
    await prepared();
    fs.mkdirSync(inWorkspace('there/d'), { recursive: true });
    const left = (name: string, ageMs: number): void => {
      fs.writeFileSync(inWorkspace(name), 'half');
      const then = new Date(Date.now() - ageMs);
      fs.utimesSync(inWorkspace(name), then, then);
    };
    left('there/.gobbler-fetch-0123456789abcdef01234567-0', 7_200_000);
    left('there/d/.gobbler-fetch-0123456789abcdef01234567-1', 7_200_000);
    left('there/d/.gobbler-fetch-abcdef01234567890123cdef-0', 60_000);
    expect(await fetch({ destination: 'there' })).toMatchObject({ exitCode: 0 });
    expect(tree(inWorkspace('there'))).toEqual({
      ...TEXTS,
      'd/.gobbler-fetch-abcdef01234567890123cdef-0': 'half',
    });
  });

  it('completes the files of an interrupted run', async () => {
    await prepared();
    fs.mkdirSync(inWorkspace('there/d'), { recursive: true });
    fs.writeFileSync(inWorkspace('there/x.txt'), 'four');
    fs.writeFileSync(inWorkspace('there/of mine'), 'stays');
    const { exitCode, log } = await fetch({ destination: 'there' });
    expect({ exitCode, log }).toEqual({
      exitCode: 0,
      log: expect.stringContaining('Already present: 1 entry'),
    });
    expect(tree(inWorkspace('there'))).toEqual({ ...TEXTS, 'of mine': 'stays' });
  });

  it('refuses to write through a link in the destination', async () => {
    await prepared();
    fs.mkdirSync(inWorkspace('elsewhere'));
    fs.mkdirSync(inWorkspace('there'));
    fs.symlinkSync(inWorkspace('elsewhere'), inWorkspace('there/d'));
    const { exitCode, log } = await fetch({ destination: 'there' });
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringContaining('d is not a directory'),
    });
    expect(fs.readdirSync(inWorkspace('elsewhere'))).toEqual([]);
  });

  it.each(['registry', 'staging'] as const)('in the %s is refused by name', async (place) => {
    await prepared();
    const { exitCode, log } = await fetch({ destination: path.join(sandbox()[place], 'there') });
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringMatching(/should be outside the.*\(input: destination\)/),
    });
  });
});
