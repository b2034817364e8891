import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { fetchSummary, listFiles } from '../../src/client/index.ts';
import { leftInStaging } from '../helpers/sandbox.ts';
import { expectWhole } from '../helpers/stops.ts';
import { contentOf } from '../helpers/tree-state.ts';
import { ASSET, JOB_USER, useEngineSite } from './harness/engine-site.ts';
import { type LargeSource, makeLargeSource } from './harness/large-source.ts';
import { expectUndone, HALF_STAGED, untilMoment, type WatchedUpload } from './harness/moments.ts';
import { describeEngine } from './harness/prerequisites.ts';
import type { Program } from './harness/program.ts';

describeEngine('Snakemake', { snakemake: 'PyPI: snakemake' }, () => {
  const site = useEngineSite();
  let large: LargeSource;

  beforeAll(() => {
    large = makeLargeSource(site());
  });

  /** Makes a directory with the reader's Makefile, and the Snakefile of the page or a variant of it. */
  function makeDirectory(name: string, change = (snakefile: string): string => snakefile): string {
    const directory = path.join(site().box.root, name);
    fs.cpSync(site().repository, directory, { recursive: true });
    const snakefile = change(site().text('docs/recipes/snakemake.md#snakemake 1'));
    fs.writeFileSync(path.join(directory, 'Snakefile'), snakefile);
    site().giveTo(JOB_USER, directory);
    return directory;
  }

  /** Starts Snakemake as the page does, for a version of that name. */
  function start(directory: string, version: string): Program {
    const script = site().text('docs/recipes/snakemake.md#snakemake 2');
    expect(script).toContain('version=v1.0\n');
    const own = script.replace('version=v1.0', `version=${version}`).replace(/^snakemake/m, 'exec $&');
    return site().start(['sh', '-e', '-c', own], { directory });
  }

  /** Whether the rule that publishes has its output. */
  const hasPublished = (directory: string, version: string): boolean =>
    fs.existsSync(path.join(directory, 'published', version));

  it('the recipe publishes once', async () => {
    const directory = makeDirectory('recipe');
    const ref = { ...ASSET, version: 'v1.0' };
    const { connection } = site().box;
    expect(await start(directory, 'v1.0').ended).toMatchObject({ exitCode: 0 });
    expect(hasPublished(directory, 'v1.0')).toBe(true);
    expect(await listFiles(connection, ref, { includeDotdot: false })).toEqual(['x.txt']);

    const summary = await fetchSummary(connection, ref);
    expect(await start(directory, 'v1.0').ended).toMatchObject({
      exitCode: 0,
      output: expect.stringContaining('Nothing to be done'),
    });
    expect(await fetchSummary(connection, ref)).toEqual(summary);
  });

  /** Starts the upload of the large directory, and waits until half of it is in staging. */
  async function startUpload(version: string): Promise<{
    directory: string;
    program: Program;
    upload: WatchedUpload;
  }> {
    const directory = makeDirectory(version, (snakefile) =>
      snakefile.replace('upload {input}', `upload --concurrency 1 ${large.directory}`),
    );
    const others = new Set(leftInStaging(site().box));
    const program = start(directory, version);
    const upload: WatchedUpload = {
      ref: { ...ASSET, version },
      source: large,
      others,
      isStarted: () => program.output.includes('rule publish'),
      over: program.ended,
    };
    await untilMoment(site().box, HALF_STAGED, upload);
    return { directory, program, upload };
  }

  it('Ctrl-C undoes an upload, and the next run publishes', async () => {
    const version = 'interrupted';
    const { directory, program, upload } = await startUpload(version);
    program.killGroup('SIGINT');
    expect(await program.ended).toMatchObject({ exitCode: 1 });
    expect(site().leftovers()).toEqual([]);
    expect(hasPublished(directory, version)).toBe(false);
    await expectUndone(site().box, HALF_STAGED, upload);

    expect(await start(directory, version).ended).toMatchObject({ exitCode: 0 });
    expect(hasPublished(directory, version)).toBe(true);
    await expectWhole(site().box, upload.ref, contentOf(large.directory));
  });

  it('SIGTERM to Snakemake lets it finish an upload', async () => {
    const version = 'terminated';
    const { directory, program, upload } = await startUpload(version);
    program.kill('SIGTERM');
    await program.ended;
    expect(hasPublished(directory, version)).toBe(true);
    expect(site().leftovers()).toEqual([]);
    await expectWhole(site().box, upload.ref, contentOf(large.directory));
  });
});
