import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { fetchLatest, listFiles } from '../../src/client/index.ts';
import { leftInStaging } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { PROGRAMS as PLACE } from '../helpers/several-users.ts';
import { GOBBLER } from '../helpers/shell.ts';
import { ASSET, JOB_USER, useEngineSite } from './harness/engine-site.ts';
import { makeLargeSource } from './harness/large-source.ts';
import { expectUndone, HALF_STAGED, untilMoment, type WatchedUpload } from './harness/moments.ts';
import { describeEngine, PATH_OF_ENGINES } from './harness/prerequisites.ts';
import { processesWith } from './harness/processes.ts';
import type { Program } from './harness/program.ts';

const PROGRAMS = { 'gitlab-ci-local': 'npm, for Node 22 or newer', rsync: 'Debian: rsync' };

describeEngine('gitlab-ci-local', PROGRAMS, () => {
  const site = useEngineSite();
  let home: string;

  beforeAll(() => {
    // As the page says where gobbler is; it is not on the path of the runner.
    home = site().directory('home');
    fs.mkdirSync(path.join(home, '.local/bin'), { recursive: true });
    fs.symlinkSync(GOBBLER, path.join(home, '.local/bin/gobbler'));
  });

  /** Starts the pipeline of the page for a tag, or a variant of it, in a repository. */
  function start(directory: string, tag: string, change = (pipeline: string): string => pipeline): Program {
    const pipeline = change(site().text('docs/recipes/gitlab.md#gitlab-ci 1'));
    fs.writeFileSync(path.join(directory, '.gitlab-ci.yml'), pipeline);
    const argv = ['gitlab-ci-local', '--force-shell-executor', '--variable', `CI_COMMIT_TAG=${tag}`];
    const env = { HOME: home, PATH: `${PLACE}:${PATH_OF_ENGINES}` };
    return site().start(argv, { directory, env });
  }

  /** Makes the reader's repository, with a remote that nobody asks. */
  function makeRepository(name: string): string {
    const directory = path.join(site().box.root, name);
    fs.cpSync(site().repository, directory, { recursive: true });
    const author = ['-c', 'user.name=reader', '-c', 'user.email=reader@example.org'];
    const git = (...args: string[]) => execFileSync('git', ['-C', directory, ...author, ...args]);
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message=The pipeline');
    git('remote', 'add', 'origin', 'http://127.0.0.1/my-group/my-repository.git');
    site().giveTo(JOB_USER, directory);
    return directory;
  }

  /** The report of the pipeline that ran last, which is an artifact. */
  const reportIn = (directory: string): { outputs: { status: string } } =>
    JSON.parse(
      fs.readFileSync(path.join(directory, '.gitlab-ci-local/artifacts/publish/published.json'), 'utf8'),
    );

  it('the recipe publishes the tag, and is harmless when it is tried again', async () => {
    const directory = makeRepository('recipe');
    for (const status of ['created', 'verified']) {
      const { exitCode, output } = await start(directory, 'v1').ended;
      expect({ exitCode, output }).toMatchObject({ exitCode: 0 });
      expect(reportIn(directory)).toMatchObject({ outputs: { status } });
    }
    expect(await fetchLatest(site().box.connection, ASSET)).toBe('v1');
    const ref = { ...ASSET, version: 'v1' };
    expect(await listFiles(site().box.connection, ref, { includeDotdot: false })).toEqual(['x.txt']);
  });

  it('an interrupted pipeline publishes nothing', async () => {
    const directory = makeRepository('interrupted');
    const source = makeLargeSource(site());
    const others = new Set(leftInStaging(site().box));
    const program = start(directory, 'v2', (pipeline) =>
      pipeline.replace('upload results', `upload --concurrency 1 ${source.directory}`),
    );
    const upload: WatchedUpload = {
      ref: { ...ASSET, version: 'v2' },
      source,
      others,
      isStarted: () => program.output.includes('gobbler upload'),
      over: program.ended,
    };
    await untilMoment(site().box, HALF_STAGED, upload);
    program.killGroup('SIGINT');
    expect(await program.ended).toMatchObject({ exitCode: 130 });
    // The engine does not wait for its jobs.
    await until(
      () => processesWith('\0upload\0', `\0${source.directory}\0`).length === 0,
      'the upload is undone',
    );
    expect(site().leftovers()).toEqual([]);
    await expectUndone(site().box, HALF_STAGED, upload);
  });
});
