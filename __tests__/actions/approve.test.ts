import fs from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  approveProbation,
  fetchLatest,
  fetchManifest,
  fetchSummary,
  manifestDigest,
  rejectProbation,
} from '../../src/client/index.ts';
import { firstError } from '../helpers/annotations.ts';
import { startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { leftInStaging, MAY_SPOOF, useSandbox } from '../helpers/sandbox.ts';
import { gobbler, gobblerJson } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox({ spoof: MAY_SPOOF });
const ref = { project: 'p', asset: 'a', version: 'v1' };

const approve = (inputs: Record<string, string> = {}) =>
  use(sandbox(), 'approve', { with: { ...ref, ...inputs } });

const digestOf = async () => manifestDigest(await fetchManifest(sandbox().connection, ref));

describe('the approve step', () => {
  it('takes a version off probation, which makes it the latest', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const digest = await digestOf();
    const { exitCode, outputs, log, summary } = await approve({ 'manifest-digest': digest.toUpperCase() });
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.stringContaining('p/a/v1 is approved') });
    expect(outputs).toEqual({
      status: 'approved',
      changed: 'true',
      'version-path': `${sandbox().registry}/p/a/v1`,
      'manifest-digest': digest,
    });
    expect(log).toContain('1 file, 4 bytes, the latest version');
    expect(summary).toContain('### ✅ p/a/v1 approved');
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(false);
    expect(await fetchLatest(sandbox().connection, ref)).toBe('v1');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('is content with a version that was approved before', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    await approve();
    const { exitCode, outputs, log, summary } = await approve();
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 0,
      outputs: { status: 'approved', changed: 'false' },
    });
    expect(log).toContain('was approved before');
    expect(summary).toContain('was approved before');
  });

  it('refuses a content that is not the pinned one, and leaves it on probation', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const pinned = 'a'.repeat(64);
    const { exitCode, outputs, log } = await approve({ 'manifest-digest': pinned });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'failed', changed: 'false', 'manifest-digest': await digestOf() },
    });
    expect(firstError(log)).toMatch(/Content differs.*(input: manifest-digest)/);
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(true);
  });

  it('reports that the version was replaced between the review and the approval', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const digest = await digestOf();
    let replaced: Promise<void> | undefined;
    const replace = async () => {
      await rejectProbation(sandbox().connection, ref);
      await publish(sandbox(), 'v1', { 'x.txt': 'other' });
      await approveProbation(sandbox().connection, ref);
    };
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url?.includes('request-approve') !== true) return false;
      replaced = replace().then(() => {
        response.writeHead(500, { 'content-type': 'application/json' });
        response.end('{"status":"ERROR","reason":"version directory at \\"x\\" is not on probation"}');
      });
      return true;
    });
    const { exitCode, log } = await approve({ url: faulty.url, 'manifest-digest': digest });
    await replaced;
    await faulty.close();
    expect({ exitCode, log }).toEqual({ exitCode: 1, log: expect.stringContaining('was replaced') });
  });

  it.each(['approve', 'reject'])('looks again after it has waited for a lock (%s)', async (action) => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const digest = await digestOf();
    const replace = async () => {
      await rejectProbation(sandbox().connection, ref);
      await publish(sandbox(), 'v1', { 'x.txt': 'other' });
    };
    let replaced: Promise<void> | undefined;
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url?.includes(`request-${action}`) !== true || replaced !== undefined) return false;
      replaced = replace().then(() => {
        response.writeHead(500, { 'content-type': 'application/json' });
        response.end('{"status":"ERROR","reason":"timed out waiting for the lock"}');
      });
      return true;
    });
    const { exitCode, log } = await use(sandbox(), action, {
      with: { ...ref, url: faulty.url, 'manifest-digest': digest },
    });
    await replaced;
    await faulty.close();
    expect({ exitCode, log }).toEqual({
      exitCode: 1,
      log: expect.stringContaining('(code content-differs)'),
    });
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(true);
    expect(await digestOf()).not.toBe(digest);
  });

  it('finds out about an approval whose answer was lost', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url?.includes('request-approve') !== true) return false;
      void approveProbation(sandbox().connection, ref).then(() => response.destroy());
      return true;
    });
    const { exitCode, outputs, log } = await approve({ url: faulty.url });
    await faulty.close();
    expect({ exitCode, log }).toEqual({
      exitCode: 0,
      log: expect.stringContaining('The registry says that it is approved'),
    });
    expect(outputs).toMatchObject({ status: 'approved', changed: 'true' });
  });

  it('works where the registry is not mounted', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url !== '/info') return false;
      response.writeHead(200).end(JSON.stringify({ registry: '/not/here', staging: sandbox().staging }));
      return true;
    });
    const { exitCode, outputs } = await approve({ url: faulty.url });
    await faulty.close();
    expect({ exitCode, path: outputs['version-path'] }).toEqual({ exitCode: 0, path: '/not/here/p/a/v1' });
  });

  it('tells that an older version does not become the latest one', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    await publish(sandbox(), 'v2', { 'x.txt': 'newer' }, { probation: false });
    expect((await approve()).log).toContain('not the latest version, which is v2');
  });

  it('acts for another user, and names the owners to a user who is not one of them', async () => {
    await sandbox().project('p', { owners: ['akari', 'boss'] });
    await publish(sandbox(), 'v1');
    const refused = await approve({ spoof: 'mallory' });
    expect({ exitCode: refused.exitCode, status: refused.outputs.status }).toEqual({
      exitCode: 1,
      status: 'failed',
    });
    expect(firstError(refused.log)).toMatch(/Not allowed.*mallory.*owners of p \(akari, boss\)/);
    const done = await approve({ spoof: 'akari' });
    expect({ exitCode: done.exitCode, changed: done.outputs.changed }).toEqual({
      exitCode: 0,
      changed: 'true',
    });
  });

  it('does not take the name of a project for a refusal to act for others', async () => {
    const project = 'anti-spoofing, not authorized to spoof';
    await sandbox().project(project, { owners: ['akari'] });
    await publish(sandbox(), 'v1', { x: 'x' }, { project });
    const { log } = await approve({ project, spoof: 'mallory' });
    expect(firstError(log)).toMatch(/owners of .*\(akari\)/);
    expect(firstError(log)).not.toContain('(input: spoof)');
  });
});

describe('the approve step with require-other-approver', () => {
  const other = { 'require-other-approver': 'true' };
  const isOnProbation = async () => (await fetchSummary(sandbox().connection, ref)).onProbation;

  it('refuses a version uploaded by its own user, or by the one that it acts for, before any request', async () => {
    const { me } = sandbox();
    await sandbox().project('p', { owners: [me, 'akari'] });
    await publish(sandbox(), 'v1');
    const requests: (string | undefined)[] = [];
    const watched = await startFaultyService(sandbox().url, (request) => {
      if (request.method === 'POST') requests.push(request.url);
      return false;
    });
    for (const given of [{}, { spoof: 'akari' }, { spoof: me }]) {
      const { exitCode, outputs, log } = await approve({ ...other, ...given, url: watched.url });
      expect({ exitCode, outputs, log }).toMatchObject({
        exitCode: 1,
        outputs: { status: 'failed', changed: 'false' },
        log: expect.stringContaining('(code not-authorized)'),
      });
    }
    await watched.close();
    expect({ requests, onProbation: await isOnProbation() }).toEqual({ requests: [], onProbation: true });
  });

  it('refuses to act for the uploader', async () => {
    await sandbox().project('p', { owners: [sandbox().me, 'akari'] });
    await publish(sandbox(), 'v1', { 'x.txt': 'four' }, { spoof: 'akari' });
    const { exitCode, log } = await approve({ ...other, spoof: 'akari' });
    expect({ exitCode, log }).toEqual({
      exitCode: 1,
      log: expect.stringContaining('(code not-authorized)'),
    });
    expect(await isOnProbation()).toBe(true);
  });

  it('approves a version that somebody else has uploaded', async () => {
    await sandbox().project('p', { owners: [sandbox().me, 'akari', 'boss'] });
    await publish(sandbox(), 'v1', { 'x.txt': 'four' }, { spoof: 'akari' });
    const { exitCode, outputs, log } = await approve({ ...other, spoof: 'boss' });
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 0, outputs: { status: 'approved' } });
    expect(log).not.toContain('proves nothing');
  });

  it('is not there by default: then the log says once that the account proves nothing', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    expect((await approve()).log.match(/proves nothing/g)).toHaveLength(1);
    for (const [CI, times] of [
      ['true', 1],
      ['false', 0],
    ] as const) {
      await publish(sandbox(), `ci-${CI}`, { x: CI });
      const { stderr } = await gobbler(sandbox(), ['approve', `p/a/ci-${CI}`], { CI });
      expect(stderr.match(/proves nothing/g) ?? []).toHaveLength(times);
    }
    const shell = await gobblerJson(sandbox(), ['approve', 'p/a/v1', '--require-other-approver']);
    expect(shell).toMatchObject({
      exitCode: 3,
      error: {
        problem: 'approver-is-uploader',
        facts: { version: 'p/a/v1', uploader: sandbox().me, approver: sandbox().me },
      },
    });
  });
});

describe('the approve step, refused', () => {
  it('for a user that may not be acted for, names spoof', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    await sandbox().stopService();
    expect(firstError((await approve({ spoof: 'akari' })).log)).toContain('no Gobbler answers');
  });
});

describe('the approve step where staging is not mounted', () => {
  it('says to mount it, or where to name it', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    fs.renameSync(sandbox().staging, `${sandbox().staging}-elsewhere`);
    const { exitCode, log } = await approve();
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringMatching(/Mount the staging directory.*\(input: staging\)/),
    });
  });
});

describe('the approve step at a service without spoofing', () => {
  const strict = useSandbox();

  it('names spoof', async () => {
    await strict().project('p');
    await publish(strict(), 'v1');
    const { exitCode, log } = await use(strict(), 'approve', { with: { ...ref, spoof: 'akari' } });
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringMatching(/spoof.*\(input: spoof\)/),
    });
    const self = await use(strict(), 'approve', { with: { ...ref, spoof: strict().me } });
    expect(self.exitCode).toBe(0);
  });
});
