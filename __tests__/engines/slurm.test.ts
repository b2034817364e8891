import fs from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fetchSummary, listFiles, listVersions } from '../../src/client/index.ts';
import { leftInStaging } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { expectWhole } from '../helpers/stops.ts';
import { contentOf } from '../helpers/tree-state.ts';
import { ASSET, useEngineSite } from './harness/engine-site.ts';
import { type LargeSource, makeLargeSource } from './harness/large-source.ts';
import { expectUndone, HALF_STAGED, MOMENTS, untilMoment, type WatchedUpload } from './harness/moments.ts';
import { describeEngine } from './harness/prerequisites.ts';
import { processesWith } from './harness/processes.ts';
import { type SlurmCluster, startSlurm } from './harness/slurm-cluster.ts';
import { type JobState, SlurmJobs } from './harness/slurm-jobs.ts';

const PROGRAMS = {
  slurmctld: 'Debian: slurm-wlm',
  slurmd: 'Debian: slurm-wlm',
  sbatch: 'Debian: slurm-wlm',
  munged: 'Debian: munge',
};

/** The exit code of a step that SIGTERM has stopped, and that has undone its work. */
const STOPPED = 143;
const DONE: JobState = { state: 'COMPLETED', exitCode: 0 };

describeEngine('Slurm', PROGRAMS, () => {
  let cluster: SlurmCluster | undefined;
  let large: LargeSource;
  let jobs: SlurmJobs;

  // Before the site looks at staging, and is closed: hooks run in the order of their definition.
  afterEach(() => jobs.cancelAll());
  afterAll(() => cluster?.stop());

  const site = useEngineSite();

  beforeAll(async () => {
    cluster = await startSlurm(site());
    site().program('module', 'exit 0'); // the site's own: Node is on the path
    large = makeLargeSource(site());
  });

  const inFreshDirectory = (name: string): void => {
    if (cluster === undefined) throw new Error('Slurm has not been started');
    jobs = new SlurmJobs(site(), cluster, site().directory(name));
  };

  /** The script at this place of the page, in a file of the name that it gives itself. */
  function writeScript(block: string): string {
    const script = site().text(`docs/recipes/slurm.md#${block}`);
    const [, name] = /^# (\S+\.sbatch)$/m.exec(script) ?? [];
    if (name === undefined) throw new Error(`${block} gives itself no name`);
    jobs.write(name, script);
    return name;
  }

  /** Submits an array and a job that depends on it, as the page does. Returns their numbers. */
  async function submitAsIn(
    heading: string,
    change = (script: string): string => script,
  ): Promise<[string, string]> {
    for (const block of [1, 2]) {
      const name = writeScript(`${heading} ${block}`);
      jobs.write(name, change(fs.readFileSync(path.join(jobs.directory, name), 'utf8')));
    }
    const script = change(site().text(`docs/recipes/slurm.md#${heading} 3`));
    const said = await jobs.run(['sh', '-e', '-c', script]);
    const [, last] = /^Submitted batch job (\d+)$/m.exec(said) ?? [];
    if (last === undefined) throw new Error(`no job was submitted:\n${said}`);
    return [await jobs.arrayBefore(last), last];
  }

  /** Starts the upload of the large directory, one file after the other, by the page's own script or a variant of it. */
  async function startUpload(
    flags: readonly string[] = [],
    change = (script: string): string => script,
  ): Promise<{ job: string; upload: WatchedUpload }> {
    const script = change(site().text('docs/recipes/slurm.md#slurm 2'));
    jobs.write('publish.sbatch', script.replace('$SLURM_JOB_ID"', '$& --concurrency 1'));
    const others = new Set(leftInStaging(site().box));
    const job = await jobs.submit(...flags, 'publish.sbatch', large.directory);
    const upload: WatchedUpload = {
      ref: { ...ASSET, version: job },
      source: large,
      others,
      isStarted: () => fs.existsSync(jobs.logFileOf(job)),
      over: jobs.end(job),
    };
    return { job, upload };
  }

  /** The files of a version. */
  async function filesOf(version: string): Promise<string[]> {
    return (await listFiles(site().box.connection, { ...ASSET, version }, { includeDotdot: false })).sort();
  }

  describe('the recipe', () => {
    it('publishes the results of an array', async () => {
      inFreshDirectory('recipe');
      const [array, publish] = await submitAsIn('slurm');
      expect(await jobs.end(publish)).toEqual(DONE);
      expect(await jobs.statesOf(array)).toEqual([DONE, DONE, DONE]);
      expect(await filesOf(publish)).toEqual([1, 2, 3].map((task) => `part-${task}.txt`));

      // A requeued job has the same number, and finds its version.
      const ref = { ...ASSET, version: publish };
      const before = await fetchSummary(site().box.connection, ref);
      await jobs.run(['scontrol', 'requeue', publish]);
      expect(await jobs.end(publish)).toEqual(DONE);
      expect(await fetchSummary(site().box.connection, ref)).toEqual(before);
    });

    it('does not wait for ever if a task of the array has failed', async () => {
      inFreshDirectory('failed-task');
      const [array, publish] = await submitAsIn('slurm', (script) =>
        script.replace('set -euo pipefail', '$&\n[ "$SLURM_ARRAY_TASK_ID" != 2 ]'),
      );
      expect((await jobs.end(publish)).state).toBe('CANCELLED');
      await jobs.untilOver(array);
      expect((await jobs.statesOf(array)).map(({ state }) => state).sort()).toEqual([
        'COMPLETED',
        'COMPLETED',
        'FAILED',
      ]);
      expect(await listVersions(site().box.connection, ASSET)).not.toContain(publish);
    });

    it('publishes the parts that an array has staged', async () => {
      inFreshDirectory('parts');
      const [array, submit] = await submitAsIn('an-array-that-stages-parts');
      expect(await jobs.end(submit)).toEqual(DONE);
      expect(await jobs.statesOf(array)).toEqual([DONE, DONE, DONE]);
      const versions = await listVersions(site().box.connection, ASSET);
      const [today = ''] = versions.filter((version) => /^\d{4}-\d\d-\d\d$/.test(version));
      expect(await filesOf(today)).toEqual([1, 2, 3].map((task) => `task-${task}/name.txt`));
    });

    it('publishes the parts of eight tasks', async () => {
      inFreshDirectory('eight-parts');
      const tasks = [1, 2, 3, 4, 5, 6, 7, 8];
      const eight = (script: string): string =>
        script
          .replace('--array=1-3', '--array=1-8')
          .replace(/(?: --parts task-\d)+/, tasks.map((task) => ` --parts task-${task}`).join(''))
          .replace('rm -rf', 'sleep 1\n$&') // so that all of them run before the first is done
          .replace('$(date +%Y-%m-%d)', 'eight');
      const [array, submit] = await submitAsIn('an-array-that-stages-parts', eight);
      expect(await jobs.end(submit)).toEqual(DONE);
      expect(await jobs.statesOf(array)).toEqual(tasks.map(() => DONE));
      expect(await filesOf('eight')).toEqual(tasks.map((task) => `task-${task}/name.txt`));
    });
  });

  describe('scancel', () => {
    it.each(MOMENTS)('when %s', async (moment) => {
      inFreshDirectory(`scancel-${MOMENTS.indexOf(moment)}`);
      const { job, upload } = await startUpload();
      await untilMoment(site().box, moment, upload);
      await jobs.run(['scancel', job]);
      const end = await jobs.end(job);
      const log = jobs.logOf(job);
      expect({ end, log }).toMatchObject({ end: { state: 'CANCELLED', exitCode: STOPPED } });
      expect(site().leftovers()).toEqual([]);
      await expectUndone(site().box, moment, upload);
    });
  });

  it('a requeue in the middle of an upload undoes it, and the next try publishes', async () => {
    inFreshDirectory('requeue');
    const { job, upload } = await startUpload();
    await untilMoment(site().box, HALF_STAGED, upload);
    await jobs.run(['scontrol', 'requeue', job]);
    expect(await jobs.end(job)).toEqual(DONE);
    await expectWhole(site().box, upload.ref, contentOf(large.directory));
    expect(jobs.logOf(job).match(/^Stopped after/gm)).toHaveLength(1);
  });

  it('the walltime undoes an upload, by the signal before the limit or at the limit', async () => {
    inFreshDirectory('walltime');
    const ways = [
      // A minute is the shortest limit. Slurm looks at limits and signals twice a minute.
      (script: string) => script.replace(/B:TERM@\d+/, 'B:TERM@30'),
      (script: string) => script.replace(/^#SBATCH --signal.*\n/m, ''),
    ];
    const stopped: { job: string; upload: WatchedUpload }[] = [];
    for (const change of ways) {
      const { job, upload } = await startUpload(['--time=1'], change);
      await untilMoment(site().box, HALF_STAGED, upload);
      // Slurm lets a process go on that it sends a signal.
      process.kill(uploaderOf(upload), 'SIGSTOP');
      stopped.push({ job, upload });
    }
    const ends = await Promise.all(stopped.map(({ job }) => jobs.end(job)));
    const logs = stopped.map(({ job }) => jobs.logOf(job));
    expect({ ends, logs }).toMatchObject({
      ends: [
        { state: 'FAILED', exitCode: STOPPED },
        { state: 'TIMEOUT', exitCode: STOPPED },
      ],
    });
    expect(site().leftovers()).toEqual([]);
    for (const { upload } of stopped) await expectUndone(site().box, HALF_STAGED, upload);
  });

  it('an upload whose shell has gone is undone', async () => {
    inFreshDirectory('orphan');
    const { job, upload } = await startUpload([], (script) => script.replace('exec gobbler', 'gobbler'));
    await untilMoment(site().box, HALF_STAGED, upload);
    const gobbler = uploaderOf(upload);
    await jobs.run(['scancel', '--batch', '--signal=TERM', job]);
    expect((await jobs.end(job)).state).toBe('FAILED');
    await until(() => !fs.existsSync(`/proc/${gobbler}`), 'the upload has ended');
    expect(site().leftovers()).toEqual([]);
    await expectUndone(site().box, HALF_STAGED, upload);
  });
});

/** The process that uploads a directory as a version. */
function uploaderOf({ source, ref }: WatchedUpload): number {
  const words = ['upload', source.directory, `${ref.project}/${ref.asset}/${ref.version}`];
  const [found, ...others] = processesWith(`/gobbler\0${words.join('\0')}\0`);
  if (found === undefined || others.length > 0)
    throw new Error(`this is not one process: ${words.join(' ')}`);
  return found;
}
