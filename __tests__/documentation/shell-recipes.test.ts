import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import {
  fetchLatest,
  fetchManifest,
  fetchPermissions,
  listAssets,
  listFiles,
  listVersions,
  uploadDirectory,
} from '../../src/client/index.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { GOBBLER } from '../helpers/shell.ts';
import { checkOut, Site, succeeded } from '../helpers/site.ts';
import { publish } from '../helpers/versions.ts';

const root = path.resolve(import.meta.dirname, '../..');
const sandbox = useSandbox();
const asset = { project: 'my-project', asset: 'my-analysis' };
const read = (name: string): string => fs.readFileSync(path.join(sandbox().workspace, name), 'utf8');

beforeEach(() => sandbox().project('my-project'));

describe('the recipe for GitLab CI', () => {
  interface Job {
    readonly stage: string;
    readonly before_script?: readonly string[];
    readonly script: readonly string[];
    readonly after_script?: readonly string[];
    readonly tags?: readonly string[];
    readonly artifacts: { readonly paths: readonly string[] };
  }
  type Pipeline = { stages: readonly string[]; variables: Record<string, string> } & Record<string, unknown>;

  /**
   * Jobs by stage, each script in a login shell of its own, as a shell executor runs them: the profile sets `PATH` anew.
   * Artifacts stay where they are.
   */
  async function runPipeline(site: Site, env: NodeJS.ProcessEnv): Promise<void> {
    const { stages, variables, ...jobs }: Pipeline = parse(site.text('docs/recipes/gitlab.md#gitlab-ci 1'));
    for (const stage of stages) {
      for (const job of Object.values(jobs as Record<string, Job>).filter((one) => one.stage === stage)) {
        const script = [...(job.before_script ?? []), ...job.script].join('\n');
        const login = ['bash', '--login', '-e', '-o', 'pipefail'] as const;
        succeeded(await site.run(login, script, { ...variables, ...env }));
        const after = (job.after_script ?? []).join('\n');
        succeeded(await site.run(login, after, { ...variables, ...env }));
        for (const artifact of job.artifacts.paths)
          expect(fs.existsSync(path.join(site.box.workspace, artifact))).toBe(true);
      }
    }
  }

  it('publishes the tag, and is harmless when it is tried again', async () => {
    const site = new Site(sandbox());
    checkOut(sandbox(), site.repository);
    const { root: home } = sandbox();
    const [node, make] = [process.execPath, '/usr/bin/make'].map((program) => path.dirname(program));
    fs.writeFileSync(path.join(home, '.bash_profile'), `export PATH=${node}:${make}:/usr/bin:/bin\n`);
    fs.mkdirSync(path.join(home, '.local/bin'), { recursive: true });
    fs.symlinkSync(GOBBLER, path.join(home, '.local/bin/gobbler'));
    await runPipeline(site, { CI_COMMIT_TAG: 'v1' });
    expect(JSON.parse(read('published.json'))).toMatchObject({ outputs: { status: 'created' } });
    expect(await fetchLatest(sandbox().connection, asset)).toBe('v1');
    await runPipeline(site, { CI_COMMIT_TAG: 'v1' });
    expect(JSON.parse(read('published.json'))).toMatchObject({ outputs: { status: 'verified' } });
  });
});

/** The repository of a site, as one of git. */
function committed({ repository, env }: Site): string {
  const author = ['-c', 'user.name=akari', '-c', 'user.email=akari@example.org'];
  for (const words of [
    ['init', '-q'],
    ['add', '-A'],
    [...author, 'commit', '-qm', 'First'],
  ])
    execFileSync('git', words, { cwd: repository, env });
  return repository;
}

describe('the recipe for Jenkins', () => {
  it('runs its shell steps one after the other', async () => {
    const site = new Site(sandbox());
    const pipeline = site.text('docs/recipes/jenkins.md#jenkins 1');
    const steps = [...pipeline.matchAll(/\bsh (?:'''([\s\S]*?)'''|'(.*?)')/g)].map(
      ([, long, short]) => long ?? short ?? '',
    );
    const [, url = ''] = /GOBBLER_URL = '(.*)'/.exec(pipeline) ?? [];
    expect(steps).toHaveLength(3);
    succeeded(await site.run(['sh', '-e'], `git clone -q "${committed(site)}" .`));
    sandbox().source({ 'of-last-week.txt': 'old' }, 'results');
    for (const step of steps)
      succeeded(await site.run(['sh', '-xe'], step, { BUILD_NUMBER: '12', GOBBLER_URL: url }));
    expect(await fetchLatest(sandbox().connection, asset)).toBe('12');
    expect([...(await fetchManifest(sandbox().connection, { ...asset, version: '12' })).keys()]).toEqual([
      'x.txt',
    ]);
    expect(JSON.parse(read('published.json'))).toMatchObject({ outputs: { status: 'created' } });
  });

  it('has its brackets in pairs, in the order in which Jenkins wants its sections', () => {
    const pipeline = new Site(sandbox()).text('docs/recipes/jenkins.md#jenkins 1');
    const bare = pipeline.replace(/'''[\s\S]*?'''|'[^']*'/g, "''");
    for (const [open, close] of [
      ['{', '}'],
      ['(', ')'],
    ] as const)
      expect(bare.split(open).length).toBe(bare.split(close).length);
    const sections = [...bare.matchAll(/^ {4}(\w+) \{/gm)].map(([, name]) => name);
    expect(sections).toEqual(['agent', 'options', 'environment', 'stages', 'post']);
  });
});

describe('the recipe for many jobs and one version, from a shell', () => {
  it('publishes both parts', async () => {
    const site = new Site(sandbox());
    fs.mkdirSync(path.join(sandbox().workspace, 'results'));
    fs.writeFileSync(path.join(sandbox().workspace, 'results/x.txt'), 'x');
    succeeded(await site.run(['sh', '-e'], site.text('docs/recipes/matrix.md#many-jobs-one-version 2')));
    const files = await listFiles(
      sandbox().connection,
      { ...asset, version: '2.0' },
      { includeDotdot: false },
    );
    expect(files).toEqual(['docs/x.txt', 'linux/x.txt']);
  });
});

/**
 * Runs a script with its arguments at once, with a number, once for each task of an array. A job that depends on one that
 * has failed is removed, if it says so. It knows the options that the page uses.
 */
const SBATCH = `
parsable= kill= after=
while [ "\${1#--}" != "$1" ]; do
  case $1 in
    --parsable) parsable=1 ;;
    --kill-on-invalid-dep=yes) kill=1 ;;
    --dependency=afterok:*) after=\${1##*:} ;;
    *) echo "unknown option $1" >&2; exit 1 ;;
  esac
  shift
done
export SLURM_JOB_ID=$(($(ls -d job-* 2> /dev/null | wc -l) + 1))
state=done
if [ -n "$after" ] && [ ! -e "job-$after-done" ]; then
  [ -n "$kill" ] && state=removed || state=pending
else
  export SLURM_ARRAY_JOB_ID=$SLURM_JOB_ID
  tasks=$(sed -n 's/^#SBATCH --array=//p' "$1" | tr - ' ')
  for task in $([ -n "$tasks" ] && seq $tasks || echo none); do
    SLURM_ARRAY_TASK_ID=$task bash "$@" >> "slurm-$SLURM_JOB_ID.out" 2>&1 || state=failed
  done
fi
touch "job-$SLURM_JOB_ID-$state"
[ -n "$parsable" ] && echo "$SLURM_JOB_ID" || echo "Submitted batch job $SLURM_JOB_ID"`;

describe('the recipe for Slurm', () => {
  /** Writes the two scripts of a section, and runs the block that submits them. */
  async function submit(section: string, names: readonly string[], srun = 'exec "$@"') {
    // A cluster's own: modules do nothing here, and a job step is a process on this machine.
    const site = new Site(sandbox(), { sbatch: SBATCH, module: 'exit 0', srun });
    for (const [at, name] of names.entries()) {
      const script = site.text(`docs/recipes/slurm.md#${section} ${at + 1}`);
      expect(script).toContain(`# ${name}\n`);
      fs.writeFileSync(path.join(sandbox().workspace, name), script);
    }
    return site;
  }
  const jobs = () => fs.readdirSync(sandbox().workspace).filter((name) => name.startsWith('job-'));
  const pathsOf = async (version: string) => [
    ...(await fetchManifest(sandbox().connection, { ...asset, version })).keys(),
  ];

  it('computes in an array of jobs, and publishes only its results when all have succeeded', async () => {
    const site = await submit('slurm', ['compute.sbatch', 'publish.sbatch']);
    sandbox().source({ 'part-9.txt': 'of last week' }, 'results');
    const said = await site.output('docs/recipes/slurm.md#slurm 3');
    expect(said).toBe('Submitted batch job 2\n');
    expect(await listVersions(sandbox().connection, asset)).toEqual(['2']);
    expect((await pathsOf('2')).sort()).toEqual(['part-1.txt', 'part-2.txt', 'part-3.txt']);
  });

  it('removes the job that publishes if another has failed', async () => {
    const site = await submit('slurm', ['compute.sbatch', 'publish.sbatch'], 'exit 1');
    await site.output('docs/recipes/slurm.md#slurm 3');
    expect(jobs()).toEqual(['job-1-failed', 'job-2-removed']);
    expect(await listAssets(sandbox().connection, asset.project)).toEqual([]);
  });

  it('stages parts in an array, and publishes them as one version', async () => {
    const section = 'an-array-that-stages-parts';
    const site = await submit(section, ['part.sbatch', 'submit.sbatch']);
    await site.output('docs/recipes/slurm.md#an-array-that-stages-parts 3');
    expect(jobs()).toEqual(['job-1-done', 'job-2-done']);
    const [version = ''] = await listVersions(sandbox().connection, asset);
    expect(version).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await pathsOf(version)).sort()).toEqual([1, 2, 3].map((task) => `task-${task}/name.txt`));
  });
});

describe('the recipe for ephemeral runners', () => {
  it('unpacks a runner, registers it for one job, and runs it with tools that stay', async () => {
    // GitHub's program cannot run here: this one records its arguments.
    const site = new Site(sandbox());
    const runner = path.join(sandbox().root, 'runner');
    fs.mkdirSync(runner);
    fs.writeFileSync(path.join(runner, 'config.sh'), '#!/bin/sh\necho "config: $*"\n', { mode: 0o755 });
    fs.writeFileSync(path.join(runner, 'run.sh'), '#!/bin/sh\necho "run: $RUNNER_TOOL_CACHE"\n', {
      mode: 0o755,
    });
    const archive = path.join(sandbox().root, 'runner.tar.gz');
    succeeded(await site.run(['sh', '-e'], `tar -czf "${archive}" -C "${runner}" .`));
    const said = await site.output('docs/recipes/ephemeral-runners.md#ephemeral-runners 1', {
      RUNNER_PACKAGE: archive,
      RUNNER_TOKEN: 'a-token',
    });
    expect(said).toMatch(/^config: --unattended --ephemeral .*--token a-token\nrun: .*\/runner-tools\n$/);
  });
});

describe('what else the recipes do in a shell', () => {
  it('fetches the latest version', async () => {
    await publish(sandbox(), '3', { 'x.txt': 'four' }, { ...asset, probation: false });
    const said = await new Site(sandbox()).output('docs/recipes/fetch-latest.md#from-a-shell 1');
    expect(said).toBe(`${sandbox().workspace}/data\n3\tlatest\n`);
    expect(read('data/x.txt')).toBe('four');
  });

  it('looks for the attestation of a published file where the file is', async () => {
    await publish(sandbox(), 'v1.0', { 'x.txt': 'four' }, { ...asset, probation: false });
    // The program of GitHub needs GitHub: this one only prints its arguments.
    const site = new Site(sandbox(), { gh: 'echo "$1 $2 $(cat "$3") $4"' });
    const said = await site.output('docs/recipes/attest.md#attest-what-is-published 2');
    expect(said).toBe('attestation verify four --repo\n');
  });

  it('computes the digest that a provenance file states', async () => {
    const { me } = sandbox();
    const directory = sandbox().source({
      'x.txt': 'four',
      'data/a b': 'a',
      'data/link': { link: '../x.txt' },
    });
    const facts = {
      place: 'shell',
      startedOn: '2030-01-02T03:04:05Z',
      actionVersion: '1.2.3',
      user: me,
    } as const;
    const provenance = { file: 'provenance.json', facts };
    await uploadDirectory(sandbox().connection, { ...asset, version: 'v1.0', directory, provenance });
    const said = await new Site(sandbox()).output('docs/provenance.md#the-file 1');
    const [computed = '', stated] = said.trimEnd().split('\n');
    expect(computed).toMatch(/^[0-9a-f]{64} {2}-$/);
    expect(stated?.trim()).toBe(`"dirHash": "${computed.slice(0, 64)}"`);
  });

  it('shows permissions, and what a file of them would change', async () => {
    const site = new Site(sandbox());
    fs.mkdirSync(path.join(sandbox().workspace, 'permissions'));
    fs.writeFileSync(
      path.join(sandbox().workspace, 'permissions/my-project.yml'),
      site.text('docs/recipes/permissions.md#permissions-as-code 1'),
    );
    const said = await site.output('docs/recipes/permissions.md#permissions-as-code 3');
    const [now, planned] = said.trimEnd().split('\n');
    expect(JSON.parse(now ?? '')).toMatchObject({ owners: [sandbox().me], uploaders: [] });
    expect(JSON.parse(planned ?? '').uploaders).toHaveLength(2);
    const { uploaders } = await fetchPermissions(sandbox().connection, { project: 'my-project' });
    expect(uploaders).toEqual([]);
  });

  it('puts gobbler on the path from a clone', async () => {
    // From this repository, in place of the one at GitHub, and whoever it belongs to.
    fs.writeFileSync(
      path.join(sandbox().root, '.gitconfig'),
      `[url "${pathToFileURL(root)}"]\ninsteadOf = https://github.com/gobbler-action/gobbler-action\n[safe]\ndirectory = *\n`,
    );
    const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    const said = await new Site(sandbox()).output('docs/recipes/README.md#gobbler-on-the-path 1');
    // With the commit and its date, where the clone has them.
    expect(said.replace(/ \([0-9a-f]{7,}, \d{4}-\d\d-\d\d\)$/m, '')).toBe(`${version}\n`);
  });
});
