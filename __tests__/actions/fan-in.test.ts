import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { validateVersion } from '../../src/client/index.ts';
import { use } from '../helpers/host.ts';
import { inArea } from '../helpers/legs.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { contentOf } from '../helpers/tree-state.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };

const stage = (inputs: Record<string, string>, more: Parameters<typeof use>[2] = {}) =>
  use(sandbox(), 'stage', { ...more, with: inputs });
const submit = (inputs: Record<string, string>) => use(sandbox(), 'submit', { with: inputs });

/** Allocates an area for p/a/v1 as a workflow does. */
async function allocate(): Promise<string> {
  await sandbox().project('p');
  const { exitCode, outputs, log } = await stage(ref);
  expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
  expect(outputs).toMatchObject({
    status: 'allocated',
    'area-path': path.join(sandbox().staging, outputs.area ?? ''),
    'files-count': '',
  });
  return outputs.area ?? '';
}

describe('fan-in', () => {
  it('of eight legs at once, one killed in the middle and repeated, makes one version of all files', async () => {
    const area = await allocate();
    const names = Array.from({ length: 8 }, (_, n) => `leg-${n}`);
    for (const name of names) {
      sandbox().source({ [`${name}.txt`]: name, 'shared.d/x': `x of ${name}`, [`all/${name}/y`]: 'y' }, name);
      fs.mkdirSync(path.join(sandbox().workspace, name, 'all', name, 'many'));
      for (let n = 0; n < 20; n++)
        fs.writeFileSync(path.join(sandbox().workspace, name, 'all', name, 'many', `${n}`), `${name} ${n}`);
    }
    // Only one of them can bring this path; the others lie below paths of their own.
    const inputsOf = (name: string) => ({
      area,
      leg: name,
      directory: name,
      ...(name !== 'leg-0' && { path: `parts/${name}` }),
    });
    const big = path.join(sandbox().workspace, 'leg-3/big');
    fs.closeSync(fs.openSync(big, 'w'));
    fs.truncateSync(big, 512 * 1024 * 1024);

    const steps = names.map((name) =>
      stage(inputsOf(name), {
        onStart: (child) => {
          if (name !== 'leg-3') return;
          // From here on it has a second's work, or a moment's where the filesystem shares blocks.
          const claims = fs.watch(path.join(sandbox().staging, area, 'claims'), (_, claim) => {
            if (claim === 'leg-3@1') child.kill('SIGKILL');
          });
          child.once('close', () => claims.close());
        },
      }),
    );
    const ended = await Promise.all(steps);
    expect(ended.map(({ exitCode }) => exitCode)).toEqual(
      names.map((name) => (name === 'leg-3' ? 'SIGKILL' : 0)),
    );
    expect(ended[5]?.outputs).toMatchObject({ status: 'staged', area, 'files-count': '23' });
    expect(inArea(sandbox(), area)).toContain('claims/leg-3@1');

    const early = await submit({ area, legs: names.join('\n') });
    expect(early).toMatchObject({ exitCode: 1, outputs: { status: 'failed', created: 'false' } });
    expect(early.log).toContain('a run of leg "leg-3"');
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v1'))).toBe(false);

    fs.writeFileSync(big, 'small by now');
    const repeated = await stage(inputsOf('leg-3'));
    expect(repeated).toMatchObject({ exitCode: 0, outputs: { status: 'staged', 'files-count': '24' } });
    const { exitCode, outputs, log, summary } = await submit({ area, legs: names.join('\n') });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(outputs).toMatchObject({
      status: 'created',
      created: 'true',
      'legs-count': '8',
      'copied-bytes': '0',
    });
    expect(summary).toContain('p/a/v1 published');

    const expected = new Map<string, string>();
    for (const name of names) {
      for (const [file, md5sum] of contentOf(path.join(sandbox().workspace, name)))
        expected.set(name === 'leg-0' ? file : `parts/${name}/${file}`, md5sum);
    }
    expect(expected.size).toBe(8 * 23 + 1);
    const manifest: Record<string, { md5sum: string }> = JSON.parse(outputs.manifest ?? '');
    expect(new Map(Object.entries(manifest).map(([file, { md5sum }]) => [file, md5sum]))).toEqual(expected);
    expect(contentOf(path.join(sandbox().registry, 'p/a/v1'))).toEqual(expected);
    await validateVersion(sandbox().connection, ref);
    expect(leftInStaging(sandbox())).toEqual([area]);
    expect(inArea(sandbox(), area)).toEqual(['area.json', 'submitted.json']);

    const again = await submit({ area });
    expect(again).toMatchObject({
      exitCode: 0,
      outputs: { status: 'verified', created: 'false', 'legs-count': '8' },
    });
    expect(again.log).toContain('was submitted as p/a/v1 before, by');
  });

  it('names both legs that are in each other’s way, and who has staged the other one', async () => {
    const area = await allocate();
    sandbox().source({ 'x.txt': 'x' }, 'one');
    sandbox().source({ 'x.txt': 'y' }, 'two');
    await stage({ area, leg: 'one', directory: 'one' });
    const { exitCode, log, outputs } = await stage({ area, leg: 'two', directory: 'two' });
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
    expect(log).toMatch(
      /::error title=Claimed by two legs::"x.txt" is claimed by two legs: leg "one" \(a file, from \S+ on \S+ at \S+\) and leg "two"/,
    );
  });

  it('stages in one step what one job makes, and leaves no area behind if that fails', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const failed = await stage({ ...ref, leg: 'one', directory: 'nowhere' });
    expect(failed).toMatchObject({ exitCode: 1, outputs: { status: 'failed', area: '' } });
    expect(leftInStaging(sandbox())).toEqual([]);
    const { outputs } = await stage({ ...ref, leg: 'one', directory: 'source' });
    expect(outputs).toMatchObject({ status: 'staged', 'files-count': '1', 'size-bytes': '1' });
    const result = await submit({ area: outputs.area ?? '', 'if-probational': 'error', ...ref });
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'created', 'legs-count': '1' } });
  });

  it('stages the hidden files of a Zarr store, and warns of others that it leaves out', async () => {
    const area = await allocate();
    sandbox().source({ 'x/.zarray': '{}', 'x/0': '1', '.env': 'h', '.git/config': 'h' });
    const { outputs, log } = await stage({ area, leg: 'one', directory: 'source' });
    expect(outputs).toMatchObject({ status: 'staged', 'files-count': '2' });
    const warnings = log.split('\n').filter((text) => text.startsWith('::warning'));
    expect(warnings).toEqual([
      expect.stringMatching(/^::warning title=Hidden files left out::2 .*"\.env", "\.git"/),
    ]);
  });

  it('stages a leg that has nothing, if that is fine, and says so', async () => {
    const area = await allocate();
    sandbox().source({ '.hidden': 'h' }, 'nothing');
    const inputs = { area, leg: 'one', directory: 'nothing' };
    expect(await stage(inputs)).toMatchObject({ exitCode: 1 });
    const { exitCode, log } = await stage({ ...inputs, 'if-no-files-found': 'warn' });
    expect({ exitCode, log }).toMatchObject({
      exitCode: 0,
      log: expect.stringContaining('::warning title=No files found'),
    });
    expect(inArea(sandbox(), area)).toContain('legs/one');
  });

  it('removes an abandoned area, and says whose it was', async () => {
    const area = await allocate();
    const long = Date.now() / 1000 - 8 * 24 * 60 * 60;
    for (const name of ['claims', 'legs', 'parts', 'submits', '.'])
      fs.utimesSync(path.join(sandbox().staging, area, name), long, long);
    const { log, outputs } = await stage(ref);
    expect(log).toContain(`Removed ${area}, an area for p/a/v1 allocated by ${sandbox().me} on `);
    expect(leftInStaging(sandbox())).toEqual([outputs.area]);
  });
});
