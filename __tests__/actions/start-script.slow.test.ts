import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { startTimeOf } from '../../src/github/start/process-identity.ts';
import { firstError } from '../helpers/annotations.ts';
import type { UseResult } from '../helpers/host.ts';
import { PROGRAMS } from '../helpers/several-users.ts';
import { inJob, type Job } from '../helpers/started-gobbler.ts';

const bundle = path.join(PROGRAMS, 'dist/index.js');

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
