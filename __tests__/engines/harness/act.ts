import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { type Entries, fill } from '../../helpers/sandbox.ts';
import { PROGRAMS } from '../../helpers/several-users.ts';
import { type EngineSite, JOB_USER } from './engine-site.ts';
import type { Program } from './program.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A workflow, and what GitHub would know of its run. */
export interface Workflow {
  readonly text: string;
  readonly event?: string;
  /** The payload of the event. */
  readonly payload?: object;
  /** Values of `inputs.…` and `vars.…`. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** Values of `secrets.…`; `GITHUB_TOKEN` is `github.token`, too. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** `github.api_url`. */
  readonly apiUrl?: string;
  /** The user of the runner; {@link JOB_USER} if left out. */
  readonly user?: string;
  /** A directory with the files of the repository; if left out, those of the reader's. */
  readonly repository?: string;
  /** More files in it. */
  readonly files?: Entries;
  /** Actions of others, by their repository: directories that take their place, at any version. */
  readonly others?: Readonly<Record<string, string>>;
}

/** How the run of a workflow has ended. */
export interface WorkflowRun {
  readonly exitCode: number | NodeJS.Signals;
  /** `success` or `failure` by job; of a matrix, by job and number. */
  readonly jobs: Readonly<Record<string, string>>;
  /** Outputs by the id of their step. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Job summaries, one after the other. */
  readonly summaries: string;
  /** The output of the steps. */
  readonly log: string;
}

/** A run of a workflow that has begun. */
export interface RunningWorkflow {
  readonly program: Program;
  readonly number: string;
  readonly ended: Promise<WorkflowRun>;
}

/** A line that act writes with `--json`. */
interface Line {
  readonly msg?: string;
  readonly job?: string;
  readonly jobResult?: string;
  readonly stepID?: readonly string[];
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly raw_output?: boolean;
}

/** act, in whose eyes a directory is the repository of the actions: it needs neither GitHub nor any other network. */
export class Act {
  readonly #site: EngineSite;
  /** The actions as a runner downloads them. */
  readonly actions: string;
  #runs = 0;

  constructor(site: EngineSite) {
    this.#site = site;
    this.actions = path.join(site.box.root, 'actions');
    for (const name of ['bin', 'dist', 'package.json'])
      fs.cpSync(path.join(PROGRAMS, name), path.join(this.actions, name), { recursive: true });
    for (const folder of ['.', ...fs.readdirSync(PROGRAMS)]) {
      const files = [
        path.join(ROOT, folder, 'action.yml'),
        ...['main.cjs', 'post.cjs'].map((name) => path.join(PROGRAMS, folder, name)),
      ];
      for (const file of files.filter((one) => fs.existsSync(one)))
        fs.cpSync(file, path.join(this.actions, folder, path.basename(file)));
    }
  }

  /**
   * Makes an action that takes the place of one that needs GitHub: a script for bash, which finds the inputs in variables
   * such as `SUBJECT_PATH`.
   */
  standIn(inputs: readonly string[], script: string): string {
    const directory = path.join(this.#site.box.root, 'stand-in');
    const env = inputs.map((name) => [name.toUpperCase().replaceAll('-', '_'), `\${{ inputs.${name} }}`]);
    const definition = {
      name: 'Stand-in',
      description: 'Takes the place of an action that needs GitHub',
      inputs: Object.fromEntries(inputs.map((name) => [name, { description: name }])),
      runs: { using: 'composite', steps: [{ shell: 'bash', run: script, env: Object.fromEntries(env) }] },
    };
    fill(directory, { 'action.yml': JSON.stringify(definition) });
    return directory;
  }

  /** Runs a workflow to its end. */
  run(workflow: Workflow): Promise<WorkflowRun> {
    return this.start(workflow).ended;
  }

  /** Starts a workflow in a repository of its own, with a number that no other run has. */
  start(workflow: Workflow): RunningWorkflow {
    const { event = 'push', payload, inputs = {}, variables = {}, secrets = {}, user = JOB_USER } = workflow;
    const number = String(++this.#runs);
    const directory = this.#repository(`run-${number}`, workflow);
    const actions = { 'gobbler-action/gobbler-action': this.actions, ...workflow.others };
    const flags = [
      ...['--json', '--no-cache-server', '--platform', 'self-hosted=-self-hosted'],
      ...['--platform', 'ubuntu-latest=-self-hosted', '--env', `GITHUB_RUN_NUMBER=${number}`],
      ...Object.entries(actions).flatMap(([repository, place]) =>
        versionsIn(workflow.text, repository).flatMap((version) => [
          '--local-repository',
          `${repository}@${version}=${place}`,
        ]),
      ),
      ...Object.entries(inputs).flatMap(([name, value]) => ['--input', `${name}=${value}`]),
      ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
      ...Object.entries(secrets).flatMap(([name, value]) => ['--secret', `${name}=${value}`]),
      ...(workflow.apiUrl === undefined ? [] : ['--env', `GITHUB_API_URL=${workflow.apiUrl}`]),
    ];
    if (payload !== undefined) {
      const file = path.join(this.#site.box.root, `payload-${number}.json`);
      fs.writeFileSync(file, JSON.stringify(payload));
      flags.push('--eventpath', file);
    }
    const program = this.#site.start(['act', event, ...flags], { directory, user });
    return { program, number, ended: program.ended.then(runOf) };
  }

  /** Makes a repository with a workflow. It belongs to the user of the runner, and has a remote that nobody asks. */
  #repository(name: string, { text, repository, files = {}, user = JOB_USER }: Workflow): string {
    const directory = path.join(this.#site.box.root, name);
    fs.cpSync(repository ?? this.#site.repository, directory, { recursive: true });
    fill(directory, { '.github/workflows/workflow.yml': text, ...files });
    const author = ['-c', 'user.name=reader', '-c', 'user.email=reader@example.org'];
    const git = (...args: string[]) => execFileSync('git', ['-C', directory, ...author, ...args]);
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message=The workflow');
    git('remote', 'add', 'origin', 'https://github.com/my-group/my-repository');
    this.#site.giveTo(user, directory);
    return directory;
  }
}

/** The versions of a repository that a workflow uses: one of an action in a folder is that of its repository. */
function versionsIn(text: string, repository: string): string[] {
  const uses = [...text.matchAll(/\buses: *([\w.-]+\/[\w.-]+)(?:\/[\w./-]+)?@(\S+)/g)];
  return [...new Set(uses.filter(([, name]) => name === repository).map(([, , version = '']) => version))];
}

/** Reads the lines of a run. Those that are no JSON are messages of act itself. */
function runOf({ exitCode, output }: { exitCode: number | NodeJS.Signals; output: string }): WorkflowRun {
  const jobs: Record<string, string> = {};
  const outputs: Record<string, Record<string, string>> = {};
  let [summaries, log] = ['', ''];
  for (const text of output.split('\n')) {
    const line: Line = text.startsWith('{') ? JSON.parse(text) : { msg: `${text}\n`, raw_output: true };
    const { job = '', jobResult, stepID: [step = ''] = [], command, name = '', arg = '' } = line;
    if (jobResult !== undefined) jobs[job.slice(job.indexOf('/') + 1)] = jobResult;
    if (command === 'set-output') outputs[step] = { ...outputs[step], [name]: arg };
    if (command === 'summary') summaries += line.content ?? '';
    if (line.raw_output) log += line.msg ?? '';
  }
  return { exitCode, jobs, outputs, summaries, log };
}
