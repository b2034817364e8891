import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type EngineSite, JOB_USER } from './engine-site.ts';
import type { SlurmCluster } from './slurm-cluster.ts';

const POLL_MS = 100;

/** How a job has ended, or how it is doing. */
export interface JobState {
  /** In the words of Slurm, such as `RUNNING` or `CANCELLED`. */
  readonly state: string;
  /** Of the batch script, as in a shell: 128 and the number of the signal if one has killed it. */
  readonly exitCode: number;
}

/** The commands of Slurm, for a user who submits jobs from a directory. */
export class SlurmJobs {
  readonly #site: EngineSite;
  readonly #cluster: SlurmCluster;
  readonly directory: string;

  constructor(site: EngineSite, cluster: SlurmCluster, directory: string) {
    this.#site = site;
    this.#cluster = cluster;
    this.directory = directory;
  }

  /** Runs a program that has to succeed, such as a shell that submits jobs. Returns what it has printed. */
  run(argv: readonly string[]): Promise<string> {
    const { env } = this.#cluster;
    return this.#site.succeed(argv, { directory: this.directory, env });
  }

  /** Submits a script. Returns the number of the job. */
  async submit(...args: readonly string[]): Promise<string> {
    return (await this.run(['sbatch', '--parsable', ...args])).trim();
  }

  /** Puts a script into the directory. */
  write(name: string, script: string): void {
    fs.writeFileSync(path.join(this.directory, name), script);
  }

  /** The file that a job prints to; it exists once the job has started. */
  logFileOf(job: string): string {
    return path.join(this.directory, `slurm-${job}.out`);
  }

  /** The output of a job. */
  logOf(job: string): string {
    return fs.readFileSync(this.logFileOf(job), 'utf8');
  }

  /** The states of a job, or of the tasks of an array, which are as many records. */
  async statesOf(job: string): Promise<JobState[]> {
    const records = (await this.run(['scontrol', 'show', 'job', '--oneliner', job])).trim().split('\n');
    return records.map((record) => {
      const [, state = ''] = /\bJobState=(\w+)/.exec(record) ?? [];
      const [, code, signal] = /\bExitCode=(\d+):(\d+)/.exec(record) ?? [];
      return { state, exitCode: Number(signal) === 0 ? Number(code) : 128 + Number(signal) };
    });
  }

  /** The array that was submitted last before a job. Its tasks have numbers of their own once they begin. */
  async arrayBefore(job: string): Promise<string> {
    const records = await this.run(['scontrol', 'show', 'job', '--oneliner']);
    const arrays = [...records.matchAll(/\bArrayJobId=(\d+)/g)].map(([, number]) => Number(number));
    return String(Math.max(...arrays.filter((number) => number < Number(job))));
  }

  async stateOf(job: string): Promise<JobState> {
    const [state, ...others] = await this.statesOf(job);
    if (state === undefined || others.length > 0) throw new Error(`${job} is not one job`);
    return state;
  }

  /** Whether nothing is left of a job but the record: Slurm has also noticed the end of its last process. */
  async isOver(job: string): Promise<boolean> {
    return (await this.run(['squeue', '--noheader', `--jobs=${job}`])).trim() === '';
  }

  /** Waits for the end of a job, or of all tasks of an array. */
  async untilOver(job: string): Promise<void> {
    while (!(await this.isOver(job))) await sleep(POLL_MS);
  }

  async end(job: string): Promise<JobState> {
    await this.untilOver(job);
    return this.stateOf(job);
  }

  /** Cancels all jobs, and waits for their end. */
  async cancelAll(): Promise<void> {
    const user = ['--user', JOB_USER];
    await this.run(['scancel', ...user]);
    while ((await this.run(['squeue', '--noheader', ...user])).trim() !== '') await sleep(POLL_MS);
  }
}
