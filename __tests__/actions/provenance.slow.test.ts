import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fetchManifest, manifestDigest, parseStatement, rejectProbation } from '../../src/client/index.ts';
import { type Use, use } from '../helpers/host.ts';
import { newUpload, part } from '../helpers/parts.ts';
import { shownText, startReviewSite } from '../helpers/review-site.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { gobbler, gobblerJson } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v1' };
const FILE = 'provenance.json';
const COMMIT = '7fd1a60b01f91b314f59955a4e4d4e80d8edf11d';
const RUN = 'https://forge.example.org/o/r/actions/runs/17';

/** The variables that GitHub sets, and secrets beside them. */
const WORKFLOW = {
  GITHUB_SERVER_URL: 'https://forge.example.org',
  GITHUB_REPOSITORY: 'o/r',
  GITHUB_SHA: COMMIT,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_WORKFLOW: 'Publish',
  GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/publish.yml@refs/heads/main',
  GITHUB_RUN_ID: '17',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_ACTOR: 'octocat',
  GITHUB_TOKEN: 'SECRET-1',
  ACTIONS_RUNTIME_TOKEN: 'SECRET-2',
  ACTIONS_ID_TOKEN_REQUEST_URL: 'https://SECRET-3',
  SECRET: 'SECRET-4',
};

const upload = (inputs: Record<string, string> = {}, { env = {}, ...more }: Use = {}) =>
  use(sandbox(), '.', {
    with: { ...ref, directory: 'source', ...inputs },
    env: { ...WORKFLOW, ...env },
    ...more,
  });

const statementText = (version = 'v1', file = FILE): string =>
  fs.readFileSync(path.join(sandbox().registry, 'p/a', version, file), 'utf8');
const published = (version = 'v1') => parseStatement(statementText(version), { ...ref, version });

async function begin(): Promise<void> {
  await sandbox().project('p', { owners: [sandbox().me] });
  sandbox().source({ 'x.txt': 'x' });
}

describe('provenance of the upload step', () => {
  it('is published by name, from listed variables alone, and shown', async () => {
    await begin();
    const message = 'Recalibrated\n  the <b>second</b> channel';
    const { exitCode, log, summary, outputs } = await upload({ provenance: FILE, message });
    expect([exitCode, log]).toEqual([0, expect.any(String)]);
    expect(published()).toMatchObject({
      place: 'workflow',
      repository: 'https://forge.example.org/o/r',
      commit: COMMIT,
      ref: 'refs/heads/main',
      workflow: WORKFLOW.GITHUB_WORKFLOW_REF,
      runUrl: RUN,
      actor: 'octocat',
      user: sandbox().me,
      message,
      actionVersion: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
    expect(statementText()).not.toContain('SECRET');
    expect(statementText()).not.toContain(sandbox().root);
    for (const text of [COMMIT, 'actions/runs/17', 'octocat', FILE]) {
      expect(log).toContain(text);
      expect(summary).toContain(text);
    }
    expect(summary).not.toContain('<b>second');
    const manifest = await fetchManifest(sandbox().connection, ref);
    expect([...manifest.keys()].sort()).toEqual([FILE, 'x.txt']);
    expect(outputs['manifest-digest']).toBe(manifestDigest(manifest));
    expect(outputs['files-count']).toBe('2');
  });

  it('is not published unasked, but the log and the summary name commit, run and actor', async () => {
    await begin();
    const { exitCode, log, summary, outputs } = await upload();
    expect(exitCode).toBe(0);
    expect(outputs['files-count']).toBe('1');
    for (const text of [COMMIT, 'octocat']) {
      expect(log).toContain(text);
      expect(summary).toContain(text);
    }
    expect(log).toContain(RUN);
    expect(summary).toContain('actions/runs/17');
    expect(fs.readdirSync(path.join(sandbox().registry, 'p/a/v1'))).not.toContain(FILE);
  });

  it('counts as the same in a run again, which has other facts, and the first one stays', async () => {
    await begin();
    const first = await upload({ provenance: FILE, 'checksums-file': 'sums' });
    expect(fs.readFileSync(path.join(sandbox().workspace, 'sums'), 'utf8')).toContain(`  ${FILE}\n`);
    const again = await upload(
      { provenance: FILE },
      { env: { GITHUB_RUN_ATTEMPT: '2', GITHUB_ACTOR: 'hubot' } },
    );
    expect([again.exitCode, again.outputs.status]).toEqual([0, 'verified']);
    expect(again.outputs['manifest-digest']).toBe(first.outputs['manifest-digest']);
    expect(published()?.actor).toBe('octocat');
    expect(again.log).toContain('started by octocat');
    const without = await upload();
    expect([without.exitCode, without.outputs.status]).toEqual([1, 'failed']);
    const skipped = await upload({ 'if-exists': 'skip' });
    expect(skipped.log).toContain('started by octocat');
  });

  it('names another attempt by its own page', async () => {
    await begin();
    await upload({ provenance: FILE }, { env: { GITHUB_RUN_ATTEMPT: '2' } });
    expect(published()?.runUrl).toBe(`${RUN}/attempts/2`);
  });

  it('leaves out hostile facts, whatever they are, and publishes the others', async () => {
    await begin();
    const hostile = {
      GITHUB_ACTOR: `octocat\n::error::owned${'x'.repeat(10)}`,
      GITHUB_REF: 'refs/heads/\u001b[31mred',
      GITHUB_WORKFLOW_REF: 'x'.repeat(50_000),
      GITHUB_SHA: 'HEAD',
      GITHUB_SERVER_URL: 'https://user:SECRET-5@forge.example.org',
    };
    const { exitCode, log } = await upload({ provenance: FILE }, { env: hostile });
    expect(exitCode).toBe(0);
    expect(published()).toMatchObject({
      repository: 'https://forge.example.org/o/r',
      runUrl: RUN,
      user: sandbox().me,
    });
    for (const name of ['actor', 'ref', 'workflow', 'commit'] as const)
      expect(published()?.[name]).toBeUndefined();
    expect(log).toContain('leaves out commit, ref, workflow, actor');
    expect(log).not.toContain('SECRET-5');
    expect(log).not.toMatch(/^::error::owned/m);
    expect(log).not.toContain('\u001b');
  });

  it('does not take the bytes of a variable for text that are not UTF-8', async () => {
    await begin();
    const prefix = ['sh', '-c', 'GITHUB_REF="$(printf \'refs/heads/caf\\351\')" exec "$@"', 'sh'];
    const { exitCode, log } = await upload({ provenance: FILE }, { prefix });
    expect(exitCode).toBe(0);
    expect(published()).toMatchObject({ actor: 'octocat' });
    expect(published()?.ref).toBeUndefined();
    expect(log).toContain('leaves out ref');
  });

  it('refuses a file of that name in the source', async () => {
    await begin();
    fs.writeFileSync(path.join(sandbox().workspace, 'source', FILE), '{}');
    const { exitCode, outputs } = await upload({ provenance: FILE });
    expect([exitCode, outputs.status]).toEqual([1, 'failed']);
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  });
});

it('the step submit publishes it with the parts', async () => {
  const uploadId = await newUpload(sandbox());
  await part(sandbox(), uploadId, 'one', { 'x.txt': 'x' });
  const inputs = { 'upload-id': uploadId, provenance: FILE, message: 'of parts' };
  const submit = () => use(sandbox(), 'submit', { with: inputs, env: WORKFLOW });
  const { exitCode, log } = await submit();
  expect(exitCode).toBe(0);
  expect(published()).toMatchObject({ commit: COMMIT, message: 'of parts' });
  expect(log).toContain(COMMIT);
  const again = await submit();
  expect([again.exitCode, again.outputs.status]).toEqual([0, 'verified']);
  expect(again.log).toContain('| of parts');
});

it('status, pending, await-approval and the review page show it', async () => {
  await begin();
  const message = 'why <script>alert(1)</script>';
  await upload({ provenance: 'my-facts.json', message, probation: 'true' });
  const found = parseStatement(statementText('v1', 'my-facts.json'), ref);
  const stated = { ...found, file: 'my-facts.json', subject: 'p/a/v1', match: 'exact' };
  expect(stated).toMatchObject({ commit: COMMIT, actor: 'octocat' });
  const { outputs } = await gobblerJson(sandbox(), ['status', 'p/a/v1']);
  expect(outputs.provenance).toEqual(stated);
  expect((await gobbler(sandbox(), ['status', 'p/a/v1'])).stderr).toContain(COMMIT);
  const pending = await gobblerJson(sandbox(), ['pending']);
  expect(pending.outputs.versions).toMatchObject([{ provenance: stated }]);
  const { stdout } = await gobbler(sandbox(), ['pending']);
  expect(stdout.trimEnd().split('\t').slice(-2)).toEqual([COMMIT, 'octocat']);
  const check = await use(sandbox(), 'await-approval', { with: { ...ref, mode: 'check' } });
  for (const text of [check.log, check.summary]) {
    expect(text).toContain(COMMIT);
    expect(text).toContain('octocat');
  }
  const site = await startReviewSite(sandbox());
  try {
    const list = shownText(await site.get());
    expect(list).toContain('started by octocat');
    const page = await site.get('version/p/a/v1');
    for (const text of [COMMIT, 'octocat', RUN, 'Nobody has signed it', message])
      expect(shownText(page)).toContain(text);
    expect(page.text).toContain(`href="${RUN}"`);
    expect(page.text).not.toContain('<script>alert(1)');
  } finally {
    await site.stop();
  }
});

it.each([
  ['v2', 'other-version'],
  ['v1', 'other-content'],
])(
  'status, pending, await-approval and the review page warn of a statement about something else: %s',
  async (version, match) => {
    await begin();
    await upload({ provenance: FILE, probation: 'true' });
    const statement = statementText();
    const one = { ...ref, version };
    await rejectProbation(sandbox().connection, ref);
    await publish(sandbox(), version, { 'x.txt': 'replaced', [FILE]: statement });
    const status = await gobblerJson(sandbox(), ['status', `p/a/${version}`]);
    expect(status.outputs.provenance).toMatchObject({ subject: 'p/a/v1', match, commit: COMMIT });
    const { stderr: said } = await gobbler(sandbox(), ['status', `p/a/${version}`]);
    expect(said).toMatch(/^warning: .*provenance.json is about/m);
    const pending = await gobblerJson(sandbox(), ['pending']);
    expect(pending.outputs.versions).toMatchObject([{ provenance: { subject: 'p/a/v1', match } }]);
    const { stdout, stderr } = await gobbler(sandbox(), ['pending', '--quiet']);
    expect(stdout).toMatch(/\t\t\n$/);
    expect(stderr).toMatch(new RegExp(`^warning: p/a/${version}: provenance.json is about`));
    const check = await use(sandbox(), 'await-approval', { with: { ...one, mode: 'check' } });
    expect(check.log.match(/^::warning /gm)).toHaveLength(1);
    expect(check.summary).toContain('⚠️');
    const site = await startReviewSite(sandbox());
    try {
      const list = shownText(await site.get());
      expect(list).toContain('wrong provenance');
      expect(list).not.toContain('octocat');
      expect(shownText(await site.get(`version/p/a/${version}`))).toContain('Do not rely on these facts');
    } finally {
      await site.stop();
    }
  },
);

describe('provenance from a shell', () => {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd: sandbox().workspace,
      encoding: 'utf8',
    }).trim();
  const run = (env: NodeJS.ProcessEnv = {}, ...more: string[]) =>
    gobbler(sandbox(), ['upload', 'source', 'p/a/v1', '--provenance', FILE, ...more], env);

  it('has the facts of the clone, without credentials', async () => {
    await begin();
    git('init', '--quiet', '--initial-branch', 'topic/ä');
    git('remote', 'add', 'origin', 'https://user:SECRET-6@forge.example.org/o/r.git?SECRET-7');
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
    const { exitCode, stderr, stdout } = await run({ SLURM_JOB_ID: '' }, '--message', 'by hand');
    expect([exitCode, stderr]).toEqual([0, expect.any(String)]);
    const commit = git('rev-parse', 'HEAD');
    expect(published()).toMatchObject({
      place: 'shell',
      commit,
      modified: false,
      ref: 'refs/heads/topic/ä',
      repository: 'https://forge.example.org/o/r.git',
      user: sandbox().me,
      message: 'by hand',
    });
    expect(statementText() + stdout + stderr).not.toContain('SECRET');
    expect(stdout + stderr).toContain(commit);
  });

  it('says that tracked files differ, and runs nothing that the settings of the clone name', async () => {
    await begin();
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
    const trace = path.join(sandbox().root, 'trace');
    for (const name of ['core.fsmonitor', 'diff.external']) git('config', name, `touch ${trace}`);
    fs.writeFileSync(path.join(sandbox().workspace, 'source/x.txt'), 'other');
    const { exitCode } = await run();
    expect([exitCode, published()?.modified]).toEqual([0, true]);
    expect(fs.existsSync(trace)).toBe(false);
  });

  it('does not compare files where the clone itself names a filter', async () => {
    await begin();
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
    const trace = path.join(sandbox().root, 'trace');
    fs.writeFileSync(path.join(sandbox().workspace, '.git/info/attributes'), '* filter=evil\n');
    git('config', 'filter.evil.clean', `touch ${trace}; cat`);
    const now = new Date();
    fs.utimesSync(path.join(sandbox().workspace, 'source/x.txt'), now, now);
    const { exitCode } = await run();
    expect([exitCode, published()?.modified]).toEqual([0, undefined]);
    expect(published()?.commit).toBe(git('rev-parse', 'HEAD'));
    expect(fs.existsSync(trace)).toBe(false);
  });

  it('leaves out a branch that is not UTF-8', async () => {
    await begin();
    git('init', '--quiet');
    git('commit', '--quiet', '--allow-empty', '-m', 'x');
    execFileSync('sh', ['-c', 'git checkout --quiet -b "$(printf \'caf\\351\')"'], {
      cwd: sandbox().workspace,
    });
    const { exitCode, stdout, stderr } = await run();
    expect(exitCode).toBe(0);
    expect(published()?.commit).toBe(git('rev-parse', 'HEAD'));
    expect(published()?.ref).toBeUndefined();
    expect(stdout + stderr).toContain('leaves out ref');
  });

  it('has the Slurm job, and works without a clone and without git', async () => {
    await begin();
    const job = {
      SLURM_JOB_ID: '4711',
      SLURM_JOB_NAME: 'train',
      SLURM_CLUSTER_NAME: 'hpc',
      SLURM_JWT: 'SECRET-8',
    };
    const { exitCode, stdout, stderr } = await run({ ...job, PATH: '/nowhere' });
    expect([exitCode, stderr]).toEqual([0, expect.any(String)]);
    expect(published()).toMatchObject({
      place: 'slurm',
      slurmJob: '4711',
      slurmJobName: 'train',
      slurmCluster: 'hpc',
    });
    expect(published()?.commit).toBeUndefined();
    expect(statementText()).not.toContain('SECRET');
    expect(stdout + stderr).toContain('Slurm job 4711 (train) on cluster hpc');
  });
});
