import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { connect, fetchPermissions, serviceInfo, uploadDirectory } from '../../src/client/index.ts';
import { startTimeOf } from '../../src/github/start/process-identity.ts';
import { makeTemporary, temporaryName } from '../../src/github/start/service-directories.ts';
import { firstError } from '../helpers/annotations.ts';
import { failureOf } from '../helpers/failure.ts';
import { use, usePost } from '../helpers/host.ts';
import { until } from '../helpers/service-bench.ts';
import { PROGRAMS } from '../helpers/several-users.ts';
import { inJob } from '../helpers/started-gobbler.ts';

const bundle = path.join(PROGRAMS, 'dist/index.js');

/** A port that nobody listens to just now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('the start step', () => {
  it.concurrent('starts a service for the rest of the job, and its post step leaves nothing of it', () =>
    inJob(async ({ box, start, stop, temporary }) => {
      const main = await start({ projects: 'p\n# not this\nq' });
      const { exitCode, outputs, env, log } = main;
      expect({ exitCode, log }).toEqual({
        exitCode: 0,
        log: expect.stringContaining('A Gobbler is ready at'),
      });
      expect(Object.keys(outputs).sort()).toEqual(['log-path', 'pid', 'registry', 'staging', 'url']);
      const { url = '', staging = '', registry = '' } = outputs;
      expect(env).toEqual({ GOBBLER_URL: url });
      expect(await serviceInfo(url)).toEqual({ staging, registry });
      const connection = await connect(url);
      expect((await fetchPermissions(connection, { project: 'q' })).owners).toEqual([box.me]);
      const directory = box.source({ x: 'x' });
      await uploadDirectory(connection, { project: 'p', asset: 'a', version: 'v1', directory });
      expect(fs.statSync(staging).mode & 0o7777).toBe(0o1777);

      const post = await stop(main);
      expect(post).toMatchObject({
        exitCode: 0,
        log: expect.stringContaining('::group::The end of the log'),
      });
      expect(post.log).not.toContain('::warning');
      // Neither does a first upload look like a failure.
      expect(post.log).toContain('/new/request-upload');
      expect(post.log).not.toMatch(/ (?:4(?!04)|5)\d\d \d+ ms/);
      expect(startTimeOf(Number(outputs.pid))).toBeUndefined();
      expect(temporary()).toEqual([]);
    }));

  it.concurrent.each([
    ['a registry and a port of its own', {}, 0],
    ['a registry that is kept, and a port of its own', { registry: 'kept' }, 0],
    ['a registry and a port that later jobs may use', { registry: 'kept', port: 'free' }, 1],
  ] as const)('leaves no cache of fetched files that nobody would use: %s', (_, given, kept) =>
    inJob(async ({ box, start, stop }) => {
      const inputs = { ...given, ...('port' in given && { port: String(await freePort()) }) };
      const main = await start({ ...inputs, projects: 'p' });
      const { url = '' } = main.outputs;
      const directory = box.source({ x: 'x' });
      const ref = { project: 'p', asset: 'a', version: 'v1' };
      await uploadDirectory(await connect(url), { ...ref, directory });
      const RUNNER_TOOL_CACHE = path.join(box.root, 'tools');
      const env = { GOBBLER_URL: url, RUNNER_TOOL_CACHE };
      const fetched = await use(box, 'fetch', { with: { ...ref, remote: 'always' }, env });
      expect({ exitCode: fetched.exitCode, log: fetched.log }).toMatchObject({ exitCode: 0 });
      const cache = path.join(RUNNER_TOOL_CACHE, 'gobbler-action');
      const services = () => fs.readdirSync(cache).filter((name) => /^[0-9a-f]{16}$/.test(name));
      expect(services()).toHaveLength(1);
      await stop(main, { RUNNER_TOOL_CACHE });
      expect(services()).toHaveLength(kept);
    }),
  );

  it.concurrent('keeps directories that are given, and makes them if they are missing', () =>
    inJob(async ({ box, start, stop }) => {
      const given = { registry: 'kept/registry', staging: 'kept/staging', 'log-file': 'logs/gobbler.log' };
      const main = await start({
        ...given,
        projects: 'p',
        'probation-days': '7',
        admin: `${box.me}\nboss`,
      });
      expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: expect.any(String) });
      expect(main.outputs['log-path']).toBe(path.join(box.workspace, 'logs/gobbler.log'));
      const command = fs.readFileSync(`/proc/${main.outputs.pid}/cmdline`, 'utf8').split('\0');
      expect(command).toEqual(expect.arrayContaining(['-probation', '7', '-admin', `${box.me},boss`]));
      await stop(main);
      expect(fs.existsSync(path.join(box.workspace, 'kept/registry/p/..permissions'))).toBe(true);
      expect(fs.readFileSync(path.join(box.workspace, 'logs/gobbler.log'), 'utf8')).toContain('listening');

      const again = await start({ ...given, projects: 'p' });
      expect({ exitCode: again.exitCode, log: again.log }).toEqual({
        exitCode: 0,
        log: expect.stringContaining('The project p already exists'),
      });
      await stop(again);
    }));

  it.concurrent('gives the service nothing of the job except the variable by which the runner finds it', () =>
    inJob(async ({ start, stop }) => {
      const main = await start(
        {},
        { env: { RUNNER_TRACKING_ID: 'github_x', ACTIONS_RUNTIME_TOKEN: 'secret' } },
      );
      const environment = fs.readFileSync(`/proc/${main.outputs.pid}/environ`, 'utf8');
      expect(environment).toContain('RUNNER_TRACKING_ID=github_x');
      expect(environment).not.toMatch(/(^|\0)(INPUT_|GITHUB_OUTPUT|ACTIONS_)/);
      await stop(main);
    }));

  it.concurrent('starts a Gobbler of the site', () =>
    inJob(async ({ start, stop, program }) => {
      const binary = program('gobbler', `#!/bin/sh\nexec "${process.execPath}" "${bundle}" serve "$@"\n`);
      const main = await start({ binary: './gobbler', projects: 'p' });
      expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: expect.any(String) });
      const inPath = await start(
        { binary: 'gobbler' },
        { env: { PATH: `${path.dirname(binary)}:${process.env.PATH}` } },
      );
      expect({ exitCode: inPath.exitCode, log: inPath.log }).toEqual({
        exitCode: 0,
        log: expect.any(String),
      });
      for (const one of [main, inPath]) await stop(one);
    }));

  it.concurrent('warns in the end if the service has ended early', () =>
    inJob(async ({ start, stop }) => {
      const main = await start();
      process.kill(Number(main.outputs.pid), 'SIGTERM');
      await until(() => startTimeOf(Number(main.outputs.pid)) === undefined, 'the service has ended');
      const { log, exitCode } = await stop(main);
      expect({ exitCode, log }).toEqual({
        exitCode: 0,
        log: expect.stringContaining('::warning title=The Gobbler has ended early'),
      });
    }));

  it.concurrent('stops no other process that has got the same number', () =>
    inJob(async ({ box, start, stop }) => {
      const main = await start();
      await stop(main);
      const other: ChildProcess = spawn('sleep', ['60']);
      await once(other, 'spawn');
      await usePost(box, 'start', { state: { ...main.state, pid: String(other.pid) } });
      expect(other.exitCode ?? other.signalCode).toBeNull();
      other.kill();
    }));

  it.concurrent('leaves nothing when it is cancelled while it waits', () =>
    inJob(async ({ start, stop, program, temporary }) => {
      program('slow', '#!/bin/sh\n[ "$1" = -h ] && echo "-registry -staging" && exit\nexec sleep 60\n');
      let step: ChildProcess | undefined;
      const stopWhenRunning = setInterval(() => {
        if (!temporary().some((name) => name.startsWith('gobbler-'))) return;
        clearInterval(stopWhenRunning); // a second signal might come when nobody listens any more
        step?.kill('SIGINT');
      }, 50);
      const main = await start({ binary: './slow' }, { onStart: (child) => (step = child) });
      clearInterval(stopWhenRunning);
      expect({ exitCode: main.exitCode, log: main.log }).toEqual({
        exitCode: 1,
        log: expect.stringContaining('the job was cancelled'),
      });
      await stop(main);
      if (main.state.pid) expect(startTimeOf(Number(main.state.pid))).toBeUndefined();
      expect(temporary()).toEqual([]);
    }));
});

describe('the directory of a service that was given none', () => {
  it.concurrent('is a new one, which others can enter and nobody can foresee', () =>
    inJob(async ({ box, start, stop }) => {
      const main = await start({}, { env: { RUNNER_TEMP: '', TMPDIR: box.root } });
      const directory = path.dirname(main.outputs.staging ?? '');
      expect(path.dirname(directory)).toBe(box.root);
      expect(path.basename(directory)).toMatch(/^gobbler-[0-9a-f]{24}$/);
      expect(fs.statSync(directory)).toMatchObject({ uid: process.geteuid?.() });
      expect(fs.statSync(directory).mode & 0o7777).toBe(0o755);
      const names = await Promise.all(Array.from({ length: 100 }, temporaryName));
      expect(new Set(names).size).toBe(100);
      await stop(main);
      expect(fs.existsSync(directory)).toBe(false);
    }));

  it.concurrent.each(['directory', 'link', 'file'])('is never one that is there already: a %s', (kind) =>
    inJob(async ({ box }) => {
      const taken = path.join(box.root, 'taken');
      const elsewhere = path.join(box.root, 'elsewhere');
      fs.mkdirSync(elsewhere);
      if (kind === 'directory') fs.mkdirSync(taken);
      else if (kind === 'link') fs.symlinkSync(elsewhere, taken);
      else fs.writeFileSync(taken, 'theirs');
      const before = fs.lstatSync(taken);
      expect((await failureOf(makeTemporary(taken))).code).toBe('destination-unavailable');
      expect(fs.lstatSync(taken)).toEqual(before);
      expect(fs.readdirSync(elsewhere)).toEqual([]);
    }),
  );
});

describe('the start step, refused', () => {
  it.concurrent('for a port that is taken says by whom, with the end of the log', () =>
    inJob(async ({ box, start }) => {
      const main = await start({ port: new URL(box.url).port });
      expect({ exitCode: main.exitCode, error: firstError(main.log) }).toEqual({
        exitCode: 1,
        error: expect.stringMatching(
          /Service cannot be reached.*(another service answers|ended with).*\(input: port\)/,
        ),
      });
    }));

  it.concurrent('shows the escaped output of a program that ends at once', () =>
    inJob(async ({ start, stop, program }) => {
      program(
        'broken',
        '#!/bin/sh\necho "-registry -staging"\n[ "$1" = -h ] && exit\n' +
          'echo "::set-env name=PATH::/forged"; echo "  ::stop-commands::x"; printf "\\033[31mno disk left\\n"; exit 3\n',
      );
      const main = await start({ binary: './broken' });
      expect({ exitCode: main.exitCode, error: firstError(main.log) }).toEqual({
        exitCode: 1,
        error: expect.stringMatching(/ended with exit code 3.*\\u001b\[31mno disk left/),
      });
      const { log } = await stop(main);
      for (const text of [main.log, log]) {
        expect(text).toContain('|   ::set-env name=PATH::/forged');
        expect(text).toContain('|     ::stop-commands::x');
        expect(text).not.toMatch(/^\s*::(set-env|stop-commands)/m);
        expect(text).not.toContain('\u001b');
      }
    }));

  it.concurrent('for a program that does not end, without waiting for it', () =>
    inJob(async ({ start, program }) => {
      program('endless', '#!/bin/sh\nexec sleep 60\n');
      const begun = performance.now();
      const main = await start({ binary: './endless' });
      expect({ exitCode: main.exitCode, error: firstError(main.log) }).toEqual({
        exitCode: 1,
        error: expect.stringMatching(/does not exit.*\(input: binary\)/),
      });
      expect(performance.now() - begun).toBeLessThan(25_000);
    }));
});
