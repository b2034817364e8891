import os from 'node:os';
import { watchAncestors } from './job-ancestors.ts';

/**
 * Signals that ask a process to stop: of runners and shells, of terminals that are closed (HUP), and of batch systems
 * before their limits (XCPU, USR1, USR2). `bin/stop-signals.cjs` has the same list.
 */
export const STOP_SIGNALS = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGXCPU',
  'SIGUSR1',
  'SIGUSR2',
  'SIGALRM',
  'SIGVTALRM',
] as const satisfies readonly NodeJS.Signals[];

type Listener = (signal: NodeJS.Signals) => void;

/** The signals since the first statement of the launcher. */
const EARLY = Symbol.for('gobbler-action.early-signals');

/** The signals that this process has got, and will get; and the end of the job that runs it. */
export class StopSignals {
  #first = (process as { [EARLY]?: readonly NodeJS.Signals[] })[EARLY]?.[0];
  readonly #listeners = new Set<Listener>();
  #isOrphan = false;

  /**
   * Catches all signals until the process exits: once the work is done, a signal must not prevent its result from being reported.
   */
  constructor() {
    for (const signal of STOP_SIGNALS) {
      process.on(signal, () => {
        this.#first ??= signal;
        for (const listener of this.#listeners) listener(signal);
      });
    }
  }

  /** Calls the listener for every signal, including one already received. Returns a function that stops it. */
  readonly listen = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    if (this.#first !== undefined) listener(this.#first);
    return () => void this.#listeners.delete(listener);
  };

  /** Calls the listener once the job that has started this process is over; see {@link watchAncestors}. */
  readonly listenForOrphaning = (listener: () => void): (() => void) =>
    watchAncestors(() => {
      this.#isOrphan = true;
      listener();
    });

  /**
   * The exit code after a signal: 128 and the number of the first; after the end of the job, as after a hang-up. Undefined if
   * nothing has come.
   */
  get exitCode(): number | undefined {
    const signal = this.#first ?? (this.#isOrphan ? 'SIGHUP' : undefined);
    return signal && 128 + os.constants.signals[signal];
  }
}
