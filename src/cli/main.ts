import { CommanderError } from 'commander';
import {
  dropWorkflowCommands,
  type OutputValue,
  type StopSignals,
  type Table,
  useRuntime,
} from '../commands/kit/index.ts';
import { gobblerError } from '../errors/index.ts';
import { answerJson, answerText } from './answer.ts';
import { paintFor } from './colors.ts';
import { type Asked, readCommandLine } from './command-line.ts';
import { commandName } from './commands.ts';
import { EXIT, exitCodeOf } from './exit-code.ts';
import { shell } from './shell.ts';

/** Runs the command line `gobbler`: the answer goes to standard output, everything else to standard error. */
export async function runCommandLine(argv: readonly string[], stopSignals: StopSignals): Promise<void> {
  let asked: Asked | undefined;
  try {
    asked = await readCommandLine(argv);
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error.exitCode !== 0 && argv.includes('--json')) process.stdout.write(usageJson(argv, error));
    return;
  }
  if (asked !== undefined) await run(asked, stopSignals);
}

/** Returns the JSON answer to a command line that cannot be parsed. Its command is the first word, if there is one. */
function usageJson(argv: readonly string[], { message }: CommanderError): string {
  const word = argv.find((one) => !one.startsWith('-'));
  const command = word === undefined ? undefined : commandName(word);
  const failure = gobblerError('bad-command-line', {
    error: message.replace(/^error: /, ''),
    ...(command !== undefined && { command }),
  });
  return answerJson({
    command: command ?? word ?? null,
    outputs: new Map(),
    table: undefined,
    failure,
    exitCode: EXIT.usage,
    spell: () => undefined,
  });
}

async function run(asked: Asked, stopSignals: StopSignals): Promise<void> {
  const { name, command, given, spell, json } = asked;
  const loaded = await command.load(new Set(given.keys()));
  const outputs = new Map<string, OutputValue>();
  const bar = process.stderr.isTTY
    ? new (await import(/* webpackChunkName: "cli" */ './bar.ts')).Bar()
    : undefined;
  const write = dropWorkflowCommands();
  let table: Table | undefined;
  const onTable = (answer: Table): void => {
    table = answer;
  };
  useRuntime(shell({ asked, bar, onTable, outputs, stopSignals, write }));
  const failure = await loaded.main();
  bar?.show(undefined);
  const exitCode = exitCodeOf(failure, outputs.get('status'), stopSignals.exitCode);
  const { stdout, stderr } = process;
  const screen = {
    isTerminal: stdout.isTTY,
    showsLog: stdout.isTTY && stderr.isTTY && !asked.quiet,
    paint: paintFor(stdout, asked.color),
  };
  const ending = { command: name, outputs, table, failure, exitCode, spell };
  write(json ? answerJson(ending) : answerText(command, ending, screen));
  process.exitCode = exitCode;
}
