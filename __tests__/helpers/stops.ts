import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { GobblerError, refreshLatest, type VersionRef, validateVersion } from '../../src/client/index.ts';
import { type Use, type UseResult, use, usePost } from './host.ts';
import { leftInStaging, type Sandbox } from './sandbox.ts';
import { until } from './service-bench.ts';
import { contentOf, stateOf } from './tree-state.ts';

/** How a step is stopped: as the runner cancels it, as a machine goes down, or by a signal of somebody else. */
export type Stop = 'cancel' | 'kill' | NodeJS.Signals;

/** Stops a step. A cancel is SIGINT, SIGTERM 7.5 s later, and SIGKILL 2.5 s after that. */
export function stopStep(step: ChildProcess, stop: Stop): void {
  if (stop === 'kill') {
    step.kill('SIGKILL');
    return;
  }
  if (stop !== 'cancel') {
    step.kill(stop);
    return;
  }
  step.kill('SIGINT');
  const timers = [
    setTimeout(() => step.kill('SIGTERM'), 7_500),
    setTimeout(() => step.kill('SIGKILL'), 10_000),
  ];
  step.once('close', () => {
    for (const timer of timers) clearTimeout(timer);
  });
}

/** The last one in the list of the launchers: Node itself listens to some of the others. */
const LAST = BigInt(constants.signals.SIGVTALRM - 1);

/** Whether a launcher has come as far as its second statement, by what the system tells of the process. */
export function hasListeners({ pid }: ChildProcess): boolean {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'latin1');
  const caught = BigInt(`0x${/^SigCgt:\s*(\w+)$/m.exec(status)?.[1] ?? '0'}`);
  return ((caught >> LAST) & 1n) === 1n;
}

export interface StoppedUpload {
  readonly version: string;
  readonly directory: string;
  readonly stop: Stop;
  /** Sweep by the post step; otherwise by the next run, a day later. */
  readonly withPost: boolean;
  readonly inputs?: Record<string, string>;
  readonly env?: Record<string, string>;
  /** Gets what stops the step, and its process. */
  readonly when: (stopNow: () => void, step: ChildProcess) => void;
}

export interface Stopped {
  /** The version as the stopped step left it. */
  readonly outcome: 'absent' | 'complete';
  readonly step: UseResult;
  /** The content of staging before the sweep. */
  readonly leftovers: readonly string[];
  /** How long the same step took when nothing stopped it, its post step included. */
  readonly undisturbedMs: number;
}

/**
 * Publishes p/a/`version`, stops the step, and holds what is left to what is promised: the source is as it was, the
 * version is absent or complete, nothing stays in staging, and the same step succeeds afterwards.
 */
export async function stopAnUpload(box: Sandbox, upload: StoppedUpload): Promise<Stopped> {
  const { version, directory, stop, withPost, inputs = {}, env = {}, when } = upload;
  const before = stateOf(directory);
  const content = contentOf(directory);
  const ref: VersionRef = { project: 'p', asset: 'a', version };
  const common: Use = {
    with: { ...ref, directory, ...inputs },
    env: { RUNNER_TOOL_CACHE: path.join(box.root, 'tools'), ...env },
  };
  const step = await use(box, '.', {
    ...common,
    onStart: (child) => when(() => stopStep(child, stop), child),
  });
  expect(stateOf(directory)).toEqual(before);
  const outcome = await settled(box, ref);
  if (outcome === 'complete') await expectWhole(box, ref, content);

  const leftovers = leftInStaging(box);
  if (withPost) {
    await usePost(box, '.', step, { env: common.env ?? {} });
    expect(leftInStaging(box)).toEqual([]);
  } else ageStaging(box);
  const { GOBBLER_URL: _, ...undisturbed } = common.env ?? {};
  const begun = performance.now();
  const again = await use(box, '.', { ...common, env: undisturbed });
  const undisturbedMs = performance.now() - begun;
  expect({ log: again.log, exitCode: again.exitCode }).toMatchObject({ exitCode: 0 });
  expect(again.outputs.status).toBe(outcome === 'complete' ? 'verified' : 'created');
  await expectWhole(box, ref, content);
  expect(leftInStaging(box)).toEqual([]);
  return { outcome, step, leftovers, undisturbedMs };
}

/** Waits until the service is done with a version that nobody waits for any more. */
export async function settled(
  { registry, connection }: Sandbox,
  ref: VersionRef,
): Promise<'absent' | 'complete'> {
  const { project, asset, version } = ref;
  const directory = path.join(registry, project, asset, version);
  const isThere = (file: string): boolean => fs.existsSync(file);
  const isBegun = (): boolean => isThere(directory) && !isThere(path.join(directory, '..summary'));
  do {
    await until(() => !isBegun(), `${version} is rolled back or complete`);
    // With its summary, it may still be undone: that is over when others get the lock of the asset.
    await refreshLatest(connection, { project, asset }).catch(unlessNotFound);
    // The service may have begun only now, although the step is over.
  } while (isBegun());
  return isThere(directory) ? 'complete' : 'absent';
}

/** Before its first version, there is no asset. */
function unlessNotFound(error: unknown): void {
  if (!(error instanceof GobblerError) || error.code !== 'not-found') throw error;
}

/** Checks that a version is complete, with exactly this content. */
export async function expectWhole(
  box: Sandbox,
  ref: VersionRef,
  content: Map<string, string>,
): Promise<void> {
  await validateVersion(box.connection, ref);
  expect(contentOf(path.join(box.registry, ref.project, ref.asset, ref.version))).toEqual(content);
}

/** Makes everything in staging look as if nobody had touched it for more than a day. */
export function ageStaging(box: Sandbox): void {
  const time = Date.now() / 1000 - 25 * 60 * 60;
  for (const name of leftInStaging(box)) fs.lutimesSync(path.join(box.staging, name), time, time);
}
