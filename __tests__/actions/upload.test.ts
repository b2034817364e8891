import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Use, use } from '../helpers/host.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const basics = { project: 'p', asset: 'a', version: 'v1', directory: 'source' };

const upload = (inputs: Record<string, string>, more: Use = {}) =>
  use(sandbox(), '.', { ...more, with: { ...basics, ...inputs } });

describe('the upload step', () => {
  it('publishes a directory and hands path, manifest and figures to later steps', async () => {
    await sandbox().project('p');
    sandbox().source({ 'x.txt': 'four', 'd/y': 'y', l: { link: 'x.txt' }, '.hidden': 'h' });
    const { exitCode, outputs, log, summary, post } = await upload({}, { withPost: true });
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
      'source-kept': '',
      'copied-bytes': '0',
      'linked-bytes': '4',
      'previous-version': '',
      'files-added': '',
      'files-changed': '',
      'files-removed': '',
      'previous-size-bytes': '',
      'new-bytes': '',
      'unchanged-bytes': '',
      'approve-command': '',
      'diff-path': '',
      'version-url': `${sandbox().url}/fetch/p/a/v1/`,
    });
    const onDisk = JSON.parse(fs.readFileSync(outputs['manifest-path'] ?? '', 'utf8'));
    expect(JSON.parse(outputs.manifest ?? '')).toEqual(onDisk);
    expect(log).toMatch(/^::warning title=Hidden files left out::.*"\.hidden"/m);
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
    // Whatever the number of files; a stage that is added may add its line.
    const MOST_LINES = 60;
    const sizes = [first, differs, next, refused].map(({ log, summary }) => ({
      lines: Math.max(0, log.split('\n').length - MOST_LINES),
      log: log.length < 16 * 1024,
      summary: summary.length > 100 && summary.length < 8 * 1024,
    }));
    expect(sizes).toEqual(Array.from(sizes, () => ({ lines: 0, log: true, summary: true })));
  });

  it('publishes the hidden files of a Zarr store, and warns once of others that it leaves out', async () => {
    await sandbox().project('p');
    const store = {
      'z/.zgroup': '{}',
      'z/.zattrs': '{}',
      'z/x/.zarray': '{}',
      'z/x/0': '1',
      '.zmetadata': '{}',
    };
    const others = Array.from({ length: 7 }, (_, at) => [`.cache/.${at}`, 'h']);
    sandbox().source({ ...store, '.env': 'h', 'z/.tmp': 'h', ...Object.fromEntries(others) });
    const warnings = (log: string) => log.split('\n').filter((text) => text.startsWith('::warning'));
    const { outputs, log } = await upload({});
    expect(Object.keys(JSON.parse(outputs.manifest ?? '')).sort()).toEqual(Object.keys(store).sort());
    expect(warnings(log)).toEqual([
      expect.stringMatching(/^::warning title=Hidden files left out::3 .*"\.cache", "\.env", "z\/\.tmp"/),
    ]);
    const excluded = await upload({ version: 'v2', files: '!.cache\n!.env\n!**/.tmp' });
    expect(warnings(excluded.log)).toEqual([]);
    expect(excluded.log).toMatch(/::group::Left out: 3 entries not selected/);
    const whole = await upload({ version: 'v3', 'include-hidden-files': 'true' });
    expect(whole.outputs['files-count']).toBe('14');
    expect(warnings(whole.log)).toEqual([]);
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

  it('never publishes excluded files, although the name of another file is not UTF-8', async () => {
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
