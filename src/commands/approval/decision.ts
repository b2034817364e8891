import { GobblerError } from '../../client/index.ts';
import type { MaintainerAction } from '../../errors/index.ts';
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

/** Asks the service for a decision. False if the version was decided about so by somebody else, or by itself, meanwhile. */
export async function decide(
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
