import os from 'node:os';
import path from 'node:path';
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
import { amountText, formatBytes, formatNumberOf } from './figures.ts';
import { harmlessMarkup } from './harmless.ts';
import {
  choice,
  directoryPath,
  flag,
  integerOrAuto,
  lines,
  minutes,
  optionalPath,
  requiredText,
  text,
} from './inputs.ts';
import { annotateWarning, group, line } from './log.ts';
import { manifestOutputs } from './manifest-output.ts';
import { UploadProgress } from './progress.ts';
import { selection } from './selection.ts';
import { serviceInputs } from './service-inputs.ts';
import { writeSummary } from './summary.ts';
import { writeChecksums, writeDifference } from './upload-files.ts';
import { planMarkdown, uploadMarkdown } from './upload-summary.ts';

const inputs = {
  project: requiredText(),
  asset: requiredText(),
  version: requiredText(),
  directory: directoryPath(),
  ...serviceInputs,
  spoof: text(),
  files: lines('**'),
  'include-hidden-files': flag(false),
  'if-no-files-found': choice(['error', 'warn', 'ignore'], 'error'),
  symlinks: choice(['preserve', 'dereference', 'error'], 'preserve'),
  probation: flag(false),
  'if-probational': choice(['warn', 'error', 'ignore'], 'warn'),
  'if-exists': choice(['verify', 'skip', 'error'], 'verify'),
  deduplicate: choice(['latest', 'all', 'off'], 'latest'),
  consume: flag(false),
  verify: choice(['checksum', 'all', 'size', 'off'], 'checksum'),
  'hash-cache': flag(true),
  concurrency: integerOrAuto({ from: 1, to: 1024 }),
  'checksums-file': optionalPath(),
  'dry-run': flag(false),
  'timeout-minutes': minutes(0),
  'lock-wait-minutes': minutes(30),
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
  'copied-bytes',
  'linked-bytes',
  'previous-version',
  'files-added',
  'files-changed',
  'files-removed',
  'diff-path',
  'version-url',
] as const;

type Context = ActionContext<typeof inputs, (typeof outputs)[number]>;
type Published = Exclude<UploadResult, { status: 'planned' }>;

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
  const select = await selection(given.directory, given.files, {
    includeHidden: given['include-hidden-files'],
    followLinks: given.symlinks === 'dereference',
    signal,
  });
  const connection = await connect(given.url, { staging: given.staging, registry: given.registry, signal });
  keepForPost(STATE_STAGING, connection.staging);
  await sweep(connection.staging);
  requireChecksumsSource(connection, context);
  const result = await uploadOrSkip(connection, context, select);
  setOutput('status', result?.status ?? 'skipped');
  if (result?.status !== 'created') setOutput('created', false);
  if (result === undefined) return;
  if (result.leftOut.hidden + result.leftOut.unselected > 0) {
    group(leftOutTitle(result.leftOut), result.leftOut.examples);
  }
  if (result.status === 'planned') await reportPlan(context, result);
  else await reportVersion(connection, context, result);
}

/** Later there may be nothing left to compute them from. */
function requireChecksumsSource({ registryVisible }: Connection, { inputs: given }: Context): void {
  if (given['checksums-file'] === undefined || registryVisible || !given.consume) return;
  throw new GobblerError(
    'invalid-input',
    'checksums-file cannot be combined with consume, unless the registry is visible here',
    {
      input: 'checksums-file',
      hint: 'Leave one of the two out, or mount the registry on this runner.',
    },
  );
}

/** Uploads; undefined if there was nothing to upload and the step is to go on all the same. */
async function uploadOrSkip(
  connection: Connection,
  { inputs: given, setOutput, signal }: Context,
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
      ifExists: given['if-exists'],
      deduplicate: given.deduplicate,
      consume: given.consume,
      verify: given.verify,
      hashCache: given['hash-cache'] ? hashCacheFolder() : undefined,
      concurrency: given.concurrency,
      dryRun: given['dry-run'],
      spoof: given.spoof,
      lockPatienceMs: given['lock-wait-minutes'],
      signal,
      onEvent: (event) => {
        if (event.kind === 'run') keepForPost(STATE_RUN, event.run);
        // Whatever fails from here on, the version is there.
        if (event.kind === 'done' && event.stage === 'publish') setOutput('created', true);
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

/** On a persistent runner the tool cache survives from job to job; elsewhere the user's cache folder does. */
function hashCacheFolder(): string {
  const { RUNNER_TOOL_CACHE, XDG_CACHE_HOME } = process.env;
  return path.join(
    RUNNER_TOOL_CACHE || XDG_CACHE_HOME || path.join(os.homedir(), '.cache'),
    'gobbler-action',
  );
}

async function reportPlan({ inputs: given, setOutput }: Context, result: UploadResult): Promise<void> {
  const { unchanged, hardLinked, copied } = result.placements;
  line(`Nothing was uploaded (dry-run). To publish ${formatRef(given)}:`);
  line(`  ${amountText(unchanged)} would be linked to earlier versions`);
  line(`  ${amountText(hardLinked)} would be read by the service where they are`);
  line(`  ${amountText(copied)} would be copied to staging`);
  setOutput('copied-bytes', copied.bytes);
  setOutput('version-path', result.versionPath);
  setOutput('version-url', result.versionUrl);
  await writeSummary(planMarkdown(result));
}

async function reportVersion(connection: Connection, context: Context, result: Published): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  const { ref, summary, previous } = result;
  const described = await manifestOutputs(connection, ref, result.manifest);
  for (const name of ['manifest', 'manifest-path', 'manifest-truncated', 'manifest-digest'] as const) {
    setOutput(name, described[name]);
  }
  setOutput('version-path', result.versionPath);
  setOutput('version-url', result.versionUrl);
  setOutput('probational', summary.onProbation);
  setOutput('files-count', result.filesCount);
  setOutput('size-bytes', result.sizeBytes);
  setOutput('copied-bytes', result.placements.copied.bytes);
  setOutput('linked-bytes', result.linkedBytes);
  if (previous !== undefined) {
    const { added, changed, removed } = previous.difference;
    setOutput('previous-version', previous.version);
    setOutput('files-added', added.length);
    setOutput('files-changed', changed.length);
    setOutput('files-removed', removed.length);
    setOutput('diff-path', await writeDifference(previous));
    line(
      `Against ${JSON.stringify(previous.version)}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`,
    );
  }
  const checksumsFile = given['checksums-file'];
  if (checksumsFile !== undefined) {
    const root = result.visible ? result.versionPath : given.directory;
    await writeChecksums(checksumsFile, root, result.manifest, signal);
  }
  if (described['manifest-truncated'])
    line('The manifest is too long for the output manifest: use manifest-path');
  if (!result.visible) line(`${result.versionPath} cannot be read on this runner: use version-url`);
  const content = `${formatNumberOf(result.filesCount, 'file')}, ${formatBytes(result.sizeBytes)}`;
  const linked = result.linkedBytes > 0 ? `, of which ${formatBytes(result.linkedBytes)} are links` : '';
  const state = summary.onProbation ? ', on probation' : '';
  line(`${SAID[result.status]} ${formatRef(ref)}: ${content}${linked}${state}`);
  line(`  at ${result.versionPath}`);
  await writeSummary(uploadMarkdown(result, described['manifest-digest']));
  if (result.status === 'created' && summary.onProbation && !given.probation)
    refuseProbation(context, result);
}

const SAID: Record<Published['status'], string> = {
  created: 'Published',
  verified: 'There already, with the same content:',
  skipped: 'There already, and left as it is:',
};

function refuseProbation({ inputs: given }: Context, { ref, summary }: Published): void {
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
