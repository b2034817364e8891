import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  fetchManifest,
  fetchUsage,
  findSummary,
  manifestDigest,
  rejectProbation,
} from '../../src/client/index.ts';
import { firstError } from '../helpers/annotations.ts';
import { startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { leftInStaging, MAY_SPOOF, useSandbox } from '../helpers/sandbox.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox({ spoof: MAY_SPOOF });
const ref = { project: 'p', asset: 'a', version: 'v1' };

const reject = (inputs: Record<string, string> = {}) =>
  use(sandbox(), 'reject', { with: { ...ref, ...inputs } });

describe('the reject step', () => {
  it('removes a version that is on probation, and subtracts its size from the usage', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const digest = manifestDigest(await fetchManifest(sandbox().connection, ref));
    const { exitCode, outputs, log, summary } = await reject({ 'manifest-digest': digest });
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.stringContaining('is rejected, and gone') });
    expect(outputs).toEqual({
      status: 'rejected',
      changed: 'true',
      'version-path': `${sandbox().registry}/p/a/v1`,
      'manifest-digest': digest,
    });
    expect(summary).toContain('p/a/v1 rejected');
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v1'))).toBe(false);
    expect(await fetchUsage(sandbox().connection, 'p')).toBe(0);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('is content with a version that is gone already', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    await reject();
    const { exitCode, outputs, log } = await reject();
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 0,
      outputs: { status: 'rejected', changed: 'false', 'manifest-digest': '' },
    });
    expect(log).toContain('is gone already');
  });

  it('refuses an approved version, which is permanent', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    const { exitCode, outputs, log } = await reject({ force: 'true' });
    expect({ exitCode, outputs }).toMatchObject({
      exitCode: 1,
      outputs: { status: 'failed', changed: 'false' },
    });
    expect(firstError(log)).toMatch(/Not on probation.*is approved.*permanent/);
    expect(await findSummary(sandbox().connection, ref)).toBeDefined();
  });

  it('refuses a content that is not the pinned one, and leaves it alone', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const { exitCode, log } = await reject({ 'manifest-digest': 'a'.repeat(64) });
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringContaining('(input: manifest-digest)'),
    });
    expect(await findSummary(sandbox().connection, ref)).toBeDefined();
  });

  it('needs force where the manifest is damaged', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    fs.writeFileSync(path.join(sandbox().registry, 'p/a/v1/..manifest'), '{');
    const refused = await reject();
    expect({ exitCode: refused.exitCode, error: firstError(refused.log) }).toEqual({
      exitCode: 1,
      error: expect.stringContaining('Damaged record'),
    });
    const { exitCode, log, outputs } = await reject({ force: 'true' });
    expect({ exitCode, log }).toEqual({
      exitCode: 0,
      log: expect.stringContaining('Continuing, because force is set'),
    });
    expect(outputs.changed).toBe('true');
  });

  it('finds out about a rejection whose answer was lost', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url?.includes('request-reject') !== true) return false;
      void rejectProbation(sandbox().connection, ref).then(() => response.destroy());
      return true;
    });
    const { exitCode, outputs } = await reject({ url: faulty.url });
    await faulty.close();
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 0, outputs: { changed: 'true' } });
  });

  it('names the owners to a user who is not one of them', async () => {
    await sandbox().project('p', { owners: ['akari'] });
    await publish(sandbox(), 'v1');
    const { exitCode, log } = await reject({ spoof: 'mallory' });
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringMatching(/Not allowed.*owners of p \(akari\)/),
    });
    expect((await reject({ spoof: 'akari' })).exitCode).toBe(0);
  });

  it('does not take an upload that is running for a rejected one', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v0');
    fs.mkdirSync(path.join(sandbox().registry, 'p/a/v1'));
    const { exitCode, log } = await reject();
    expect({ exitCode, error: firstError(log) }).toEqual({
      exitCode: 1,
      error: expect.stringContaining('has not finished'),
    });
  });
});
