import { type Finding, GobblerError } from '../../errors/index.ts';
import {
  approveProbationRequest,
  formatRef,
  type Permissions,
  uploadRight,
  type VersionRef,
} from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import { submit, unauthorizedUser } from '../requests/index.ts';

/** The properties of an upload that preflight needs. */
export interface Preflight extends VersionRef {
  /** Name of this run, for the request files. */
  readonly run: string;
  readonly spoof?: string | undefined;
  /** Whether it is fine that the service puts the version on probation. */
  readonly expectsProbation: boolean;
  readonly signal?: AbortSignal | undefined;
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

const MOST_OWNERS_NAMED = 10;

/** The registry's records of upload permissions. */
export interface RightsRecords {
  readonly project: Permissions;
  /** Undefined if the asset does not exist yet. */
  readonly existingAsset: Permissions | undefined;
}

/**
 * Checks whether the user may upload, as the service would decide it (protocol §10). The records tell, apart from
 * administrators, spoofing, and users without a name on this machine: in these cases, queries the service.
 */
export async function rightsFindings(
  connection: Connection,
  upload: Preflight,
  { project, existingAsset }: RightsRecords,
): Promise<Finding[]> {
  const { asset, version, spoof, expectsProbation } = upload;
  const user = spoof ?? currentUser();
  const right =
    user === undefined
      ? undefined
      : uploadRight({ user, asset, version, project, existingAsset, now: Date.now() });
  const isFine = right?.allowed === true && (right.trusted || expectsProbation);
  if (isFine && spoof === undefined) return [];

  const standing = await standingOf(connection, upload);
  if (standing === 'maintainer' || standing === 'other-name') return [];
  if (standing === 'may-not-spoof' && spoof !== undefined) {
    return [{ kind: 'spoof', facts: { user: currentUser() ?? `${process.geteuid?.()}`, spoof } }];
  }
  if (standing === 'unknown-user') {
    return [{ kind: 'unknown-user', facts: { uid: process.geteuid?.() } }];
  }
  if (isFine || right === undefined || user === undefined) return [];
  const where = formatRef({ project: upload.project, asset });
  if (right.allowed) {
    return [{ kind: 'untrusted', facts: { user, asset: where } }];
  }
  const owners = project.owners.slice(0, MOST_OWNERS_NAMED);
  return [{ kind: 'not-allowed', facts: { user, asset: where, owners } }];
}

type Standing = 'maintainer' | 'other' | 'other-name' | 'may-not-spoof' | 'unknown-user';

/**
 * Returns the service's view of this user. The registry does not name administrators, but a decision on a version that
 * cannot exist is refused with "not authorized" for everybody but owners and administrators, and with "not found" for
 * them (protocol §6.5). Changes nothing. A user the service has no name for gets no answer, or an error (§6.4).
 */
async function standingOf(
  connection: Connection,
  { project, spoof, run, signal }: Preflight,
): Promise<Standing> {
  const probe = approveProbationRequest({ project, asset: run, version: run }, { spoof });
  try {
    await submit(connection, probe, { run, signal });
    return 'maintainer';
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    if (error.code === 'not-found') return 'maintainer';
    const refused = unauthorizedUser(error);
    if (refused !== undefined) {
      if (refused.isAboutSpoofing) return 'may-not-spoof';
      // In a container the same user id may have another name than on the service's machine: then only that one counts.
      const user = spoof ?? currentUser() ?? '';
      return refused.user === user ? 'other' : 'other-name';
    }
    // Only where there is a reason to suspect it: otherwise the service has other troubles.
    const isNameless = currentUser() === undefined;
    if (isNameless && (error.code === 'connection-lost' || error.code === 'service-failed'))
      return 'unknown-user';
    throw error;
  }
}
