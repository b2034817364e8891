import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { validateVersion } from '../../src/client/index.ts';
import { use } from '../helpers/host.ts';
import { inUpload } from '../helpers/parts.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { contentOf } from '../helpers/tree-state.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };

const stage = (inputs: Record<string, string>, more: Parameters<typeof use>[2] = {}) =>
  use(sandbox(), 'stage', { ...more, with: inputs });
const submit = (inputs: Record<string, string>) => use(sandbox(), 'submit', { with: inputs });

/** Starts an upload of p/a/v1 as a workflow does. Returns its id. */
async function startUpload(): Promise<string> {
  await sandbox().project('p');
  const { exitCode, outputs, log } = await stage(ref);
  expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
  expect(outputs).toMatchObject({
    status: 'started',
    'upload-path': path.join(sandbox().staging, outputs['upload-id'] ?? ''),
    'files-count': '',
  });
  return outputs['upload-id'] ?? '';
}

describe('fan-in', () => {
  it('of eight parts at once, one killed in the middle and repeated, makes one version of all files', async () => {
    const uploadId = await startUpload();
    const names = Array.from({ length: 8 }, (_, n) => `part-${n}`);
    for (const name of names) {
      sandbox().source({ [`${name}.txt`]: name, 'shared.d/x': `x of ${name}`, [`all/${name}/y`]: 'y' }, name);
      fs.mkdirSync(path.join(sandbox().workspace, name, 'all', name, 'many'));
      for (let n = 0; n < 20; n++)
        fs.writeFileSync(path.join(sandbox().workspace, name, 'all', name, 'many', `${n}`), `${name} ${n}`);
    }
    // Only one of them can bring this path; the others lie below paths of their own.
    const inputsOf = (name: string) => ({
      'upload-id': uploadId,
      part: name,
      directory: name,
      ...(name !== 'part-0' && { path: `parts/${name}` }),
    });
    const big = path.join(sandbox().workspace, 'part-3/big');
    fs.closeSync(fs.openSync(big, 'w'));
    fs.truncateSync(big, 512 * 1024 * 1024);

    const steps = names.map((name) =>
      stage(inputsOf(name), {
        onStart: (child) => {
          if (name !== 'part-3') return;
          // From here on it has a second's work, or a moment's where the filesystem shares blocks.
          const runs = fs.watch(path.join(sandbox().staging, uploadId, 'unfinished'), (_, run) => {
            if (run === 'part-3@1') child.kill('SIGKILL');
          });
          child.once('close', () => runs.close());
        },
      }),
    );
    const ended = await Promise.all(steps);
    expect(ended.map(({ exitCode }) => exitCode)).toEqual(
      names.map((name) => (name === 'part-3' ? 'SIGKILL' : 0)),
    );
    expect(ended[5]?.outputs).toMatchObject({ status: 'staged', 'upload-id': uploadId, 'files-count': '23' });
    expect(inUpload(sandbox(), uploadId)).toContain('unfinished/part-3@1');

    const early = await submit({ 'upload-id': uploadId, parts: names.join('\n') });
    expect(early).toMatchObject({ exitCode: 1, outputs: { status: 'failed', created: 'false' } });
    expect(early.log).toContain('a run of part "part-3"');
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v1'))).toBe(false);

    fs.writeFileSync(big, 'small by now');
    const repeated = await stage(inputsOf('part-3'));
    expect(repeated).toMatchObject({ exitCode: 0, outputs: { status: 'staged', 'files-count': '24' } });
    const { exitCode, outputs, log, summary } = await submit({
      'upload-id': uploadId,
      parts: names.join('\n'),
    });
    expect({ exitCode, log }).toMatchObject({ exitCode: 0 });
    expect(outputs).toMatchObject({
      status: 'created',
      created: 'true',
      'parts-count': '8',
      'copied-bytes': '0',
    });
    expect(summary).toContain('p/a/v1 published');

    const expected = new Map<string, string>();
    for (const name of names) {
      for (const [file, md5sum] of contentOf(path.join(sandbox().workspace, name)))
        expected.set(name === 'part-0' ? file : `parts/${name}/${file}`, md5sum);
    }
    expect(expected.size).toBe(8 * 23 + 1);
    const manifest: Record<string, { md5sum: string }> = JSON.parse(outputs.manifest ?? '');
    expect(new Map(Object.entries(manifest).map(([file, { md5sum }]) => [file, md5sum]))).toEqual(expected);
    expect(contentOf(path.join(sandbox().registry, 'p/a/v1'))).toEqual(expected);
    await validateVersion(sandbox().connection, ref);
    expect(leftInStaging(sandbox())).toEqual([uploadId]);
    expect(inUpload(sandbox(), uploadId)).toEqual(['submitted.json', 'upload.json']);

    const again = await submit({ 'upload-id': uploadId });
    expect(again).toMatchObject({
      exitCode: 0,
      outputs: { status: 'verified', created: 'false', 'parts-count': '8' },
    });
    expect(again.log).toContain('was already submitted as p/a/v1, by');
  });

  it('names both parts with the same path, and who staged the other one', async () => {
    const uploadId = await startUpload();
    sandbox().source({ 'x.txt': 'x' }, 'one');
    sandbox().source({ 'x.txt': 'y' }, 'two');
    await stage({ 'upload-id': uploadId, part: 'one', directory: 'one' });
    const { exitCode, log, outputs } = await stage({ 'upload-id': uploadId, part: 'two', directory: 'two' });
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'failed' });
    expect(log).toMatch(
      /::error title=Path in two parts::"x.txt" is in two parts: part "one" \(a file, from \S+ on \S+ at \S+\) and part "two"/,
    );
  });

  it('stages the part of one job in one step, and leaves no upload behind if that fails', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const failed = await stage({ ...ref, part: 'one', directory: 'nowhere' });
    expect(failed).toMatchObject({ exitCode: 1, outputs: { status: 'failed', 'upload-id': '' } });
    expect(leftInStaging(sandbox())).toEqual([]);
    const { outputs } = await stage({ ...ref, part: 'one', directory: 'source' });
    expect(outputs).toMatchObject({ status: 'staged', 'files-count': '1', 'size-bytes': '1' });
    const result = await submit({
      'upload-id': outputs['upload-id'] ?? '',
      'if-probational': 'error',
      ...ref,
    });
    expect(result).toMatchObject({ exitCode: 0, outputs: { status: 'created', 'parts-count': '1' } });
  });

  it('stages the hidden files of a Zarr store, and warns of others that it leaves out', async () => {
    const uploadId = await startUpload();
    sandbox().source({ 'x/.zarray': '{}', 'x/0': '1', '.env': 'h', '.git/config': 'h' });
    const { outputs, log } = await stage({ 'upload-id': uploadId, part: 'one', directory: 'source' });
    expect(outputs).toMatchObject({ status: 'staged', 'files-count': '2' });
    const warnings = log.split('\n').filter((text) => text.startsWith('::warning'));
    expect(warnings).toEqual([
      expect.stringMatching(/^::warning title=Hidden files left out::2 .*"\.env", "\.git"/),
    ]);
  });

  it('stages an empty part if it may, and warns', async () => {
    const uploadId = await startUpload();
    sandbox().source({ '.hidden': 'h' }, 'nothing');
    const inputs = { 'upload-id': uploadId, part: 'one', directory: 'nothing' };
    expect(await stage(inputs)).toMatchObject({ exitCode: 1 });
    const { exitCode, log } = await stage({ ...inputs, 'if-no-files-found': 'warn' });
    expect({ exitCode, log }).toMatchObject({
      exitCode: 0,
      log: expect.stringContaining('::warning title=No files found'),
    });
    expect(inUpload(sandbox(), uploadId)).toContain('parts/one@1');
  });

  it('removes an abandoned upload, and names the user who started it', async () => {
    const uploadId = await startUpload();
    const long = Date.now() / 1000 - 8 * 24 * 60 * 60;
    for (const name of ['unfinished', 'parts', 'submits', '.'])
      fs.utimesSync(path.join(sandbox().staging, uploadId, name), long, long);
    const { log, outputs } = await stage(ref);
    expect(log).toContain(`Removed ${uploadId}, a multipart upload of p/a/v1 started by ${sandbox().me} on `);
    expect(leftInStaging(sandbox())).toEqual([outputs['upload-id']]);
  });
});
