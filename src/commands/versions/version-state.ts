import {
  type Connection,
  fetchPermissions,
  findSummary,
  GobblerError,
  listVersions,
  type Summary,
  serviceInfo,
  type VersionRef,
} from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';

/** The service's state of a version at this moment. */
export type VersionState =
  | { readonly kind: 'complete'; readonly summary: Summary }
  /** Its directory is there without a summary: it is being uploaded or removed, or the service crashed in that. */
  | { readonly kind: 'unfinished' }
  /** It is not there; `missing` is the first part of its name that is not. */
  | { readonly kind: 'absent'; readonly missing: Missing };

type Missing = 'project' | 'asset' | 'version';

/**
 * Checks a version, always by querying the service, since network filesystems show old states. Makes sure that a "not
 * there" comes from the service itself: behind the 404 of a proxy, or of another service at the same address, the
 * version may be unchanged. Throws if the state is uncertain.
 */
export async function lookAtVersion(
  connection: Connection,
  ref: VersionRef,
  signal: AbortSignal,
): Promise<VersionState> {
  const fresh = { forceRemote: true, signal };
  const summary = await findSummary(connection, ref, fresh);
  if (summary !== undefined) return { kind: 'complete', summary };
  await requireSameService(connection, signal);
  if (!(await exists(fetchPermissions(connection, { project: ref.project }, fresh)))) {
    return { kind: 'absent', missing: 'project' };
  }
  const versions = await exists(listVersions(connection, ref, fresh));
  if (versions === undefined) return { kind: 'absent', missing: 'asset' };
  return versions.includes(ref.version) ? { kind: 'unfinished' } : { kind: 'absent', missing: 'version' };
}

/** Returns the result of a read, or undefined if the service says that it does not exist. */
async function exists<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof GobblerError && error.code === 'not-found') return undefined;
    throw error;
  }
}

async function requireSameService({ url, serviceStaging }: Connection, signal: AbortSignal): Promise<void> {
  const { staging } = await serviceInfo(url, { signal });
  if (staging === serviceStaging) return;
  throw gobblerError('other-service', { url, expected: serviceStaging, found: staging });
}
