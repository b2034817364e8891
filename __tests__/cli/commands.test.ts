import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  approveProbation,
  fetchManifest,
  fetchPermissions,
  fetchSummary,
  listProjects,
  listVersions,
  manifestDigest,
  rejectProbation,
} from '../../src/client/index.ts';
import { leftInStaging, MAY_SPOOF, useSandbox } from '../helpers/sandbox.ts';
import { GOBBLER, gobbler, gobblerJson, inShell } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox({ spoof: MAY_SPOOF });
const ref = { project: 'p', asset: 'a', version: 'v1' };
const largerOf = (change: { beforeBytes: number | null; afterBytes: number | null }): number =>
  Math.max(change.beforeBytes ?? 0, change.afterBytes ?? 0);
const pathOf = (version: string) => path.join(sandbox().registry, 'p/a', version);

describe('gobbler', () => {
  it('publishes a directory, and prints where it is, and nothing else', async () => {
    await sandbox().project('p');
    sandbox().source({ 'x.txt': 'x', 'd/y.txt': 'yy', '.hidden': 'h' }, 'results');
    const { exitCode, stdout, stderr } = await gobbler(sandbox(), ['upload', 'results', 'p/a/v1']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: `${pathOf('v1')}\n` });
    expect(stderr).toContain('p/a/v1 is published: 2 files');
    expect(stderr.match(/^warning: /gm)).toHaveLength(1);
    expect(stderr).toMatch(/^warning: 1 hidden entry .*"\.hidden"/m);
    const verified = await gobbler(sandbox(), ['verify', 'p/a/v1', 'results']);
    expect(verified).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^warning: 1 hidden entry/m),
    });
    expect(fs.readFileSync(path.join(pathOf('v1'), 'd/y.txt'), 'utf8')).toBe('yy');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('takes the same inputs as the action, as options of the same names', async () => {
    await sandbox().project('p');
    sandbox().source({ 'x.csv': 'x', 'y.txt': 'y', 'tmp/z.csv': 'z' }, 'results');
    const args = [
      '--files',
      '**/*.csv',
      '--files',
      '!tmp/**',
      '--no-hash-cache',
      '--probation',
      '--verify',
      'all',
    ];
    const { exitCode, stderr } = await gobbler(sandbox(), ['upload', 'results', 'p/a/v1', ...args]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: expect.stringContaining('on probation') });
    expect([...(await fetchManifest(sandbox().connection, ref)).keys()]).toEqual(['x.csv']);
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(true);
  });

  it('works in a directory that somebody has removed, as long as no path is relative', async () => {
    await sandbox().project('p');
    const results = sandbox().source({ x: 'x' }, 'results');
    const inRemoved = (directory: string) =>
      inShell(sandbox(), 'sh', [
        '-c',
        `mkdir gone && cd gone && rmdir ../gone && exec "${process.execPath}" "${GOBBLER}" upload ${directory} p/a/v1`,
      ]);
    const relative = await inRemoved('results');
    expect(relative).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('the current directory has been removed, or cannot be read'),
    });
    expect((await inRemoved(results)).stdout).toBe(`${pathOf('v1')}\n`);
  });

  it('leaves nothing in the temporary directory, and takes no notice of a job that it runs in', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    const directory = sandbox().source({ x: 'other' }, 'results');
    fs.mkdirSync(path.join(directory, 'empty'));
    const [TMPDIR, GITHUB_OUTPUT] = ['temporary', 'output'].map((name) => path.join(sandbox().root, name));
    fs.mkdirSync(TMPDIR ?? '');
    fs.writeFileSync(GITHUB_OUTPUT ?? '', '');
    const job = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: '/nowhere', INPUT_VERSION: 'v9', GITHUB_OUTPUT };
    const { exitCode } = await gobbler(sandbox(), ['upload', 'results', 'p/a/v2'], { TMPDIR, ...job });
    expect({ exitCode, left: fs.readdirSync(TMPDIR ?? '') }).toEqual({ exitCode: 0, left: [] });
    expect(fs.readFileSync(GITHUB_OUTPUT ?? '', 'utf8')).toBe('');
    const verified = await gobblerJson(sandbox(), ['verify', 'p/a/v2', 'results']);
    expect(verified.outputs).toMatchObject({ status: 'verified', filesCount: 1 });
  });

  it('prints the planned changes of a dry run, and no path', async () => {
    await sandbox().project('p');
    sandbox().source({ 'x.txt': 'x' }, 'results');
    const { exitCode, stdout } = await gobbler(sandbox(), ['upload', 'results', 'p/a/v1', '--dry-run']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: 'added\t1\tx.txt\n' });
  });

  it('keeps commands for workflow runners off the screen', async () => {
    await sandbox().project('p');
    sandbox().source({ 'x.csv': 'x', 'y.txt': 'y' }, 'results');
    const { stdout, stderr } = await gobbler(sandbox(), ['upload', 'results', 'p/a/v1', '--files', '*.csv']);
    expect(stdout).toBe(`${pathOf('v1')}\n`);
    expect(stderr).not.toContain('::');
  });

  it('prints an answer that looks like such a command', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { '::x': 'x', y: 'y' });
    const { stdout } = await gobbler(sandbox(), ['list', 'p/a/v1']);
    expect(stdout).toBe('::x\ny\n');
  });

  it('continues if nobody reads its log', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' }, 'results');
    const script = `{ sleep 0.1; "${process.execPath}" "$0" upload results p/a/v1 2>&3; } 3>&1 >answer | true; cat answer`;
    const { stdout } = await inShell(sandbox(), 'sh', ['-c', script, GOBBLER]);
    expect(stdout).toBe(`${pathOf('v1')}\n`);
  });

  it.each([[[]], [['--json']]])(
    'ends with 7 if its answer does not fit on the disk (%j)',
    async (options) => {
      const command = 'exec "$@" > /dev/full';
      const args = ['-c', command, 'sh', process.execPath, GOBBLER, 'list', ...options];
      const { exitCode, stderr } = await inShell(sandbox(), 'sh', args);
      expect(exitCode).toBe(7);
      expect(stderr).toContain('error: standard output cannot be written');
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  it('does not fail if only its log does not fit', async () => {
    const args = ['-c', 'exec "$@" 2> /dev/full', 'sh', process.execPath, GOBBLER, 'list'];
    expect(await inShell(sandbox(), 'sh', args)).toMatchObject({ exitCode: 0 });
  });

  it('tells its version, but not in the place of a command', async () => {
    const version = (await gobbler(sandbox(), ['--version'])).stdout.trim();
    expect(version).toMatch(/^\d+\.\d+\.\d+( \([\da-f]+, \d{4}-\d\d-\d\d\))?$/);
    expect((await gobbler(sandbox(), ['--no-color', '-V'])).stdout.trim()).toBe(version);
    const { exitCode, stdout } = await gobbler(sandbox(), ['stage', '--version', 'v']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
  });

  it('stages parts of an upload, and submits them once', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' }, 'one');
    sandbox().source({ x: 'y' }, 'two');
    const { stdout } = await gobbler(sandbox(), ['stage', 'p/a/v1']);
    const uploadId = stdout.trim();
    const add = (part: string, ...more: string[]) =>
      gobbler(sandbox(), ['stage', '--upload-id', uploadId, '--part', part, '--directory', part, ...more]);
    expect(await add('one')).toMatchObject({ exitCode: 0, stdout });
    expect(await add('two')).toMatchObject({ exitCode: 4 });
    expect(
      await gobblerJson(sandbox(), ['submit', uploadId, '--parts', 'one', '--parts', 'two']),
    ).toMatchObject({
      exitCode: 5,
      error: { code: 'incomplete-upload', input: 'parts' },
    });
    expect(await add('two', '--path', 'below')).toMatchObject({ exitCode: 0 });
    const submitted = await gobblerJson(sandbox(), ['submit', uploadId]);
    expect(submitted).toMatchObject({
      exitCode: 0,
      outputs: { created: true, partsCount: 2, filesCount: 2 },
    });
    expect(await gobbler(sandbox(), ['submit', uploadId])).toMatchObject({
      exitCode: 0,
      stdout: `${pathOf('v1')}\n`,
    });
    expect(await add('two')).toMatchObject({ exitCode: 4 });
  });

  it('fetches the latest version, and prints where it is', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    const inPlace = await gobbler(sandbox(), ['fetch', 'p/a']);
    expect(inPlace).toMatchObject({ exitCode: 0, stdout: `${pathOf('v1')}\n` });
    const copied = await gobbler(sandbox(), ['fetch', 'p/a/v1', 'copy']);
    expect(copied).toMatchObject({ exitCode: 0, stdout: `${path.join(sandbox().workspace, 'copy')}\n` });
    expect(fs.readFileSync(path.join(sandbox().workspace, 'copy/x'), 'utf8')).toBe('x');
  });

  it('tells how a version stands, waits for it, and decides about it', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' });
    await publish(sandbox(), 'v2', { x: 'xx' });
    expect(await gobbler(sandbox(), ['status', 'p/a/v1', '-q'])).toEqual({
      exitCode: 5,
      stdout: 'pending\n',
      stderr: '',
    });
    expect(await gobbler(sandbox(), ['await', 'p/a/v1', '--mode', 'check'])).toMatchObject({ exitCode: 5 });
    const soon = ['--timeout-minutes', '0.3s', '--poll-interval', '0.1s'];
    expect(await gobblerJson(sandbox(), ['await', 'p/a/v1', ...soon])).toMatchObject({
      exitCode: 5,
      outputs: { status: 'timed-out', approved: false },
      error: { code: 'timed-out' },
    });
    const digest = manifestDigest(await fetchManifest(sandbox().connection, ref));
    const approved = await gobbler(sandbox(), ['approve', 'p/a/v1', '--manifest-digest', digest]);
    expect(approved).toMatchObject({ exitCode: 0, stdout: `${pathOf('v1')}\n` });
    expect(await gobbler(sandbox(), ['await', 'p/a/v1'])).toMatchObject({
      exitCode: 0,
      stdout: 'approved\n',
    });
    expect(await gobbler(sandbox(), ['status', 'p/a/v1'])).toMatchObject({
      exitCode: 0,
      stdout: 'approved\n',
    });
    expect(await gobbler(sandbox(), ['reject', 'p/a/v2', '--yes'])).toMatchObject({ exitCode: 0 });
    expect(await listVersions(sandbox().connection, ref)).toEqual(['v1']);
  });

  it('ends with 6 if the version is rejected', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' });
    let rejection: Promise<unknown> | undefined;
    const args = ['await', 'p/a/v1', '--poll-interval', '0.1s'];
    const { exitCode, stdout, stderr } = await gobbler(sandbox(), args, {}, (text) => {
      if (text.includes('checking again')) rejection ??= rejectProbation(sandbox().connection, ref);
    });
    await rejection;
    expect({ exitCode, stdout }).toEqual({ exitCode: 6, stdout: '' });
    expect(stderr).toContain('was rejected, or has expired');
  });

  it('lists projects, assets, versions and files', async () => {
    await sandbox().project('p');
    await sandbox().project('q');
    await publish(sandbox(), 'v1', { 'd/x': 'x', 'd2/y': 'y' });
    const names = async (...args: string[]) => (await gobbler(sandbox(), ['list', ...args])).stdout;
    expect(await names()).toBe('p\nq\n');
    expect(await names('p')).toBe('a\n');
    expect(await names('p/a')).toBe('v1\tpending\n');
    expect(await names('p/a/v1')).toBe('d/x\nd2/y\n');
    expect(await names('p/a/v1', '--prefix', 'd/')).toBe('d/x\n');
    expect(await gobblerJson(sandbox(), ['list'])).toMatchObject({ outputs: { names: ['p', 'q'] } });
    const refused = await gobbler(sandbox(), ['list', 'p', '--prefix', 'd/']);
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('no version is given');
  });

  it('compares versions, and shows in its exit code whether they differ', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { same: 's', x: 'x', gone: 'g' });
    await publish(sandbox(), 'v2', { same: 's', x: 'xx', fresh: 'n' });
    expect(await gobbler(sandbox(), ['diff', 'p/a/v1', 'v2'])).toMatchObject({
      exitCode: 4,
      stdout: '+ fresh\n~ x\n- gone\n',
    });
    expect(await gobbler(sandbox(), ['diff', 'p/a/v1', 'p/a/v1'])).toMatchObject({ exitCode: 0, stdout: '' });
  });

  it('lists the changes for approvers, largest first, and the command that approves the version', async () => {
    await sandbox().project('p', { owners: ['akari', sandbox().me] });
    await publish(sandbox(), 'v1', { same: 'same', x: 'x', gone: 'gg' }, { probation: false });
    await publish(sandbox(), 'v2', { same: 'same', x: 'xxx', fresh: 'nnnn', moved: 'gg' });
    const changes = [
      { kind: 'added', path: 'fresh', beforeBytes: null, afterBytes: 4 },
      { kind: 'changed', path: 'x', beforeBytes: 1, afterBytes: 3 },
      { kind: 'removed', path: 'gone', beforeBytes: 2, afterBytes: null },
      { kind: 'added', path: 'moved', beforeBytes: null, afterBytes: 2 },
    ].sort((one, other) => largerOf(other) - largerOf(one) || (one.path < other.path ? -1 : 1));
    const numbers = {
      ...{ filesAdded: 2, filesChanged: 1, filesRemoved: 1 },
      ...{ sizeBytes: 13, previousSizeBytes: 7, newBytes: 7, unchangedBytes: 6 },
    };
    const digest = manifestDigest(await fetchManifest(sandbox().connection, { ...ref, version: 'v2' }));
    const { outputs } = await gobblerJson(sandbox(), ['status', 'p/a/v2']);
    expect(outputs).toMatchObject({
      ...{ status: 'pending', previousVersion: 'v1', ...numbers, changes },
      owners: ['akari', sandbox().me],
      versionUrl: `${sandbox().url}/fetch/p/a/v2/`,
      approveCommand: `gobbler approve p/a/v2 --manifest-digest ${digest} --url ${sandbox().url}`,
    });
    const compared = await gobblerJson(sandbox(), ['diff', 'p/a/v1', 'v2']);
    expect(compared.outputs).toMatchObject({ ...numbers, changes, filesCount: 4 });
    const approved = await gobblerJson(sandbox(), ['status', 'p/a/v1']);
    expect(approved.outputs).toMatchObject({ status: 'approved', changes: null, approveCommand: null });
  });

  it('holds a directory, or the registry itself, against a version', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x', 'd/y': 'y' });
    const directory = sandbox().source({ x: 'x', 'd/y': 'y' }, 'copy');
    expect(await gobbler(sandbox(), ['verify', 'p/a/v1', 'copy'])).toMatchObject({ exitCode: 0 });
    fs.writeFileSync(path.join(directory, 'x'), 'z');
    const differs = await gobbler(sandbox(), ['verify', 'p/a/v1', 'copy']);
    expect(differs).toMatchObject({
      exitCode: 4,
      stderr: expect.stringMatching(/"x" has MD5 \w+, but should have \w+$/m),
    });
    fs.rmSync(path.join(directory, 'd'), { recursive: true });
    const { error } = await gobblerJson(sandbox(), ['verify', 'p/a/v1', 'copy']);
    expect(error).toMatchObject({
      code: 'content-differs',
      problem: 'directory-differs',
      facts: { directory, version: 'p/a/v1', mismatches: [{ path: 'd/y', kind: 'unexpected' }] },
    });
    expect(await gobbler(sandbox(), ['verify', 'p/a/v1'])).toMatchObject({ exitCode: 0 });
    fs.writeFileSync(path.join(pathOf('v1'), 'x'), 'w');
    expect(await gobblerJson(sandbox(), ['verify', 'p/a/v1'])).toMatchObject({
      exitCode: 4,
      error: { code: 'content-differs' },
    });
  });

  it('creates projects, shows and changes permissions, and removes projects with --yes', async () => {
    expect(await gobbler(sandbox(), ['project', 'demo', '--owners', 'akari'])).toMatchObject({ exitCode: 0 });
    const shown = await gobblerJson(sandbox(), ['permissions', 'demo']);
    expect(shown.outputs.permissions).toEqual({ owners: ['akari'], uploaders: [] });
    const asOwner = ['--spoof', 'akari'];
    const changed = await gobbler(sandbox(), ['permissions', 'demo', '--owners', 'ben', ...asOwner]);
    expect(changed).toMatchObject({ exitCode: 0 });
    const { owners } = await fetchPermissions(sandbox().connection, { project: 'demo' });
    expect(owners).toEqual(['akari', 'ben']);
    expect(await gobbler(sandbox(), ['remove', 'demo'])).toMatchObject({ exitCode: 2 });
    expect(await listProjects(sandbox().connection)).toEqual(['demo']);
    expect(await gobbler(sandbox(), ['remove', 'demo', '--yes'])).toMatchObject({ exitCode: 0 });
    expect(await listProjects(sandbox().connection)).toEqual([]);
  });

  it('reroutes the links of other versions before it removes one', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'a file of some size' }, { probation: false });
    await publish(sandbox(), 'v2', { x: 'a file of some size' }, { probation: false });
    expect(fs.lstatSync(path.join(pathOf('v2'), 'x')).isSymbolicLink()).toBe(true);
    const removed = await gobblerJson(sandbox(), ['remove', 'p/a/v1', '--yes']);
    expect(removed).toMatchObject({ exitCode: 0, outputs: { status: 'removed', reroutedLinks: 1 } });
    expect(fs.readFileSync(path.join(pathOf('v2'), 'x'), 'utf8')).toBe('a file of some size');
  });

  it('removes the unfinished version of a crash, with --force', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    for (const record of ['..summary', '..manifest']) fs.rmSync(path.join(pathOf('v1'), record));
    expect(await gobbler(sandbox(), ['remove', 'p/a/v1', '--yes'])).toMatchObject({ exitCode: 7 });
    const { exitCode, stderr } = await gobbler(sandbox(), ['remove', 'p/a/v1', '--yes', '--force']);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 0,
      stderr: expect.stringContaining('refused to reroute links'),
    });
    expect(fs.existsSync(pathOf('v1'))).toBe(false);
  });

  it('distinguishes failures by exit codes', async () => {
    await sandbox().project('p', { owners: ['akari'] });
    sandbox().source({ x: 'x' }, 'results');
    const codeOf = async (args: string[], env = {}) => (await gobbler(sandbox(), args, env)).exitCode;
    const lines: [args: string[], code: number, env?: NodeJS.ProcessEnv][] = [
      [['uplaod'], 2],
      [['upload', 'results'], 2],
      [['upload', 'results', 'p/a'], 2],
      [['upload', 'results', 'p/a/b/c'], 2],
      [['upload', 'results', 'p/a/v1', '--verify', 'somehow'], 2],
      [['upload', 'results', 'p/a/v1', '--frobnicate'], 2],
      [['status', 'p/a/v9'], 2],
      [['status'], 7, { GOBBLER_URL: 'http://127.0.0.1:9' }],
      [['status'], 2, { GOBBLER_URL: '' }],
      [['--help'], 0],
      [['--version'], 0],
    ];
    const found = await Promise.all(
      lines.map(async ([args, , env]) => [args.join(' '), await codeOf(args, env)]),
    );
    expect(found).toEqual(lines.map(([args, code]) => [args.join(' '), code]));
    await publish(sandbox(), 'v1', { x: 'x' });
    expect(await codeOf(['approve', 'p/a/v1', '--spoof', 'stranger'])).toBe(3);
    await approveProbation(sandbox().connection, ref);
    expect(await codeOf(['reject', 'p/a/v1', '--yes', '--spoof', 'akari'])).toBe(4);
    expect(await codeOf(['upload', 'results', 'p/a/v1', '--if-exists', 'error'])).toBe(4);
  });

  it('names options as they are written when something is wrong with them', async () => {
    const { stderr } = await gobbler(sandbox(), ['upload', 'results', 'p/a/v1', '--concurrency', '0']);
    expect(stderr).toContain(
      'error: concurrency should be auto or a whole number from 1 to 1024, but is "0"',
    );
    expect(stderr).toContain('See gobbler upload --help. (--concurrency)');
  });

  it('advises options rather than inputs', async () => {
    await sandbox().project('p', { uploaders: [] });
    const directory = sandbox().source({ 'real/x': 'x' }, 'results');
    fs.symlinkSync('real', path.join(directory, 'link'));
    const upload = ['upload', 'results', 'p/a/v1'];
    const { stderr } = await gobbler(sandbox(), upload);
    expect(stderr).toContain('Set --symlinks dereference to publish the content');
    const { error } = await gobblerJson(sandbox(), upload);
    expect(error?.hint).toContain('Set --symlinks dereference to publish the content');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('describes the failure in its answer', async () => {
    await sandbox().project('p');
    const { error, outputs } = await gobblerJson(sandbox(), ['upload', 'nowhere', 'p/a/v1']);
    expect(outputs).toMatchObject({ status: 'failed', created: false, versionPath: null });
    const directory = path.join(sandbox().workspace, 'nowhere');
    expect(error).toMatchObject({
      code: 'invalid-source',
      problem: 'upload-refused',
      facts: { findings: [{ kind: 'missing-directory', facts: { directory } }] },
      message: expect.any(String),
      hint: expect.any(String),
      input: 'directory',
      findings: [expect.any(String)],
    });
  });

  it('answers in JSON even if it does not understand', async () => {
    const { error, exitCode, outputs } = await gobblerJson(sandbox(), ['upload', '.', 'p/a']);
    expect({ exitCode, outputs }).toEqual({ exitCode: 2, outputs: {} });
    expect(error).toMatchObject({
      code: 'invalid-input',
      problem: 'bad-command-line',
      facts: { command: 'upload' },
    });
    expect(error?.message).toContain('should be PROJECT/ASSET/VERSION');
    expect(error?.hint).toBe('See gobbler upload --help.');
  });

  it('ends with 130 when it is interrupted, and leaves nothing behind', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' });
    const script = `"${process.execPath}" "$0" await p/a/v1 & sleep 0.1; while kill -INT $! 2>/dev/null; do sleep 0.2; done; wait $!`;
    const { exitCode } = await inShell(sandbox(), 'sh', ['-c', script, GOBBLER]);
    expect(exitCode).toBe(130);
  });

  it('shows a bar on a terminal, and lines elsewhere', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x', y: 'y' }, { probation: false });
    const command = `"${process.execPath}" "${GOBBLER}" fetch p/a/v1 out`;
    const { stdout, exitCode } = await inShell(sandbox(), 'script', ['-qec', command, '/dev/null'], {
      TERM: 'xterm',
    });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Copying \[.*\] \d+%/);
    const { stderr } = await gobbler(sandbox(), ['fetch', 'p/a/v1', 'elsewhere']);
    expect(stderr).not.toMatch(/\[.*\] \d+%/);
  });
});
