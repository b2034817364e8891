import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { GOBBLER } from '../helpers/shell.ts';

const sandbox = useSandbox();
let faulty: FaultyService | undefined;
afterEach(async () => {
  await faulty?.close();
  faulty = undefined;
});

const UPLOAD = `"${process.execPath}" "${GOBBLER}" upload results p/a/v1`;

/** A service that lets an upload through only after `letGo`. Gives what tells that the upload has come so far. */
async function startWaitingService(): Promise<{ hasUpload: () => boolean; letGo: () => void }> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let hasUpload = false;
  faulty = await startFaultyService(sandbox().url, (request, response) => {
    if (request.url?.includes('request-upload') !== true) return false;
    hasUpload = true;
    void held
      .then(() => fetch(`${sandbox().url}${request.url}`, { method: 'POST' }))
      .then(async (real) => void answer(response, real.status, await real.text()));
    return true;
  });
  return { hasUpload: () => hasUpload, letGo };
}

/** Runs a script in a process group of its own, as a shell does, and gives how it ended. */
function inGroup(
  script: string,
  job: NodeJS.ProcessEnv = {},
): { group: number; ended: Promise<number | string> } {
  const { workspace, root } = sandbox();
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn('sh', ['-c', script], {
    cwd: workspace,
    detached: true,
    stdio: 'ignore',
    // A run that nobody waits for would save its compiled code while the sandbox is removed.
    env: {
      PATH,
      NODE_COMPILE_CACHE,
      HOME: root,
      XDG_CACHE_HOME: root,
      GOBBLER_URL: faulty?.url,
      ...job,
    },
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? String(signal)));
  });
  return { group: child.pid ?? 0, ended };
}

describe('a signal at a shell', () => {
  it.each(['SIGTERM', 'SIGHUP', 'SIGUSR1'] as const)(
    '%s cancels, and shows in the exit code as in shells',
    async (signal) => {
      await sandbox().project('p');
      sandbox().source({ x: 'x' }, 'results');
      const { hasUpload } = await startWaitingService();
      const { group, ended } = inGroup(`exec ${UPLOAD}`);
      await until(hasUpload, 'the service is asked');
      process.kill(group, signal);
      expect(await ended).toBe(128 + constants.signals[signal]);
      expect(leftInStaging(sandbox())).toEqual([]);
      expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v1'))).toBe(false);
    },
  );
});

describe('a terminal that is closed', () => {
  it('cancels a run under nohup', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' }, 'results');
    const { hasUpload } = await startWaitingService();
    const { group, ended } = inGroup(`exec nohup ${UPLOAD} >log 2>&1`);
    await until(hasUpload, 'the service is asked');
    process.kill(-group, 'SIGHUP');
    expect(await ended).toBe(129);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it.each([
    ['at a shell', ''],
    ['in a shell of a job', 'SLURM_JOB_ID=77 '],
  ])('does not reach a run under setsid (%s)', async (_, job) => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' }, 'results');
    const { hasUpload, letGo } = await startWaitingService();
    const { group, ended } = inGroup(`${job}setsid ${UPLOAD} >log 2>&1 </dev/null &\nsleep 600`);
    await until(hasUpload, 'the service is asked');
    process.kill(-group, 'SIGHUP');
    expect(await ended).toBe('SIGHUP');
    letGo();
    const log = path.join(sandbox().workspace, 'log');
    await until(() => fs.readFileSync(log, 'utf8').includes('p/a/v1 is published'), 'the run is over');
    expect(fs.readFileSync(path.join(sandbox().registry, 'p/a/v1/x'), 'utf8')).toBe('x');
    await until(() => leftInStaging(sandbox()).length === 0, 'staging is clean');
  });
});

describe('a job whose script is killed alone', () => {
  const log = () => fs.readFileSync(path.join(sandbox().workspace, 'log'), 'utf8');
  const scripts = {
    'that waits for the upload': `${UPLOAD} >log 2>&1; true`,
    'behind a wrapper that lives on': `sh -c '${UPLOAD} >log 2>&1; true'; true`,
    'that has it in the background': `${UPLOAD} >log 2>&1 & wait`,
  };

  /** Kills a shell while the service is asked for what it has started, and nothing else of its process group. */
  async function killShell(script: string, job: NodeJS.ProcessEnv): Promise<() => void> {
    await sandbox().project('p');
    sandbox().source({ x: 'x' }, 'results');
    const { hasUpload, letGo } = await startWaitingService();
    const { group, ended } = inGroup(script, job);
    await until(hasUpload, 'the service is asked');
    process.kill(group, 'SIGTERM');
    expect(await ended).toBe('SIGTERM');
    return letGo;
  }

  it.each([
    ...['SLURM_JOB_ID=7', 'PBS_JOBID=7.server', 'LSB_JOBID=7', 'CI=true'].map(
      (variable) => [variable, 'that waits for the upload'] as const,
    ),
    ['SLURM_JOB_ID=7', 'behind a wrapper that lives on'],
    ['SLURM_JOB_ID=7', 'that has it in the background'],
  ] as const)('with %s, %s, publishes nothing afterwards', async (variable, which) => {
    const [name = '', value] = variable.split('=');
    await killShell(scripts[which], { [name]: value });
    await until(() => log().includes('(code cancelled)'), 'it has stopped');
    await until(() => leftInStaging(sandbox()).length === 0, 'staging is clean');
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  });

  it.each([{}, { CI: 'false' }, { CI: '' }])(
    'is no job without such a variable, and is published: %j',
    async (job) => {
      const letGo = await killShell(scripts['that has it in the background'], job);
      // Longer than a job would be watched for.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      letGo();
      await until(() => log().includes('p/a/v1 is published'), 'it is published');
      await until(() => leftInStaging(sandbox()).length === 0, 'staging is clean');
    },
  );
});
