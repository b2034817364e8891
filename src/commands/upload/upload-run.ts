import {
  type Connection,
  restoreSource,
  type Selection,
  selectPaths,
  UploadRefused,
  type UploadResult,
  uploadDirectory,
} from '../../client/index.ts';
import { formatRef, relativeInside } from '../../protocol/index.ts';
import { connectTo, optionalCacheFolder } from '../connect/index.ts';
import { annotateWarning, escapeMarkup, formatNumberOf, host, line, writeSummary } from '../kit/index.ts';
import { findOrigin, type Origin } from '../provenance/index.ts';
import { tellLeftOut } from './left-out.ts';
import { tellLosses } from './losses.ts';
import { requireHandover } from './manifest-output.ts';
import { publishingOptions, publishingProgress } from './publishing.ts';
import { sweepLeftovers } from './staging-sweep.ts';
import { requireWritableChecksums } from './upload-files.ts';
import type { UploadContext } from './upload-inputs.ts';
import { OUTCOMES, reportKept, reportPlan, reportVersion } from './upload-report.ts';

/** State passed to the post step. Saved before the first thing is made in staging. */
const STATE_STAGING = 'staging';
const STATE_RUN = 'run';
const STATE_CONSUMING = 'consuming';

/** Publishes a directory as a new version, and tells people and later steps. */
export async function runUpload(context: UploadContext): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  line(`Publishing ${given.directory} as ${formatRef(given)} at ${given.url}`);
  const select = withoutChecksums(given, await selectPaths(given.files));
  const origin = await findOrigin(given);
  const connection = await connectTo(given, signal);
  host().keep(STATE_STAGING, connection.staging);
  await sweepLeftovers(connection.staging);
  const checksumsFile = given['checksums-file'];
  if (checksumsFile !== undefined) await requireWritableChecksums(connection, checksumsFile);
  if (!given['dry-run']) await requireHandover(connection);
  const result = await uploadOrSkip(connection, context, { select, origin });
  if (result?.status !== 'created') setOutput('created', false);
  if (result === undefined) return setOutput('status', 'skipped');
  if (result.status !== 'planned')
    context.accomplished(result.status, `${formatRef(given)} ${OUTCOMES[result.status]}`);
  tellLeftOut(result.leftOut);
  if (result.status !== 'skipped') tellLosses(result.losses);
  if (result.status === 'planned') await reportPlan(context, result);
  else {
    await reportVersion(connection, { ...context, origin }, result);
    if (given.consume) reportKept(context, result);
  }
  setOutput('status', result.status);
}

/** The file for checksums describes the version, and is no part of it: else the next run would find it in the directory. */
function withoutChecksums(
  { directory, 'checksums-file': file }: UploadContext['inputs'],
  selection: Selection,
): Selection {
  const own = file && relativeInside(directory, file);
  if (!own) return selection;
  return { ...selection, selects: (entry, kind) => entry !== own && selection.selects(entry, kind) };
}

/** Uploads; undefined if there was nothing to upload and the step is to go on all the same. */
async function uploadOrSkip(
  connection: Connection,
  { inputs: given, setOutput, signal }: UploadContext,
  { select, origin }: { readonly select: Selection; readonly origin: Origin },
): Promise<UploadResult | undefined> {
  const progress = publishingProgress(connection, given, given);
  try {
    return await uploadDirectory(connection, {
      project: given.project,
      asset: given.asset,
      version: given.version,
      directory: given.directory,
      symlinks: given.symlinks,
      includeHidden: given['include-hidden-files'],
      select,
      ...publishingOptions(given, origin),
      consume: given.consume,
      hashCache: given['hash-cache'] ? await optionalCacheFolder() : undefined,
      dryRun: given['dry-run'],
      signal,
      onEvent: (event) => {
        if (event.kind === 'run') host().keep(STATE_RUN, event.run);
        if (event.kind === 'stage' && event.stage === 'clean') host().keep(STATE_CONSUMING, given.directory);
        if (event.kind === 'created') setOutput('created', true);
        progress.handle(event);
      },
    });
  } catch (error) {
    const onlyEmpty =
      error instanceof UploadRefused && error.groups.every((group) => group.kind === 'no-files');
    if (!onlyEmpty || given['if-no-files-found'] === 'error') throw error;
    const sentences = [`${error.message}. Nothing was uploaded.`];
    await writeSummary(`### ⚪ ${escapeMarkup(formatRef(given))} was not published: no files found`);
    if (given['if-no-files-found'] === 'ignore') line(sentences.join());
    else annotateWarning({ title: 'No files found', sentences, hint: error.advice, input: 'directory' });
    return undefined;
  } finally {
    progress.stop(signal);
  }
}

/**
 * Removes what a killed run left in staging, and what older ones of this user did, and puts entries of the source back that
 * it was about to remove.
 */
export async function sweepAfterUpload(): Promise<void> {
  try {
    const consuming = host().recall(STATE_CONSUMING);
    if (consuming !== '') await restoreConsumed(consuming);
  } finally {
    const staging = host().recall(STATE_STAGING);
    const ended = host().recall(STATE_RUN);
    if (staging !== '') await sweepLeftovers(staging, ended === '' ? [] : [ended]);
  }
}

async function restoreConsumed(directory: string): Promise<void> {
  const stays = await restoreSource(directory);
  if (stays.length === 0) return;
  annotateWarning({
    title: 'Source not restored',
    sentences: [
      `${formatNumberOf(stays.length, 'entry', 'entries')} of ${directory} stay set aside: another process may be at work on them, or other files have taken their place`,
      ...stays.slice(0, MOST_STAYING),
      ...(stays.length > MOST_STAYING ? [`… and ${stays.length - MOST_STAYING} more`] : []),
    ],
    isHeaded: true,
    hint: 'Compare each with the file that has its name, and remove one of them.',
    input: 'consume',
  });
}

/** More are only counted. */
const MOST_STAYING = 10;
