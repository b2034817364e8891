import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answer, type FaultyService, startFaultyService } from '../helpers/faulty-service.ts';
import { type UseResult, use } from '../helpers/host.ts';
import { fill, leftInStaging, useSandbox } from '../helpers/sandbox.ts';
import { stateOf } from '../helpers/tree-state.ts';

const sandbox = useSandbox();
const ref = { project: 'p', asset: 'a', version: 'v' };
const step = { ...ref, directory: 'source' };
let faulty: FaultyService | undefined;
beforeEach(async () => {
  await sandbox().project('p');
  sandbox().source({ x: 'x' });
});
afterEach(() => faulty?.close());

const EVIL = [
  '::set-output name=status::created',
  '::add-mask::x',
  '##[error]forged',
  '\u001b[31mred\u001b]0;title\u0007',
  '<img src=x onerror=alert(1)></code></td>',
  '[click](javascript:alert(1)) ![](http://evil.example/x.png) www.evil.example | cell | `code`',
  '\u202egnp.exe\u2028::error::x',
].join('\n');

/** The one link that is the step's own. */
const OWN_LINK =
  /^\[Causes and remedies\]\(https:\/\/[\w./-]+\/docs\/troubleshooting\.md#([a-z-]+)\) of `\1`$/m;

function expectHarmless({ log, summary, outputs }: UseResult): void {
  const lines = log.split(/\r\n|\r|\n/);
  const commands = lines.filter((line) => /^\s*::/.test(line));
  for (const command of commands) expect(command).toMatch(/^::(error|warning|group|endgroup)\b/);
  expect(log).not.toContain('##[');
  expect(log).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202e\u2028]/);
  for (const line of commands) expect(line.length).toBeLessThan(8_192);
  expect(summary.replace(OWN_LINK, '')).not.toMatch(/<img|javascript:|\]\(|http:|www\./);
  expect(outputs.status).toBe('failed');
}

describe('the words of a hostile service', () => {
  it.each([
    ['to publish', '/new/request-upload', 403],
    ['to look whether it sees our file', '/new/request-health_check', 500],
  ])('when it is asked %s is shown letter by letter', async (_, place, status) => {
    const reason = JSON.stringify({ status: 'ERROR', reason: `${EVIL}${'!'.repeat(300_000)}` });
    faulty = await startFaultyService(
      sandbox().url,
      ({ url }, response) => url?.startsWith(place) === true && answer(response, status, reason),
    );
    const result = await use(sandbox(), '.', { with: step, env: { GOBBLER_URL: faulty.url } });
    expect(result.exitCode).toBe(1);
    expect(result.log).toContain('javascript');
    expectHarmless(result);
    expect(result.log.length).toBeLessThan(30_000);
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it('in a summary and a manifest is shown letter by letter', async () => {
    faulty = await startFaultyService(sandbox().url, ({ url }, response) => {
      if (url?.endsWith('..manifest') === true)
        return answer(
          response,
          200,
          JSON.stringify({ [EVIL.replaceAll('/', '')]: { size: 1, md5sum: EVIL } }),
        );
      const times = { upload_start: EVIL, upload_finish: EVIL };
      return url?.endsWith('v/..summary') === true
        ? answer(response, 200, JSON.stringify({ upload_user_id: EVIL, ...times }))
        : false;
    });
    const result = await use(sandbox(), '.', { with: step, env: { GOBBLER_URL: faulty.url } });
    expect(result.exitCode).toBe(1);
    expectHarmless(result);
  });

  it.each([
    ['a directory with precious files', 'precious'],
    ['something that is no directory', 'precious/file'],
    ['a path with a NUL', 'a\0b'],
    ['a path with commands', `a\n::set-output name=x::y\n##[error]`],
    ['a path that is too long', 'n/'.repeat(4_000)],
  ])('about the place of staging and registry, if it is %s, touches nothing there', async (_, place) => {
    const precious = path.join(sandbox().root, 'precious');
    fill(precious, { file: 'precious', 'd/file': 'precious' });
    const before = stateOf(precious);
    const everything = fs.readdirSync(sandbox().root).sort();
    const info = path.join(sandbox().root, place);
    faulty = await startFaultyService(sandbox().url, ({ url, method }, response) => {
      if (url === '/info') return answer(response, 200, JSON.stringify({ staging: info, registry: info }));
      return method === 'POST' && answer(response, 200, '{"status":"SUCCESS"}');
    });
    const result = await use(sandbox(), '.', { with: step, env: { GOBBLER_URL: faulty.url } });
    expect(result.exitCode).toBe(1);
    expectHarmless(result);
    expect(fs.readdirSync(precious).sort()).toEqual(['d', 'file']);
    before.delete('');
    const after = stateOf(precious);
    after.delete('');
    expect(after).toEqual(before);
    expect(fs.readdirSync(sandbox().root).filter((name) => !['temp', 'cache'].includes(name))).toEqual(
      everything,
    );
  });
});

describe('secrets', () => {
  const SECRETS = {
    GITHUB_TOKEN: 'ghs_this-is-a-secret-0',
    ACTIONS_RUNTIME_TOKEN: 'this-is-a-secret-1',
    DEPLOY_KEY: 'this-is-a-secret-2',
    RUNNER_DEBUG: '1',
  };

  it.each([
    ['that succeeds', {}, 0],
    ['that is refused', { directory: 'nowhere' }, 1],
    ['with wrong inputs', { probation: 'maybe' }, 1],
    ['without a service', { url: 'http://127.0.0.1:1' }, 1],
    ['with a password in its address', { url: 'http://user:this-is-a-secret-3@127.0.0.1:1' }, 1],
  ])('of the environment are never told by a step %s', async (_, inputs, code) => {
    const written: string[] = [];
    faulty = await startFaultyService(sandbox().url, ({ url }) => {
      const file = path.join(sandbox().staging, url?.split('/').at(-1) ?? '');
      if (url?.startsWith('/new/')) written.push(fs.readFileSync(file, 'utf8'));
      return false;
    });
    const env = { ...SECRETS, GOBBLER_URL: faulty.url };
    const result = await use(sandbox(), '.', { with: { ...step, ...inputs }, env, withPost: true });
    expect(result.exitCode).toBe(code);
    const { log, outputs, state, summary, post } = result;
    const told = JSON.stringify([log, outputs, state, summary, post?.log, post?.summary, written]);
    expect(told).not.toContain('this-is-a-secret');
    expect(faulty.requests.join()).not.toContain('this-is-a-secret');
  });
});
