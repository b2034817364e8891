import { type ActingFor, approveProbation, GobblerError, rejectProbation } from '../../client/index.ts';
import type { SubmitOptions } from '../../client/requests/index.ts';
import { gobblerError, type MaintainerAction } from '../../errors/index.ts';
import { digest, line, requiredText } from '../kit/index.ts';
import { asMaintainer, type RemoteVersion, type VersionState } from '../versions/index.ts';

/** The inputs that name a version and the content to decide about. `version` describes the input of that name. */
export const decisionInputs = (version: string) => ({
  project: requiredText('Project of the version'),
  asset: requiredText('Asset of the version'),
  version: requiredText(version),
  'manifest-digest': digest(
    'Digest of the reviewed content, from an output `manifest-digest` or `gobbler status`; refuse any other',
  ),
});

/** The outputs that say which version was decided about. */
export const decisionOutputs = {
  'version-path': 'Absolute path of the version in the registry',
  'manifest-digest': 'A sha256 over paths, sizes and MD5 sums, links left out',
};

interface Decision {
  readonly action: MaintainerAction;
  readonly request: () => Promise<void>;
  /** Whether a version in this state has been decided about as wanted, after the request has failed with an error. */
  readonly isDone: (state: VersionState, error: GobblerError) => boolean;
  /** Codes of errors after which it may be. */
  readonly unless: readonly string[];
  /** The version's state then, as in "it is approved". */
  readonly done: string;
}

type Asking = SubmitOptions & ActingFor;

/** Has the service approve a version. False if somebody else has done so meanwhile. */
export function takeOffProbation(version: RemoteVersion, options: Asking): Promise<boolean> {
  const { connection, ref } = version;
  return decide(version, {
    action: 'approve',
    request: () => approveProbation(connection, ref, options),
    unless: ['not-on-probation', 'connection-lost'],
    isDone: (now) => now.kind === 'complete' && !now.summary.onProbation,
    done: 'approved',
  });
}

/** Has the service remove a version that is on probation. False if it has gone by itself meanwhile. */
export function removePending(
  version: RemoteVersion,
  options: Asking & { readonly force?: boolean },
): Promise<boolean> {
  const { connection, ref } = version;
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

/** A version that is gone is as good as rejected; but a name that never led anywhere is a mistake. */
export function requireRejectable(version: RemoteVersion, state: VersionState): void {
  if (state.kind === 'complete') {
    if (!state.summary.onProbation) throw approvedAlready(version);
  } else if (!isGone(state)) throw version.incomplete(state, 'reject');
}

const isGone = (state: VersionState): boolean => state.kind === 'absent' && state.missing === 'version';

function approvedAlready({ name }: RemoteVersion, cause?: unknown): GobblerError {
  return gobblerError('approved-already', { version: name }, { cause });
}

/** Asks the service for a decision. False if the version was decided about so by somebody else, or by itself, meanwhile. */
async function decide(
  version: RemoteVersion,
  { action, request, isDone, unless, done }: Decision,
): Promise<boolean> {
  const { connection, ref, signal } = version;
  try {
    await asMaintainer(connection, ref.project, { signal, action }, request);
    return true;
  } catch (error) {
    if (!(error instanceof GobblerError) || !unless.includes(error.code)) throw error;
    if (!isDone(await version.look(), error)) throw error;
    line(`${error.message}. The registry says that it is ${done}.`);
    return error.code === 'connection-lost';
  }
}
