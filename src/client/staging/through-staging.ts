import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, messageOf } from '../../errors/index.ts';
import { AdaptiveIo, forEachConcurrently, ifRefused, ifThere, removeTree } from '../../fs/index.ts';
import { haveOneReady, removeInThread } from '../../fs/large-files/index.ts';
import type { VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import type { UploadPlan } from '../plan/index.ts';
import {
  isStillOwn,
  keepFresh,
  makeClosedDirectory,
  type OwnDirectory,
  openToService,
  type SubmitOptions,
  withdraw,
} from '../requests/index.ts';
import type { StageClock } from '../source/index.ts';
import { publish } from './publish.ts';
import { type Staged, type StageOptions, stage } from './stage.ts';
import { written } from './staged-copy.ts';

/** How the files got to the service, and whether its answer got back. */
export interface Delivered extends Staged {
  readonly answered: boolean;
  /** Resolves when nothing is left in staging. Never rejects for what the filesystem refuses: that is a notice. */
  readonly cleaned: Promise<void>;
}

export interface StagedUpload {
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
 * Puts what was planned into staging, has it published, and removes it from there, however it ends: before it throws,
 * and after success while the caller goes on, who has to wait for `cleaned`. Codes as `stage` and `publish`.
 */
export async function publishThroughStaging(
  connection: Connection,
  upload: StagedUpload,
): Promise<Delivered> {
  const { source, plan, request, run, staging, submitting, stages } = upload;
  const target = path.join(connection.staging, run);
  // A hard link in staging is the source file itself: the service must not move it (protocol §12.5).
  const consume = plan.hardLinks.length === 0;
  const own = await written(target, () => makeClosedDirectory(target));
  const stopTouching = keepFresh(target);
  const pace = new AdaptiveIo();
  const clean = (isPublished: boolean): Promise<void> =>
    remove(own, { plan, pace, isPublished }, submitting.onNotice);
  try {
    const result = await stages.run('stage', async () => {
      const staged = await stage(source, target, plan, { ...staging, pace });
      await openToService(own);
      return staged;
    });
    // A thread takes a while to start, and the service takes a while to answer.
    if (isWorthAThread(plan, pace)) haveOneReady();
    const answered = await stages.run('publish', () =>
      publish(connection, { ...request, source: run, consume }, submitting),
    );
    const cleaned = clean(true);
    // A lot is waited for when something else is done; a little at once, so that a kill finds nothing to leave.
    if (countOf(plan) < MANY_ENTRIES) await cleaned;
    else cleaned.catch(() => undefined);
    return { ...result, answered, cleaned };
  } catch (error) {
    await clean(false);
    throw error;
  } finally {
    stopTouching();
  }
}

const REMOVALS_IN_FLIGHT = 64;

/** Fewer are removed before a thread has started. */
const MANY_ENTRIES = 500;

/** A thread makes its calls one after another: so much faster has the background to be, that it is not worth one. */
const MUCH_FASTER = 0.3;

const isMuchFasterLater = (pace: AdaptiveIo): boolean => pace.backgroundRatio < MUCH_FASTER;

const isWorthAThread = (plan: UploadPlan, pace: AdaptiveIo): boolean =>
  !isMuchFasterLater(pace) && countOf(plan) >= MANY_ENTRIES;

const countOf = ({ hardLinks, copies, links }: UploadPlan): number =>
  hardLinks.length + copies.length + links.length;

/** The thorough way, which also retries, comes next. */
const tryAgain = ifRefused(() => false);

async function remove(
  own: OwnDirectory,
  { plan, pace, isPublished }: { plan: UploadPlan; pace: AdaptiveIo; isPublished: boolean },
  onNotice: SubmitOptions['onNotice'],
): Promise<void> {
  let directory = own.path;
  try {
    if (!(await isStillOwn(own))) return;
    if (!isPublished) directory = await withdraw(own.path);
    if (isMuchFasterLater(pace)) {
      // The names are known, so no entry has to be looked at before it is removed; a missing one was never staged.
      const unlink = async ({ path: entry }: { readonly path: string }): Promise<void> =>
        ifThere(fs.unlink(`${directory}/${entry}`));
      const entries = [...plan.hardLinks, ...plan.copies, ...plan.links];
      // It ends with the first failure: where the server has gone, each call takes as long as the mount allows.
      await forEachConcurrently(entries, REMOVALS_IN_FLIGHT, unlink).catch(tryAgain);
    }
    const isGone = isWorthAThread(plan, pace) && (await removeInThread(directory).catch(tryAgain));
    if (!isGone) await removeTree(directory, onNotice);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    onNotice?.(`${directory} could not be removed from staging: ${messageOf(error)}`);
  }
}
