import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Use, use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const basics = { project: 'p', asset: 'a', version: 'v1', directory: 'source' };

const upload = (inputs: Record<string, string>, more: Use = {}) =>
  use(sandbox(), '.', { ...more, with: { ...basics, ...inputs } });

describe('the upload step, run again', () => {
  it('is success if the content is the same, and refused with the paths if not', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', y: 'y' });
    const first = await upload({});
    const again = await upload({});
    expect(again.outputs).toMatchObject({ status: 'verified', created: 'false', 'files-count': '2' });
    expect(again.outputs['manifest-digest']).toBe(first.outputs['manifest-digest']);
    expect(again.summary).toContain('already exists, with the same content');
    fs.writeFileSync(path.join(directory, 'x'), 'z');
    const other = await upload({});
    expect({ exitCode: other.exitCode, status: other.outputs.status }).toEqual({
      exitCode: 1,
      status: 'failed',
    });
    expect(other.log).toContain('one of its entries differs from the directory: "x" should have MD5');
    expect((await upload({ 'if-exists': 'skip' })).outputs.status).toBe('skipped');
    expect((await upload({ 'if-exists': 'error' })).log).toContain('::error title=Version exists');
  });

  it('reports the changes since the version before, in the log and in outputs', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ same: 's', changed: 'old', gone: 'g' });
    await upload({});
    fs.rmSync(path.join(directory, 'gone'));
    fs.writeFileSync(path.join(directory, 'changed'), 'new');
    fs.writeFileSync(path.join(directory, 'added <b>'), 'a');
    const { outputs, log, summary } = await upload({ version: 'v2' });
    expect(outputs).toMatchObject({
      'previous-version': 'v1',
      'files-added': '1',
      'files-changed': '1',
      'files-removed': '1',
      'previous-size-bytes': '5',
      'new-bytes': '4',
      'unchanged-bytes': '1',
      'linked-bytes': '1',
      'copied-bytes': '0',
    });
    expect(JSON.parse(fs.readFileSync(outputs['diff-path'] ?? '', 'utf8'))).toEqual({
      previous: 'v1',
      added: ['added <b>'],
      changed: ['changed'],
      removed: ['gone'],
    });
    expect(log).toContain('v1: 1 added, 1 changed, 1 removed');
    expect(summary).toContain('| added | <code>added &#60;b&#62;</code> |  | 1 byte |');
  });

  it('only plans with dry-run, and reports the plan', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'xx' });
    const { exitCode, outputs, log, summary } = await upload({ 'dry-run': 'true' });
    expect({ exitCode, status: outputs.status, created: outputs.created }).toEqual({
      exitCode: 0,
      status: 'planned',
      created: 'false',
    });
    expect(log).toContain('1 file (2 bytes) to publish without a copy');
    expect(summary).toContain('dry run');
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  });

  it('is success with checksums that are written into the directory, and are no part of the version', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x', e: { dir: true } });
    for (const status of ['created', 'verified']) {
      const { outputs } = await upload({ 'checksums-file': 'source/sums.txt' });
      expect(outputs).toMatchObject({ status, 'files-count': '1' });
      expect(fs.readFileSync(path.join(sandbox().workspace, 'source/sums.txt'), 'utf8')).toContain('  x\n');
    }
    expect(fs.readdirSync(path.join(sandbox().registry, 'p/a/v1')).sort()).toEqual([
      '..manifest',
      '..summary',
      'e',
      'x',
    ]);
  });

  it('refuses checksums that could not be written, or would be written over something of the service', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x', scratch: { link: 'x' } });
    fs.symlinkSync('/not/mounted', path.join(sandbox().workspace, 'scratch'));
    for (const [file, says] of [
      ['scratch/sums.txt', 'checksums-file cannot be written'],
      // It looks as if something could be made there.
      ['/proc/nobody/sums.txt', 'checksums-file cannot be written'],
      [path.join(sandbox().registry, 'sums.txt'), 'checksums-file should be outside the registry'],
      [path.join(sandbox().staging, 'sums.txt'), 'checksums-file should be outside the staging'],
    ] as const) {
      const { exitCode, log } = await upload({ 'checksums-file': file });
      expect({ exitCode, log }).toEqual({ exitCode: 1, log: expect.stringContaining(says) });
    }
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  });

  it('writes sha256 sums that sha256sum accepts', async () => {
    await sandbox().project('p');
    sandbox().source({ 'a b': 'x', 'd/odd\\name': 'y', 'e\nf': 'z' });
    const { outputs } = await upload({ 'checksums-file': 'out/SHA256SUMS' });
    const sums = path.join(sandbox().workspace, 'out/SHA256SUMS');
    const checked = execFileSync('sha256sum', ['--check', '--strict', sums], {
      cwd: outputs['version-path'],
      encoding: 'utf8',
    });
    expect(checked.match(/OK$/gm)).toHaveLength(3);
  });
});
