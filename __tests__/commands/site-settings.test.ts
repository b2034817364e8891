import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import {
  type SettingName,
  settingsFiles,
  settingsInEffect,
} from '../../src/commands/settings/site-settings.ts';
import { GobblerError } from '../../src/errors/index.ts';
import { use } from '../helpers/host.ts';
import { asOrdinaryUser } from '../helpers/ordinary-user.ts';
import { settingsPlaces, useSandbox } from '../helpers/sandbox.ts';
import { NODE, severalUsers } from '../helpers/several-users.ts';
import { GOBBLER, gobbler } from '../helpers/shell.ts';

const sandbox = useSandbox();

const A = 'http://a.example.org:8080';
const B = 'http://b.example.org:8080';

const siteFile = (): string => settingsPlaces(sandbox().root).GOBBLER_SITE_SETTINGS;
const userFile = (): string =>
  path.join(settingsPlaces(sandbox().root).XDG_CONFIG_HOME, 'gobbler/config.json');

/** Writes a settings file: an object as JSON, a text as it is. */
function write(file: string, content: object | string, mode = 0o644): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  fs.chmodSync(file, mode);
}

/** The settings in effect, each as its value and the place it came from. */
function inEffect(inputs: Partial<Record<SettingName, string>> = {}, env: NodeJS.ProcessEnv = {}) {
  const found = settingsInEffect(inputs, { ...settingsPlaces(sandbox().root), ...env });
  return Object.fromEntries([...found].map(([name, { value, origin }]) => [name, [value, origin]]));
}

/** The problem and the facts of the refusal of a file. */
function refusal(): unknown {
  try {
    return inEffect();
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    return { code: error.code, problem: error.problem, facts: error.facts };
  }
}

describe('settings', () => {
  it('come from nowhere if there are none', () => {
    expect(inEffect()).toEqual({});
  });

  it('come from the first place that has them: inputs, the environment, the file of the user, that of the site', () => {
    write(siteFile(), { url: A, staging: '/site/staging', registry: '/site/registry' });
    expect(inEffect()).toEqual({
      url: [A, siteFile()],
      staging: ['/site/staging', siteFile()],
      registry: ['/site/registry', siteFile()],
    });
    write(userFile(), { staging: '/user/staging' });
    expect(inEffect()).toMatchObject({
      url: [A, siteFile()],
      staging: ['/user/staging', userFile()],
      registry: ['/site/registry', siteFile()],
    });
    const env = { GOBBLER_STAGING: '/env/staging', GOBBLER_REGISTRY: ' ' };
    expect(inEffect({}, env)).toMatchObject({
      staging: ['/env/staging', '$GOBBLER_STAGING'],
      registry: ['/site/registry', siteFile()],
    });
    expect(inEffect({ staging: 'given', url: '' }, env)).toMatchObject({
      url: [A, siteFile()],
      staging: ['given', undefined],
    });
  });

  it('do not mix the directories of one service with the address of another', () => {
    write(siteFile(), { url: A, staging: '/site/staging', registry: '/site/registry' });
    expect(inEffect({ url: `${A}/` })).toMatchObject({ staging: ['/site/staging', siteFile()] });
    expect(inEffect({ url: B })).toEqual({ url: [B, undefined] });
    expect(inEffect({}, { GOBBLER_URL: B })).toEqual({ url: [B, '$GOBBLER_URL'] });
    write(userFile(), { url: B, registry: '/user/registry' });
    expect(inEffect()).toEqual({ url: [B, userFile()], registry: ['/user/registry', userFile()] });
    expect(inEffect({ url: A })).toMatchObject({ registry: ['/site/registry', siteFile()] });
    expect(inEffect({}, { GOBBLER_URL: A, GOBBLER_STAGING: '/env/staging' })).toEqual({
      url: [A, '$GOBBLER_URL'],
      staging: ['/env/staging', '$GOBBLER_STAGING'],
      registry: ['/site/registry', siteFile()],
    });
  });

  it('are those of /etc, and of the home directory, by default', () => {
    const files = settingsFiles({ XDG_CONFIG_HOME: 'relative' });
    expect(files.at(-1)).toBe('/etc/gobbler.json');
    expect(files[0]).toMatch(/^\/.*\/\.config\/gobbler\/config\.json$/);
    expect(settingsFiles({ XDG_CONFIG_HOME: '/x' })[0]).toBe('/x/gobbler/config.json');
  });

  it('are read through a link, and with a byte order mark', () => {
    write(path.join(sandbox().root, 'real.json'), `\ufeff${JSON.stringify({ url: A })}`);
    fs.symlinkSync('real.json', siteFile());
    expect(inEffect()).toEqual({ url: [A, siteFile()] });
  });

  it.each<[found: object, content: object | string]>([
    [{ kind: 'no-json' }, '{"url": '],
    [{ kind: 'no-json' }, ''],
    [{ kind: 'no-object' }, '[]'],
    [{ kind: 'no-object' }, 'null'],
    [{ kind: 'no-object' }, '"http://x"'],
    [{ kind: 'unknown-key', key: 'URL' }, { URL: A }],
    [{ kind: 'unknown-key', key: '__proto__' }, '{"__proto__": {"url": "http://x"}}'],
    [{ kind: 'unknown-key', key: 'toString' }, '{"toString": "x"}'],
    [{ kind: 'no-text', key: 'url' }, { url: 8080 }],
    [
      { kind: 'no-text', key: 'staging' },
      { url: A, staging: ' ' },
    ],
    [{ kind: 'no-text', key: 'registry' }, { registry: null }],
    [{ kind: 'no-path', key: 'staging', value: './staging' }, { staging: './staging' }],
    [{ kind: 'no-path', key: 'registry' }, { registry: '/x\0y' }],
    [{ kind: 'no-url' }, { url: 'a.example.org' }],
    [{ kind: 'no-url' }, { url: 'http://me:secret@a.example.org' }],
    [{ kind: 'too-large', bytes: 70_000 }, ' '.repeat(70_000)],
  ])('are refused with %j', (found, content) => {
    for (const file of [siteFile(), userFile()]) {
      write(file, content);
      expect(refusal()).toMatchObject({
        code: 'invalid-input',
        problem: 'settings-unusable',
        facts: { file, found },
      });
      fs.rmSync(file);
    }
  });

  it('are refused if the bytes are no UTF-8', () => {
    fs.writeFileSync(siteFile(), Buffer.from([0x7b, 0xff, 0x7d]), { mode: 0o644 });
    expect(refusal()).toMatchObject({ facts: { found: { kind: 'no-json' } } });
  });

  it.each([0o664, 0o646, 0o666, 0o620])('are refused in a file that others may write (%o)', (mode) => {
    write(siteFile(), { url: A }, mode);
    const found = { kind: 'writable', mode: mode.toString(8) };
    expect(refusal()).toMatchObject({ problem: 'settings-unusable', facts: { file: siteFile(), found } });
    fs.chmodSync(siteFile(), 0o600);
    expect(inEffect()).toEqual({ url: [A, siteFile()] });
  });

  it('are refused, without waiting, in what is no file', () => {
    fs.mkdirSync(siteFile());
    expect(refusal()).toMatchObject({ facts: { found: { kind: 'no-file' } } });
    fs.rmdirSync(siteFile());
    execFileSync('mkfifo', [siteFile()]);
    expect(refusal()).toMatchObject({ facts: { found: { kind: 'no-file' } } });
    fs.rmSync(siteFile());
    fs.symlinkSync('site.json', siteFile());
    expect(refusal()).toMatchObject({ facts: { found: { kind: 'unreadable' } } });
  });

  (severalUsers ? it : it.skip)('as root: are refused in a file of another user', async () => {
    write(siteFile(), { url: A });
    fs.chownSync(siteFile(), 12345, 12345);
    expect(refusal()).toMatchObject({ facts: { found: { kind: 'foreign', owner: 12345 } } });
    fs.chownSync(siteFile(), 0, 0);
    expect(await asOrdinaryUser(async () => inEffect())).toEqual({ url: [A, siteFile()] });
    fs.chmodSync(siteFile(), 0o600);
    expect(await asOrdinaryUser(async () => refusal())).toMatchObject({
      facts: { found: { kind: 'unreadable' } },
    });
  });

  (severalUsers ? it : it.skip)(
    'as root: of a directory that this user may not enter do not exist',
    async () => {
      write(userFile(), { url: A });
      fs.chmodSync(path.dirname(userFile()), 0o700);
      expect(await asOrdinaryUser(async () => inEffect())).toEqual({});
      expect(inEffect()).toEqual({ url: [A, userFile()] });
    },
  );
});

/** Runs `gobbler list` as an ordinary user in a user namespace that maps this user, if at all, but not root. */
const inNamespace = async (mapping: readonly string[]) => {
  const env = { ...process.env, ...settingsPlaces(sandbox().root), GOBBLER_URL: '' };
  const command = [...mapping, NODE, GOBBLER, 'list', '--json'];
  const child = spawn('unshare', ['--user', ...command], { cwd: '/', env, uid: ORDINARY, gid: ORDINARY });
  return JSON.parse(await text(child.stdout));
};
const ORDINARY = 12345;
const hasNamespaces =
  severalUsers &&
  spawnSync('unshare', ['--user', '--map-current-user', 'true'], { uid: ORDINARY, gid: ORDINARY }).status ===
    0;

describe('in a user namespace without root', () => {
  (hasNamespaces ? it : it.skip).each([
    [['--map-current-user'], 'this user'],
    [['--map-root-user'], 'this user as root'],
    [[], 'nobody'],
  ])('as root: the site file of root is read by %j, which maps %s', async (mapping) => {
    await sandbox().project('p');
    write(siteFile(), { url: sandbox().url });
    expect(await inNamespace(mapping)).toMatchObject({ exitCode: 0, outputs: { names: ['p'] } });
    fs.chmodSync(siteFile(), 0o646);
    expect(await inNamespace(mapping)).toMatchObject({ error: { facts: { found: { kind: 'writable' } } } });
  });

  (hasNamespaces ? it : it.skip)('as root: a file of a user who is mapped is still foreign', async () => {
    write(siteFile(), { url: sandbox().url });
    fs.chownSync(siteFile(), 65534, 65534);
    expect(await asOrdinaryUser(async () => refusal())).toMatchObject({
      facts: { found: { kind: 'foreign', owner: 65534 } },
    });
  });
});

describe('a command', () => {
  it('reads no file if options and environment have all settings', async () => {
    await sandbox().project('p');
    write(siteFile(), {}, 0o666);
    const { url, registry, staging } = sandbox();
    const list = (...more: string[]) =>
      gobbler(sandbox(), ['list', '--url', url, ...more], { GOBBLER_REGISTRY: registry });
    expect(await list('--staging', staging)).toMatchObject({ exitCode: 0, stdout: 'p\n' });
    expect(await list()).toMatchObject({ exitCode: 2 });
  });

  it('finds the service by the file of the site, and names the file if a value in it is wrong', async () => {
    await sandbox().project('p');
    write(siteFile(), { url: sandbox().url, staging: sandbox().staging });
    const list = () => gobbler(sandbox(), ['list'], { GOBBLER_URL: '' });
    expect(await list()).toMatchObject({ exitCode: 0, stdout: 'p\n' });
    write(siteFile(), { url: sandbox().url, staging: '/nowhere' });
    const { exitCode, stderr } = await list();
    expect({ exitCode, stderr }).toEqual({
      exitCode: 7,
      stderr: expect.stringContaining(`(staging from ${siteFile()})`),
    });
    const elsewhere = await gobbler(sandbox(), ['list', '--staging', sandbox().staging], { GOBBLER_URL: '' });
    expect(elsewhere).toMatchObject({ exitCode: 0, stdout: 'p\n' });
  });

  it('does not run with a file that others may write, even if its options name the service', async () => {
    write(siteFile(), {}, 0o666);
    const { exitCode, stdout } = await gobbler(sandbox(), ['list', '--url', sandbox().url, '--json']);
    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout).error).toMatchObject({
      problem: 'settings-unusable',
      facts: { file: siteFile() },
    });
  });
});

describe('an action', () => {
  it('finds the service by the file of the user, and its inputs override that', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    write(userFile(), { url: sandbox().url, registry: sandbox().registry });
    const inputs = { project: 'p', asset: 'a', version: 'v1', directory: 'source' };
    const step = (more: Record<string, string>) =>
      use(sandbox(), '.', { with: { ...inputs, ...more }, env: { GOBBLER_URL: '' } });
    expect(await step({})).toMatchObject({ exitCode: 0, outputs: { status: 'created' } });
    const refused = await step({ registry: '/nowhere' });
    expect(refused).toMatchObject({ exitCode: 1, log: expect.stringContaining('(input: registry)') });
  });

  it('fails with a file that is malformed', async () => {
    write(userFile(), { adress: sandbox().url });
    const { exitCode, log } = await use(sandbox(), 'approve', {
      with: { project: 'p', asset: 'a', version: 'v1' },
    });
    expect({ exitCode, log }).toEqual({ exitCode: 1, log: expect.stringContaining('"adress"') });
  });
});
