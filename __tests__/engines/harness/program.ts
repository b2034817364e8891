import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface ProgramOptions {
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
  readonly account: { readonly uid: number; readonly gid: number };
}

/** How a program has ended. */
export interface Ended {
  /** Or the signal that has killed it. */
  readonly exitCode: number | NodeJS.Signals;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/** A program that a user runs, in a process group of its own. */
export class Program {
  readonly #child: ChildProcess;
  #output = '';
  #isRunning = true;
  readonly ended: Promise<Ended>;

  constructor([command = '', ...args]: readonly string[], { directory, env, account }: ProgramOptions) {
    this.#child = spawn(command, args, {
      cwd: directory,
      env,
      ...account,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        this.#output += chunk;
      });
    }
    this.ended = once(this.#child, 'close').then(([code, signal]) => {
      this.#isRunning = false;
      return { exitCode: code ?? signal, output: this.#output };
    });
  }

  /** All that it has written so far. */
  get output(): string {
    return this.#output;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Sends a signal to the program alone. */
  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Sends a signal to the program and to all that it has started, as Ctrl-C in a terminal does. */
  killGroup(signal: NodeJS.Signals): void {
    if (this.#child.pid !== undefined) process.kill(-this.#child.pid, signal);
  }
}
