import path from 'node:path';
import {
  approveProbation,
  type Connection,
  fetchLatest,
  GobblerError,
  type VersionRef,
} from '../client/index.ts';
import { refPath } from '../protocol/layout.ts';
import { formatRef, requireVersion } from '../protocol/names.ts';
import { harmlessCode, harmlessMarkup } from './harmless.ts';
import { digest, requiredText } from './inputs.ts';
import { line } from './log.ts';
import { asMaintainer } from './maintainers.ts';
import { type Content, contentOf, requirePinned } from './pinned-content.ts';
import { actingFor, connectTo, submitting } from './service-connection.ts';
import { serviceInputs, spoofableInputs } from './service-inputs.ts';
import { factTable, writeSummary } from './summary.ts';
import { defineVerb, type VerbContext } from './verb.ts';
import { contentSize, versionRows } from './version-facts.ts';
import { absence, lookAtVersion, type VersionState } from './version-state.ts';

const inputs = {
  project: requiredText(),
  asset: requiredText(),
  version: requiredText(),
  'manifest-digest': digest(),
  ...serviceInputs,
  ...spoofableInputs,
};

const outputs = ['status', 'changed', 'version-path', 'manifest-digest'] as const;

type Context = VerbContext<typeof inputs, (typeof outputs)[number]>;

/** Takes a version off probation, if its content is the one that was looked at. */
export const approve = defineVerb({
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
  line(`Approving ${formatRef(ref)} at ${given.url}`);
  const connection = await connectTo(given, signal);
  setOutput('version-path', path.join(connection.registry, refPath(ref)));
  const before = await lookAtVersion(connection, ref, signal);
  if (before.kind !== 'complete') throw notThere(ref, before);
  const content = await contentOf(connection, ref, signal);
  setOutput('manifest-digest', content.digest);
  requirePinned(ref, given['manifest-digest'], content);
  const changed = before.summary.onProbation && (await takeOffProbation(connection, ref, { given, signal }));
  setOutput('changed', changed);
  const isPinned = given['manifest-digest'] !== undefined;
  const done = (): void => accomplished('approved', `${formatRef(ref)} is approved`);
  if (!isPinned) done();
  // Between the look and the approval it may have been rejected and uploaded again.
  const approved = before.summary.onProbation ? await contentOf(connection, ref, signal) : content;
  if (isPinned) requireStillPinned(ref, content, approved);
  done();
  const latest = await fetchLatest(connection, ref, { forceRemote: true, signal });
  const standing =
    latest === ref.version ? 'the latest version' : `not the latest version, which is ${latest}`;
  line(
    `${formatRef(ref)} ${changed ? 'is approved' : 'was approved before'}: ${contentSize(approved)}, ${standing}`,
  );
  const heading = `### ✅ ${harmlessMarkup(formatRef(ref))} ${changed ? 'approved' : 'was approved before'}`;
  const facts = factTable([
    ...versionRows(before.summary, approved),
    ['Latest version', latest === undefined ? 'none' : harmlessCode(latest)],
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
    await asMaintainer(connection, ref.project, { signal, what: `approve versions of ${ref.project}` }, () =>
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

function requireStillPinned(ref: VersionRef, before: Content, after: Content): void {
  if (before.digest === after.digest) return;
  throw new GobblerError(
    'content-differs',
    `${formatRef(ref)} is approved, but was replaced at that very moment: its digest is ${after.digest}, not ${before.digest}`,
    {
      input: 'manifest-digest',
      hint: 'Look at its content now. If it should not stay, an administrator has to delete the version.',
    },
  );
}

function notThere(ref: VersionRef, state: Exclude<VersionState, { kind: 'complete' }>): GobblerError {
  if (state.kind === 'unfinished') {
    return new GobblerError('not-found', `the upload of ${formatRef(ref)} has not finished`, {
      input: 'version',
      hint: 'Wait for it: the action await-approval does so.',
    });
  }
  const { missing } = state;
  return new GobblerError('not-found', absence(ref, missing), {
    input: missing,
    hint: 'Check the names. A version may also have been rejected, or removed because it was on probation for too long.',
  });
}
