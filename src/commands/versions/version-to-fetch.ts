import {
  type Connection,
  GobblerError,
  type Manifest,
  type Selection,
  type Summary,
  selectedKeys,
  type VersionRef,
} from '../../client/index.ts';
import { withLatest } from '../../client/registry/index.ts';
import { gobblerError, type ProblemName } from '../../errors/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { RemoteVersion } from './remote-version.ts';

/** Problems of a version that does not exist. */
const MISSING: ReadonlySet<ProblemName> = new Set([
  'no-approved-version',
  'version-missing',
  'version-not-finished',
  'nothing-selected',
]);

/** Returns whether an error says that there is no such version, which the user may want to handle. */
export function lacksVersion(error: unknown): error is GobblerError {
  return error instanceof GobblerError && MISSING.has(error.problem);
}

export interface WantedVersion {
  readonly project: string;
  readonly asset: string;
  /** The latest one if left out. */
  readonly version: string | undefined;
  readonly allowProbational: boolean;
}

/**
 * The requested version, or the latest one, if it may be used. Throws an error for which {@link lacksVersion} holds, and codes
 * `on-probation`, and `corrupt-record` if the version that is recorded as the latest one is missing or has no summary.
 */
export async function versionToFetch(
  connection: Connection,
  wanted: WantedVersion,
  signal: AbortSignal,
): Promise<UsableVersion> {
  const asset = { project: wanted.project, asset: wanted.asset };
  const use = (version: string): Promise<UsableVersion> =>
    requireUsable(new RemoteVersion(connection, { ...asset, version }, signal), wanted.allowProbational);
  if (wanted.version !== undefined) return use(wanted.version);
  const found = await withLatest(connection, asset, (version) => use(version).catch(unlessMissing), signal);
  if (found === undefined) throw gobblerError('no-approved-version', { asset: formatRef(asset) });
  return found;
}

/** A latest version was complete once: without a summary, it is being removed, or damaged. */
function unlessMissing(error: unknown): undefined {
  const isMissing =
    error instanceof GobblerError &&
    (error.problem === 'version-missing' || error.problem === 'version-not-finished');
  if (!isMissing) throw error;
}

interface UsableVersion {
  readonly ref: VersionRef;
  readonly summary: Summary;
}

async function requireUsable(version: RemoteVersion, allowProbational: boolean): Promise<UsableVersion> {
  const summary = await version.requireComplete('use');
  if (summary.onProbation && !allowProbational) {
    throw gobblerError('version-on-probation', { version: version.name });
  }
  return { ref: version.ref, summary };
}

/** The keys of a version that are selected. Throws an error for which {@link lacksVersion} holds if none is, unless the version is empty. */
export function requireSelected(
  ref: VersionRef,
  manifest: Manifest,
  selection: Selection,
): readonly string[] {
  const keys = selectedKeys(manifest, selection);
  if (keys.length > 0 || manifest.size === 0) return keys;
  throw gobblerError('nothing-selected', { version: formatRef(ref), entries: manifest.size });
}
