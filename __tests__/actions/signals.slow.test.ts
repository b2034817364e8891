import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { STOP_SIGNALS } from '../../src/stop-signals.ts';
import { type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { use } from '../helpers/host.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { PROGRAMS } from '../helpers/several-users.ts';
import { hasListeners } from '../helpers/stops.ts';

const sandbox = useSandbox();
const root = path.resolve(import.meta.dirname, '../..');
const launchers = fs
  .readdirSync(root)
  .flatMap((folder) => ['main.cjs', 'post.cjs'].map((name) => `${folder}/${name}`))
  .filter((file) => fs.existsSync(path.join(root, file)));

describe('every launcher', () => {
  it('is known to this test', () => {
    expect(launchers).toHaveLength(12);
  });

  it.each(launchers)('%s listens before anything else', (file) => {
    const [first] = fs.readFileSync(path.join(root, file), 'utf8').split('\n');
    expect(first).toBe("require('../bin/stop-signals.cjs');");
  });

  it('of the command line does, too', () => {
    const [shebang, first] = fs.readFileSync(path.join(root, 'bin/gobbler.cjs'), 'utf8').split('\n');
    expect([shebang, first]).toEqual(['#!/usr/bin/env node', "require('./stop-signals.cjs');"]);
  });

  it('listens to the signals that the bundle knows', () => {
    const text = fs.readFileSync(path.join(root, 'bin/stop-signals.cjs'), 'utf8');
    expect([...text.matchAll(/'(SIG\w+)'/g)].map(([, signal]) => signal)).toEqual([...STOP_SIGNALS]);
  });
});

describe('the upload step, asked to stop', () => {
  const step = {
    with: { project: 'p', asset: 'a', version: 'v1', directory: 'source' },
  };

  it.each(STOP_SIGNALS)('is as good as SIGTERM: %s', async (signal) => {
    await sandbox().project('p');
    sandbox().source({ x: 'x'.repeat(100_000), private: 'p' });
    fs.chmodSync(path.join(sandbox().workspace, 'source/private'), 0o600);
    let stop: () => void = () => undefined;
    const staged: string[][] = [];
    const faulty: FaultyService = await startFaultyService(sandbox().url, (request) => {
      if (request.url?.includes('request-upload') !== true) return false;
      staged.push(leftInStaging(sandbox()));
      stop();
      return true;
    });
    const { exitCode, outputs, log } = await use(sandbox(), '.', {
      ...step,
      env: { GOBBLER_URL: faulty.url },
      onStart: (child) => {
        stop = () => child.kill(signal);
      },
    });
    await faulty.close();
    expect({ exitCode, status: outputs.status, created: outputs.created }).toEqual({
      exitCode: 1,
      status: 'cancelled',
      created: 'false',
    });
    expect(log).not.toContain('Debugger listening');
    expect(staged.map((names) => names.length)).toEqual([2]);
    expect(leftInStaging(sandbox())).toEqual([]);
    expect(fs.existsSync(path.join(sandbox().registry, 'p/a/v1'))).toBe(false);
  });

  it.each(['SIGHUP', 'SIGUSR1'] as const)(
    'is cancelled by %s in an orderly way as soon as the launcher runs',
    async (signal) => {
      await sandbox().project('p');
      sandbox().source({ x: 'x' });
      // It does not come to its end by itself, however late the signal is.
      const faulty = await startFaultyService(
        sandbox().url,
        (request) => request.url?.includes('request-upload') === true,
      );
      const { exitCode, outputs, log } = await use(sandbox(), '.', {
        ...step,
        env: { GOBBLER_URL: faulty.url },
        onStart: (child) => {
          void until(() => hasListeners(child), 'the launcher runs').then(() => child.kill(signal));
        },
      });
      await faulty.close();
      expect({ exitCode, status: outputs.status }).toEqual({ exitCode: 1, status: 'cancelled' });
      expect(log).not.toContain('Debugger listening');
      expect(leftInStaging(sandbox())).toEqual([]);
      expect(fs.existsSync(path.join(sandbox().registry, 'p/a'))).toBe(false);
    },
  );
});

it.each(['SIGHUP', 'SIGUSR1'] as const)(
  'a post step is ended by %s, if it has not ended before',
  async (signal) => {
    const child = spawn(process.execPath, [path.join(PROGRAMS, 'upload/post.cjs')], {
      stdio: 'ignore',
      env: { PATH: process.env.PATH },
    });
    const ended = new Promise((resolve) => child.once('close', (code, by) => resolve(code ?? by)));
    await until(() => hasListeners(child), 'the launcher runs');
    child.kill(signal);
    expect([0, 128 + constants.signals[signal]]).toContain(await ended);
  },
);
