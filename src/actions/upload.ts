import * as core from '@actions/core';
import {
  type Connection,
  connect,
  GobblerError,
  sweepStaging,
  UploadRefused,
  type UploadResult,
  uploadDirectory,
} from '../client/index.ts';
import { formatRef } from '../protocol/names.ts';
import { type ActionContext, defineAction } from './action.ts';
import { keepForPost } from './command-files.ts';
import { formatBytes, formatNumberOf } from './figures.ts';
import { harmlessMarkup } from './harmless.ts';
import { choice, directoryPath, flag, lines, minutes, optionalPath, requiredText, text } from './inputs.ts';
import { annotateWarning, group, line } from './log.ts';
import { manifestOutputs } from './manifest-output.ts';
import { UploadProgress } from './progress.ts';
import { selection } from './selection.ts';
import { writeSummary } from './summary.ts';
import { uploadMarkdown } from './upload-summary.ts';

const inputs = {
  project: requiredText(),
  asset: requiredText(),
  version: requiredText(),
  directory: directoryPath(),
  url: requiredText({ fallback: () => process.env.GOBBLER_URL }),
  staging: optionalPath(),
  registry: optionalPath(),
  spoof: text(),
  files: lines('**'),
  'include-hidden-files': flag(false),
  'if-no-files-found': choice(['error', 'warn', 'ignore'], 'error'),
  symlinks: choice(['preserve', 'dereference', 'error'], 'preserve'),
  probation: flag(false),
  'if-probational': choice(['warn', 'error', 'ignore'], 'warn'),
  consume: flag(false),
  'timeout-minutes': minutes(0),
  'show-summary': flag(true),
};

const outputs = [
  'version-path',
  'manifest',
  'manifest-path',
  'manifest-truncated',
  'manifest-digest',
  'status',
  'created',
  'probational',
  'files-count',
  'size-bytes',
  'version-url',
] as const;

type Context = ActionContext<typeof inputs, (typeof outputs)[number]>;

/** State passed to the post step. Saved before the first thing is made in staging. */
const STATE_STAGING = 'staging';
const STATE_RUN = 'run';
/** Leftovers of killed runs of this user are swept once they are older. */
const STALE_MS = 24 * 60 * 60_000;

/** The root action: publishes a directory as a new version. */
export const upload = defineAction({
  name: 'upload',
  inputs,
  outputs,
  failed: (given) => `${formatRef(given)} was not published`,
  unanswered: { created: 'false' },
  run,
  post,
});

async function run(context: Context): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  line(`Publishing ${given.directory} as ${formatRef(given)} at ${given.url}`);
  const select = await selection(given.directory, given.files);
  const connection = await connect(given.url, { staging: given.staging, registry: given.registry, signal });
  keepForPost(STATE_STAGING, connection.staging);
  await sweep(connection.staging);
  const result = await uploadOrSkip(connection, context, select);
  if (result === undefined) {
    setOutput('status', 'skipped');
    setOutput('created', false);
    return;
  }
  await report(connection, context, result);
}

/** Uploads; undefined if there was nothing to upload and the step is to go on all the same. */
async function uploadOrSkip(
  connection: Connection,
  { inputs: given, signal }: Context,
  select: Awaited<ReturnType<typeof selection>>,
): Promise<UploadResult | undefined> {
  const progress = new UploadProgress();
  try {
    return await uploadDirectory(connection, {
      project: given.project,
      asset: given.asset,
      version: given.version,
      directory: given.directory,
      symlinks: given.symlinks,
      includeHidden: given['include-hidden-files'],
      select,
      probation: given.probation,
      refuseProbation: given['if-probational'] === 'error',
      consume: given.consume,
      spoof: given.spoof,
      signal,
      onEvent: (event) => {
        if (event.kind === 'run') keepForPost(STATE_RUN, event.run);
        progress.handle(event);
      },
    });
  } catch (error) {
    const onlyEmpty =
      error instanceof UploadRefused && error.groups.every((group) => group.kind === 'no-files');
    if (!onlyEmpty || given['if-no-files-found'] === 'error') throw error;
    const sentences = [`${error.message}. Nothing was uploaded.`];
    await writeSummary(`### ⚪ ${harmlessMarkup(formatRef(given))} was not published: no files found`);
    if (given['if-no-files-found'] === 'ignore') line(sentences.join());
    else annotateWarning({ title: 'No files found', sentences, hint: error.hint, input: 'directory' });
    return undefined;
  } finally {
    progress.stop();
  }
}

async function report(connection: Connection, context: Context, result: UploadResult): Promise<void> {
  const { inputs: given, setOutput } = context;
  const { ref, leftOut, summary } = result;
  const described = await manifestOutputs(connection, ref, result.manifest);
  for (const name of ['manifest', 'manifest-path', 'manifest-truncated', 'manifest-digest'] as const) {
    setOutput(name, described[name]);
  }
  setOutput('version-path', result.versionPath);
  setOutput('version-url', result.versionUrl);
  setOutput('created', true);
  setOutput('probational', summary.onProbation);
  setOutput('files-count', result.filesCount);
  setOutput('size-bytes', result.sizeBytes);
  if (described['manifest-truncated'])
    line('The manifest is too long for the output manifest: use manifest-path');
  if (leftOut.hidden + leftOut.unselected > 0) group(leftOutTitle(leftOut), leftOut.examples);
  if (!result.visible) line(`${result.versionPath} cannot be read on this runner: use version-url`);
  const content = `${formatNumberOf(result.filesCount, 'file')}, ${formatBytes(result.sizeBytes)}`;
  line(
    `${formatRef(ref)} is at ${result.versionPath}: ${content}${summary.onProbation ? ', on probation' : ''}`,
  );
  await writeSummary(uploadMarkdown(result, described['manifest-digest']));
  if (summary.onProbation && !given.probation) refuseProbation(context, result);
  setOutput('status', 'created');
}

function refuseProbation({ inputs: given }: Context, { ref, summary }: UploadResult): void {
  const policy = given['if-probational'];
  const sentence = `${formatRef(ref)} was published, but on probation, because ${JSON.stringify(summary.uploadUserId)} is not a trusted uploader`;
  const hint =
    'It is not the latest version until an owner of the project approves it. Set probation: true if that is intended.';
  if (policy === 'error') throw new GobblerError('on-probation', sentence, { hint, input: 'if-probational' });
  if (policy === 'warn')
    annotateWarning({ title: 'On probation', sentences: [sentence], hint, input: 'if-probational' });
}

function leftOutTitle({ hidden, unselected, examples }: UploadResult['leftOut']): string {
  const reasons = [
    ...(hidden > 0
      ? [`${formatNumberOf(hidden, 'hidden entry', 'hidden entries')} (see include-hidden-files)`]
      : []),
    ...(unselected > 0 ? [`${formatNumberOf(unselected, 'entry', 'entries')} not selected (see files)`] : []),
  ];
  const first = hidden + unselected > examples.length ? `, the first ${examples.length}` : '';
  return `Left out: ${reasons.join(', ')}${first}`;
}

/** Removes what a killed run left in staging, and what older ones of this user did. */
async function post(): Promise<void> {
  const staging = core.getState(STATE_STAGING);
  const ended = core.getState(STATE_RUN);
  if (staging !== '') await sweep(staging, ended === '' ? [] : [ended]);
}

async function sweep(staging: string, runs: readonly string[] = []): Promise<void> {
  const { removed, failures } = await sweepStaging(staging, { runs, olderThanMs: STALE_MS });
  for (const name of removed) line(`Removed ${name}, left in staging by a run that was killed`);
  if (failures.length > 0) annotateWarning({ title: 'Leftovers in staging', sentences: failures });
}
