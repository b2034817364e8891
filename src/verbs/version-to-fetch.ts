import {
  type Connection,
  fetchLatest,
  GobblerError,
  type Summary,
  type VersionRef,
} from '../client/index.ts';
import { formatRef } from '../protocol/names.ts';
import { lookAtVersion } from './version-state.ts';

/** What was asked for does not exist, for which the user may have other plans than a failure. */
export class NotFound extends GobblerError {
  constructor(message: string, hint: string, input: string) {
    super('not-found', message, { hint, input });
  }
}

export interface WantedVersion {
  readonly project: string;
  readonly asset: string;
  /** The latest one if left out. */
  readonly version: string | undefined;
  readonly allowProbational: boolean;
}

/** The version that was asked for, or the latest one, if it may be used. Throws {@link NotFound}, and code `on-probation`. */
export async function versionToFetch(
  connection: Connection,
  wanted: WantedVersion,
  signal: AbortSignal,
): Promise<{ ref: VersionRef; summary: Summary }> {
  const asset = { project: wanted.project, asset: wanted.asset };
  const version = wanted.version ?? (await fetchLatest(connection, asset, { forceRemote: true, signal }));
  if (version === undefined) {
    const hint = 'Check project and asset. Versions on probation are never the latest: name such a version.';
    throw new NotFound(
      `${formatRef(asset)} does not exist, or has no approved version`,
      hint,
      'project, asset',
    );
  }
  const ref = { ...asset, version };
  const state = await lookAtVersion(connection, ref, signal);
  if (state.kind === 'unfinished')
    throw new NotFound(
      `the upload of ${formatRef(ref)} has not finished`,
      'Fetch it later. If it never finishes, its upload has crashed, and an administrator has to delete it (with force).',
      'version',
    );
  if (state.kind === 'absent') {
    const sentence = `${state.missing} ${JSON.stringify(ref[state.missing])} of ${formatRef(ref)} does not exist`;
    throw new NotFound(
      sentence,
      'Check the names; a version on probation may also have been rejected.',
      state.missing,
    );
  }
  if (state.summary.onProbation && !wanted.allowProbational) {
    throw new GobblerError('on-probation', `${formatRef(ref)} is on probation: nobody has approved it yet`, {
      input: 'allow-probational',
      hint: 'Wait for its approval with await-approval, or set allow-probational: true. It may still be rejected, and vanish.',
    });
  }
  return { ref, summary: state.summary };
}
