import { describe, expect, it } from '@jest/globals';
import { leftInStaging, MAY_SPOOF, useSandbox } from '../helpers/sandbox.ts';
import { gobbler, gobblerJson } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox({ spoof: MAY_SPOOF });

describe('gobbler', () => {
  it('never claims to have removed a missing project, asset or version', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1', { x: 'x' }, { probation: false });
    for (const place of ['q', 'p/b', 'p/a/v2', 'p/b/v1']) {
      for (const more of [[], ['--no-reroute'], ['--force']]) {
        const { error, exitCode } = await gobblerJson(sandbox(), ['remove', place, '--yes', ...more]);
        expect({ place, exitCode, code: error?.code }).toEqual({ place, exitCode: 2, code: 'not-found' });
      }
    }
  });

  it('refuses empty arguments: an unset variable must not silently omit something', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' }, 'results');
    await publish(sandbox(), 'v1', { x: 'x' });
    const lines = [
      ['verify', 'p/a/v1', ''],
      ['fetch', 'p/a/v1', ' '],
      ['approve', 'p/a/v1', '--manifest-digest', ''],
      ['stage', 'p/a/v2', '--upload-id', '', '--part', 'one', '--directory', 'results'],
      ['submit', 'gobbler-multipart-0123456789abcdef01234567', '--parts', 'one', '--parts='],
      ['permissions', 'p', '--owners', ''],
    ];
    for (const line of lines) {
      const { error, exitCode } = await gobblerJson(sandbox(), line);
      expect({ line, exitCode, message: error?.message }).toEqual({
        line,
        exitCode: 2,
        message: expect.stringContaining('It is empty'),
      });
    }
    expect(leftInStaging(sandbox())).toEqual([]);
  });

  it.each<[string | null, string[]]>([
    [null, []],
    ['bogus', ['bogus']],
    ['list', ['list', '--bogus']],
    ['list', ['ls', '--bogus']],
    ['await', ['await-approval', '--bogus']],
    ['project', ['create-project', '--bogus']],
    ['permissions', ['set-permissions', '--bogus']],
    ['upload', ['--no-color', 'upload', '.', 'p/a']],
    [null, ['--bogus']],
  ])('answers in JSON with the command %j to %j, wherever --json is', async (command, words) => {
    for (const args of [
      [...words, '--json'],
      ['--json', ...words],
    ]) {
      const { exitCode, stdout } = await gobbler(sandbox(), args);
      const answer = JSON.parse(stdout);
      expect({ args, exitCode, answer }).toMatchObject({ exitCode: 2, answer: { command } });
      expect(answer.error).toMatchObject({ problem: 'bad-command-line', code: 'invalid-input' });
    }
  });

  it.each([
    [['upload', 'p/a/v1', 'results'], 'but is "results"\n(gobbler upload <directory> <version>; see '],
    [['upload', 'results'], "'version'\n(gobbler upload <directory> <version>; see gobbler upload --help)"],
    [['approve', 'p/a'], '<version> should be PROJECT/ASSET/VERSION, but is "p/a"'],
    [['fetch', 'p'], '<version> should be PROJECT/ASSET[/VERSION], but is "p"'],
    [['list'], 'url is required, but is empty, and so is $GOBBLER_URL'],
    [['stage', '--url', 'http://localhost', '--upload-id', 'x'], 'nothing was staged'],
  ])('explains the mistake in %j', async (args, message) => {
    const { exitCode, stderr } = await gobbler(sandbox(), args, { GOBBLER_URL: '' });
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: expect.stringContaining(message) });
  });
});
