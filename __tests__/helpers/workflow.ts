import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { parseCommandFile } from '../../scripts/runner.mjs';
import { asUser } from './as-others.ts';
import { type UseResult, use, usePost } from './host.ts';
import type { Sandbox } from './sandbox.ts';
import { checkOut, programsOf } from './site.ts';

/** The parts of a workflow that are run; the others mean something to GitHub only. */
interface Workflow {
  readonly env?: Record<string, string>;
  readonly jobs: Record<string, Job>;
}

interface Job {
  readonly strategy?: { readonly matrix: Record<string, readonly string[]> };
  readonly env?: Record<string, string>;
  readonly outputs?: Record<string, string>;
  readonly steps: readonly Step[];
}

interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Record<string, unknown>;
  readonly env?: Record<string, string>;
}

export interface StepOutcome {
  /** The action or script that it runs. */
  readonly what: string;
  readonly exitCode: UseResult['exitCode'] | 'skipped';
  readonly log: string;
  readonly outputs: Record<string, string>;
}

export interface WorkflowOptions {
  /** Values of `github.…`, `vars.…` and `secrets.…`. */
  readonly context?: Record<string, string>;
  /** Replaces what the workflow sets, such as the address of the service. */
  readonly env?: Record<string, string>;
  readonly onLine?: (line: string) => void;
  /** Inputs that replace those of every step that uses this folder, to save time. */
  readonly inputs?: Record<string, Record<string, string>>;
  /** The repository that `actions/checkout` finds; without it, that step is skipped. */
  readonly repository?: string;
  /** The account of the runner; left out, the one that runs the tests. It gets what is checked out. */
  readonly user?: string;
  /** Called before each job but the first, as a reviewer would be. */
  readonly betweenJobs?: () => Promise<void>;
}

/**
 * Runs a workflow with the actions of this repository, whether it names them by `./` or by the name of the repository:
 * its jobs one after the other in one workspace. After the first failure, only the steps of that job with `always()` run. Of
 * the actions of others, only the checkout is carried out. Expressions may look up values, and compare one to a text.
 */
export async function runWorkflow(
  box: Sandbox,
  text: string,
  { context = {}, env = {}, inputs = {}, onLine, repository, user, betweenJobs }: WorkflowOptions = {},
): Promise<StepOutcome[]> {
  const workflow: Workflow = parse(text);
  const values = new Map(Object.entries(context));
  const outcomes: StepOutcome[] = [];
  for (const [at, [name, job]] of Object.entries(workflow.jobs).entries()) {
    if (at > 0) await betweenJobs?.();
    const jobEnv: Record<string, string> = { ...workflow.env, ...job.env, ...env };
    const toSweep: (() => Promise<unknown>)[] = [];
    let failed = false;
    for (const step of stepsOf(job)) {
      if (failed && !step.if?.startsWith(ALWAYS)) continue;
      for (const [key, value] of Object.entries(step.matrix)) values.set(`matrix.${key}`, value);
      const outcome = await runStep(box, step, {
        values,
        jobEnv,
        inputs,
        toSweep,
        repository,
        user,
        ...(onLine && { onLine }),
      });
      outcomes.push(outcome);
      for (const [output, value] of Object.entries(outcome.outputs))
        values.set(`steps.${step.id}.outputs.${output}`, value);
      failed ||= outcome.exitCode !== 0 && outcome.exitCode !== 'skipped';
    }
    for (const sweep of toSweep.reverse()) await sweep();
    for (const [output, value] of Object.entries(job.outputs ?? {}))
      values.set(`needs.${name}.outputs.${output}`, expand(value, values));
    if (failed) break;
  }
  return outcomes;
}

/** How the condition of a step begins that runs even after a failure. */
const ALWAYS = 'always() && ';

/** The steps of a job: of one job of its matrix after the other. */
function stepsOf({ strategy, steps }: Job): (Step & { readonly matrix: Record<string, string> })[] {
  let rounds: Record<string, string>[] = [{}];
  for (const [key, list] of Object.entries(strategy?.matrix ?? {}))
    rounds = rounds.flatMap((round) => list.map((value) => ({ ...round, [key]: value })));
  return rounds.flatMap((matrix) => steps.map((step) => ({ ...step, matrix })));
}

interface JobState {
  readonly values: Map<string, string>;
  readonly jobEnv: Record<string, string>;
  readonly inputs: Record<string, Record<string, string>>;
  readonly toSweep: (() => Promise<unknown>)[];
  readonly repository: string | undefined;
  readonly user: string | undefined;
  readonly onLine?: (line: string) => void;
}

async function runStep(box: Sandbox, step: Step, job: JobState): Promise<StepOutcome> {
  const { values, jobEnv, inputs, toSweep, repository, user, onLine } = job;
  const prefix = user === undefined ? [] : asUser(user);
  const what = step.uses ?? step.run ?? '';
  const skipped: StepOutcome = { what, exitCode: 'skipped', log: '', outputs: {} };
  if (step.if !== undefined && !holds(step.if.replace(ALWAYS, ''), values)) return skipped;
  const own = Object.entries(step.env ?? {}).map(([name, value]) => [name, expand(value, values)]);
  const env = { ...jobEnv, ...Object.fromEntries(own) };
  if (step.run !== undefined) return { what, ...(await runShell(box, step.run, env, prefix)) };
  if (repository !== undefined && what.startsWith('actions/checkout@')) {
    checkOut(box, repository);
    if (user !== undefined) execFileSync('chown', ['-R', user, box.workspace]);
    return { ...skipped, exitCode: 0 };
  }
  const [, folder] = /^(?:\.|gobbler-action\/gobbler-action)(\/[\w-]*)?(?:@.*)?$/.exec(what) ?? [];
  if (folder === undefined && !what.startsWith('gobbler-action/')) return skipped;
  const given = Object.entries(step.with ?? {}).map(([name, value]) => [name, expand(String(value), values)]);
  const action = `.${folder ?? ''}`;
  const result = await use(box, action, {
    with: { ...Object.fromEntries(given), ...inputs[action.slice(2)] },
    env,
    prefix,
    ...(onLine && { onLine }),
  });
  Object.assign(jobEnv, result.env);
  if (result.state && Object.keys(result.state).length > 0)
    toSweep.push(() => usePost(box, action, result, { env, prefix }));
  return { what, exitCode: result.exitCode, log: result.log, outputs: result.outputs };
}

function runShell(
  box: Sandbox,
  script: string,
  env: Record<string, string>,
  prefix: readonly string[],
): Promise<Pick<StepOutcome, 'exitCode' | 'log' | 'outputs'>> {
  const outputs = path.join(box.root, `outputs-${randomUUID()}`);
  fs.writeFileSync(outputs, '');
  fs.chmodSync(outputs, 0o666);
  const { workspace } = box;
  const [program = '', ...args] = [...prefix, 'bash', '-e', '-o', 'pipefail', '-c', script];
  const child = spawn(program, args, {
    cwd: workspace,
    env: {
      ...process.env,
      XDG_CACHE_HOME: path.join(box.root, 'cache'),
      GITHUB_OUTPUT: outputs,
      ...env,
      PATH: `${programsOf(box)}:${process.env.PATH}`,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ exitCode: code ?? signal, log, outputs: parseCommandFile(fs.readFileSync(outputs, 'utf8')) });
    });
  });
}

function expand(text: string, values: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) =>
    /^[\w.-]+$/.test(expression) ? lookUp(expression, values) : String(holds(expression, values)),
  );
}

function holds(condition: string, values: ReadonlyMap<string, string>): boolean {
  const [, name = '', operator, text] = /^([\w.-]+)\s*(==|!=)\s*'([^']*)'$/.exec(condition) ?? [];
  if (operator === undefined) throw new Error(`this condition cannot be read here: ${condition}`);
  return (lookUp(name, values) === text) === (operator === '==');
}

/** A misspelled name, which GitHub replaces by an empty text, is an error here. */
function lookUp(name: string, values: ReadonlyMap<string, string>): string {
  const value = values.get(name);
  if (value === undefined) throw new Error(`there is no ${name}; there are ${[...values.keys()].join(', ')}`);
  return value;
}
