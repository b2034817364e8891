import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  approveProbation,
  fetchLatest,
  fetchManifest,
  fetchPermissions,
  fetchSummary,
  listAssets,
  listVersions,
  manifestDigest,
  parseStatement,
  rejectProbation,
  setPermissions,
} from '../../src/client/index.ts';
import { startTimeOf } from '../../src/github/start/process-identity.ts';
import { MAY_SPOOF, useSandbox } from '../helpers/sandbox.ts';
import { Site } from '../helpers/site.ts';
import { publish } from '../helpers/versions.ts';
import { runWorkflow, type StepOutcome, type WorkflowOptions } from '../helpers/workflow.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sandbox = useSandbox({ spoof: MAY_SPOOF });

let site: Site;

/** Runs a workflow of a page, with what GitHub would know. Nothing that it publishes may be of an earlier run. */
async function run(key: string, { context, ...options }: WorkflowOptions = {}): Promise<StepOutcome[]> {
  const outcomes = await runWorkflow(sandbox(), site.text(key), {
    context: {
      'github.run_number': '7',
      'github.run_attempt': '1',
      'github.ref_name': 'v1.0',
      'github.event.number': '12',
      'vars.CANDIDATE': '7-1',
      ...context,
    },
    env: { GOBBLER_URL: sandbox().url },
    repository: site.repository,
    ...options,
  });
  expect((await publishedPaths()).filter((path) => path.includes(STALE))).toEqual([]);
  return outcomes;
}

/** The paths of all versions of the asset that the recipes publish. */
async function publishedPaths(): Promise<string[]> {
  const { connection } = sandbox();
  const { project, asset } = ref;
  if (!(await listAssets(connection, project)).includes(asset)) return [];
  const versions = await listVersions(connection, { project, asset });
  const manifests = versions.map((version) => fetchManifest(connection, { project, asset, version }));
  return (await Promise.all(manifests)).flatMap((manifest) => [...manifest.keys()]);
}

const codes = (outcomes: readonly StepOutcome[]) => outcomes.map(({ exitCode }) => exitCode);
const ref = { project: 'my-project', asset: 'my-analysis', version: '7-1' };

/** Leftovers of an earlier run in a workspace that nobody has cleaned. */
const STALE = 'of-last-week.txt';

beforeEach(async () => {
  await sandbox().project('my-project');
  site = new Site(sandbox());
  sandbox().source({ [STALE]: 'old' }, 'results');
});

describe('the workflow of the README', () => {
  it('publishes', async () => {
    const outcomes = await run('README.md#in-a-workflow 1');
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
      codes: [0, 0, 0, 0],
      log: expect.stringContaining('x.txt'),
    });
    expect(await fetchLatest(sandbox().connection, ref)).toBe('7-1');
  });
});

describe('the recipe for publishing on a tag', () => {
  const key = 'docs/recipes/publish-on-tag.md#publish-on-a-tag 1';

  it('publishes a version of that name, takes it for its own in a re-run, and refuses other content', async () => {
    const [, , first, said] = await run(key);
    expect(first?.outputs).toMatchObject({ status: 'created' });
    const place = path.join(sandbox().registry, 'my-project/my-analysis/v1.0');
    expect(said?.log).toBe(`created, 1 files at ${place}\n`);
    expect((await run(key))[2]?.outputs).toMatchObject({ status: 'verified' });
    site.commit({ Makefile: 'results:\n\tmkdir results && echo 2 > results/x.txt\n' });
    const moved = await run(key);
    expect(codes(moved)).toEqual([0, 0, 1]);
    expect(moved.at(-1)?.log).toContain('x.txt');
  });
});

describe('the recipe for many jobs and one version', () => {
  it('publishes what the jobs of the matrix have staged', async () => {
    const outcomes = await run('docs/recipes/matrix.md#many-jobs-one-version 1');
    expect(codes(outcomes)).toEqual(new Array(11).fill(0));
    expect(outcomes.at(-1)?.outputs).toMatchObject({ status: 'created', 'parts-count': '3' });
    expect([...(await fetchManifest(sandbox().connection, ref)).keys()].sort()).toEqual(
      ['alpha', 'beta', 'gamma'].map((sample) => `samples/${sample}/x.txt`),
    );
  });
});

describe('the recipe for pull requests', () => {
  it('publishes to a Gobbler of its own, and leaves nothing behind', async () => {
    const outcomes = await run('docs/recipes/pull-requests.md#pull-requests 1');
    expect(codes(outcomes)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(outcomes[4]?.outputs).toMatchObject({ version: 'pr-12' });
    const { registry = '', pid } = outcomes[1]?.outputs ?? {};
    expect({ registry: fs.existsSync(registry), running: startTimeOf(Number(pid)) }).toEqual({
      registry: false,
    });
    expect(await listAssets(sandbox().connection, 'my-project')).toEqual([]);
  });
});

describe('the recipes for fetching', () => {
  beforeEach(async () => {
    await publish(sandbox(), '1', { 'x.txt': 'four', 'run.log': 'long' }, { ...ref, probation: false });
    await publish(sandbox(), '2', { 'x.txt': 'five' }, { ...ref });
  });

  it('copy the latest version that is not on probation, without what is not selected', async () => {
    const outcomes = await run('docs/recipes/fetch-latest.md#fetch-the-latest-version 1');
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
      codes: [0, 0, 0],
      log: '1:\nx.txt\n',
    });
    expect(outcomes[1]?.outputs).toMatchObject({ path: path.join(sandbox().workspace, 'data') });
  });

  it('hand the version on that was the latest in the beginning', async () => {
    const outcomes = await run('docs/recipes/fetch-latest.md#the-same-version-for-all-jobs 1', {
      betweenJobs: () => approveProbation(sandbox().connection, { ...ref, version: '2' }),
    });
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
      codes: [0, 0, 0, 0],
      log: '1:\nrun.log\nx.txt\n',
    });
  });
});

describe('the recipe for ephemeral runners', () => {
  it('publishes, and keeps checksums in the tool cache', async () => {
    const RUNNER_TOOL_CACHE = path.join(sandbox().root, 'tools');
    const old = new Date(Date.now() - 60_000);
    site.commit({
      Makefile:
        'results:\n\tmkdir results && head -c 70000 /dev/zero > results/x.txt && touch -d @$$OLD results/x.txt\n',
    });
    const outcomes = await run('docs/recipes/ephemeral-runners.md#ephemeral-runners 2', {
      env: { GOBBLER_URL: sandbox().url, RUNNER_TOOL_CACHE, OLD: String(old.getTime() / 1000) },
    });
    expect(codes(outcomes)).toEqual([0, 0, 0]);
    expect(fs.existsSync(path.join(RUNNER_TOOL_CACHE, 'gobbler-action/hashes'))).toBe(true);
  });
});

describe('the recipe for attestations', () => {
  it('writes sums of what it has published, as sha256sum reads them', async () => {
    const outcomes = await run('docs/recipes/attest.md#attest-what-is-published 1');
    expect(codes(outcomes)).toEqual([0, 0, 0, 'skipped']);
    const version = outcomes[2]?.outputs['version-path'] ?? '';
    const sums = path.join(sandbox().workspace, 'sums.txt');
    expect(execFileSync('sha256sum', ['--check', sums], { cwd: version, encoding: 'utf8' })).toBe(
      'x.txt: OK\n',
    );
  });
});

describe('the recipe for provenance', () => {
  it('publishes a statement that names the tag', async () => {
    const outcomes = await run('docs/recipes/attest.md#without-a-signature 1');
    expect(codes(outcomes)).toEqual([0, 0, 0]);
    const version = { ...ref, version: 'v1.0' };
    const file = path.join(outcomes[2]?.outputs['version-path'] ?? '', 'provenance.json');
    expect(parseStatement(fs.readFileSync(file, 'utf8'), version)).toMatchObject({
      place: 'workflow',
      message: 'Released as v1.0',
    });
  });
});

describe('the recipe for permissions as code', () => {
  const key = 'docs/recipes/permissions.md#permissions-as-code 2';
  const uploaders = async () =>
    (await fetchPermissions(sandbox().connection, { project: 'my-project' })).uploaders.map(({ id }) => id);

  it('says in a pull request what would change, and changes it on the main branch', async () => {
    const page = 'docs/recipes/permissions.md#permissions-as-code 1';
    site.commit({ 'permissions/my-project.yml': site.text(page) });
    const planned = await run(key, { context: { 'github.event_name': 'pull_request' } });
    expect(planned.at(-1)?.outputs).toMatchObject({ status: 'planned', changed: 'false' });
    expect(await uploaders()).toEqual([]);
    const done = await run(key, { context: { 'github.event_name': 'push' } });
    expect(done.at(-1)?.outputs).toMatchObject({ status: 'changed' });
    expect(await uploaders()).toEqual(['alicia', 'ben']);
  });
});

describe('the recipe for publishing and waiting', () => {
  it('goes on once an owner has approved', async () => {
    let approval: Promise<void> | undefined;
    const outcomes = await run('docs/recipes/gate.md#publish-and-wait-for-the-approval 1', {
      inputs: { 'await-approval': { 'poll-interval': '0.2s' } },
      onLine: (line) => {
        if (line.includes('can be approved by')) approval ??= approveProbation(sandbox().connection, ref);
      },
    });
    await approval;
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
      codes: [0, 0, 0, 0, 0],
      log: '1\n',
    });
    expect(outcomes[3]?.outputs).toMatchObject({ status: 'approved', approved: 'true' });
  });
});

describe('the recipe for a gate that holds no runner', () => {
  it('approves what the first job has published', async () => {
    const outcomes = await run('docs/recipes/gate.md#a-gate-that-holds-no-runner 1');
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
      codes: [0, 0, 0, 0, 0, 0],
      log: '1\n',
    });
    expect(outcomes[4]?.outputs).toMatchObject({ status: 'approved', changed: 'true' });
    expect(await fetchLatest(sandbox().connection, ref)).toBe('7-1');
  });

  it('approves nothing else, whatever has got that name meanwhile', async () => {
    const outcomes = await run('docs/recipes/gate.md#a-gate-that-holds-no-runner 1', {
      betweenJobs: async () => {
        await rejectProbation(sandbox().connection, ref);
        await publish(sandbox(), '7-1', { 'x.txt': 'something else' }, { ...ref });
      },
    });
    expect(codes(outcomes)).toEqual([0, 0, 0, 0, 1]);
    expect(outcomes.at(-1)?.log).toContain('::error title=Content differs');
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(true);
  });
});

describe('the recipe for an approval that a person starts', () => {
  const key = 'docs/recipes/gate.md#an-approval-that-a-person-starts 1';
  const approval = async () => {
    const digest = manifestDigest(await fetchManifest(sandbox().connection, ref));
    return run(key, { context: { 'inputs.version': ref.version, 'inputs.manifest-digest': digest } });
  };

  it('refuses what the account of its own runner has uploaded', async () => {
    await publish(sandbox(), '7-1', { 'x.txt': 'four' }, ref);
    const outcomes = await approval();
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({
      codes: [0, 1],
      log: expect.stringContaining('(code not-authorized)'),
    });
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(true);
  });

  it('approves and releases what another account has uploaded', async () => {
    await setPermissions(sandbox().connection, { project: 'my-project' }, { uploaders: [{ id: 'akari' }] });
    await publish(sandbox(), '7-1', { 'x.txt': 'four' }, { ...ref, spoof: 'akari' });
    const outcomes = await approval();
    expect({ codes: codes(outcomes), log: outcomes.at(-1)?.log }).toEqual({ codes: [0, 0, 0], log: 'four' });
    expect(await fetchLatest(sandbox().connection, ref)).toBe('7-1');
  });
});

describe('the recipe for a look from time to time', () => {
  it('does nothing until the version is approved, and then releases it', async () => {
    const missing = await run('docs/recipes/gate.md#a-look-from-time-to-time 1');
    expect(codes(missing)).toEqual([0, 0, 'skipped']);
    await publish(sandbox(), '7-1', { 'x.txt': 'four' }, { ...ref });
    expect(codes(await run('docs/recipes/gate.md#a-look-from-time-to-time 1'))).toEqual([0, 0, 'skipped']);
    await approveProbation(sandbox().connection, ref);
    const approved = await run('docs/recipes/gate.md#a-look-from-time-to-time 1');
    expect({ codes: codes(approved), log: approved[2]?.log }).toEqual({ codes: [0, 0, 0], log: 'four' });
  });
});

describe('the end-to-end workflow', () => {
  it('runs with the actions on themselves, and leaves nothing behind', async () => {
    const text = fs.readFileSync(path.join(root, '.github/workflows/e2e.yml'), 'utf8');
    const outcomes = await runWorkflow(sandbox(), text);
    const failed = outcomes.filter(({ exitCode }) => exitCode !== 0);
    const checkout = expect.stringMatching(/^actions\/checkout@v\d+$/);
    expect(failed).toEqual([{ what: checkout, exitCode: 'skipped', log: '', outputs: {} }]);
    expect(outcomes).toHaveLength(19);
    const { registry = '', pid } = outcomes[1]?.outputs ?? {};
    expect({ registry: fs.existsSync(registry), running: startTimeOf(Number(pid)) }).toEqual({
      registry: false,
    });
  });
});
