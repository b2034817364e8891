import type { ChangesSince, Connection, FoundProvenance, PlannedUpload } from '../../client/index.ts';
import type { Compared } from '../../client/review/index.ts';
import { ERROR_TITLES, gobblerError } from '../../errors/index.ts';
import { formatRef } from '../../protocol/index.ts';
import {
  amountText,
  annotateWarning,
  formatBytes,
  formatNumberOf,
  host,
  line,
  type OutputValue,
  tryWriteLater,
  writeSummary,
} from '../kit/index.ts';
import { foundOrigin, logOrigin, type Origin } from '../provenance/index.ts';
import {
  approveCommand,
  changesSinceLatest,
  changesTable,
  logChanges,
  logChangeTotals,
  logHowToApprove,
  maintainersOf,
  setChangeOutputs,
  versionLine,
  versionUrl,
} from '../versions/index.ts';
import { manifestOutputs } from './manifest-output.ts';
import { removeChecksums, writeChecksums, writeDifference } from './upload-files.ts';
import type { UploadContext, versionOutputs } from './upload-inputs.ts';
import { type Published, placementsOf, planMarkdown, uploadMarkdown } from './upload-summary.ts';

/** The facts of a run that a report needs: of an upload, or of a submit. */
export interface ReportContext {
  readonly inputs: Pick<UploadContext['inputs'], 'probation' | 'if-probational' | 'checksums-file'>;
  readonly setOutput: (name: keyof typeof versionOutputs, value: OutputValue) => void;
  readonly signal: AbortSignal;
  readonly origin: Origin;
}

/** Tells what an upload would do. */
export async function reportPlan(
  { inputs: given, setOutput }: UploadContext,
  result: PlannedUpload,
): Promise<void> {
  const { difference, previousVersion } = result;
  const { unchanged, hardLinked, copied } = result.placements;
  line(`Nothing was uploaded (dry-run). To publish ${formatRef(given)}:`);
  line(`  ${amountText(unchanged)} unchanged since an earlier version`);
  line(`  ${amountText(hardLinked)} to publish without a copy, since staging is on the same filesystem`);
  line(`  ${amountText(copied)} to copy`);
  if (previousVersion !== undefined) {
    const changes = { version: previousVersion, difference };
    (host().table === undefined ? logChanges : logChangeTotals)(changes);
    setOutput('previous-version', previousVersion);
    setChangeOutputs(setOutput, difference);
    setOutput('diff-path', (await tryWriteLater('the difference', () => writeDifference(changes))) ?? '');
  }
  host().table?.(changesTable(difference));
  setOutput('copied-bytes', copied.bytes);
  setOutput('version-path', result.versionPath);
  setOutput('version-url', result.versionUrl);
  await writeSummary(...planMarkdown(result));
}

/** Hands a version on to later steps and to people. Code `on-probation` if it is, and the inputs say that this is a failure. */
export async function reportVersion(
  connection: Connection,
  context: ReportContext,
  result: Published,
): Promise<void> {
  const { inputs: given, setOutput, signal } = context;
  const { ref, summary } = result;
  const provenance = result.provenance ?? (await earlierProvenance(connection, result, signal));
  const described = await manifestOutputs(connection, ref, result.manifest);
  for (const name of ['manifest', 'manifest-path', 'manifest-truncated', 'manifest-digest'] as const) {
    setOutput(name, described[name]);
  }
  // A path that later steps cannot read would only mislead them.
  setOutput('version-path', result.visible ? result.versionPath : '');
  setOutput('version-url', result.versionUrl);
  setOutput('probational', summary.onProbation);
  setOutput('files-count', result.filesCount);
  setOutput('size-bytes', result.sizeBytes);
  setOutput('copied-bytes', result.placements.copied.bytes);
  setOutput('linked-bytes', result.linkedBytes);
  const { comparison: changes, incomparable }: Compared<ChangesSince> =
    summary.onProbation && result.previous === undefined
      ? await changesSinceLatest(connection, ref, result.manifest, signal)
      : { comparison: result.previous };
  if (changes !== undefined) {
    setOutput('previous-version', changes.version);
    setChangeOutputs(setOutput, changes.difference);
    setOutput('diff-path', (await tryWriteLater('the difference', () => writeDifference(changes))) ?? '');
  }
  const checksumsFile = given['checksums-file'];
  if (checksumsFile !== undefined) {
    const { sums } = result;
    const uncompared = `${formatRef(ref)} already existed, and was not compared`;
    await tryWriteLater('checksums-file', () =>
      sums === undefined ? removeChecksums(checksumsFile, uncompared) : writeChecksums(checksumsFile, sums),
    );
  }
  if (described['manifest-truncated'] && described['manifest-path'] !== '')
    line('The manifest is too long for the output manifest: use manifest-path');
  if (!result.visible) line(`${result.versionPath} cannot be read on this machine: use version-url`);
  const content = `${formatNumberOf(result.filesCount, 'file')}, ${formatBytes(result.sizeBytes)}`;
  const linked =
    changes === undefined && result.linkedBytes > 0
      ? `, of which the registry had ${formatBytes(result.linkedBytes)} already`
      : '';
  const state = summary.onProbation ? ', on probation' : '';
  line(`${formatRef(ref)} ${OUTCOMES[result.status]}: ${content}${linked}${state}`);
  if (result.status === 'created') for (const moved of placementsOf(result)) line(`  ${moved}`);
  line(`  at ${result.versionPath}`);
  if (!summary.onProbation) line(`  files: ${versionUrl(connection, ref)}`);
  line(versionLine(summary, described['manifest-digest']));
  const origin = provenance ?? context.origin.facts;
  logOrigin(origin, { isOfOther: provenance === undefined && result.status !== 'created' });
  if (changes !== undefined) (summary.onProbation ? logChanges : logChangeTotals)(changes);
  const approvable = { connection, ref, digest: described['manifest-digest'] };
  const maintainers = summary.onProbation ? await maintainersOf(connection, ref.project, signal) : undefined;
  if (maintainers !== undefined) {
    setOutput('approve-command', approveCommand(approvable));
    logHowToApprove(approvable, maintainers);
  }
  await writeSummary(
    ...uploadMarkdown(result, { ...approvable, changes, incomparable, maintainers, origin }),
  );
  if (result.status === 'created' && summary.onProbation && !given.probation)
    refuseProbation(context, result);
}

/** The provenance file of a version that existed already. */
async function earlierProvenance(
  connection: Connection,
  { ref, status, manifest }: Published,
  signal: AbortSignal,
): Promise<FoundProvenance | undefined> {
  return status === 'created' ? undefined : foundOrigin(connection, ref, manifest, signal);
}

/** Warns once of the entries that `consume` has left in the source: no error, since the version is published. */
export function reportKept({ inputs: given, setOutput }: UploadContext, result: Published): void {
  const { status, kept, summary, filesCount, provenance } = result;
  // Nobody knows what of the source that version has.
  if (status === 'skipped') return;
  const entries = kept.filter(({ isDirectory }) => !isDirectory);
  // Nothing is removed for a version on probation. The provenance file is not from the source.
  const ofSource = filesCount - (provenance === undefined ? 0 : 1);
  setOutput('source-kept', summary.onProbation ? ofSource : entries.length);
  if (kept.length === 0) return;
  const number = formatNumberOf(entries.length, 'entry', 'entries');
  const what = entries.length === 0 ? 'directories that were emptied' : `${number} that were published`;
  annotateWarning({
    title: 'Source not removed',
    sentences: [
      `consume left ${what} in ${given.directory}`,
      ...kept.slice(0, MOST_KEPT).map(({ message }) => message),
      ...(kept.length > MOST_KEPT ? [`… and ${kept.length - MOST_KEPT} more`] : []),
    ],
    isHeaded: true,
    hint: 'Give this user the right to write to the directories, or remove the entries by hand.',
    input: 'consume',
  });
}

const MOST_KEPT = 5;

/** How a version stands after the upload, as the end of a sentence. */
export const OUTCOMES: Record<Published['status'], string> = {
  created: 'is published',
  verified: 'already exists, with the same content',
  skipped: 'already exists, and was left unchanged',
};

function refuseProbation({ inputs: given }: ReportContext, { ref, summary }: Published): void {
  const policy = given['if-probational'];
  if (policy === 'ignore') return;
  const refusal = gobblerError('published-on-probation', {
    version: formatRef(ref),
    user: summary.uploadUserId,
  });
  if (policy === 'error') throw refusal;
  const { code, message, advice, input } = refusal;
  annotateWarning({ title: ERROR_TITLES[code], sentences: [message], hint: advice, input });
}
