import type { Summary } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { actingFor, connectTo, serviceInputs, spoofableInputs, submitting } from '../connect/index.ts';
import {
  type CommandContext,
  defineCommand,
  escapeCode,
  escapeMarkup,
  factTable,
  flag,
  line,
  optionalPath,
  writeSummary,
} from '../kit/index.ts';
import {
  contentSize,
  isRecent,
  isSameUpload,
  otherSums,
  RemoteVersion,
  readSums,
  versionLine,
  versionRows,
} from '../versions/index.ts';
import { decisionInputs, decisionOutputs, takeOffProbation } from './decision.ts';
import { requireOtherApprover } from './other-approver.ts';
import type { Seen } from './watched-version.ts';

const inputs = {
  ...decisionInputs('Version to approve'),
  'checksums-file': optionalPath(
    'File with the sha256 sum of every file, in sha256sum format, with paths relative to the version; refuse a version in which any byte or the list of files differs',
  ),
  'require-other-approver': flag(
    'Refuse a version that was uploaded by the account that approves it: this user, or the one that `spoof` names',
    false,
  ),
  ...serviceInputs,
  ...spoofableInputs,
};

const outputs = {
  status: '`approved`, `failed`, `timed-out` or `cancelled`',
  changed: '`true` if this step approved it, `false` if it was already approved',
  ...decisionOutputs,
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** Takes a version off probation, if its content is the one that was looked at. */
export const approve = defineCommand({
  name: 'approve',
  inputs,
  outputs,
  failed: (given, _error, answers) =>
    `${formatRef(given)} ${answers.get('changed') === 'true' ? 'is approved, but the step has failed since' : 'was not approved'}`,
  unanswered: { changed: false },
  run,
});

async function run({ inputs: given, setOutput, accomplished, signal }: Context): Promise<void> {
  const { project, asset, 'checksums-file': checksumsFile, 'manifest-digest': pinned } = given;
  const ref = { project, asset, version: given.version };
  requireVersion(ref);
  const sums = checksumsFile === undefined ? undefined : await readSums(checksumsFile);
  line(`Approving ${formatRef(ref)} at ${given.url}`);
  const version = new RemoteVersion(await connectTo(given, signal), ref, signal);
  const { name } = version;
  setOutput('version-path', version.path);
  const summary = await version.requireComplete('approve');
  await requireOtherApprover(version, summary, { ...given, asking: submitting(given, signal) });
  const content = await version.content();
  setOutput('manifest-digest', content.digest);
  version.requirePinned(pinned, content);
  if (sums !== undefined) await requireSums(version, { summary, content }, sums);
  // Another content may have the name by the time that a lock is free.
  const beforeRepeat = async (): Promise<void> =>
    version.requirePinned(content.digest, await version.content());
  const changed =
    summary.onProbation &&
    (await takeOffProbation(version, { ...actingFor(given), ...submitting(given, signal), beforeRepeat }));
  setOutput('changed', changed);
  const done = (): void => accomplished('approved', `${name} is approved`);
  if (pinned === undefined && sums === undefined) done();
  // Between the look and the approval it may have been rejected and uploaded again.
  const approved = summary.onProbation ? await version.content() : content;
  const { digest } = approved;
  if (pinned !== undefined && digest !== content.digest)
    throw gobblerError('replaced-when-approved', { version: name, expected: content.digest, digest });
  if (sums !== undefined && summary.onProbation) await requireStillSame(version, summary, sums);
  done();
  const latest = await version.latest();
  const other = latest === undefined ? 'and the asset has no latest version' : `which is ${latest}`;
  const standing = latest === ref.version ? 'the latest version' : `not the latest version, ${other}`;
  line(`${name} ${changed ? 'is approved' : 'was approved before'}: ${contentSize(approved)}, ${standing}`);
  line(versionLine(summary, approved.digest));
  const heading = `### ✅ ${escapeMarkup(name)} ${changed ? 'approved' : 'was approved before'}`;
  const facts = factTable([
    ...versionRows(summary, approved),
    ['Latest version', latest === undefined ? 'none' : escapeCode(latest)],
  ]);
  await writeSummary(heading, facts);
  setOutput('status', 'approved');
}

type Sums = ReadonlyMap<string, string>;

/**
 * Refuses content that differs from the sums. Nothing has been requested from the service by then. Code
 * `content-differs`.
 */
async function requireSums(version: RemoteVersion, { summary, content }: Seen, sums: Sums): Promise<void> {
  const differences = await version.differences(content, sums);
  if (differences.length > 0) throw otherSums(version.ref, 'not-approved', differences);
  const now = await version.requireComplete('approve');
  const { digest } = await version.content();
  if (isSameUpload(summary, now) && digest === content.digest) return;
  throw gobblerError('replaced-while-compared', { version: version.name });
}

/** Makes sure that what was approved is what was compared before. Code `content-differs`. */
async function requireStillSame(version: RemoteVersion, compared: Summary, sums: Sums): Promise<void> {
  const now = await version.look();
  if (now.kind === 'complete' && isSameUpload(compared, now.summary) && !isRecent(compared)) return;
  const differences = await version.differences(await version.content(), sums);
  if (differences.length > 0) throw otherSums(version.ref, 'replaced-when-approved', differences);
}
