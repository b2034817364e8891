import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { type Use, use } from '../helpers/host.ts';
import { fill, leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const basics = { project: 'p', asset: 'a', version: 'v1', directory: 'source' };

const upload = (inputs: Record<string, string>, more: Use = {}) =>
  use(sandbox(), '.', { ...more, with: { ...basics, ...inputs } });

describe('the upload step', () => {
  it('publishes a directory and hands path, manifest and figures to later steps', async () => {
    await sandbox().project('p');
    sandbox().source({ 'x.txt': 'four', 'd/y': 'y', l: { link: 'x.txt' }, '.hidden': 'h' });
    const { exitCode, outputs, log, summary, post } = await upload({});
    expect({ exitCode, log }).toEqual({
      exitCode: 0,
      log: expect.stringContaining('p/a/v1 is published: 3 files, 9 bytes'),
    });
    const versionPath = path.join(sandbox().registry, 'p/a/v1');
    expect(outputs).toEqual({
      'version-path': versionPath,
      manifest: expect.any(String),
      'manifest-path': path.join(versionPath, '..manifest'),
      'manifest-truncated': 'false',
      'manifest-digest': expect.stringMatching(/^[0-9a-f]{64}$/),
      status: 'created',
      created: 'true',
      probational: 'false',
      'files-count': '3',
      'size-bytes': '9',
      'copied-bytes': '0',
      'linked-bytes': '4',
      'previous-version': '',
      'files-added': '',
      'files-changed': '',
      'files-removed': '',
      'diff-path': '',
      'version-url': `${sandbox().url}/fetch/p/a/v1/`,
    });
    const onDisk = JSON.parse(fs.readFileSync(outputs['manifest-path'] ?? '', 'utf8'));
    expect(JSON.parse(outputs.manifest ?? '')).toEqual(onDisk);
    expect(log).toMatch(/::group::Left out: 1 hidden entry.*\n {2}\.hidden\n/);
    expect(summary).toContain('### ✅ p/a/v1 published');
    expect(post).toMatchObject({ exitCode: 0, log: '' });
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('stays short for thousands of files: the log, the outputs and the summaries', async () => {
    await sandbox().project('p');
    const files = Array.from(
      { length: 3000 },
      (_, at) => `folder-${at % 30}/a-file-of-a-certain-length-${at}`,
    );
    const directory = sandbox().source(Object.fromEntries(files.map((file) => [file, 'old'])));
    const first = await upload({});
    expect(first.exitCode).toBe(0);
    expect(first.outputs).toMatchObject({
      manifest: '',
      'manifest-truncated': 'true',
      'files-count': '3000',
    });
    const manifest = fs.readFileSync(first.outputs['manifest-path'] ?? '', 'utf8');
    expect(Object.keys(JSON.parse(manifest))).toHaveLength(3000);
    for (const file of files) fs.writeFileSync(path.join(directory, file), 'new');
    const differs = await upload({});
    expect(differs.log).toContain('3000 of its entries differ');
    const next = await upload({ version: 'v2' });
    expect(next.outputs['files-changed']).toBe('3000');
    for (const file of files)
      fs.renameSync(path.join(directory, file), path.join(directory, `..${path.basename(file)}`));
    const refused = await upload({ version: 'v3', 'include-hidden-files': 'true' });
    expect(refused.log).toContain('::error title=Reserved name::');
    const sizes = [first, differs, next, refused].map(({ log, summary }) => ({
      lines: log.split('\n').length < 60,
      log: log.length < 16 * 1024,
      summary: summary.length > 100 && summary.length < 8 * 1024,
    }));
    expect(sizes).toEqual(Array.from(sizes, () => ({ lines: true, log: true, summary: true })));
  });

  it('selects with glob patterns, in which the last match decides', async () => {
    await sandbox().project('p');
    sandbox().source({ 'a.csv': '', 'b.txt': '', 'd/c.csv': '', 'd/tmp/e.csv': '', 'd[1]/f.csv': '' });
    const keys = async (version: string, files: string) => {
      const { outputs, log } = await upload({ version, files });
      return Object.keys(JSON.parse(outputs.manifest || `"${log}"`)).sort();
    };
    expect(await keys('v1', '**/*.csv\n!d/tmp/**')).toEqual(['a.csv', 'd/c.csv', 'd[1]/f.csv']);
    expect(await keys('v2', '# everything but\n!**/*.csv')).toEqual(['b.txt', 'd/tmp', 'd[1]']);
    expect(await keys('v3', 'd')).toEqual(['d/c.csv', 'd/tmp/e.csv']);
  });

  it('never publishes what is excluded, although something else cannot be matched', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ 'a.csv': '', 'secret/key': 's', '.cache/x': '' });
    const odd = Buffer.concat([Buffer.from(`${directory}/.cache/bad`), Buffer.from([0xff])]);
    fs.writeFileSync(odd, '');
    const hidden = await upload({ files: '**\n!secret/**\n!secret' });
    expect(Object.keys(JSON.parse(hidden.outputs.manifest || '{}'))).toEqual(['a.csv']);
    fs.renameSync(odd, Buffer.concat([Buffer.from(`${directory}/bad`), Buffer.from([0xff])]));
    const refused = await upload({ version: 'v2', files: '**\n!secret/**' });
    expect(refused.exitCode).toBe(1);
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v2'))).toBe(false);
  });

  it('follows links before it matches patterns, if links are followed', async () => {
    await sandbox().project('p');
    const outside = sandbox().source({ 'x.csv': '1', 'y.txt': '2' }, 'outside');
    sandbox().source({ data: { link: outside }, 'one.csv': { link: path.join(outside, 'x.csv') } });
    fs.symlinkSync('source', path.join(sandbox().workspace, 'alias'));
    const { outputs } = await upload({ directory: 'alias', symlinks: 'dereference', files: '**/*.csv' });
    expect(Object.keys(JSON.parse(outputs.manifest || '{}'))).toEqual(['data/x.csv', 'one.csv']);
  });

  it('works for a directory whose path looks like a pattern', async () => {
    await sandbox().project('p');
    sandbox().source({ 'a.csv': '', 'b.txt': '' }, 'odd [x]*?');
    const { outputs } = await upload({ directory: 'odd [x]*?', files: '*.csv' });
    expect(Object.keys(JSON.parse(outputs.manifest ?? ''))).toEqual(['a.csv']);
  });

  it.each([
    ['error', 1, 'failed', 'No files found'],
    ['warn', 0, 'skipped', '::warning title=No files found'],
    ['ignore', 0, 'skipped', 'Nothing was uploaded'],
  ])('with if-no-files-found: %s ends with %i and %s', async (policy, code, status, said) => {
    await sandbox().project('p');
    sandbox().source({});
    const { exitCode, outputs, log } = await upload({ 'if-no-files-found': policy });
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: code, status });
    expect(log).toContain(said);
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  });
});

describe('the upload step, run again', () => {
  it('is success if the content is the same, and refused with the paths if not', async () => {
    await sandbox().project('p');
    const directory = sandbox().source({ x: 'x', y: 'y' });
    const first = await upload({});
    const again = await upload({});
    expect(again.outputs).toMatchObject({ status: 'verified', created: 'false', 'files-count': '2' });
    expect(again.outputs['manifest-digest']).toBe(first.outputs['manifest-digest']);
    expect(again.summary).toContain('was there already, with the same content');
    fs.writeFileSync(path.join(directory, 'x'), 'z');
    const other = await upload({});
    expect({ exitCode: other.exitCode, status: other.outputs.status }).toEqual({
      exitCode: 1,
      status: 'failed',
    });
    expect(other.log).toContain('1 of its entries differ from the directory: "x" should have MD5');
    expect((await upload({ 'if-exists': 'skip' })).outputs.status).toBe('skipped');
    expect((await upload({ 'if-exists': 'error' })).log).toContain('::error title=Version exists');
  });

  it('says what has changed against the version before, and hands it on', async () => {
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
      'linked-bytes': '1',
      'copied-bytes': '0',
    });
    expect(JSON.parse(fs.readFileSync(outputs['diff-path'] ?? '', 'utf8'))).toEqual({
      previous: 'v1',
      added: ['added <b>'],
      changed: ['changed'],
      removed: ['gone'],
    });
    expect(log).toContain('Against "v1": 1 added, 1 changed, 1 removed');
    expect(summary).toContain('added <code>added &#60;b&#62;</code>');
  });

  it('only plans with dry-run, and says how', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'xx' });
    const { exitCode, outputs, log, summary } = await upload({ 'dry-run': 'true' });
    expect({ exitCode, status: outputs.status, created: outputs.created }).toEqual({
      exitCode: 0,
      status: 'planned',
      created: 'false',
    });
    expect(log).toContain('1 file (2 bytes) would be read by the service where they are');
    expect(summary).toContain('dry run');
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

describe('the upload step, while it waits', () => {
  it('says every few seconds that the service is working, since when, and what has arrived', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const asset = path.join(sandbox().registry, 'p/a');
    let letGo: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (!request.url?.includes('request-upload')) return false;
      fill(path.join(asset, 'v1'), { x: 'x', 'd/y': 'y', '..manifest': '{}' });
      void held
        .then(() => fs.rmSync(asset, { recursive: true }))
        .then(() => fetch(`${sandbox().url}${request.url}`, { method: 'POST' }))
        .then(async (real) => void answer(response, real.status, await real.text()));
      return true;
    });
    const { exitCode, log } = await upload(
      { url: faulty.url },
      { onLine: (text) => /The service is publishing for \d/.test(text) && letGo?.() },
    );
    await faulty.close();
    expect(exitCode).toBe(0);
    expect(log).toMatch(/The service is publishing for \d.* s, since \d\d:\d\d:\d\d UTC, 2 files arrived …/);
  });
});

describe('the upload step, refused', () => {
  it('reads all inputs before it fails, and reports everything that is wrong with them', async () => {
    const { log } = await upload({ project: '', probation: '1', symlinks: 'x' });
    expect(log).toMatch(/project is required[\s\S]*symlinks should be[\s\S]*probation should be/);
  });

  it('with one annotation for each kind of problem, and no forged command from a file name', async () => {
    await sandbox().project('p');
    sandbox().source({
      ok: '',
      'd/..a': '',
      '..b\n::set-output name=x::y': '',
      '..##[error]c': '',
      to: { link: '/etc' },
    });
    const { log, summary } = await upload({ 'include-hidden-files': 'true' });
    expect(log.match(/^::error /gm)).toHaveLength(2);
    expect(log).not.toMatch(/^::set-output/m);
    expect(log).not.toContain('##[');
    expect(summary).not.toContain('::set-output name');
  });

  it('writes no summary with show-summary: false', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const { exitCode, summary } = await upload({ 'show-summary': 'false' });
    expect({ exitCode, summary }).toEqual({ exitCode: 0, summary: '' });
    expect((await upload({ 'show-summary': 'false' })).summary).toBe('');
  });
});

describe('the upload step, stopped', () => {
  const isUpload = (request: { url?: string | undefined }) =>
    request.url?.includes('request-upload') === true;

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s undoes what it began, and says so', async (signal) => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    let step: { kill: (signal: NodeJS.Signals) => void } | undefined;
    const faulty = await startFaultyService(sandbox().url, (request) => {
      if (isUpload(request)) step?.kill(signal);
      return isUpload(request);
    });
    const { exitCode, outputs, log } = await upload(
      { url: faulty.url },
      { onStart: (child) => (step = child) },
    );
    await faulty.close();
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'cancelled' });
    expect(log).toContain('the job was cancelled');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('by its own limit undoes what it began, and says so', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const faulty = await startFaultyService(sandbox().url, isUpload);
    const { exitCode, outputs, log } = await upload({ url: faulty.url, 'timeout-minutes': '1s' });
    await faulty.close();
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'timed-out' });
    expect(log).toContain('the 1.0 s of timeout-minutes are over');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('by SIGKILL leaves staging to the post step, which sweeps it and nothing of others', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    let step: { kill: (signal: NodeJS.Signals) => void } | undefined;
    let before: string[] = [];
    const faulty = await startFaultyService(sandbox().url, (request) => {
      if (isUpload(request)) {
        before = leftInStaging(sandbox());
        step?.kill('SIGKILL');
      }
      return isUpload(request);
    });
    fs.writeFileSync(path.join(sandbox().staging, 'of somebody else'), '');
    const stale = path.join(sandbox().staging, 'gobbler-action-000000000000000000000000');
    const recent = path.join(sandbox().staging, 'gobbler-action-111111111111111111111111');
    for (const directory of [stale, recent]) fs.mkdirSync(directory);
    fs.utimesSync(stale, new Date(0), new Date(0));
    const { exitCode, post } = await upload({ url: faulty.url }, { onStart: (child) => (step = child) });
    await faulty.close();
    expect(exitCode).toBe('SIGKILL');
    // Its directory and its request file, and two of others: the old leftover was swept at the start.
    expect(before).toHaveLength(4);
    expect(post?.log).toContain('left in staging by a run that was killed');
    expect(leftInStaging(sandbox()).sort()).toEqual([path.basename(recent), 'of somebody else']);
  });
});
