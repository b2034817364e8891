import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '../../src/cli/commands.ts';
import { useSandbox } from '../helpers/sandbox.ts';
import { GOBBLER, gobbler } from '../helpers/shell.ts';
import { publish } from '../helpers/versions.ts';

const sandbox = useSandbox();

async function published(): Promise<void> {
  await sandbox().project('demo');
  await sandbox().project('demolition');
  await publish(sandbox(), '1.0', { x: 'x' }, { project: 'demo', asset: 'assay', probation: false });
  await publish(sandbox(), '1.1', { x: 'y' }, { project: 'demo', asset: 'assay' });
}

/** The candidates for the last of some words, without descriptions. */
async function candidates(words: readonly string[], { shell = 'zsh', env = {} } = {}): Promise<string[]> {
  const { exitCode, stdout, stderr } = await gobbler(sandbox(), ['__complete', shell, ...words], env);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t', 1)[0] ?? '']));
}

describe('candidates', () => {
  it('for the first word are all commands', async () => {
    const { stdout } = await gobbler(sandbox(), ['__complete', 'zsh', '']);
    for (const [name, { about }] of Object.entries(COMMANDS))
      expect(stdout).toContain(`${name}\t${about.split(/[;.]/, 1)[0]}\n`);
    const withRe = Object.keys(COMMANDS).filter((name) => name.startsWith('re'));
    expect(await candidates(['re'])).toEqual(withRe);
    expect(await candidates(['comp'])).toEqual(['completion']);
  });

  it('for a first word that begins the name of an action are that name', async () => {
    expect(await candidates(['await-'])).toEqual(['await-approval']);
    expect(await candidates(['create'])).toEqual(['create-project']);
    expect(await candidates(['await'])).toEqual(['await']);
  });

  it('for places are names in the registry, a level at a time', async () => {
    await published();
    expect(await candidates(['list', ''])).toEqual(['demo/', 'demolition/']);
    expect(await candidates(['ls', '--json', 'demol'])).toEqual(['demolition/']);
    expect(await candidates(['status', 'demo/'])).toEqual(['demo/assay/']);
    expect(await candidates(['fetch', 'demo/assay/'])).toEqual(['demo/assay/1.0', 'demo/assay/1.1']);
    expect(await candidates(['upload', 'results', 'demo/as'])).toEqual(['demo/assay/']);
    expect(await candidates(['refresh', 'demo/'])).toEqual(['demo/assay']);
    expect(await candidates(['usage', 'demo'])).toEqual(['demo', 'demolition']);
    expect(await candidates(['diff', 'demo/assay/1.0', ''])).toEqual(['1.0', '1.1']);
    expect(await candidates(['list', 'demo/assay/1.0/'])).toEqual([]);
    expect(await candidates(['list', 'demo', ''])).toEqual([]);
    expect(await candidates(['list', 'nope/'])).toEqual([]);
  });

  it('never hold a name that would break a line or a terminal', async () => {
    await sandbox().project('demo');
    fs.mkdirSync(path.join(sandbox().registry, 'de\nmo'));
    fs.mkdirSync(path.join(sandbox().registry, 'de\u001b[31mmo'));
    expect(await candidates(['list', ''])).toEqual(['demo/']);
  });

  it('for options are those of the command, and their values', async () => {
    const options = await candidates(['upload', 'results', '--']);
    expect(options).toEqual(
      expect.arrayContaining(['--symlinks', '--probation', '--no-hash-cache', '--json']),
    );
    expect(options).not.toContain('--show-summary');
    expect(await candidates(['upload', '--json', '--symlinks', 'preserve', '--s'])).toEqual([
      '--staging',
      '--spoof',
    ]);
    expect(await candidates(['upload', '--files', 'x', '--file'])).toEqual(['--files']);
    expect(await candidates(['await', '--mode', ''])).toEqual(['wait', 'check']);
    expect(await candidates(['await', '--mode=w'])).toEqual(['--mode=wait']);
    expect(await candidates(['permissions', 'p', '--global-write', 't'])).toEqual(['true']);
    expect(await candidates(['upload', '--version', ''])).toEqual([':directories']);
  });

  it('for paths are left to the shell', async () => {
    expect(await candidates(['upload', ''])).toEqual([':directories']);
    expect(await candidates(['fetch', 'demo/assay', ''])).toEqual([':directories']);
    expect(await candidates(['list', '--staging', ''])).toEqual([':directories']);
    expect(await candidates(['approve', '--checksums-file', 'x'])).toEqual([':files']);
    expect(await candidates(['serve', '-registry', ''])).toEqual([':directories']);
  });

  it('join what bash splits', async () => {
    await published();
    const { url } = sandbox();
    const [, scheme = '', rest = ''] = /^(\w+):(.*)$/.exec(url) ?? [];
    const words = ['list', '--url', scheme, ':', rest, 'demo/'];
    const env = { GOBBLER_URL: 'http://127.0.0.1:9' };
    expect(await candidates(words, { shell: 'bash', env })).toEqual(['demo/assay/']);
    expect(await candidates(['list', '--url', url, 'demo/'], { env })).toEqual(['demo/assay/']);
    expect(await candidates(['await', '--mode', '=', 'w'], { shell: 'bash' })).toEqual(['wait']);
    expect(await candidates(['await', '--mode', '='], { shell: 'bash' })).toEqual(['wait', 'check']);
    await sandbox().project('a:b');
    expect(await candidates(['list', 'a', ':'], { shell: 'bash' })).toEqual(['b/']);
  });

  it('are none, without a message, where no service answers or a settings file is refused', async () => {
    expect(await candidates(['list', ''], { env: { GOBBLER_URL: '' } })).toEqual([]);
    expect(await candidates(['list', ''], { env: { GOBBLER_URL: 'nonsense' } })).toEqual([]);
    await sandbox().stopService();
    expect(await candidates(['list', ''])).toEqual([]);
    fs.writeFileSync(path.join(sandbox().root, 'site.json'), 'nonsense');
    expect(await candidates(['list', ''])).toEqual([]);
    expect(await candidates(['nonsense', ''])).toEqual([]);
  });
});

it('gobbler completion refuses other shells', async () => {
  expect(await gobbler(sandbox(), ['completion', 'tcsh'])).toMatchObject({ exitCode: 2, stdout: '' });
  expect(await gobbler(sandbox(), ['completion'])).toMatchObject({ exitCode: 2, stdout: '' });
});

const SHELLS = {
  bash: { start: 'bash --norc --noprofile -i', load: 'eval "$(gobbler completion bash)"' },
  zsh: {
    start: 'zsh -f -i',
    load: 'autoload -U compinit; compinit -u -D; eval "$(gobbler completion zsh)"',
  },
  fish: { start: 'fish --no-config -i', load: 'gobbler completion fish | source' },
} as const;

/** How long a shell may take to show something. */
const PATIENCE_MS = 20_000;
/** Long enough for a shell to have read a key; what follows waits for what the shell shows. */
const KEY_MS = 300;

/**
 * Types on a terminal of a shell that has loaded the completion. Each step is typed when the screen shows the text before
 * it. Returns all that the screen has shown.
 */
async function typing(
  shell: keyof typeof SHELLS,
  steps: readonly (readonly [type: string, shows: string])[],
) {
  const bin = path.join(sandbox().root, 'bin');
  fs.mkdirSync(bin);
  fs.symlinkSync(GOBBLER, path.join(bin, 'gobbler'));
  const { start, load } = SHELLS[shell];
  const child = spawn('script', ['-qfec', start, '/dev/null'], {
    cwd: sandbox().workspace,
    env: {
      PATH: `${bin}:${path.dirname(process.execPath)}:${process.env.PATH}`,
      HOME: sandbox().root,
      TERM: 'xterm',
      GOBBLER_URL: sandbox().url,
    },
  });
  let screen = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (screen += chunk));
  const shown = async (text: string): Promise<void> => {
    const giveUpAt = Date.now() + PATIENCE_MS;
    while (!screen.includes(text)) {
      if (Date.now() > giveUpAt) throw new Error(`${shell} should show ${text}, but shows ${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await new Promise((resolve) => setTimeout(resolve, KEY_MS));
    screen = '';
  };
  try {
    child.stdin.write(`${load}; echo rea''dy\n`);
    await shown('ready');
    for (const [type, shows] of steps) {
      child.stdin.write(type);
      await shown(shows);
    }
  } finally {
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
  }
}

const isInstalled = (shell: string): boolean => spawnSync(shell, ['-c', 'exit']).status === 0;

describe.each(['bash', 'zsh', 'fish'] as const)('in %s', (shell) => {
  // In CI, one that is not installed is a failure.
  (process.env.CI === 'true' || isInstalled(shell) ? it : it.skip)(
    `completes a place, a command, an option and a directory (${shell})`,
    async () => {
      await published();
      sandbox().source({ x: 'x' }, 'my results');
      await typing(shell, [
        ['gobbler stat\t', 'us'],
        ['demo/\t', 'assay/'],
        ['1.1\t', '1.1'],
        ['\n', 'is on probation'],
        ['gobbler upload my\t', 'my\\ results'],
        [' --symlinks dere\t', 'ference'],
        [' demo/assay/2.0 --dry\t', 'run'],
        [' -q --json\n', '"planned"'],
      ]);
    },
  );
});
