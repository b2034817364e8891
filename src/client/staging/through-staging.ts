import { constants, existsSync, promises as fs, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errnoOf, type GobblerError, messageOf } from '../../errors/index.ts';
import {
  AdaptiveIo,
  forEachConcurrently,
  ifRefused,
  ifThere,
  removeTree,
  withOpen,
  withOpenNow,
} from '../../fs/index.ts';
import { emptyInThread, haveOneReady } from '../../fs/threads/index.ts';
import type { VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import type { UploadPlan } from '../plan/index.ts';
import {
  keepFresh,
  makeClosedDirectory,
  type OwnDirectory,
  openToService,
  withdraw,
} from '../requests/index.ts';
import type { StageClock } from '../source/index.ts';
import { type PublishOptions, publish } from './publish.ts';
import { type Staged, type StageOptions, stage } from './stage.ts';
import { CREATE, STAGED_MODE, StagedMode, written, writtenNow } from './staged-copy.ts';

/** How the files got to the service, and whether its answer got back. */
export interface Delivered extends Staged {
  /** Why the answer was lost, if it was; see {@link publish}. */
  readonly lostAnswer: GobblerError | undefined;
  /** Resolves when nothing is left in staging. Never rejects for what the filesystem refuses: that is a notice. */
  readonly cleaned: Promise<void>;
}

/** A file that is published with a source, and is not in it. */
export interface GeneratedFile {
  /** Relative to the version; in its top directory. */
  readonly path: string;
  readonly content: Uint8Array;
}

export interface StagedUpload {
  readonly source: string;
  readonly plan: UploadPlan;
  readonly request: VersionRef & { readonly spoof: string | undefined; readonly onProbation: boolean };
  /** Also the name of the directory in staging. */
  readonly run: string;
  readonly staging: StageOptions;
  readonly submitting: PublishOptions;
  readonly stages: StageClock;
  /** Makes a file that is published with the source, once all of that is staged. */
  readonly generate?: ((staged: Staged) => Promise<GeneratedFile | undefined>) | undefined;
}

/**
 * Puts what was planned into staging, has it published, and removes it from there, however it ends: before it throws,
 * and after success while the caller goes on, who has to wait for `cleaned`. Codes as `stage` and `publish`.
 */
export async function publishThroughStaging(
  connection: Connection,
  upload: StagedUpload,
): Promise<Delivered> {
  const { source, plan, request, run, staging, submitting, stages, generate } = upload;
  const target = path.join(connection.staging, run);
  // A hard link in staging is the source file itself: the service must not move it (protocol §12.5).
  const consume = plan.hardLinks.length === 0;
  const own = await written(target, () => makeClosedDirectory(target));
  const stopTouching = keepFresh([target]);
  const pace = new AdaptiveIo();
  const clean = (isPublished: boolean): Promise<void> =>
    remove(own, { plan, pace, isPublished }, submitting.onNotice);
  try {
    const result = await stages.run('stage', async () => {
      const staged = await stage(source, target, plan, { ...staging, pace });
      const generated = await generate?.(staged);
      if (generated !== undefined) stageGenerated(target, generated);
      await openToService(own);
      return staged;
    });
    // A thread takes a while to start, and the service takes a while to answer.
    if (isWorthAThread(plan, pace)) haveOneReady();
    const lostAnswer = await stages.run('publish', () =>
      publish(connection, { ...request, source: run, consume }, submitting),
    );
    const cleaned = clean(true);
    // A lot is waited for when something else is done; a little at once, so that a kill finds nothing to leave.
    if (countOf(plan) < MANY_ENTRIES) await cleaned;
    else cleaned.catch(() => undefined);
    return { ...result, lostAnswer, cleaned };
  } catch (error) {
    await clean(false);
    throw error;
  } finally {
    stopTouching();
  }
}

function stageGenerated(target: string, { path: name, content }: GeneratedFile): void {
  const place = `${target}/${name}`;
  const fill = (descriptor: number): void => {
    new StagedMode().giveNow(descriptor);
    writeFileSync(descriptor, content);
  };
  writtenNow(place, () => withOpenNow(place, CREATE, fill, STAGED_MODE));
}

const REMOVALS_IN_FLIGHT = 64;

/** Fewer are removed before a thread has started. */
const MANY_ENTRIES = 500;

/** A thread makes its calls one after another: so much faster has the background to be, that it is not worth one. */
const MUCH_FASTER = 0.3;

/** Linux removes one entry of a directory at a time, so several at a time help only in several directories. */
const FEWEST_DIRECTORIES = 8;

const isFasterByDirectory = (plan: UploadPlan, pace: AdaptiveIo): boolean =>
  pace.backgroundRatio < MUCH_FASTER && plan.directories.length >= FEWEST_DIRECTORIES;

const isWorthAThread = (plan: UploadPlan, pace: AdaptiveIo): boolean =>
  !isFasterByDirectory(plan, pace) && countOf(plan) >= MANY_ENTRIES;

const countOf = ({ hardLinks, copies, links }: UploadPlan): number =>
  hardLinks.length + copies.length + links.length;

/**
 * Removes what is in a directory, except for directories. Listing it first saves a call to the file server for each entry:
 * making the directory readable for the service has made the client forget which entries are there.
 */
async function removeFiles(directory: string): Promise<void> {
  for (const entry of (await ifThere(fs.readdir(directory, { withFileTypes: true }))) ?? [])
    if (!entry.isDirectory()) await ifThere(fs.unlink(`${directory}/${entry.name}`));
}

/** The thorough way, which also retries, comes next. */
const tryAgain = ifRefused(() => false);

async function remove(
  own: OwnDirectory,
  { plan, pace, isPublished }: { plan: UploadPlan; pace: AdaptiveIo; isPublished: boolean },
  onNotice: PublishOptions['onNotice'],
): Promise<void> {
  let directory = own.path;
  try {
    const isOwn = await ifThere(
      withOpen(own.path, OPEN_DIRECTORY, async (handle) => {
        const { dev, ino } = await handle.stat();
        // Somebody has put another directory there, which is not ours to remove.
        if (dev !== own.dev || ino !== own.ino) return undefined;
        if (!isPublished) directory = await withdraw(own.path);
        const here = existsSync(DESCRIPTORS) ? `${DESCRIPTORS}/${handle.fd}` : directory;
        await empty(here, plan, pace).catch(tryAgain);
        return true;
      }),
    );
    if (isOwn) await removeTree(directory, onNotice);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    onNotice?.(`${directory} could not be removed from staging: ${messageOf(error)}`);
  }
}

const OPEN_DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;
const DESCRIPTORS = '/proc/self/fd';

/** Removes many files in the way that suits the filesystem; leaves little to do, or everything, to {@link removeTree}. */
async function empty(here: string, plan: UploadPlan, pace: AdaptiveIo): Promise<void> {
  if (isWorthAThread(plan, pace)) await emptyInThread(here);
  else if (isFasterByDirectory(plan, pace)) {
    // It ends with the first failure: where the server has gone, each call takes as long as the mount allows.
    const directories = [here, ...plan.directories.map((name) => `${here}/${name}`)];
    await forEachConcurrently(directories, REMOVALS_IN_FLIGHT, removeFiles);
  }
}
