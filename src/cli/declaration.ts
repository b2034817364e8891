import { InvalidArgumentError, Option, type Command as Parser } from 'commander';
import type { Input, Inputs } from '../commands/kit/index.ts';
import type { ShellCommand } from './commands.ts';

/** Belongs to the page of a job, which a shell does not have. */
const NOT_HERE = new Set(['show-summary']);

/** Describes a command to its parser; its options only if they are needed. */
export async function declare(
  parser: Parser,
  name: string,
  command: ShellCommand,
  withOptions: boolean,
): Promise<void> {
  if (command.alias !== undefined) parser.alias(command.alias);
  parser
    .description(command.about)
    .showHelpAfterError(`(${usageOf(name, command)}; see gobbler ${name} --help)`)
    .addHelpText('after', `\nExamples:\n${command.examples.map((text) => `  $ ${text}`).join('\n')}`);
  for (const { usage, about } of command.arguments) parser.argument(usage, about, notEmpty);
  if (withOptions) await addOptions(parser, command);
  if (command.isFinal === true)
    parser.option('-y, --yes', 'answer yes to the confirmation; required without a terminal');
  parser
    .option('--json', 'print one JSON object instead')
    .option('-q, --quiet', 'print only warnings and errors')
    .option('-v, --verbose', 'also print requests, decisions and timings, as with RUNNER_DEBUG=1')
    .option('--no-color', 'print without colors, as with NO_COLOR=1');
}

async function addOptions(parser: Parser, command: ShellCommand): Promise<void> {
  const positional = new Set(command.arguments.flatMap(({ inputs }) => inputs));
  const inputs: Inputs = Object.assign({}, ...(await command.variants()).map(({ inputs }) => inputs));
  for (const [name, input] of Object.entries(inputs)) {
    if (positional.has(name) || NOT_HERE.has(name)) continue;
    parser.addOption(optionFor(name, input, command.options?.[name]));
  }
}

/** As in `gobbler upload <directory> <version>`. */
function usageOf(name: string, command: ShellCommand): string {
  return ['gobbler', name, ...command.arguments.map(({ usage }) => usage)].join(' ');
}

/**
 * Returns an input as an option of the same name; one that is on by default can be switched off. `own` is its description
 * where it means something else here.
 */
function optionFor(name: string, input: Input<unknown>, own: string | undefined): Option {
  const { form, description } = input;
  const about = own ?? description;
  if (form === 'flag' && input.default === 'true')
    return new Option(`--no-${name}`, own ?? `switch off: ${description}`);
  if (form === 'flag' && input.default === 'false') return new Option(`--${name}`, about);
  const value = form === 'flag' ? '<true|false>' : form === 'lines' ? '<text>' : `<${metavar(name, form)}>`;
  const standard = input.default === '' ? '' : ` (default: ${input.default})`;
  const option = new Option(`--${name} ${value}`, `${about}${standard}`);
  if (form !== 'lines') return option.argParser(notEmpty);
  option.description += ' (may be repeated)';
  return option.argParser((text: string, before: string | undefined) =>
    before === undefined ? notEmpty(text) : `${before}\n${notEmpty(text)}`,
  );
}

/** Refuses an empty value, which commands would treat as omitted: in a shell, it often comes from an unset variable. */
function notEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It is empty: leave it out, or give it a value.');
  return text;
}

function metavar(name: string, form: Input<unknown>['form']): string {
  if (typeof form === 'object') return form.choices.join('|');
  return name.split('-').at(-1) ?? name;
}
