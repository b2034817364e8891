import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { runStep, type Step, type StepResult } from '../../scripts/runner.mjs';
import { type Sandbox, settingsPlaces } from './sandbox.ts';
import { NODE, PROGRAMS } from './several-users.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** The keys of a workflow step, besides `uses`. */
export interface Use {
  readonly with?: Record<string, string>;
  readonly env?: Record<string, string>;
  /** Gets the process of the main step, to stop it. */
  readonly onStart?: Step['onStart'];
  readonly onLine?: Step['onLine'];
  readonly prefix?: readonly string[];
  /** Run the post step, too, with the state of the main one. Without it, nobody tidies up behind the main step. */
  readonly withPost?: boolean;
}

export interface UseResult extends StepResult {
  readonly post: StepResult | undefined;
}

interface ActionFile {
  inputs?: Record<string, { default?: string }>;
  runs: { main: string; post?: string };
}

/**
 * Hosts an action of this repository as the workflow runner does: defaults from `action.yml`, the programs of `PROGRAMS` as a
 * process of its own, command files, and with `withPost` the post step. `folder` is `.` for the root action.
 */
export async function use(
  box: Sandbox,
  folder: string,
  { withPost = false, ...step }: Use,
): Promise<UseResult> {
  const file = actionFile(folder);
  const defaults = Object.entries(file.inputs ?? {}).map(([name, field]) => [
    name,
    String(field.default ?? ''),
  ]);
  const common = commonOf(box, step);
  const main = await runStep({
    ...common,
    script: path.join(PROGRAMS, folder, file.runs.main),
    inputs: { ...Object.fromEntries(defaults), ...step.with },
    ...(step.onStart && { onStart: step.onStart }),
    ...(step.onLine && { onLine: step.onLine }),
  });
  if (file.runs.post === undefined || !withPost) return { ...main, post: undefined };
  return { ...main, post: await usePost(box, folder, main, step) };
}

/** Runs the post step of an action by itself, as at the end of a job. */
export async function usePost(
  box: Sandbox,
  folder: string,
  { state }: Pick<StepResult, 'state'>,
  step: Pick<Use, 'env' | 'prefix'> = {},
): Promise<StepResult> {
  const script = path.join(PROGRAMS, folder, actionFile(folder).runs.post ?? 'no post step');
  return runStep({ ...commonOf(box, step), script, state });
}

function actionFile(folder: string): ActionFile {
  return parse(fs.readFileSync(path.join(root, folder, 'action.yml'), 'utf8'));
}

function commonOf(box: Sandbox, { env, prefix = [] }: Pick<Use, 'env' | 'prefix'>) {
  const temp = path.join(box.root, 'temp');
  fs.mkdirSync(temp, { recursive: true });
  fs.chmodSync(temp, 0o1777);
  return {
    node: NODE,
    workspace: box.workspace,
    temp,
    env: {
      GOBBLER_URL: box.url,
      XDG_CACHE_HOME: path.join(box.root, 'cache'),
      ...settingsPlaces(box.root),
      ...env,
    },
    prefix,
  };
}
