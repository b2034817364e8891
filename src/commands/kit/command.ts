import { type ErrorCode, GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import { releaseIdleDescriptors } from '../../fs/index.ts';
import type { VersionRef } from '../../protocol/index.ts';
import { nameSource } from '../suggestions/index.ts';
import { detail, followClient } from './details.ts';
import { logStack, reportFailure } from './failure.ts';
import { type Inputs, readInputs, type Values } from './inputs.ts';
import { withAdviceOnOpenFiles } from './open-files.ts';
import { tryWrite, warnOfFailedWrites } from './output-writes.ts';
import { host, type OutputValue } from './runtime.ts';

/** The argument of a command's function: plain values, and where to put its answers. */
export interface CommandContext<I extends Inputs, O extends string> {
  readonly inputs: Values<I>;
  /** Publishes an output. Each may be set once. */
  readonly setOutput: (name: O, value: OutputValue) => void;
  /**
   * Reports, in a sentence without its full stop, that the command has done its work. From here on only what the command
   * finds out about it fails the run: that the content differs, or is on probation. Everything else is a warning, and the
   * output `status` is `status`.
   */
  readonly accomplished: (status: string, done: string) => void;
  /** Keeps blocks of Markdown for the summary of a failure, below what has failed. */
  readonly ifItFails: (...blocks: readonly string[]) => void;
  /** Aborted when the job is cancelled, or when `timeout-minutes` is over. The reason is a `GobblerError`. */
  readonly signal: AbortSignal;
}

/** A command: inputs, outputs, and a function. */
interface Definition<I extends Inputs, O extends string> {
  readonly name: string;
  readonly inputs: I;
  /** The descriptions of the outputs, by name. */
  readonly outputs: Readonly<Record<O, string>>;
  /** The subject of a run, for the heading of a failure: "p/a/v was not published". */
  readonly failed: (
    inputs: Values<I>,
    error: unknown,
    /** The outputs that were set until then. */
    answers: ReadonlyMap<O, OutputValue>,
  ) => string;
  /** The places of the registry that the inputs name; by default, the one of `project`, `asset` and `version`. */
  readonly places?: (inputs: Values<I>) => readonly Partial<VersionRef>[];
  /** The values of outputs when the command fails before it has set them; empty by default. */
  readonly unanswered?: Partial<Record<O, OutputValue>>;
  readonly run: (context: CommandContext<I, O>) => Promise<void>;
  /** Runs after the job, whatever became of it; gets its facts from the state that `run` has saved. */
  readonly post?: () => Promise<void>;
}

/** A command as its front ends see it: an action of that name, and a command. */
export interface Command {
  readonly name: string;
  readonly inputs: Inputs;
  /** The descriptions of the outputs, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /**
   * Reads the inputs, runs the function, publishes the outputs, and shows a failure. Resolves to the failure, or to
   * undefined: how to report it to the process's caller is up to the front end.
   */
  readonly main: () => Promise<unknown>;
  /** Its failures are shown as warnings only. */
  readonly post: () => Promise<void>;
}

/** Makes a command; within its function, inputs and outputs are typed by name. */
export function defineCommand<I extends Inputs, const O extends string>(
  definition: Definition<I, O>,
): Command {
  const { name, inputs, outputs } = definition;
  return { name, inputs, outputs, main: () => main(definition), post: () => runPost(definition) };
}

/** Errors that are findings of a run about its own work; any other is only a failure to report it. */
const VERDICTS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['content-differs', 'on-probation']);

/** The only place that catches. */
async function main<I extends Inputs, O extends string>(command: Definition<I, O>): Promise<unknown> {
  const answered = new Map<O, OutputValue>();
  const stop = new AbortController();
  // The runner cancels with SIGINT, and with SIGTERM 7.5 s later. The second signal is not waited for.
  const { stopSignals } = host();
  const releases = [
    stopSignals.listen((signal) => stop.abort(gobblerError('job-cancelled', { signal }))),
    stopSignals.listenForOrphaning(() => stop.abort(gobblerError('job-ended', {}))),
    followClient(),
  ];
  const output = (name: O, value: OutputValue): void =>
    tryWrite(`the output ${name}`, () => host().output(name, value));
  const setOutput = (name: O, value: OutputValue): void => {
    answered.set(name, value);
    output(name, value);
  };
  const setStatus = (status: string): void => {
    if (!answered.has('status' as O) && 'status' in command.outputs) setOutput('status' as O, status);
  };
  const details: string[] = [];
  const ifItFails = (...blocks: readonly string[]): void => void details.push(...blocks);
  let headingOf = (_error: unknown): string => `${command.name} failed`;
  let places: readonly Partial<VersionRef>[] = [];
  let done: { status: string; sentence: string } | undefined;
  const accomplished = (status: string, sentence: string): void => {
    done = { status, sentence };
  };
  const minor: string[] = [];
  let failure: unknown;
  try {
    host().prepare?.();
    const inputs = readInputs(command.inputs);
    headingOf = (error) => command.failed(inputs, error, answered);
    places = command.places?.(inputs) ?? [inputs as Partial<VersionRef>];
    const { 'timeout-minutes': limitMs = 0 } = inputs as { 'timeout-minutes'?: number };
    if (limitMs > 0) setTimeout(() => stop.abort(gobblerError('out-of-time', { limitMs })), limitMs).unref();
    stop.signal.throwIfAborted();
    await command.run({ inputs, setOutput, accomplished, ifItFails, signal: stop.signal });
  } catch (thrown) {
    const error = withAdviceOnOpenFiles(thrown, command.inputs);
    // To report it takes files, too.
    if (error !== thrown) await releaseIdleDescriptors();
    // A cast, since the compiler does not see that the function above has been called.
    const before = done as { status: string } | undefined;
    if (before === undefined || (error instanceof GobblerError && VERDICTS.has(error.code))) {
      const heading = headingOf(error);
      setStatus(statusOf(error));
      await suggestNames(error, places);
      await reportFailure(heading, error, { details });
      failure = error;
    } else {
      logStack(error);
      minor.push(messageOf(error));
      setStatus(before.status);
    }
  } finally {
    for (const release of releases) release();
  }
  detail(() => `${command.name} ends with status ${answered.get('status' as O) ?? 'unknown'}`);
  for (const name of Object.keys(command.outputs) as O[])
    if (!answered.has(name)) output(name, command.unanswered?.[name] ?? '');
  warnOfFailedWrites((done as { sentence: string } | undefined)?.sentence, minor);
  return failure;
}

/** Notes similar names in an error about something that does not exist. */
async function suggestNames(error: unknown, places: readonly Partial<VersionRef>[]): Promise<void> {
  const namesIn = nameSource();
  if (!(error instanceof GobblerError) || error.code !== 'not-found' || namesIn === undefined) return;
  const { noteSimilarNames } = await import(
    /* webpackChunkName: "commands" */ '../suggestions/similar-names.ts'
  );
  await noteSimilarNames(error, places, namesIn);
}

async function runPost({ name, post }: { name: string; post?: () => Promise<void> }): Promise<void> {
  try {
    await post?.();
  } catch (error) {
    await reportFailure(`the post step of ${name} failed`, error, { severity: 'warning' });
  }
}

function statusOf(error: unknown): string {
  const code = error instanceof GobblerError ? error.code : undefined;
  return code === 'timed-out' || code === 'cancelled' ? code : 'failed';
}
