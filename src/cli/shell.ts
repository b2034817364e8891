import os from 'node:os';
import type { Host, OutputValue, Progress } from '../verbs/host.ts';
import { type Annotation, annotationText } from '../verbs/log.ts';
import type { Bar } from './bar.ts';

export interface ShellOptions {
  readonly command: string;
  /** What the command line says, by name of the input. */
  readonly given: ReadonlyMap<string, string>;
  /** Inputs that are arguments rather than options. */
  readonly positional: ReadonlySet<string>;
  /** Only warnings and errors are told. */
  readonly quiet: boolean;
  /** Undefined where standard error is no terminal. */
  readonly bar: Bar | undefined;
  /** Gets every output. */
  readonly outputs: Map<string, OutputValue>;
}

/** A shell: inputs from the command line, everything that is told on standard error, answers kept for standard output. */
export function shell({ command, given, positional, quiet, bar, outputs }: ShellOptions): Host {
  const tell = (text: string): void => {
    const write = (): void => void process.stderr.write(`${text}\n`);
    if (bar === undefined) write();
    else bar.above(write);
  };
  const line = quiet ? () => {} : tell;
  const optionOf = (input: string): string => {
    const names = input.split(', ').map((name) => (positional.has(name) ? name : `--${name}`));
    return `(${names.join(', ')})`;
  };
  return {
    places: { base: process.cwd(), temporary: os.tmpdir(), handover: undefined, cache: undefined },
    given: (input) => given.get(input) ?? '',
    adviceOnInputs: `See gobbler ${command} --help.`,
    line,
    group: (title, lines) => {
      line(`${title}:`);
      for (const text of lines) line(`  ${text}`);
    },
    annotatesInLog: true,
    annotate: (severity, annotation: Annotation) => {
      const [first = '', ...others] = annotationText(annotation, optionOf).split('\n');
      tell(`${severity}: ${first}`);
      for (const text of others) tell(`  ${text}`);
    },
    output: (name, value) => void outputs.set(name, value),
    keep: () => {},
    recall: () => '',
    summary: undefined,
    ...(bar && !quiet && { progress: (progress: Progress | undefined) => bar.show(progress) }),
  };
}
