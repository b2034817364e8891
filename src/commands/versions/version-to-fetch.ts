import {
  type Connection,
  fetchLatest,
  GobblerError,
  type Manifest,
  type Selection,
  type Summary,
  selectedKeys,
  type VersionRef,
} from '../../client/index.ts';
import { formatRef, hint, setting } from '../../protocol/index.ts';
import { formatNumberOf } from '../kit/index.ts';
import { absence, lookAtVersion, type VersionState } from './version-state.ts';

/** The requested version does not exist, which the user may want to handle instead of failing. */
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

/** The requested version, or the latest one, if it may be used. Throws {@link NotFound}, and code `on-probation`. */
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
  const summary = requireComplete(ref, await lookAtVersion(connection, ref, signal));
  if (summary.onProbation && !wanted.allowProbational) {
    throw new GobblerError('on-probation', `${formatRef(ref)} is on probation: nobody has approved it yet`, {
      input: 'allow-probational',
      hint: hint`Wait until an owner of the project approves it, or set ${setting('allow-probational', 'true')}. It may still be rejected, and vanish.`,
    });
  }
  return { ref, summary };
}

/** The keys of a version that are selected. Throws {@link NotFound} if none is, unless the version is empty. */
export function requireSelected(
  ref: VersionRef,
  manifest: Manifest,
  selection: Selection,
): readonly string[] {
  const keys = selectedKeys(manifest, selection);
  if (keys.length > 0 || manifest.size === 0) return keys;
  const hint = `The version has ${formatNumberOf(manifest.size, 'entry', 'entries')}; patterns are relative to it.`;
  throw new NotFound(`files selects nothing of ${formatRef(ref)}`, hint, 'files');
}

/** The summary of a version that is there. Throws {@link NotFound} for one that is not, or not yet. */
export function requireComplete(ref: VersionRef, state: VersionState): Summary {
  if (state.kind === 'complete') return state.summary;
  if (state.kind === 'unfinished') {
    throw new NotFound(
      `the upload of ${formatRef(ref)} has not finished`,
      'Try it later. If it never finishes, its upload has crashed, and an administrator has to delete it (with force).',
      'version',
    );
  }
  throw new NotFound(
    absence(ref, state.missing),
    'Check the names; a version on probation may also have been rejected.',
    state.missing,
  );
}
