import { GobblerError } from '../protocol/errors.ts';
import { publishOutput, requireCommandFiles } from './command-files.ts';
import { reportFailure } from './failure.ts';
import { formatDuration } from './figures.ts';
import { type Inputs, readInputs, type Values } from './inputs.ts';

/** What an action's function gets: plain values, and where to put its answers. */
export interface ActionContext<I extends Inputs, O extends string> {
  readonly inputs: Values<I>;
  /** Publishes an output. Each may be set once. */
  readonly setOutput: (name: O, value: string | number | boolean) => void;
  /** Keeps blocks of Markdown for the summary of a failure, below what has failed. */
  readonly ifItFails: (...blocks: readonly string[]) => void;
  /** Aborted when the job is cancelled, or when `timeout-minutes` is over. The reason is a `GobblerError`. */
  readonly signal: AbortSignal;
}

/** An action: a map of inputs, a list of outputs, and a function. */
interface Action<I extends Inputs, O extends string> {
  readonly name: string;
  readonly inputs: I;
  readonly outputs: readonly O[];
  /** What a run is about, for the heading of a failure: "p/a/v was not published". */
  readonly failed: (inputs: Values<I>, error: unknown) => string;
  /** What outputs are when the action fails before it has set them; empty by default. */
  readonly unanswered?: Partial<Record<O, string>>;
  readonly run: (context: ActionContext<I, O>) => Promise<void>;
  /** What is done after the job, whatever became of it; gets its facts from the state `run` has saved. */
  readonly post?: () => Promise<void>;
}

/** An action as the outside sees it. `action.yml` is held against its inputs and outputs by a test. */
export interface Step {
  readonly name: string;
  readonly inputs: Inputs;
  readonly outputs: readonly string[];
  readonly main: () => Promise<void>;
  readonly post: () => Promise<void>;
}

/** Makes a step of an action; within it, inputs and outputs are typed by name. */
export function defineAction<I extends Inputs, const O extends string>(action: Action<I, O>): Step {
  const { name, inputs, outputs } = action;
  return { name, inputs, outputs, main: () => runAction(action), post: () => runPost(action) };
}

/**
 * Runs an action as the workflow runner does: reads the inputs, runs the function, publishes the outputs, and turns a
 * failure into annotations, a summary and an exit code. The only place that catches.
 */
async function runAction<I extends Inputs, O extends string>(action: Action<I, O>): Promise<void> {
  const outputs = new Set<string>();
  const stop = new AbortController();
  const release = abortOnSignals(stop);
  const setOutput = (name: O, value: string | number | boolean): void => {
    outputs.add(name);
    publishOutput(name, String(value));
  };
  const details: string[] = [];
  const ifItFails = (...blocks: readonly string[]): void => void details.push(...blocks);
  let headingOf = (_error: unknown): string => `${action.name} failed`;
  try {
    requireCommandFiles();
    const inputs = readInputs(action.inputs);
    headingOf = (error) => action.failed(inputs, error);
    abortAfter(stop, (inputs as { 'timeout-minutes'?: number })['timeout-minutes'] ?? 0);
    await action.run({ inputs, setOutput, ifItFails, signal: stop.signal });
  } catch (error) {
    process.exitCode = 1;
    if (!outputs.has('status') && action.outputs.includes('status' as O))
      setOutput('status' as O, statusOf(error));
    await reportFailure(headingOf(error), error, { details });
  } finally {
    release();
    for (const name of action.outputs)
      if (!outputs.has(name)) publishOutput(name, action.unanswered?.[name] ?? '');
  }
}

/** Runs the post step of an action. Its failures are shown, but do not fail the job. */
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

/** The runner cancels with SIGINT, and with SIGTERM 7.5 s later. The second signal is not waited for. */
function abortOnSignals(stop: AbortController): () => void {
  const cancel = (): void => {
    stop.abort(
      new GobblerError('cancelled', 'the job was cancelled', {
        hint: 'What was begun is undone; the service may need a moment more to roll back.',
      }),
    );
  };
  process.on('SIGINT', cancel).on('SIGTERM', cancel);
  return () => process.off('SIGINT', cancel).off('SIGTERM', cancel);
}

function abortAfter(stop: AbortController, timeoutMs: number): void {
  if (timeoutMs === 0) return;
  const timeUp = (): void => {
    stop.abort(
      new GobblerError('timed-out', `the ${formatDuration(timeoutMs)} of timeout-minutes are over`, {
        input: 'timeout-minutes',
        hint: 'What was begun has been undone. Give it more time, or find out what was slow from the log above.',
      }),
    );
  };
  setTimeout(timeUp, timeoutMs).unref();
}
