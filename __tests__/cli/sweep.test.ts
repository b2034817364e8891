import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createMultipartUpload } from '../../src/client/index.ts';
import { type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { canMount, mountSmall } from '../helpers/mounts.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { GOBBLER, gobbler, gobblerJson } from '../helpers/shell.ts';

const sandbox = useSandbox();
let faulty: FaultyService | undefined;
afterEach(async () => {
  await faulty?.close();
  faulty = undefined;
});

/** Starts an upload, and waits until all of it is in staging and the service is asked. Nothing answers. */
async function startUpload() {
  await sandbox().project('p');
  const directory = sandbox().source({ x: 'x' });
  let isAsked = false;
  faulty = await startFaultyService(sandbox().url, ({ url }) => {
    if (url?.includes('request-upload') === true) isAsked = true;
    return isAsked;
  });
  const child = spawn(process.execPath, [GOBBLER, 'upload', directory, 'p/a/v1'], {
    stdio: 'ignore',
    env: { PATH: process.env.PATH, HOME: sandbox().root, GOBBLER_URL: faulty.url },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  await until(() => isAsked, 'the service is asked');
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { staged: leftInStaging(sandbox()), stop };
}

/** Makes a directory of this user as a run of another machine would name it. */
function leftElsewhere(): string {
  const directory = path.join(sandbox().staging, 'gobbler-action-111111111111111111111111');
  fs.mkdirSync(path.join(directory, 'd'), { recursive: true });
  return directory;
}

describe('gobbler sweep', () => {
  it('removes at once the leftovers of a killed run of this machine, and prints them', async () => {
    const { staged, stop } = await startUpload();
    await stop('SIGKILL');
    expect(leftInStaging(sandbox())).toEqual(staged);
    const { exitCode, stdout } = await gobbler(sandbox(), ['sweep']);
    expect({ exitCode, names: stdout.trimEnd().split('\n').sort() }).toEqual({
      exitCode: 0,
      names: [...staged].sort(),
    });
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('takes nothing from a run that works, not even with --all', async () => {
    const { staged, stop } = await startUpload();
    const answer = await gobblerJson(sandbox(), ['sweep', '--all']);
    expect(answer).toMatchObject({ exitCode: 0, outputs: { status: 'swept', removed: [] } });
    expect(leftInStaging(sandbox())).toEqual(staged);
    await stop('SIGTERM');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('removes with --all, and only then, the leftovers of a run elsewhere, and no upload of parts', async () => {
    await sandbox().project('p');
    const { id } = await createMultipartUpload(sandbox().connection, {
      project: 'p',
      asset: 'a',
      version: 'v1',
    });
    const name = path.basename(leftElsewhere());
    const link = `gobbler-action-${'2'.repeat(24)}`;
    fs.symlinkSync(sandbox().workspace, path.join(sandbox().staging, link));
    const foreign = 'results-of-somebody';
    fs.mkdirSync(path.join(sandbox().staging, foreign));
    const kept = [link, id, foreign].sort();
    expect(await gobblerJson(sandbox(), ['sweep'])).toMatchObject({ outputs: { removed: [] } });
    expect(leftInStaging(sandbox()).sort()).toEqual([name, ...kept].sort());
    expect(await gobblerJson(sandbox(), ['sweep', '--all'])).toMatchObject({ outputs: { removed: [name] } });
    expect(leftInStaging(sandbox()).sort()).toEqual(kept);
  });

  (canMount ? it : it.skip)('fails if something has to stay', async () => {
    const directory = leftElsewhere();
    fs.rmdirSync(path.join(directory, 'd'));
    mountSmall(directory, 'size=1m');
    const answer = await gobblerJson(sandbox(), ['sweep', '--all']);
    expect(answer).toMatchObject({
      exitCode: 7,
      outputs: { status: 'failed', removed: [] },
      error: {
        code: 'staging-unavailable',
        problem: 'leftovers-stay',
        facts: { staging: sandbox().staging, failures: [expect.stringContaining('EBUSY')] },
      },
    });
  });
});
