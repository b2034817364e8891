import { Argument as CommandArgument, Command as Parser } from 'commander';
import { packageVersion } from '../commands/package/index.ts';
import { type Argument, COMMANDS, OTHER_COMMANDS, type ShellCommand } from './commands.ts';
import { CANDIDATES, completionScript, SHELLS, type Shell } from './completion.ts';
import { declare } from './declaration.ts';
import { EXIT_MEANINGS } from './exit-code.ts';

/** Columns of texts for a file or a pager, unless $COLUMNS says otherwise. */
const STANDARD_COLUMNS = 100;

const helpWidth = (): number => process.stdout.columns ?? (Number(process.env.COLUMNS) || STANDARD_COLUMNS);

/** A parsed command line. */
export interface Asked {
  readonly name: string;
  readonly command: ShellCommand;
  /** By name of the input, as its reader wants it. */
  readonly given: ReadonlyMap<string, string>;
  readonly positional: ReadonlySet<string>;
  /** How an input, or a setting of it, is written here; undefined if it cannot be. */
  readonly spell: (input: string, value?: string) => string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Whether what cannot be undone is confirmed. */
  readonly yes: boolean;
  readonly color: boolean;
}

/** Options of every command that are no inputs. */
type Modes = { readonly [mode in 'json' | 'quiet' | 'verbose' | 'yes' | 'color']?: boolean };

const EXIT_CODES = `
Exit codes:
${EXIT_MEANINGS.map(([code, meaning]) => `  ${code.padEnd(9)}${meaning}`).join('\n')}

The service is at --url, at $GOBBLER_URL, or in a settings file.`;

const COMPLETION_EXAMPLES = `
Examples:
  $ echo 'eval "$(gobbler completion bash)"' >> ~/.bashrc
  $ gobbler completion zsh > "\${fpath[1]}/_gobbler"
  $ gobbler completion fish > ~/.config/fish/completions/gobbler.fish`;

/**
 * Reads a command line. Throws a `CommanderError` with exit code 0 for help, which has been printed then, and with
 * another one for what cannot be understood. Undefined for completions, which have been printed.
 */
export async function readCommandLine(argv: readonly string[]): Promise<Asked | undefined> {
  let asked: Asked | undefined;
  const first = argv.find((word) => word !== '--no-color');
  const program = new Parser('gobbler')
    .description('Publish directories as versions in a Gobbler registry, and use them')
    .option('--no-color', 'print without colors; every command has this option, too')
    // Only then is it worth asking git.
    .version(first === '--version' || first === '-V' ? packageVersion() : '')
    .exitOverride()
    // Everything after a command belongs to it: --version too.
    .enablePositionalOptions()
    .configureOutput({ getOutHelpWidth: helpWidth, getErrHelpWidth: helpWidth })
    .showHelpAfterError('(see gobbler --help)')
    .addHelpText('after', EXIT_CODES);
  for (const [name, command] of Object.entries(COMMANDS)) {
    const parser = program.command(name);
    // The inputs of a command are loaded with it: only for the requested command.
    await declare(
      parser,
      name,
      command,
      argv.some((word) => word === name || word === command.alias),
    );
    parser.action((...args: unknown[]) => {
      const words = args.slice(0, command.arguments.length) as (string | undefined)[];
      const {
        json = false,
        quiet = false,
        verbose = false,
        yes = false,
        color = true,
      } = parser.opts<Modes>();
      const given = new Map([...optionsOf(parser), ...argumentsOf(parser, command.arguments, words)]);
      const positional = new Set(command.arguments.flatMap(({ inputs }) => inputs));
      const spell: Asked['spell'] = (input, value) => spelling(parser, input, value);
      asked = {
        name,
        command,
        given,
        positional,
        spell,
        json,
        quiet,
        verbose,
        yes,
        color: color && program.opts<Modes>().color === true,
      };
    });
  }
  program.command('serve').description(OTHER_COMMANDS.serve);
  addCompletion(program);
  await program.parseAsync(argv, { from: 'user' });
  return asked;
}

/** The command that prints a script for a shell, and the one that this script calls. */
function addCompletion(program: Parser): void {
  program
    .command('completion')
    .description(OTHER_COMMANDS.completion)
    .addArgument(new CommandArgument('<shell>', 'the shell to print the script for').choices(SHELLS))
    .addHelpText('after', COMPLETION_EXAMPLES)
    .action((shell: Shell) => {
      process.stdout.write(completionScript(shell));
    });
  program
    .command(CANDIDATES, { hidden: true })
    .argument('<shell>')
    .argument('[words...]')
    .allowUnknownOption()
    .passThroughOptions()
    .helpOption(false)
    .action(async (shell: Shell, words: readonly string[]) => {
      const { printCandidates } = await import(/* webpackChunkName: "cli" */ './candidates.ts');
      await printCandidates(shell, words);
    });
}

/** An input or a setting as an option: `--files`, `--probation`, `--no-hash-cache` or `--symlinks dereference`. */
function spelling({ options }: Parser, input: string, value: string | undefined): string | undefined {
  const option = options.find(({ long }) => long === `--${input}` || long === `--no-${input}`);
  if (option === undefined || value === undefined) return option?.long;
  if (option.required) return `${option.long} ${value}`;
  return value === String(!option.negate) ? option.long : undefined;
}

/** The options that are given, as their readers want them. */
function optionsOf(parser: Parser): [name: string, value: string][] {
  return parser.options.flatMap((option) => {
    const attribute = option.attributeName();
    if (parser.getOptionValueSource(attribute) !== 'cli') return [];
    return [[option.name().replace(/^no-/, ''), String(parser.getOptionValue(attribute))]];
  });
}

/** Inputs that are names by themselves. */
const ONE_NAME = new Set(['project', 'other']);

/** A place without the slashes at its end, which completion by a shell leaves. */
const bare = (word: string): string => word.replace(/(?<=[^/])\/+$/, '');

function argumentsOf(
  parser: Parser,
  wanted: readonly Argument[],
  words: readonly (string | undefined)[],
): [name: string, value: string][] {
  return wanted.flatMap(({ usage, about, inputs, atLeast }, index): [string, string][] => {
    const word = words[index];
    if (word === undefined) return [];
    const [only] = inputs;
    if (inputs.length === 1 && only !== undefined) return [[only, ONE_NAME.has(only) ? bare(word) : word]];
    const parts = bare(word).split('/');
    if (parts.length < atLeast || parts.length > inputs.length || parts.includes('')) {
      parser.error(`error: ${usage} should be ${about.replace(/;.*/, '')}, but is ${JSON.stringify(word)}`);
    }
    return parts.map((part, level) => [inputs[level] ?? '', part]);
  });
}
