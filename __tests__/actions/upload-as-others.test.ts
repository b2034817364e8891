import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { validateVersion } from '../../src/client/index.ts';
import { asUser, SERVICE_USER, STEP_USER, sandboxOfOthers } from '../helpers/as-others.ts';
import { use } from '../helpers/host.ts';
import { leftInStaging, MAY_SPOOF, type Sandbox, useSandbox } from '../helpers/sandbox.ts';
import { severalUsers } from '../helpers/several-users.ts';
import { publish } from '../helpers/versions.ts';

const asRoot = severalUsers ? describe : describe.skip;

asRoot('as root: a service and a step of different users', () => {
  let box: Sandbox;
  beforeEach(async () => {
    box = await sandboxOfOthers();
  });
  afterEach(() => box.close());

  const step = (inputs: Record<string, string> = {}) =>
    use(box, '.', {
      with: { project: 'p', asset: 'a', version: 'v', directory: 'source', ...inputs },
      prefix: asUser(STEP_USER),
    });

  function makeSource(): string {
    const directory = box.source({ 'x.txt': 'text', 'd/secret': 's', l: { link: 'd/secret' } });
    fs.chmodSync(path.join(directory, 'd/secret'), 0o600);
    fs.chmodSync(path.join(directory, 'd'), 0o700);
    execFileSync('chown', ['-hR', STEP_USER, directory]);
    return directory;
  }

  it('publishes and verifies files that only the step may read, and leaves nothing in staging', async () => {
    makeSource();
    const { exitCode, outputs, log } = await step();
    expect({ exitCode, log }).toEqual({
      exitCode: 0,
      log: expect.stringContaining('p/a/v is published: 3 files'),
    });
    expect(outputs).toMatchObject({ status: 'created', 'files-count': '3' });
    await validateVersion(box.connection, { project: 'p', asset: 'a', version: 'v' });
    expect(leftInStaging(box)).toEqual([]);
  });

  it('names files that the step may not read, and leaves nothing in staging', async () => {
    const directory = makeSource();
    execFileSync('chown', ['root', path.join(directory, 'd/secret')]);
    const { exitCode, log } = await step();
    expect(exitCode).toBe(1);
    expect(log).toContain('"d/secret" cannot be read by this user');
    expect(leftInStaging(box)).toEqual([]);
  });

  it('learns that the service does not know its user, before anything is copied', async () => {
    const directory = makeSource();
    const nameless = 54321;
    execFileSync('chown', ['-hR', String(nameless), directory]);
    const { exitCode, log } = await use(box, '.', {
      with: { project: 'p', asset: 'a', version: 'v', directory: 'source' },
      // As in a container that was told a number and nothing else.
      prefix: ['setpriv', `--reuid=${nameless}`, '--clear-groups', 'env', '-u', 'HOME'],
    });
    expect({ exitCode, log }).toEqual({ exitCode: 1, log: expect.any(String) });
    expect(log).toContain('::error title=Unknown user::the service should know user id 54321');
    expect(log).not.toContain('Copied');
    expect(leftInStaging(box)).toEqual([]);
  });

  it('is asked to name a place for downloads, if its user has no home directory', async () => {
    await publish(box, 'v', { x: 'four' }, { probation: false });
    const fetchAsNobody = (env: Record<string, string>) =>
      use(box, 'fetch', {
        with: { project: 'p', asset: 'a', remote: 'always' },
        env,
        prefix: ['setpriv', '--reuid=54321', '--clear-groups', 'env', '-u', 'HOME'],
      });
    const homeless = await fetchAsNobody({ XDG_CACHE_HOME: '' });
    expect({ exitCode: homeless.exitCode, log: homeless.log }).toEqual({
      exitCode: 1,
      log: expect.stringContaining('this user has no home directory'),
    });
    const cache = path.join(box.root, 'temp');
    expect(await fetchAsNobody({ XDG_CACHE_HOME: cache })).toMatchObject({ exitCode: 0 });
  });

  it('leaves nothing in staging when the service fails in the middle', async () => {
    makeSource();
    const asset = path.join(box.registry, 'p/a');
    fs.mkdirSync(asset);
    // The service gets its lock, but may not make the version in a directory of somebody else.
    fs.writeFileSync(path.join(asset, '..LOCK'), '');
    execFileSync('chown', [SERVICE_USER, path.join(asset, '..LOCK')]);
    const { exitCode, outputs, log } = await step();
    expect({ exitCode, status: outputs.status, log }).toEqual({
      exitCode: 1,
      status: 'failed',
      log: expect.stringContaining('(code service-failed)'),
    });
    expect(leftInStaging(box)).toEqual([]);
  });
});

describe('a version that the service puts on probation by itself', () => {
  const sandbox = useSandbox({ spoof: MAY_SPOOF });

  const step = (policy: string) =>
    use(sandbox(), '.', {
      with: {
        project: 'p',
        asset: 'a',
        version: 'v',
        directory: 'source',
        spoof: 'guest',
        'if-probational': policy,
      },
    });

  it.each([
    ['warn', '::warning title=On probation'],
    ['ignore', 'on probation'],
  ])('is published with if-probational: %s, and reported', async (policy, said) => {
    await sandbox().project('p', { owners: ['boss'], uploaders: [{ id: 'guest' }] });
    sandbox().source({ x: 'x' });
    const { exitCode, outputs, log, summary } = await step(policy);
    expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.stringContaining(said) });
    expect(outputs).toMatchObject({ status: 'created', probational: 'true', created: 'true' });
    expect(summary).toContain('on probation');
  });

  it('is not even uploaded with if-probational: error', async () => {
    await sandbox().project('p', { owners: ['boss'], uploaders: [{ id: 'guest' }] });
    sandbox().source({ x: 'x' });
    const { exitCode, outputs, log } = await step('error');
    expect({ exitCode, status: outputs.status, created: outputs.created }).toEqual({
      exitCode: 1,
      status: 'failed',
      created: 'false',
    });
    expect(log).toContain('::error title=Would be on probation::"guest" is not a trusted uploader');
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
  });
});

describe('a user who may not act for others', () => {
  const sandbox = useSandbox();

  const step = (spoof: string) =>
    use(sandbox(), '.', {
      with: { project: 'p', asset: 'a', version: 'v', directory: 'source', spoof },
    });

  it('is refused beforehand, but has to ask nobody to act for oneself', async () => {
    await sandbox().project('p', { owners: ['guest', sandbox().me] });
    sandbox().source({ x: 'x' });
    const { exitCode, log } = await step('guest');
    expect(exitCode).toBe(1);
    expect(log).toContain('::error title=Not allowed to act for others');
    expect(leftInStaging(sandbox())).toEqual([]);
    const self = await step(sandbox().me);
    expect({ exitCode: self.exitCode, log: self.log }).toEqual({ exitCode: 0, log: expect.any(String) });
  });
});
