import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../../protocol/errors.ts';
import type { VersionRef } from '../../protocol/names.ts';
import type { Connection } from '../connection.ts';
import type { SubmitOptions } from '../request.ts';
import { removeFromStaging } from '../staging-area.ts';
import type { UploadPlan } from './plan.ts';
import { publish } from './publish.ts';
import { type Staged, type StageOptions, stage } from './stage.ts';
import type { StageClock } from './stages.ts';

export interface Delivery {
  readonly source: string;
  readonly plan: UploadPlan;
  readonly request: VersionRef & { readonly spoof: string | undefined; readonly onProbation: boolean };
  /** Also the name of the directory in staging. */
  readonly run: string;
  readonly staging: StageOptions;
  readonly submitting: SubmitOptions;
  readonly stages: StageClock;
}

/**
 * Puts what was planned into staging, has it published, and removes it from there, however it ends. Codes as `stage`
 * and `publish`.
 */
export async function deliver(connection: Connection, delivery: Delivery): Promise<Staged> {
  const { source, plan, request, run, staging, submitting, stages } = delivery;
  const staged = path.join(connection.staging, run);
  // What lies in staging under a second name only is the source itself: the service must not move it (protocol §12.5).
  const consume = plan.hardLinks.length === 0;
  const stopTouching = keepFresh(staged);
  try {
    const result = await stages.run('stage', () => stage(source, staged, plan, staging));
    await stages.run('publish', () => publish(connection, { ...request, source: run, consume }, submitting));
    return result;
  } finally {
    stopTouching();
    await stages.run('clean', () => clean(staged, submitting.onNotice));
  }
}

/** Whether an upload has failed because something it links to in the registry has gone since it was planned. */
export function hasLostTarget(error: unknown): boolean {
  return (
    error instanceof GobblerError &&
    error.code === 'service-failed' &&
    /link|no such file|probation/.test(error.message)
  );
}

async function clean(staged: string, onNotice: SubmitOptions['onNotice']): Promise<void> {
  try {
    await removeFromStaging(staged);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    onNotice?.(`${staged} could not be removed from staging: ${messageOf(error)}`);
  }
}

const TOUCH_EVERY_MS = 60 * 60_000;

/**
 * Keeps the modification time of a staged directory young while it is in use, by which sweeps (ours after a day, the
 * service's after a week: protocol §16) tell leftovers. Returns what ends it.
 */
function keepFresh(staged: string): () => void {
  const touch = (): void => {
    const now = new Date();
    // It is gone when the upload ends just now.
    fs.utimes(staged, now, now).catch(() => undefined);
  };
  const timer = setInterval(touch, TOUCH_EVERY_MS).unref();
  return () => clearInterval(timer);
}
