import { type Connection, fetchPermissions, GobblerError } from '../../client/index.ts';
import { NotAuthorized } from '../../client/requests/index.ts';
import { hint, setting } from '../../protocol/index.ts';

const MOST_OWNERS_NAMED = 10;

/**
 * Returns the users who may decide about a project, as text: its owners by name. Never throws: the text only
 * supplements a message.
 */
export async function maintainersOf(
  connection: Connection,
  project: string,
  signal: AbortSignal,
): Promise<string> {
  try {
    const { owners } = await fetchPermissions(connection, { project }, { forceRemote: true, signal });
    if (owners.length === 0) return 'the administrators of the service (the project has no owners)';
    const named = owners.slice(0, MOST_OWNERS_NAMED).join(', ');
    const rest = owners.length - MOST_OWNERS_NAMED;
    return `the owners of ${project} (${named}${rest > 0 ? ` and ${rest} more` : ''}) and the administrators of the service`;
  } catch {
    return `the owners of ${project} and the administrators of the service`;
  }
}

/** Runs a request that only maintainers of the project may make; a refusal names them. */
export async function asMaintainer<T>(
  connection: Connection,
  project: string,
  { signal, what }: { signal: AbortSignal; what: string },
  request: () => Promise<T>,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof NotAuthorized)) throw error;
    const spoofed = error.isAboutSpoofing;
    const advice = spoofed
      ? hint`The service has a list of who may act for whom; ask its administrator, or leave ${setting('spoof')} out.`
      : `Only ${await maintainersOf(connection, project, signal)} may ${what}.`;
    throw new GobblerError('not-authorized', error.message, {
      hint: advice,
      ...(spoofed && { input: 'spoof' }),
      ...(error.httpStatus !== undefined && { httpStatus: error.httpStatus }),
      cause: error,
    });
  }
}
