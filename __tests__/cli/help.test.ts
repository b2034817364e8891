import { expect, it } from '@jest/globals';
import { COMMANDS } from '../../src/cli/commands.ts';
import { EXIT, exitCodeOf } from '../../src/cli/exit-code.ts';
import type { Inputs } from '../../src/commands/kit/inputs.ts';
import { gobblerError } from '../../src/errors/index.ts';
import { useSharedSandbox } from '../helpers/sandbox.ts';
import { gobbler, type ShellResult } from '../helpers/shell.ts';

const sandbox = useSharedSandbox();

/** The output of `gobbler NAME --help` on a wide screen, once for all tests. */
const said = new Map<string, Promise<ShellResult>>();
function helpOf(name: string): Promise<ShellResult> {
  const result = said.get(name) ?? gobbler(sandbox(), [name, '--help'], { COLUMNS: '1000' });
  said.set(name, result);
  return result;
}

it('help lists every command and every exit code', async () => {
  const { stdout } = await gobbler(sandbox(), ['--help']);
  for (const name of [...Object.keys(COMMANDS), 'serve'])
    expect(stdout).toMatch(new RegExp(`^  ${name}[ |]`, 'm'));
  for (const code of Object.values(EXIT)) expect(stdout).toMatch(new RegExp(`^  ${code} +\\w`, 'm'));
});

it.each(Object.entries(COMMANDS))(
  'gobbler %s --help describes every option, and shows examples',
  async (name, command) => {
    const { stdout, exitCode } = await helpOf(name);
    expect(exitCode).toBe(0);
    const options = stdout.split('\n').filter((line) => /^ {2}(-\w, )?--/.test(line));
    expect(options.length).toBeGreaterThan(3);
    expect(options.filter((line) => !/^ {2}(-\w, )?--\S+( \S+)? {2,}\S/.test(line))).toEqual([]);
    for (const example of command.examples) expect(stdout).toContain(`$ ${example}`);
  },
);

it('help is wrapped where it goes to a file or a pager', async () => {
  const { stdout } = await gobbler(sandbox(), ['upload', '--help'], { COLUMNS: undefined });
  expect(Math.max(...stdout.split('\n').map((text) => text.length))).toBeLessThanOrEqual(100);
});

it.each(Object.entries(COMMANDS))(
  'every input of the command %s is an option or argument, with its description',
  async (name, command) => {
    const { stdout } = await helpOf(name);
    const taken = command.arguments.flatMap((argument) => argument.inputs);
    const variants = await command.variants();
    const inputs = Object.entries(Object.assign({}, ...variants.map(({ inputs }) => inputs)) as Inputs);
    const lacking = inputs
      .filter(([input]) => input !== 'show-summary' && !taken.includes(input))
      .filter(([input, { description }]) => {
        const line = stdout.split('\n').find((text) => new RegExp(`^  --(no-)?${input}\\b(?!-)`).test(text));
        return line === undefined || !line.includes(command.options?.[input] ?? description);
      });
    expect(lacking).toEqual([]);
  },
);

it('help describes options in terms of a shell', async () => {
  for (const name of Object.keys(COMMANDS)) {
    const { stdout } = await helpOf(name);
    expect(stdout).not.toMatch(/workspace|runner|\bstep\b|switch off/);
  }
});

it('exit codes follow the meaning of a failure', () => {
  const version = 'p/a/v';
  const gone = gobblerError('rejected-or-expired', { version });
  expect(exitCodeOf(gone, 'rejected-or-expired')).toBe(6);
  expect(exitCodeOf(gone, 'failed')).toBe(2);
  expect(exitCodeOf(gobblerError('version-replaced', { version }), 'replaced')).toBe(6);
  expect(exitCodeOf(gobblerError('not-an-administrator', { error: 'no' }), 'failed')).toBe(3);
  expect(exitCodeOf(gobblerError('version-on-probation', { version }), undefined)).toBe(5);
  expect(exitCodeOf(undefined, 'created')).toBe(0);
  expect(exitCodeOf(undefined, 'pending')).toBe(5);
  expect(exitCodeOf(new TypeError('x'), 'failed')).toBe(1);
});
