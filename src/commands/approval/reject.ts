import { GobblerError } from '../../client/index.ts';
import { formatRef, requireVersion } from '../../protocol/index.ts';
import { actingFor, connectTo, serviceInputs, spoofableInputs, submitting } from '../connect/index.ts';
import {
  type CommandContext,
  defineCommand,
  escapeMarkup,
  factTable,
  flag,
  line,
  requireConfirmation,
  writeSummary,
} from '../kit/index.ts';
import { type Content, contentSize, RemoteVersion, versionLine, versionRows } from '../versions/index.ts';
import { decisionInputs, decisionOutputs, removePending, requireRejectable } from './decision.ts';

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
  if (summary !== undefined) {
    const what = content === undefined ? name : `${name} (${contentSize(content)})`;
    const deed = `reject and remove ${what}, uploaded by ${summary.uploadUserId}`;
    // Another content may have the name by now.
    if ((await requireConfirmation(deed, signal)) && content !== undefined)
      version.requirePinned(content.digest, await version.content());
  }
  const beforeRepeat = async (): Promise<void> => {
    if (content !== undefined) version.requirePinned(content.digest, await version.content());
  };
  const asking = { ...actingFor(given), force: given.force, ...submitting(given, signal), beforeRepeat };
  const changed = summary !== undefined && (await removePending(version, asking));
  accomplished('rejected', `${name} is gone`);
  setOutput('changed', changed);
  const size = content === undefined ? '' : `: ${contentSize(content)}`;
  line(`${name} ${changed ? `is rejected, and gone${size}` : 'is gone already: nothing to do'}`);
  if (summary && content) line(versionLine(summary, content.digest));
  const heading = `### 🗑️ ${escapeMarkup(name)} ${changed ? 'rejected' : 'was gone already'}`;
  await writeSummary(heading, ...(summary && content ? [factTable(versionRows(summary, content))] : []));
  setOutput('status', 'rejected');
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
    line(`${error.message}. Continuing, because force is set.`);
    return undefined;
  }
}
