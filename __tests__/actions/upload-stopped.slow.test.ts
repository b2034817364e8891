import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { type Use, use } from '../helpers/host.ts';
import { fill, leftInStaging, useSandbox } from '../helpers/sandbox.ts';

const sandbox = useSandbox();
const basics = { project: 'p', asset: 'a', version: 'v1', directory: 'source' };

const upload = (inputs: Record<string, string>, more: Use = {}) =>
  use(sandbox(), '.', { ...more, with: { ...basics, ...inputs } });

describe('the upload step, while it waits', () => {
  it('logs every few seconds that the service is working, since when, and how much has arrived', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const asset = path.join(sandbox().registry, 'p/a');
    let letGo: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (!request.url?.includes('request-upload')) return false;
      fill(path.join(asset, 'v1'), { x: 'x', 'd/y': 'y', '..manifest': '{}' });
      void held
        .then(() => fs.rmSync(asset, { recursive: true }))
        .then(() => fetch(`${sandbox().url}${request.url}`, { method: 'POST' }))
        .then(async (real) => void answer(response, real.status, await real.text()));
      return true;
    });
    const { exitCode, log } = await upload(
      { url: faulty.url },
      { onLine: (text) => /The service is publishing for \d/.test(text) && letGo?.() },
    );
    await faulty.close();
    expect(exitCode).toBe(0);
    expect(log).toMatch(/The service is publishing for \d.* s, since \d\d:\d\d:\d\d UTC, 2 files arrived …/);
  });
});

describe('the upload step, stopped', () => {
  const isUpload = (request: { url?: string | undefined }) =>
    request.url?.includes('request-upload') === true;

  it.each(['SIGINT', 'SIGTERM'] as const)('by %s undoes its work, and reports it', async (signal) => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    let step: { kill: (signal: NodeJS.Signals) => void } | undefined;
    const faulty = await startFaultyService(sandbox().url, (request) => {
      if (isUpload(request)) step?.kill(signal);
      return isUpload(request);
    });
    const { exitCode, outputs, log } = await upload(
      { url: faulty.url },
      { onStart: (child) => (step = child) },
    );
    await faulty.close();
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'cancelled' });
    expect(log).toMatch(new RegExp(`the job was cancelled, or .* \\(${signal}\\)`));
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('by its own limit undoes its work, and reports it', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const faulty = await startFaultyService(sandbox().url, isUpload);
    const { exitCode, outputs, log } = await upload({ url: faulty.url, 'timeout-minutes': '2s' });
    await faulty.close();
    expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'timed-out' });
    expect(log).toContain('(code timed-out)');
    expect(log).toMatch(/Stopped after .* of this: The service is publishing/);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('by SIGKILL leaves staging to the post step, which sweeps it and nothing of others', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    let step: { kill: (signal: NodeJS.Signals) => void } | undefined;
    let before: string[] = [];
    const faulty = await startFaultyService(sandbox().url, (request) => {
      if (isUpload(request)) {
        before = leftInStaging(sandbox());
        step?.kill('SIGKILL');
      }
      return isUpload(request);
    });
    fs.writeFileSync(path.join(sandbox().staging, 'of somebody else'), '');
    const stale = path.join(sandbox().staging, 'gobbler-action-000000000000000000000000');
    const recent = path.join(sandbox().staging, 'gobbler-action-111111111111111111111111');
    for (const directory of [stale, recent]) fs.mkdirSync(directory);
    fs.utimesSync(stale, new Date(0), new Date(0));
    const { exitCode, post } = await upload(
      { url: faulty.url },
      { onStart: (child) => (step = child), withPost: true },
    );
    await faulty.close();
    expect(exitCode).toBe('SIGKILL');
    // Its directory and its request file, and two of others: the old leftover was swept at the start.
    expect(before).toHaveLength(4);
    expect(post?.log).toContain('left in staging by a run that was killed');
    expect(leftInStaging(sandbox()).sort()).toEqual([path.basename(recent), 'of somebody else']);
  });
});
