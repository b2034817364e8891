import { GobblerError } from '../../errors/index.ts';
import { refreshUsageRequest } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { unauthorizedUser } from './reply.ts';
import { type SubmitOptions, submit } from './request.ts';
import { newRunName } from './staging-area.ts';

/** A user, as the service knows it. */
export interface ActingUser {
  /** The name of the user; undefined for administrators, whom the service does not name. */
  readonly user: string | undefined;
  /** Whether the service counts the user as an administrator. */
  readonly isAdministrator: boolean;
}

/**
 * Asks the service who this process is. The registry does not name administrators, but a request of theirs about a
 * project that does not exist is refused with "not found", and everybody else's with "not authorized" and the user's
 * name (protocol §6.5). Changes nothing. Codes of `submit`, such as `staging-unavailable`.
 */
export async function actingUser(connection: Connection, options: SubmitOptions = {}): Promise<ActingUser> {
  const { run = newRunName() } = options;
  try {
    await submit(connection, refreshUsageRequest(run), { ...options, run });
  } catch (error) {
    const refused = unauthorizedUser(error);
    if (refused !== undefined) return { user: refused.user, isAdministrator: false };
    if (!(error instanceof GobblerError) || error.code !== 'not-found') throw error;
  }
  return { user: undefined, isAdministrator: true };
}
