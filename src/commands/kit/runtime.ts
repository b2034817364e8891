import type { Hint, Setting } from '../../errors/index.ts';
import type { Table } from './table.ts';

/** An answer of a command: plain, or a list of texts. */
export type OutputValue = string | number | boolean | readonly string[];

/** How far some work has come. */
export interface Progress {
  /** The current activity, as `Staging`. */
  readonly doing: string;
  readonly done: number;
  readonly total: number;
  /** The same in words. */
  readonly detail: string;
}

/** Where a process finds things, and may leave some. */
export interface Places {
  /** The base of relative paths. */
  readonly base: string;
  /** Room for as long as the process runs. */
  readonly temporary: string;
  /** Where files for later steps go, to be cleaned up by whoever runs those; undefined where nobody would. */
  readonly handover: string | undefined;
  /** Where caches outlive the job; undefined is the user's own place for them. */
  readonly cache: string | undefined;
}

/** The signals that ask this process to stop, and the end of the job that runs it. */
export interface StopSignals {
  /** Calls the listener for every signal, including one already received. Returns a function that stops it. */
  readonly listen: (listener: (signal: NodeJS.Signals) => void) => () => void;
  /**
   * Calls back once the process that has started this one is gone, if a job of a batch system or of CI runs both: the job is
   * over then. Returns what ends that.
   */
  readonly listenForOrphaning: (listener: () => void) => () => void;
  /** The exit code after a signal: 128 and the number of the first. Undefined if none has come. */
  readonly exitCode: number | undefined;
}

/** The front end of a process: a workflow runner, or a shell. It gets escaped texts. */
export interface Runtime {
  /** Makes sure that outputs can be written to it. Code `invalid-input`. */
  readonly prepare?: () => void;
  /** Returns the user's value of an input, or an empty string. */
  readonly input: (input: string) => string;
  readonly places: Places;
  readonly stopSignals: StopSignals;
  /** How the user writes a setting that a hint names. By default as an input of a workflow. */
  readonly settingText?: (setting: Setting) => string;
  /** Where the user gives inputs, as the end of a sentence of advice. */
  readonly adviceOnInputs: string;
  readonly line: (text: string) => void;
  /** Takes requests, decisions and timings, if they are wanted. */
  readonly detail?: (text: string) => void;
  /** Lines that belong together, folded where that is possible. */
  readonly group: (title: string, lines: Iterable<string>) => void;
  /** Whether a forge or another CI has started this, rather than a person. */
  readonly isWorkflow: boolean;
  /** Whether annotations are shown whole, among the lines. Elsewhere they are short, on a page of their own. */
  readonly annotatesInLog: boolean;
  /** Something the user has to see. */
  readonly annotate: (severity: 'error' | 'warning', annotation: Annotation) => void;
  /**
   * Asks a question about something that cannot be undone. Front ends that do not ask are without it. `given` is a yes
   * before the question, `unasked` means that nobody can be asked.
   */
  readonly confirm?: (question: string, signal: AbortSignal) => Promise<'given' | 'yes' | 'no' | 'unasked'>;
  readonly output: (name: string, value: OutputValue) => void;
  /**
   * Shows a line of the answer at once, where one is shown: for commands that run until they are stopped. Everybody sees
   * it, however quiet the front end is.
   */
  readonly announce?: (text: string) => void;
  /** Takes the answer as a table; for front ends that show answers. */
  readonly table?: (table: Table) => void;
  /** Shows progress as it is, many times a second; undefined when the work is over. Front ends without it get lines. */
  readonly progress?: (progress: Progress | undefined) => void;
  /** Keeps a value for what runs after the job, where there is such a thing, and gives it back. */
  readonly keep: (name: string, value: string) => void;
  readonly recall: (name: string) => string;
  /** Appends to the page that people see of the job; where there is none, nothing is written. */
  readonly summary: ((markdown: string) => Promise<void>) | undefined;
}

let current: Runtime | undefined;

/** Sets the runtime once, before any command runs. */
export function useRuntime(runtime: Runtime): void {
  current = runtime;
}

/** The runtime of this process. */
export function host(): Runtime {
  if (current === undefined) throw new Error('useRuntime() has to be called before a command runs');
  return current;
}
export interface Annotation {
  readonly title: string;
  /** Sentences; as many as fit are shown, the rest is counted. */
  readonly sentences: readonly string[];
  /** Whether the first of several sums up the others. */
  readonly isHeaded?: boolean;
  /** The reader's next step. */
  readonly hint?: Hint | undefined;
  /** The input that has to change. */
  readonly input?: string | undefined;
}
