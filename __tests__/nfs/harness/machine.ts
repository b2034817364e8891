import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a program on a machine has ended. */
export interface Ended {
  /** As a shell reports it: 128 and the number of the signal for a program that was killed. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** A program that runs on a machine. */
export interface Job {
  /** Settles when it has ended, and never because of its exit code. */
  readonly ended: Promise<Ended>;
  /** Sends a signal to it and to all that it has started. */
  readonly kill: (signal: Signal) => void;
  /** Sends a signal to the first process alone, which may be a tracer of the others. */
  readonly signal: (signal: Signal) => void;
}

type Signal = 'KILL' | 'TERM' | 'INT' | 'STOP' | 'CONT';

export interface JobOptions {
  /** An account of the lab: `root`, `gobbler` (the service) or `runner` (default). */
  readonly user?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly directory?: string;
  /** Past this, it is killed, and `ended` rejects. Default: four minutes, for a machine that is busy. */
  readonly timeoutMs?: number;
}

/** One kernel of the lab. */
export interface Machine {
  readonly name: string;
  readonly address: string;
  /** Starts a program. */
  readonly start: (argv: readonly string[], options?: JobOptions) => Job;
  /** Runs a program to its end. */
  readonly run: (argv: readonly string[], options?: JobOptions) => Promise<Ended>;
  /** Runs a script of bash, which has to succeed, and gives its standard output. */
  readonly shell: (script: string, options?: JobOptions) => Promise<string>;
  /** Makes a text, of whatever length, readable there. Gives the path. */
  readonly give: (text: string) => string;
  /** Stops the whole kernel, as if its cable was pulled, until {@link resume}. */
  readonly pause: () => void;
  readonly resume: () => void;
}

const POLL_MS = 10;
const DEFAULT_TIMEOUT_MS = 240_000;

/** One word of a shell, whatever is in it. */
const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/**
 * The machine `name` of the lab in `directory`, whose kernel is the process `pid`.
 * Jobs are files there; its console, the FIFO `NAME.console`, takes orders.
 */
export function machineOf(directory: string, name: string, address: string, pid: number): Machine {
  const jobs = path.join(directory, name);
  const order = (line: string): void =>
    fs.appendFileSync(path.join(directory, `${name}.console`), `${line}\n`);

  function start(argv: readonly string[], options: JobOptions = {}): Job {
    const { user = 'runner', env = {}, directory: cwd = '/tmp', timeoutMs = DEFAULT_TIMEOUT_MS } = options;
    const id = randomUUID();
    const home = user === 'root' ? '/root' : `/home/${user}`;
    const variables = Object.entries({ HOME: home, USER: user, ...env });
    const become = user === 'root' ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--init-groups'];
    // Starting a program takes long on these kernels, so the script starts no other than these two.
    const script = [
      ...variables.map(([key, value]) => `export ${key}=${quoted(value)}`),
      `cd ${quoted(cwd)}`,
      `exec ${[...become, ...argv].map(quoted).join(' ')}`,
      '',
    ].join('\n');
    fs.writeFileSync(path.join(jobs, `${id}.sh`), script);
    const begun = Date.now();
    order(`run ${id}`);
    const kill: Job['kill'] = (signal) => order(`kill ${id} ${signal}`);
    const signal: Job['signal'] = (name) => order(`signal ${id} ${name}`);
    return { kill, signal, ended: wait(id, argv, begun, timeoutMs, kill) };
  }

  async function wait(
    id: string,
    argv: readonly string[],
    begun: number,
    timeoutMs: number,
    kill: Job['kill'],
  ): Promise<Ended> {
    const read = (kind: string): string => fs.readFileSync(path.join(jobs, `${id}.${kind}`), 'utf8');
    const status = path.join(jobs, `${id}.status`);
    while (!fs.existsSync(status) || !read('status').endsWith('\n')) {
      if (Date.now() - begun > timeoutMs) {
        kill('KILL');
        throw new Error(`${name}: not finished after ${timeoutMs} ms: ${argv.join(' ')}\n${read('err')}`);
      }
      requireRunning();
      await sleep(POLL_MS);
    }
    const ended = {
      exitCode: Number(read('status')),
      stdout: read('out'),
      stderr: read('err'),
      durationMs: Date.now() - begun,
    };
    for (const kind of ['sh', 'out', 'err', 'status']) fs.rmSync(path.join(jobs, `${id}.${kind}`));
    return ended;
  }

  function requireRunning(): void {
    if (fs.existsSync(`/proc/${pid}`)) return;
    throw new Error(
      `The kernel of ${name} is gone:\n${fs.readFileSync(path.join(directory, `${name}.log`), 'utf8')}`,
    );
  }

  const run: Machine['run'] = (argv, options) => start(argv, options).ended;

  async function shell(script: string, options?: JobOptions): Promise<string> {
    const { exitCode, stdout, stderr } = await run(['bash', '-euo', 'pipefail', '-c', script], options);
    if (exitCode === 0) return stdout;
    throw new Error(`${name}: exit code ${exitCode} of:\n${script}\n${stdout}${stderr}`);
  }

  function give(text: string): string {
    const id = `${randomUUID()}.text`;
    fs.writeFileSync(path.join(jobs, id), text);
    return `/mnt/lab/${name}/${id}`;
  }

  return {
    give,
    name,
    address,
    start,
    run,
    shell,
    pause: () => process.kill(pid, 'SIGSTOP'),
    resume: () => process.kill(pid, 'SIGCONT'),
  };
}
