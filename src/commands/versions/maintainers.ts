import { type Connection, fetchPermissions, GobblerError } from '../../client/index.ts';
import { unauthorizedUser } from '../../client/requests/index.ts';
import {
  gobblerError,
  type MaintainerAction,
  type Maintainers,
  maintainersText,
} from '../../errors/index.ts';

/**
 * Returns the users who may decide about a project, as text: its owners by name. Never throws: the text only
 * supplements a message.
 */
export async function maintainersOf(
  connection: Connection,
  project: string,
  signal: AbortSignal,
): Promise<string> {
  return maintainersText(await findMaintainers(connection, project, signal));
}

/** Returns the users who may decide about a project; without owners if they cannot be read. Never throws. */
export async function findMaintainers(
  connection: Connection,
  project: string,
  signal: AbortSignal,
): Promise<Maintainers> {
  try {
    const { owners } = await fetchPermissions(connection, { project }, { forceRemote: true, signal });
    return { project, owners };
  } catch {
    return { project };
  }
}

/** Runs a request that only maintainers of the project may make; a refusal names them. */
export async function asMaintainer<T>(
  connection: Connection,
  project: string,
  { signal, action }: { signal: AbortSignal; action: MaintainerAction },
  request: () => Promise<T>,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const refused = unauthorizedUser(error);
    if (refused === undefined || !(error instanceof GobblerError)) throw error;
    const { httpStatus, reason } = error;
    const details = { httpStatus, reason, cause: error };
    if (refused.isAboutSpoofing) throw gobblerError('may-not-spoof', { error: error.message }, details);
    const maintainers = await findMaintainers(connection, project, signal);
    throw gobblerError('not-a-maintainer', { error: error.message, action, maintainers }, details);
  }
}
