import path from 'node:path';
import { type Connection, GobblerError, rejectProbation, type VersionRef } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { formatRef, refPath, requireVersion } from '../../protocol/index.ts';
import { actingFor, connectTo, serviceInputs, spoofableInputs, submitting } from '../connect/index.ts';
import {
  type CommandContext,
  defineCommand,
  digest,
  escapeMarkup,
  factTable,
  flag,
  line,
  requiredText,
  writeSummary,
} from '../kit/index.ts';
import {
  asMaintainer,
  type Content,
  contentOf,
  contentSize,
  lookAtVersion,
  requirePinned,
  type VersionState,
  versionRows,
} from '../versions/index.ts';

const inputs = {
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText('Version to reject'),
  'manifest-digest': digest(
    'Digest of the reviewed content, from an output `manifest-digest` or `gobbler status`; refuse any other',
  ),
  force: flag('Reject the version even if its manifest is damaged', false),
  ...serviceInputs,
  ...spoofableInputs,
};

const outputs = {
  status: '`rejected`, `failed`, `timed-out` or `cancelled`',
  changed: '`true` if this step rejected it, `false` if it no longer existed',
  'version-path': 'Absolute path of the version in the registry',
  'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out',
};

type Context = CommandContext<typeof inputs, keyof typeof outputs>;

/** Removes a version that is on probation, if its content is the one that was looked at. */
export const reject = defineCommand({
  name: 'reject',
  inputs,
  outputs,
  failed: (given) => `${formatRef(given)} was not rejected`,
  unanswered: { changed: false },
  run,
});

async function run({ inputs: given, setOutput, accomplished, signal }: Context): Promise<void> {
  const ref: VersionRef = { project: given.project, asset: given.asset, version: given.version };
  requireVersion(ref);
  line(`Rejecting ${formatRef(ref)} at ${given.url}`);
  const connection = await connectTo(given, signal);
  setOutput('version-path', path.join(connection.registry, refPath(ref)));
  const before = await lookAtVersion(connection, ref, signal);
  requireRejectable(ref, before);
  const content =
    before.kind === 'complete' ? await contentToReject(connection, ref, given, signal) : undefined;
  if (content !== undefined) setOutput('manifest-digest', content.digest);
  const changed = before.kind === 'complete' && (await remove(connection, ref, { given, signal }));
  accomplished('rejected', `${formatRef(ref)} is gone`);
  setOutput('changed', changed);
  const size = content === undefined ? '' : `: ${contentSize(content)}`;
  line(`${formatRef(ref)} ${changed ? `is rejected, and gone${size}` : 'is gone already: nothing to do'}`);
  const heading = `### 🗑️ ${escapeMarkup(formatRef(ref))} ${changed ? 'rejected' : 'was gone already'}`;
  const rows =
    before.kind === 'complete' && content !== undefined ? versionRows(before.summary, content) : [];
  await writeSummary(heading, ...(rows.length > 0 ? [factTable(rows)] : []));
  setOutput('status', 'rejected');
}

/** A version that is gone is as good as rejected; but a name that never led anywhere is a mistake. */
function requireRejectable(ref: VersionRef, state: VersionState): void {
  if (state.kind === 'absent' && state.missing !== 'version') {
    throw gobblerError('version-missing', { ...ref, missing: state.missing, purpose: 'reject' });
  }
  if (state.kind === 'unfinished')
    throw gobblerError('version-not-finished', { version: formatRef(ref), purpose: 'reject' });
  if (state.kind === 'complete' && !state.summary.onProbation) throw approvedAlready(ref);
}

function approvedAlready(ref: VersionRef, cause?: unknown): GobblerError {
  return gobblerError('approved-already', { version: formatRef(ref) }, { cause });
}

/**
 * The content about to be removed. With `force`, a damaged manifest is no reason to stop, unless a content was pinned.
 */
async function contentToReject(
  connection: Connection,
  ref: VersionRef,
  { force, 'manifest-digest': pinned }: Context['inputs'],
  signal: AbortSignal,
): Promise<Content | undefined> {
  try {
    const content = await contentOf(connection, ref, signal);
    requirePinned(ref, pinned, content);
    return content;
  } catch (error) {
    const isDamaged = error instanceof GobblerError && ['not-found', 'corrupt-record'].includes(error.code);
    if (!isDamaged || !force || pinned !== undefined) throw error;
    line(`${error.message}. Going on, as force says.`);
    return undefined;
  }
}

/** Asks the service for it. False if it has gone by itself meanwhile. */
async function remove(
  connection: Connection,
  ref: VersionRef,
  { given, signal }: { given: Context['inputs']; signal: AbortSignal },
): Promise<boolean> {
  const { force } = given;
  try {
    await asMaintainer(connection, ref.project, { signal, action: 'reject' }, () =>
      rejectProbation(connection, ref, { ...actingFor(given), force, ...submitting(given, signal) }),
    );
    return true;
  } catch (error) {
    const mayBeGone =
      error instanceof GobblerError &&
      ['not-found', 'not-on-probation', 'connection-lost'].includes(error.code);
    if (!mayBeGone) throw error;
    const now = await lookAtVersion(connection, ref, signal);
    if (now.kind === 'complete' && !now.summary.onProbation) throw approvedAlready(ref, error);
    if (now.kind !== 'absent' || now.missing !== 'version') throw error;
    line(`${error.message}. The registry says that it is gone.`);
    return error.code === 'connection-lost';
  }
}
