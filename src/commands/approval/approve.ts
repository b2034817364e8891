import path from 'node:path';
import {
  approveProbation,
  type Connection,
  fetchLatest,
  GobblerError,
  type VersionRef,
} from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { formatRef, refPath, requireVersion } from '../../protocol/index.ts';
import { actingFor, connectTo, serviceInputs, spoofableInputs, submitting } from '../connect/index.ts';
import {
  type CommandContext,
  defineCommand,
  digest,
  escapeCode,
  escapeMarkup,
  factTable,
  line,
  optionalPath,
  requiredText,
  writeSummary,
} from '../kit/index.ts';
import {
  asMaintainer,
  type Content,
  contentOf,
  contentSize,
  differencesFromSums,
  isRecent,
  isSameUpload,
  lookAtVersion,
  otherSums,
  readSums,
  requirePinned,
  type VersionState,
  versionRows,
} from '../versions/index.ts';
import type { Seen } from './watched-version.ts';

const inputs = {
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText('Version to approve'),
  'manifest-digest': digest(
    'Digest of the reviewed content, from an output `manifest-digest` or `gobbler status`; refuse any other',
  ),
  'checksums-file': optionalPath(
    'File with the sha256 sum of every file, in sha256sum format, with paths relative to the version; refuse a version in which any byte or the list of files differs',
  ),
  ...serviceInputs,
  ...spoofableInputs,
};

const outputs = {
  status: '`approved`, `failed`, `timed-out` or `cancelled`',
  changed: '`true` if this step approved it, `false` if it was already approved',
  'version-path': 'Absolute path of the version in the registry',
  'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** Takes a version off probation, if its content is the one that was looked at. */
export const approve = defineCommand({
  name: 'approve',
  inputs,
  outputs,
  failed: (given) => `${formatRef(given)} was not approved`,
  unanswered: { changed: false },
  run,
});

async function run({ inputs: given, setOutput, accomplished, signal }: Context): Promise<void> {
  const ref: VersionRef = { project: given.project, asset: given.asset, version: given.version };
  requireVersion(ref);
  const checksumsFile = given['checksums-file'];
  const sums = checksumsFile === undefined ? undefined : await readSums(checksumsFile);
  line(`Approving ${formatRef(ref)} at ${given.url}`);
  const connection = await connectTo(given, signal);
  setOutput('version-path', path.join(connection.registry, refPath(ref)));
  const before = await lookAtVersion(connection, ref, signal);
  if (before.kind !== 'complete') throw notThere(ref, before);
  const content = await contentOf(connection, ref, signal);
  setOutput('manifest-digest', content.digest);
  requirePinned(ref, given['manifest-digest'], content);
  const seen = { summary: before.summary, content };
  if (sums !== undefined) await requireSums(connection, ref, { seen, sums }, signal);
  const changed = before.summary.onProbation && (await takeOffProbation(connection, ref, { given, signal }));
  setOutput('changed', changed);
  const isPinned = given['manifest-digest'] !== undefined || sums !== undefined;
  const done = (): void => accomplished('approved', `${formatRef(ref)} is approved`);
  if (!isPinned) done();
  // Between the look and the approval it may have been rejected and uploaded again.
  const approved = before.summary.onProbation ? await contentOf(connection, ref, signal) : content;
  if (given['manifest-digest'] !== undefined) requireStillPinned(ref, content, approved);
  if (sums !== undefined && before.summary.onProbation)
    await requireStillSame(connection, ref, { seen, sums }, signal);
  done();
  const latest = await fetchLatest(connection, ref, { forceRemote: true, signal });
  const standing =
    latest === ref.version ? 'the latest version' : `not the latest version, which is ${latest}`;
  line(
    `${formatRef(ref)} ${changed ? 'is approved' : 'was approved before'}: ${contentSize(approved)}, ${standing}`,
  );
  const heading = `### ✅ ${escapeMarkup(formatRef(ref))} ${changed ? 'approved' : 'was approved before'}`;
  const facts = factTable([
    ...versionRows(before.summary, approved),
    ['Latest version', latest === undefined ? 'none' : escapeCode(latest)],
  ]);
  await writeSummary(heading, facts);
  setOutput('status', 'approved');
}

/** Asks the service for it. False if somebody else has done so meanwhile. */
async function takeOffProbation(
  connection: Connection,
  ref: VersionRef,
  { given, signal }: { given: Context['inputs']; signal: AbortSignal },
): Promise<boolean> {
  try {
    await asMaintainer(connection, ref.project, { signal, action: 'approve' }, () =>
      approveProbation(connection, ref, { ...actingFor(given), ...submitting(given, signal) }),
    );
    return true;
  } catch (error) {
    const isDone =
      error instanceof GobblerError && ['not-on-probation', 'connection-lost'].includes(error.code);
    if (!isDone) throw error;
    const now = await lookAtVersion(connection, ref, signal);
    if (now.kind !== 'complete' || now.summary.onProbation) throw error;
    line(`${error.message}. The registry says that it is approved.`);
    return error.code === 'connection-lost';
  }
}

/** The version to be approved, as it was seen before. */
interface Compared {
  readonly seen: Seen;
  readonly sums: ReadonlyMap<string, string>;
}

/**
 * Refuses content that differs from the sums. Nothing has been requested from the service by then. Code
 * `content-differs`.
 */
async function requireSums(
  connection: Connection,
  ref: VersionRef,
  { seen, sums }: Compared,
  signal: AbortSignal,
): Promise<void> {
  const { content, summary } = seen;
  const differences = await differencesFromSums(connection, ref, { content, sums }, signal);
  if (differences.length > 0) throw otherSums(ref, 'not-approved', differences);
  const now = await lookAtVersion(connection, ref, signal);
  if (now.kind !== 'complete') throw notThere(ref, now);
  const { digest: found } = await contentOf(connection, ref, signal);
  if (isSameUpload(summary, now.summary) && found === content.digest) return;
  throw gobblerError('replaced-while-compared', { version: formatRef(ref) });
}

/** Makes sure that what was approved is what was compared before. Code `content-differs`. */
async function requireStillSame(
  connection: Connection,
  ref: VersionRef,
  { seen: { summary }, sums }: Compared,
  signal: AbortSignal,
): Promise<void> {
  const now = await lookAtVersion(connection, ref, signal);
  if (now.kind === 'complete' && isSameUpload(summary, now.summary) && !isRecent(summary)) return;
  const content = await contentOf(connection, ref, signal);
  const differences = await differencesFromSums(connection, ref, { content, sums }, signal);
  if (differences.length > 0) throw otherSums(ref, 'replaced-when-approved', differences);
}

function requireStillPinned(ref: VersionRef, before: Content, after: Content): void {
  const { digest } = after;
  if (before.digest === digest) return;
  throw gobblerError('replaced-when-approved', { version: formatRef(ref), expected: before.digest, digest });
}

function notThere(ref: VersionRef, state: Exclude<VersionState, { kind: 'complete' }>): GobblerError {
  if (state.kind === 'unfinished')
    return gobblerError('version-not-finished', { version: formatRef(ref), purpose: 'approve' });
  return gobblerError('version-missing', { ...ref, missing: state.missing, purpose: 'approve' });
}
