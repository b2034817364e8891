import type { Job, JobOptions, Machine } from './machine.ts';
import { type Mount, SERVED } from './shared-filesystem.ts';

/** Where every machine has the bundle that is tested, in memory. */
export const BUNDLE = '/mnt/gobbler';

/** Directories of a service, as one machine sees them. */
export interface Directories {
  readonly staging: string;
  readonly registry: string;
}

/** Below a mount, or on the disk itself. */
export const directoriesOn = (place: Pick<Mount, 'path'> | undefined): Directories => {
  const root = place?.path ?? SERVED;
  return { staging: `${root}/staging`, registry: `${root}/registry` };
};

/** The embedded Gobbler, on one of the machines. */
export interface Service {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

let lastPort = 8080;

/** Starts an embedded Gobbler as the user gobbler, who is its administrator, and makes the project `demo` of runner. */
export async function startGobbler(machine: Machine, directories: Directories): Promise<Service> {
  const port = lastPort++;
  const url = `http://${machine.address}:${port}`;
  const job = machine.start(
    [
      'node',
      `${BUNDLE}/dist/index.js`,
      'serve',
      ...['-registry', directories.registry, '-staging', directories.staging],
      ...['-port', String(port), '-host', '0.0.0.0', '-admin', 'gobbler'],
    ],
    { user: 'gobbler', timeoutMs: 24 * 3_600_000 },
  );
  const early = job.ended.then(({ stdout, stderr }) => {
    throw new Error(`The service on ${machine.name} has ended:\n${stdout}${stderr}`);
  });
  early.catch(() => undefined); // once it answers, its end is what `stop` awaits
  const listening = machine.shell(
    `for attempt in {1..200}; do (echo >/dev/tcp/127.0.0.1/${port}) 2>/dev/null && exit; sleep 0.1; done; exit 1`,
  );
  await Promise.race([listening, early]);
  const { answer } = await gobbler(machine, ['project', 'demo', '--owners', 'runner'], {
    url,
    directories,
    user: 'gobbler',
  });
  if (answer.error !== null) throw new Error(JSON.stringify(answer.error));
  return {
    url,
    stop: async () => {
      job.kill('TERM');
      await job.ended;
    },
  };
}

/** The part of `--json` that checks look at. */
export interface Answer {
  readonly exitCode: number;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly error: null | {
    readonly code: string | null;
    readonly message: string;
    readonly hint: string | null;
    readonly findings: readonly string[];
  };
}

/** How a command of the product has ended. */
export interface Step {
  readonly answer: Answer;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface StepOptions extends JobOptions {
  readonly url: string;
  readonly directories: Directories;
  /** A program that runs it, with its arguments, such as strace. */
  readonly under?: readonly string[];
}

/** A command of the product that runs. `step` rejects if there is no answer, as after `kill`. */
export interface RunningStep extends Pick<Job, 'kill' | 'signal'> {
  readonly step: Promise<Step>;
}

/** Starts `gobbler ARGS --json`. */
export function startStep(
  machine: Machine,
  args: readonly string[],
  { url, directories, env = {}, under = [], ...options }: StepOptions,
): RunningStep {
  const { staging, registry } = directories;
  const { ended, kill, signal } = machine.start(
    [
      ...under,
      'node',
      `${BUNDLE}/bin/gobbler.cjs`,
      ...args,
      '--staging',
      staging,
      '--registry',
      registry,
      '--json',
    ],
    { ...options, env: { GOBBLER_URL: url, ...env } },
  );
  const step = ended.then(({ exitCode, stdout, stderr, durationMs }): Step => {
    if (!stdout.startsWith('{')) {
      throw new Error(`No answer of gobbler ${args.join(' ')}, exit code ${exitCode}:\n${stdout}${stderr}`);
    }
    const answer: Answer = JSON.parse(stdout);
    if (answer.exitCode !== exitCode) throw new Error(`exit code ${exitCode}, but in the answer ${stdout}`);
    return { answer, stderr, durationMs };
  });
  return { step, kill, signal };
}

/** Runs `gobbler ARGS --json` to its end. */
export function gobbler(machine: Machine, args: readonly string[], options: StepOptions): Promise<Step> {
  return startStep(machine, args, options).step;
}
