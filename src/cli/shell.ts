import os from 'node:os';
import {
  type Annotation,
  annotationText,
  currentDirectory,
  type OutputValue,
  type Progress,
  type Runtime,
  type StopSignals,
  type Table,
} from '../commands/kit/index.ts';
import { tellsOfJob } from '../job-ancestors.ts';
import { settingInShell } from './answer.ts';
import type { Bar } from './bar.ts';
import { paintFor } from './colors.ts';
import type { Asked } from './command-line.ts';

export interface ShellOptions {
  readonly stopSignals: StopSignals;
  readonly asked: Asked;
  /** Undefined where standard error is no terminal. */
  readonly bar: Bar | undefined;
  /** Gets the answer, if it is a table. */
  readonly onTable: (table: Table) => void;
  /** Writes to standard output. */
  readonly write: (text: string) => void;
  /** Gets every output. */
  readonly outputs: Map<string, OutputValue>;
}

/** A shell: reads inputs from the command line, logs to standard error, keeps standard output for answers. */
export function shell({ asked, bar, onTable, outputs, stopSignals, write }: ShellOptions): Runtime {
  const { name: command, given, positional, spell, quiet, json, verbose, yes, color } = asked;
  const paint = paintFor(process.stderr, color);
  const tell = (text: string): void => {
    // In a step of a workflow, the runner reads commands at the start of lines.
    const shown = /^\s*::/.test(text) ? `| ${text}` : text;
    const write = (): void => void process.stderr.write(`${shown}\n`);
    if (bar === undefined) write();
    else bar.above(write);
  };
  const line = quiet ? () => {} : tell;
  const optionOf = (input: string): string => {
    const names = input.split(', ').map((name) => (positional.has(name) ? name : `--${name}`));
    return `(${names.join(', ')})`;
  };
  return {
    places: {
      get base() {
        return currentDirectory();
      },
      temporary: os.tmpdir(),
      handover: undefined,
      cache: undefined,
    },
    stopSignals,
    input: (input) => given.get(input) ?? '',
    settingText: (setting) => settingInShell(setting, spell),
    adviceOnInputs: `See gobbler ${command} --help.`,
    line,
    ...((verbose || process.env.RUNNER_DEBUG === '1') && {
      detail: (text: string) => tell(paint('aside', text)),
    }),
    group: (title, lines) => {
      line(`${title}:`);
      for (const text of lines) line(`  ${text}`);
    },
    isWorkflow: tellsOfJob('CI'),
    annotatesInLog: true,
    annotate: (severity, annotation: Annotation) => {
      const [first = '', ...others] = annotationText(annotation, optionOf).split('\n');
      tell(`${paint(severity === 'error' ? 'bad' : 'doubtful', `${severity}:`)} ${first}`);
      for (const text of others) tell(`  ${text}`);
    },
    confirm: async (question, signal) => {
      if (yes) return 'given';
      if (!process.stdin.isTTY || !process.stderr.isTTY) return 'unasked';
      const { confirmed } = await import(/* webpackChunkName: "cli" */ './confirm.ts');
      return (await confirmed(question, signal)) ? 'yes' : 'no';
    },
    output: (name, value) => void outputs.set(name, value),
    table: onTable,
    // With --json, standard output is one object in the end.
    announce: (text) => (json ? tell(text) : write(`${text}\n`)),
    keep: () => {},
    recall: () => '',
    summary: undefined,
    ...(bar && !quiet && { progress: (progress: Progress | undefined) => bar.show(progress) }),
  };
}
