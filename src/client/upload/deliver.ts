import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../../protocol/errors.ts';
import type { VersionRef } from '../../protocol/names.ts';
import type { Connection } from '../connection.ts';
import { type SubmitOptions, stagingWriteError } from '../request.ts';
import {
  makeClosedDirectory,
  type OwnDirectory,
  openToService,
  removeOwnDirectory,
} from '../staging-area.ts';
import type { UploadPlan } from './plan.ts';
import { publish } from './publish.ts';
import { type Staged, type StageOptions, stage } from './stage.ts';
import type { StageClock } from './stages.ts';

/** How the files got to the service, and whether its answer got back. */
export interface Delivered extends Staged {
  readonly answered: boolean;
}

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
export async function deliver(connection: Connection, delivery: Delivery): Promise<Delivered> {
  const { source, plan, request, run, staging, submitting, stages } = delivery;
  const target = path.join(connection.staging, run);
  // What lies in staging under a second name only is the source itself: the service must not move it (protocol §12.5).
  const consume = plan.hardLinks.length === 0;
  const own = await makeOwn(target);
  const stopTouching = keepFresh(target);
  try {
    const result = await stages.run('stage', async () => {
      const staged = await stage(source, target, plan, staging);
      await openToService(own);
      return staged;
    });
    const answered = await stages.run('publish', () =>
      publish(connection, { ...request, source: run, consume }, submitting),
    );
    return { ...result, answered };
  } finally {
    stopTouching();
    const begun = performance.now();
    // Not through the clock, whose listener might throw: this has to be done.
    await clean(own, submitting.onNotice);
    stages.spentMs.clean += performance.now() - begun;
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

async function makeOwn(target: string): Promise<OwnDirectory> {
  try {
    return await makeClosedDirectory(target);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    throw stagingWriteError(target, error);
  }
}

async function clean(own: OwnDirectory, onNotice: SubmitOptions['onNotice']): Promise<void> {
  try {
    await removeOwnDirectory(own);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    onNotice?.(`${own.path} could not be removed from staging: ${messageOf(error)}`);
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
