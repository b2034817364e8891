import { expect, it } from '@jest/globals';
import { use } from '../helpers/host.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { gobbler } from '../helpers/shell.ts';

const sandbox = useSandbox();

const DETAIL = /^ *\d+\.\d{3} /;
const detailsIn = (text: string): string[] => text.split('\n').filter((line) => DETAIL.test(line));

it('--verbose logs requests, decisions and timings, and changes no answer', async () => {
  await sandbox().project('p');
  sandbox().source({ x: 'x', y: 'y' }, 'results');
  const upload = (version: string, ...more: string[]) =>
    gobbler(sandbox(), ['upload', 'results', `p/a/${version}`, ...more]);
  const silent = await upload('v1');
  expect(detailsIn(silent.stderr)).toEqual([]);
  const { exitCode, stdout, stderr } = await upload('v2', '--verbose');
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: silent.stdout.replace('v1', 'v2') });
  const details = detailsIn(stderr);
  expect(details).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/ url is from \$GOBBLER_URL$/),
      expect.stringMatching(new RegExp(` GET ${sandbox().url}/info 200 in [\\d.]+ m?s$`)),
      expect.stringMatching(/ GET \S+\/fetch\/p\/a\/v2\/\.\.summary 404 in /),
      expect.stringMatching(/ POST \S+\/new\/request-upload-\S+ 200 in /),
      expect.stringMatching(
        ` staging is ${sandbox().staging} .*; the registry is read at ${sandbox().registry} `,
      ),
      expect.stringMatching(/ compared with v1, .*hard linked 2/),
      expect.stringMatching(/ the stage publish took \d/),
    ]),
  );
  const times = details.map((line) => Number.parseFloat(line));
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(stderr).toContain('p/a/v2 is published');
});

it('--verbose tells a request that has failed, and RUNNER_DEBUG=1 does the same', async () => {
  const env = { GOBBLER_URL: 'http://127.0.0.1:9', RUNNER_DEBUG: '1' };
  const { exitCode, stderr } = await gobbler(sandbox(), ['status', '-q'], env);
  expect(exitCode).toBe(7);
  expect(
    detailsIn(stderr).filter((line) => / GET http:\/\/127\.0\.0\.1:9\/info failed: /.test(line)),
  ).toHaveLength(3);
  const off = await gobbler(sandbox(), ['status', '-q'], { ...env, RUNNER_DEBUG: '0' });
  expect(detailsIn(off.stderr)).toEqual([]);
  const chosen = await gobbler(sandbox(), ['status', '-q', '-v', '--url', sandbox().url]);
  expect(chosen.exitCode).toBe(0);
  expect(detailsIn(chosen.stderr).length).toBeGreaterThan(1);
});

it('a workflow that runs with debug logging gets the same as debug messages', async () => {
  await sandbox().project('p');
  sandbox().source({ 'x\n::error::y': 'x' });
  const inputs = { project: 'p', asset: 'a', version: 'v1', directory: 'source' };
  const { exitCode, log } = await use(sandbox(), '.', { with: inputs, env: { RUNNER_DEBUG: '1' } });
  expect(exitCode).toBe(0);
  expect(log).toMatch(/^::debug:: *\d+\.\d{3} POST \S+request-upload-\S+ 200 in /m);
  expect(log).not.toMatch(/^::error::y/m);
  const quiet = await use(sandbox(), '.', { with: { ...inputs, version: 'v2' } });
  expect(quiet.log).not.toMatch(/request-upload/);
});
