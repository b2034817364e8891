import { describe, expect, it } from '@jest/globals';
import { fetchManifest, fetchSummary, manifestDigest } from '../../src/client/index.ts';
import { use } from '../helpers/host.ts';
import { startReviewSite } from '../helpers/review-site.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { GOBBLER, inShell } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();

/** Runs a command as an approver pastes it; the shell knows the program, and nothing of the service. */
const paste = (command: string) =>
  inShell(sandbox(), 'bash', ['-c', `gobbler() { "${process.execPath}" "${GOBBLER}" "$@"; }\n${command}`], {
    GOBBLER_URL: undefined,
  });

const upload = (version: string, more: Record<string, string> = {}) =>
  use(sandbox(), '.', {
    with: { project: 'p', asset: 'a', version, directory: 'source', ...more },
  });

const commandsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('gobbler approve '));

describe('the command that a step gives to approvers', () => {
  it.each([
    'v1',
    '-v --force',
    `it's "v" $(touch pwned) \`touch pwned\``,
    'a\nb\u202e##[error]',
    'v1\n```\n<b>*x*',
  ])('approves what was published, whatever its name: %j', async (version) => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const { outputs, log, summary } = await upload(version, { probation: 'true' });
    const command = outputs['approve-command'] ?? '';
    expect(commandsIn(log)).toEqual([command]);
    expect(commandsIn(summary)).toEqual([command]);
    expect(log).toContain(outputs['version-url']);
    const { exitCode, stderr } = await paste(command);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    const ref = { project: 'p', asset: 'a', version };
    expect((await fetchSummary(sandbox().connection, ref)).onProbation).toBe(false);
    expect((await inShell(sandbox(), 'ls', [])).stdout).toBe('source\n');
  });

  it('names a project that begins like an option', async () => {
    await sandbox().project('-p');
    sandbox().source({ x: 'x' });
    const { outputs } = await upload('v1', { project: '-p', probation: 'true' });
    expect(await paste(outputs['approve-command'] ?? '')).toMatchObject({ exitCode: 0 });
  });

  it('is preceded by one that shows the changes on a page', async () => {
    await sandbox().project('-p');
    sandbox().source({ x: 'x' });
    const { log, summary } = await upload('v1', { project: '-p', probation: 'true' });
    const commands = [log, summary].flatMap((text) => text.match(/^ *gobbler review .*$/gm) ?? []);
    expect(commands.map((command) => command.trim())).toEqual(Array(2).fill(commands[1]));
    const { stdout } = await inShell(sandbox(), 'bash', ['-c', `printf '%s\\n' ${commands[1]}`]);
    const [, , ...args] = stdout.trimEnd().split('\n');
    const page = await startReviewSite({ ...sandbox(), url: 'http://127.0.0.1:1' }, args);
    const { status, text } = await page.get();
    await page.stop();
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('-p/a/v1') });
  });

  it('is only given for a version on probation', async () => {
    await sandbox().project('p');
    sandbox().source({ x: 'x' });
    const { outputs, log, summary } = await upload('v1');
    expect([outputs['approve-command'], ...commandsIn(log), ...commandsIn(summary)]).toEqual(['']);
  });

  it('is in the log while a step waits, and ends the wait', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    let pasted: ReturnType<typeof paste> | undefined;
    const { exitCode, outputs } = await use(sandbox(), 'await-approval', {
      with: { project: 'p', asset: 'a', version: 'v1', 'poll-interval': '0.1s', 'timeout-minutes': '20s' },
      onLine: (line) => {
        for (const command of commandsIn(line)) pasted ??= paste(command);
      },
    });
    expect(await pasted).toMatchObject({ exitCode: 0 });
    expect({ exitCode, outputs }).toMatchObject({ exitCode: 0, outputs: { approved: 'true' } });
  });

  it('is not given for content that has replaced the awaited one', async () => {
    await sandbox().project('p');
    await publish(sandbox(), 'v1');
    const ref = { project: 'p', asset: 'a', version: 'v1' };
    const digest = manifestDigest(await fetchManifest(sandbox().connection, ref));
    const pinned = digest.replace(/./g, (digit) => (digit === '0' ? '1' : '0'));
    const { outputs, log, summary } = await use(sandbox(), 'await-approval', {
      with: { ...ref, 'manifest-digest': pinned, mode: 'check' },
    });
    expect(outputs).toMatchObject({ status: 'replaced', 'manifest-digest': digest });
    expect([...commandsIn(log), ...commandsIn(summary)]).toEqual([]);
  });
});
