import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { StepResult } from '../../scripts/runner.mjs';
import { connect, fetchPermissions, serviceInfo, uploadDirectory } from '../../src/client/index.ts';
import { startTimeOf } from '../../src/github/start/process-identity.ts';
import { makeTemporary, temporaryName } from '../../src/github/start/service-directories.ts';
import { firstError } from '../helpers/annotations.ts';
import { failureOf } from '../helpers/failure.ts';
import { type Use, type UseResult, use, usePost } from '../helpers/host.ts';
import { type Sandbox, withSandbox } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { PROGRAMS } from '../helpers/several-users.ts';

const bundle = path.join(PROGRAMS, 'dist/index.js');

/** A job, in a sandbox of its own. */
interface Job {
  readonly box: Sandbox;
  /** Starts a Gobbler. Whatever becomes of the test, it is stopped. */
  readonly start: (inputs?: Record<string, string>, more?: Use) => Promise<UseResult>;
  readonly stop: (main: UseResult, env?: Record<string, string>) => Promise<StepResult>;
  /** Puts a program into the workspace. */
  readonly program: (name: string, text: string) => string;
  /** The content of the runner's temporary directory. */
  readonly temporary: () => string[];
}

/** For tests that run at the same time, since most of what they do is to wait. */
function inJob(work: (job: Job) => Promise<void>): Promise<void> {
  return withSandbox(async (box) => {
    const started: UseResult[] = [];
    const temp = path.join(box.root, 'temp');
    try {
      await work({
        box,
        start: async (inputs = {}, more = {}) => {
          const result = await use(box, 'start', { ...more, with: inputs });
          started.push(result);
          return result;
        },
        stop: (main, env = {}) => usePost(box, 'start', main, { env }),
        program: (name, text) => {
          const file = path.join(box.workspace, name);
          fs.writeFileSync(file, text, { mode: 0o755 });
          return file;
        },
        temporary: () => (fs.existsSync(temp) ? fs.readdirSync(temp) : []),
      });
    } finally {
      for (const { outputs } of started) {
        try {
          if (outputs.pid) process.kill(-Number(outputs.pid), 'SIGKILL');
        } catch {
          // it was stopped, as it should be
        }
      }
    }
  });
}

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

describe('a binary that is a script around the service', () => {
  const SERVE = `"${process.execPath}" "${bundle}" serve "$@"`;

  const isOpen = async (url = ''): Promise<boolean> => {
    try {
      await fetch(`${url}/info`);
      return true;
    } catch {
      return false;
    }
  };

  interface ScriptJob extends Job {
    /** Makes a script that answers like a Gobbler when it is asked for its flags. */
    readonly script: (lines: string) => string;
    /** Numbers of processes that a script has written down. */
    readonly noted: () => number[];
    /** Starts what a script starts, ends it by the post step, and sees to it that nothing stays. */
    readonly expectEnded: (lines: string) => Promise<UseResult>;
  }

  const inScriptJob = (work: (job: ScriptJob) => Promise<void>): Promise<void> =>
    inJob((job) => {
      const { box, start, stop, program, temporary } = job;
      const script = (lines: string): string =>
        program('gobbler', `#!/bin/sh\n[ "$1" = -h ] && echo "-registry -staging" && exit\n${lines}\n`);
      const noted = (): number[] => {
        const lines = fs.readFileSync(path.join(box.workspace, 'pids'), 'utf8').split('\n');
        return lines.filter((text) => text !== '').map(Number);
      };
      const expectEnded = async (lines: string): Promise<UseResult> => {
        const main = await start({ binary: script(lines), projects: 'p' });
        expect({ exitCode: main.exitCode, log: main.log }).toEqual({ exitCode: 0, log: expect.any(String) });
        expect(await isOpen(main.outputs.url)).toBe(true);
        const { exitCode, log } = await stop(main);
        expect({ exitCode, log }).toEqual({ exitCode: 0, log: expect.not.stringContaining('::warning') });
        expect(await isOpen(main.outputs.url)).toBe(false);
        const pids = [Number(main.outputs.pid), ...noted()];
        expect(pids.filter((pid) => startTimeOf(pid) !== undefined)).toEqual([]);
        expect(temporary()).toEqual([]);
        return main;
      };
      return work({ ...job, script, noted, expectEnded });
    });

  it.concurrent('is ended together with the service', () =>
    inScriptJob(async ({ noted, expectEnded }) => {
      const main = await expectEnded(`${SERVE} &\necho $! >>pids\nwait`);
      expect(noted()).not.toContain(Number(main.outputs.pid));
    }));

  it.concurrent('is ended together with all that it has started, in sessions of their own as well', () =>
    inScriptJob(async ({ noted, expectEnded }) => {
      await expectEnded(
        `sleep 600 & echo $! >>pids\nsetsid sleep 600 & echo $! >>pids\n(sleep 600 & echo $! >>pids)\n${SERVE}`,
      );
      expect(noted()).toHaveLength(3);
    }));

  it.concurrent('may go into the background', () =>
    inScriptJob(async ({ expectEnded }) => {
      await expectEnded(`(setsid ${SERVE} & echo $! >>pids)\nexit 0`);
    }));

  it.concurrent(
    'is ended although it ignores SIGTERM',
    () =>
      inScriptJob(async ({ expectEnded }) => {
        await expectEnded(
          `trap '' TERM\n(while :; do sleep 1; done) & echo $! >>pids\n${SERVE} & echo $! >>pids\nwait; wait; wait`,
        );
      }),
    60_000,
  );

  it.concurrent.each([
    ['ends', 'exit 3', 'ended with exit code 3'],
    ['ends, as if it had gone into the background', 'kill $!', 'ended with exit code 0'],
    ['serves something else', 'wait', 'another service answers there'],
  ])('is ended when it %s', (_, ending, says) =>
    inScriptJob(async ({ start, script, noted }) => {
      const elsewhere = 'mkdir r s; registry=$PWD/r staging=$PWD/s';
      const serve = `"${process.execPath}" "${bundle}" serve -registry "$registry" -staging "$staging" -port $6`;
      const lines = ending === 'wait' ? `${elsewhere}; ${serve} & echo $! >>pids` : '';
      const binary = script(`${lines}\nsetsid sleep 600 & echo $! >>pids\nsleep 0.3\n${ending}`);
      const main = await start({ binary });
      expect({ exitCode: main.exitCode, error: firstError(main.log) }).toEqual({
        exitCode: 1,
        error: expect.stringContaining(says),
      });
      expect(noted().filter((pid) => startTimeOf(pid) !== undefined)).toEqual([]);
    }),
  );

  it.concurrent('that gets away is named in the end', () =>
    inScriptJob(async ({ start, stop, script, noted }) => {
      const binary = script(`setsid env -i ${SERVE} & echo $! >>pids\nexec sleep 600`);
      const main = await start({ binary });
      try {
        const { exitCode, log } = await stop(main);
        expect({ exitCode, log }).toEqual({
          exitCode: 0,
          log: expect.stringContaining('::warning title=The Gobbler could not be stopped'),
        });
        expect(log).toContain(`A service still listens at ${main.outputs.url}`);
        expect(startTimeOf(Number(main.outputs.pid))).toBeUndefined();
      } finally {
        for (const pid of noted()) process.kill(pid, 'SIGKILL');
      }
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
