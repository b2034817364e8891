import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { STOP_SIGNALS } from '../../src/stop-signals.ts';
import { type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { until } from '../helpers/service-bench.ts';
import { hasListeners, stopAnUpload } from '../helpers/stops.ts';

const sandbox = useSandbox();
let faulty: FaultyService | undefined;
afterEach(async () => {
  await faulty?.close();
  faulty = undefined;
});

/** Moments by the request that begins them, as `METHOD /path`, or by how it looks from outside. */
const MOMENTS: readonly (readonly [string, RegExp | ((step: ChildProcess) => boolean)])[] = [
  ['before anything is done', hasListeners],
  ['when it asks where the service is', /^GET \/info$/],
  ['when it looks for earlier versions', /^GET \/(?:fetch|list)/],
  ['while it stages', () => leftInStaging(sandbox()).length > 0],
  ['when the service begins to work', /^POST \/new\/request-upload/],
];

describe('an upload that is asked to stop', () => {
  it.each(STOP_SIGNALS.flatMap((signal) => MOMENTS.map(([when, moment]) => [signal, when, moment] as const)))(
    'by %s, %s, leaves nothing and can be run again',
    async (signal, _when, moment) => {
      await sandbox().project('p');
      const directory = sandbox().source({ 'd/x': 'x'.repeat(100_000), y: 'y', l: { link: 'y' }, large: '' });
      // Takes a while to copy, which the service could not do by itself.
      fs.truncateSync(path.join(directory, 'large'), 32 * 1024 ** 2);
      fs.chmodSync(path.join(directory, 'large'), 0o600);
      let stopNow: (() => void) | undefined;
      const stopOnce = (): void => {
        stopNow?.();
        stopNow = undefined;
      };
      faulty = await startFaultyService(sandbox().url, ({ method, url }) => {
        if (moment instanceof RegExp && moment.test(`${method} ${url}`)) stopOnce();
        return false;
      });
      const { step, outcome, leftovers } = await stopAnUpload(sandbox(), {
        version: 'v1',
        directory,
        stop: signal,
        withPost: true,
        env: { GOBBLER_URL: faulty.url },
        when: (stop, child) => {
          stopNow = stop;
          if (moment instanceof RegExp) return;
          void until(() => moment(child), 'the moment has come').then(stopOnce);
        },
      });
      expect(stopNow).toBeUndefined();
      expect(step.log).not.toContain('Debugger');
      // Without the post step: the run has swept what it has made.
      expect({ exitCode: step.exitCode, leftovers }).toEqual({
        exitCode: outcome === 'complete' && step.outputs.status === 'created' ? 0 : 1,
        leftovers: [],
      });
    },
  );
});
