import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { asUser, STEP_USER } from '../helpers/as-others.ts';
import { answer, startFaultyService } from '../helpers/faulty-service.ts';
import { leftInStaging, settingsPlaces, useSandbox } from '../helpers/sandbox.ts';
import { NODE, severalUsers } from '../helpers/several-users.ts';
import { GOBBLER, gobbler, inShell, type ShellResult } from '../helpers/shell.ts';

const sandbox = useSandbox();

interface Check {
  readonly check: string;
  readonly verdict: 'ok' | 'warning' | 'failure';
  readonly found: string;
  readonly hint?: string;
}

/** The checks of an answer in JSON, each with its verdict; `ofPart` gives a check by its name. */
function checksIn({ stdout, exitCode }: ShellResult) {
  const { outputs } = JSON.parse(stdout) as { outputs: { status: string; checks: Check[] } };
  const { status, checks } = outputs;
  const verdicts = Object.fromEntries(checks.map(({ check, verdict }) => [check, verdict]));
  const ofPart = (name: string): Check => {
    const [found, ...others] = checks.filter(({ check }) => check === name);
    if (found === undefined || others.length > 0) throw new Error(`${name} is not checked once: ${stdout}`);
    return found;
  };
  return { exitCode, status, checks, verdicts, ofPart };
}

const doctor = async (args: readonly string[] = [], env: NodeJS.ProcessEnv = {}) =>
  checksIn(await gobbler(sandbox(), ['doctor', '--json', ...args], env));

describe('gobbler doctor', () => {
  it('finds nothing wrong where all is well, and leaves nothing behind', async () => {
    await sandbox().project('p');
    const { exitCode, status, verdicts, ofPart, checks } = await doctor();
    expect({ exitCode, status }).toEqual({ exitCode: 0, status: 'ok' });
    expect(verdicts).toEqual({
      node: 'ok',
      cache: 'ok',
      'settings files': 'ok',
      'setting url': 'ok',
      'setting staging': 'ok',
      'setting registry': 'ok',
      service: 'ok',
      registry: 'ok',
      staging: 'ok',
      clocks: 'ok',
      account: 'ok',
      'hard links': 'ok',
    });
    expect(checks.filter(({ hint }) => hint !== undefined)).toEqual([]);
    expect(ofPart('node').found).toContain(process.version);
    expect(ofPart('registry').found).toContain('1 project');
    expect(ofPart('staging').found).toContain(sandbox().staging);
    expect(ofPart('account').found).toMatch(/is an administrator/);
    expect({ staging: leftInStaging(sandbox()), here: fs.readdirSync(sandbox().workspace) }).toEqual({
      staging: [],
      here: [],
    });
  });

  it('prints a line for each check, and a hint below those that are not ok', async () => {
    const { stdout, stderr, exitCode } = await gobbler(sandbox(), ['doctor', '--staging', '/nowhere']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 7, stderr: '' });
    const lines = stdout.split('\n');
    expect(lines.filter((line) => /^(ok|warning|failure) +\w/.test(line)).length).toBeGreaterThan(6);
    const at = lines.findIndex((line) => /^failure +staging +/.test(line));
    expect(lines[at + 1]).toMatch(/^ {10,}.*--staging/);
  });

  it('tells where each setting came from', async () => {
    const { GOBBLER_SITE_SETTINGS: file } = settingsPlaces(sandbox().root);
    fs.writeFileSync(file, JSON.stringify({ registry: sandbox().registry }), { mode: 0o644 });
    const args = ['--staging', sandbox().staging];
    const { ofPart, exitCode } = await doctor(args);
    expect(exitCode).toBe(0);
    expect(ofPart('setting url').found).toContain('$GOBBLER_URL');
    expect(ofPart('setting staging').found).toContain('--staging');
    expect(ofPart('setting registry').found).toContain(file);
    expect(ofPart('settings files').found).toContain(file);
  });

  it('goes on as far as it can: without an address, with a bad one, with a file that others may write', async () => {
    const without = await doctor([], { GOBBLER_URL: '' });
    expect(without).toMatchObject({ exitCode: 7, status: 'failure' });
    expect(without.ofPart('setting url')).toMatchObject({
      verdict: 'failure',
      hint: expect.stringContaining('--url'),
    });
    const bad = await doctor(['--url', 'localhost']);
    expect(bad.ofPart('service')).toMatchObject({ verdict: 'failure', hint: expect.any(String) });
    fs.writeFileSync(settingsPlaces(sandbox().root).GOBBLER_SITE_SETTINGS, '{}');
    fs.chmodSync(settingsPlaces(sandbox().root).GOBBLER_SITE_SETTINGS, 0o666);
    const open = await doctor();
    expect(open.ofPart('settings files')).toMatchObject({
      verdict: 'failure',
      hint: expect.stringContaining('chmod'),
    });
    expect(open.ofPart('cache').verdict).toBe('ok');
  });

  it('reports a service that does not answer, and no failures that follow from that', async () => {
    await sandbox().stopService();
    const { exitCode, verdicts, ofPart } = await doctor();
    expect(exitCode).toBe(7);
    expect(ofPart('service')).toMatchObject({ verdict: 'failure', hint: expect.any(String) });
    expect(Object.values(verdicts).filter((verdict) => verdict === 'failure')).toHaveLength(1);
  });

  it('reports directories that are not those of the service', async () => {
    await sandbox().project('p');
    const other = path.join(sandbox().root, 'other');
    fs.mkdirSync(other);
    const { ofPart } = await doctor(['--registry', other, '--staging', path.join(other, 'missing')]);
    for (const part of ['registry', 'staging'])
      expect(ofPart(part)).toMatchObject({ verdict: 'failure', hint: expect.any(String) });
    const missing = await doctor(['--registry', path.join(other, 'missing')]);
    expect(missing.ofPart('registry').verdict).toBe('failure');
    expect(missing.ofPart('staging').verdict).toBe('ok');
  });

  it('warns of a registry that can only be read over HTTP', async () => {
    await sandbox().project('p');
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url !== '/info') return false;
      return answer(response, 200, JSON.stringify({ registry: '/not/here', staging: sandbox().staging }));
    });
    const { exitCode, status, ofPart } = await doctor([], { GOBBLER_URL: faulty.url });
    await faulty.close();
    expect({ exitCode, status }).toEqual({ exitCode: 0, status: 'warning' });
    expect(ofPart('registry')).toMatchObject({ verdict: 'warning', hint: expect.any(String) });
  });

  it.each([
    [-300, 'warning', 0],
    [-20, 'warning', 0],
    [20, 'warning', 0],
    [300, 'failure', 7],
  ] as const)('compares the clocks: the service is %d s ahead', async (aheadS, verdict, code) => {
    const { registry, staging } = sandbox();
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (request.url !== '/info') return false;
      response.setHeader('date', new Date(Date.now() + aheadS * 1000).toUTCString());
      return answer(response, 200, JSON.stringify({ registry, staging }));
    });
    const { exitCode, ofPart } = await doctor([], { GOBBLER_URL: faulty.url });
    await faulty.close();
    expect({ exitCode, verdict: ofPart('clocks').verdict }).toEqual({ exitCode: code, verdict });
    expect(ofPart('clocks').found).toMatch(aheadS > 0 ? /behind/ : /ahead of/);
  });

  it('tells whether files can be hard linked into staging', async () => {
    const elsewhere = await doctor(['/proc']);
    expect(elsewhere.ofPart('hard links')).toMatchObject({ verdict: 'warning', hint: expect.any(String) });
    const missing = await doctor(['nowhere']);
    expect(missing.ofPart('hard links')).toMatchObject({
      verdict: 'failure',
      found: expect.not.stringContaining('ENOENT'),
      hint: expect.stringMatching(/^Create it/),
    });
    const closed = await inShell(sandbox(), 'sh', [
      '-c',
      `umask 077; exec "${process.execPath}" "${GOBBLER}" doctor --json`,
    ]);
    const { ofPart, verdicts } = checksIn(closed);
    expect(ofPart('hard links')).toMatchObject({
      verdict: 'warning',
      hint: expect.stringContaining('umask'),
    });
    expect(verdicts.staging).toBe('ok');
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('gives the name by which the service knows a user', async () => {
    const faulty = await startFaultyService(sandbox().url, (request, response) => {
      if (!/refresh_usage/.test(request.url ?? '')) return false;
      const reason = 'user "alicia" is not authorized to refresh the usage of a project';
      return answer(response, 403, JSON.stringify({ status: 'ERROR', reason }));
    });
    const { exitCode, ofPart } = await doctor([], { GOBBLER_URL: faulty.url });
    await faulty.close();
    expect(exitCode).toBe(0);
    expect(ofPart('account')).toMatchObject({
      verdict: 'warning',
      found: expect.stringContaining('alicia'),
      hint: expect.stringContaining('alicia'),
    });
  });

  it('reports a user whom the service does not know', async () => {
    const faulty = await startFaultyService(sandbox().url, (request) => {
      if (/refresh_usage/.test(request.url ?? '')) request.socket.destroy();
      return /refresh_usage/.test(request.url ?? '');
    });
    const { exitCode, ofPart } = await doctor([], { GOBBLER_URL: faulty.url });
    await faulty.close();
    expect(exitCode).toBe(7);
    expect(ofPart('account')).toMatchObject({ verdict: 'failure', hint: expect.stringContaining('account') });
  });

  (severalUsers ? it : it.skip)('as root: knows another user, who may not write to staging', async () => {
    const as = async () =>
      checksIn(
        await inShell(
          sandbox(),
          'runuser',
          [...asUser(STEP_USER).slice(1), NODE, GOBBLER, 'doctor', '/tmp', '--json'],
          { HOME: '/nonexistent', XDG_CACHE_HOME: '' },
        ),
      );
    const user = await as();
    expect(user.ofPart('account')).toMatchObject({
      verdict: 'ok',
      found: expect.stringMatching(`knows this user as ${STEP_USER} .*not as an administrator`),
    });
    expect(user.ofPart('cache')).toMatchObject({ verdict: 'warning', hint: expect.any(String) });
    execFileSync('chmod', ['755', sandbox().staging]);
    const closed = await as();
    expect(closed.ofPart('staging')).toMatchObject({ verdict: 'failure', hint: expect.any(String) });
    expect(closed.exitCode).toBe(7);
  });
});
