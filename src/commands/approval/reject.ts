import { GobblerError, rejectProbation } from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { actingFor, connectTo, serviceInputs, spoofableInputs, submitting } from '../connect/index.ts';
import {
  type CommandContext,
  defineCommand,
  escapeMarkup,
  factTable,
  flag,
  line,
  writeSummary,
} from '../kit/index.ts';
import {
  type Content,
  contentSize,
  RemoteVersion,
  type VersionState,
  versionLine,
  versionRows,
} from '../versions/index.ts';
import { decide, decisionInputs, decisionOutputs } from './decision.ts';

const inputs = {
  ...decisionInputs('Version to reject'),
  force: flag('Reject the version even if its manifest is damaged', false),
  ...serviceInputs,
  ...spoofableInputs,
};

const outputs = {
  status: '`rejected`, `failed`, `timed-out` or `cancelled`',
  changed: '`true` if this step rejected it, `false` if it no longer existed',
  ...decisionOutputs,
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
  const ref = { project: given.project, asset: given.asset, version: given.version };
  requireVersion(ref);
  line(`Rejecting ${formatRef(ref)} at ${given.url}`);
  const version = new RemoteVersion(await connectTo(given, signal), ref, signal);
  const { name } = version;
  setOutput('version-path', version.path);
  const before = await version.look();
  requireRejectable(version, before);
  const summary = before.kind === 'complete' ? before.summary : undefined;
  const content = summary && (await contentToReject(version, given));
  if (content !== undefined) setOutput('manifest-digest', content.digest);
  const changed = summary !== undefined && (await remove(version, given));
  accomplished('rejected', `${name} is gone`);
  setOutput('changed', changed);
  const size = content === undefined ? '' : `: ${contentSize(content)}`;
  line(`${name} ${changed ? `is rejected, and gone${size}` : 'is gone already: nothing to do'}`);
  if (summary && content) line(versionLine(summary, content.digest));
  const heading = `### 🗑️ ${escapeMarkup(name)} ${changed ? 'rejected' : 'was gone already'}`;
  await writeSummary(heading, ...(summary && content ? [factTable(versionRows(summary, content))] : []));
  setOutput('status', 'rejected');
}

/** A version that is gone is as good as rejected; but a name that never led anywhere is a mistake. */
function requireRejectable(version: RemoteVersion, state: VersionState): void {
  if (state.kind === 'complete') {
    if (!state.summary.onProbation) throw approvedAlready(version);
  } else if (!isGone(state)) throw version.incomplete(state, 'reject');
}

const isGone = (state: VersionState): boolean => state.kind === 'absent' && state.missing === 'version';

function approvedAlready({ name }: RemoteVersion, cause?: unknown): GobblerError {
  return gobblerError('approved-already', { version: name }, { cause });
}

/**
 * The content about to be removed. With `force`, a damaged manifest is no reason to stop, unless a content was pinned.
 */
async function contentToReject(
  version: RemoteVersion,
  { force, 'manifest-digest': pinned }: Context['inputs'],
): Promise<Content | undefined> {
  try {
    const content = await version.content();
    version.requirePinned(pinned, content);
    return content;
  } catch (error) {
    const isDamaged = error instanceof GobblerError && ['not-found', 'corrupt-record'].includes(error.code);
    if (!isDamaged || !force || pinned !== undefined) throw error;
    line(`${error.message}. Going on, as force says.`);
    return undefined;
  }
}

/** Asks the service for it. False if it has gone by itself meanwhile. */
function remove(version: RemoteVersion, given: Context['inputs']): Promise<boolean> {
  const { connection, ref, signal } = version;
  const options = { ...actingFor(given), force: given.force, ...submitting(given, signal) };
  return decide(version, {
    action: 'reject',
    request: () => rejectProbation(connection, ref, options),
    unless: ['not-found', 'not-on-probation', 'connection-lost'],
    isDone: (now, error) => {
      if (now.kind === 'complete' && !now.summary.onProbation) throw approvedAlready(version, error);
      return isGone(now);
    },
    done: 'gone',
  });
}
