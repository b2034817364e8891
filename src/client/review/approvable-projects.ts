import { GobblerError } from '../../errors/index.ts';
import { forEachConcurrently } from '../../fs/index.ts';
import { mayMaintainProject, type Permissions } from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import { listProjects } from '../registry/index.ts';
import { type ActingUser, actingUser, fetchPermissions } from '../requests/index.ts';
import { READS_IN_FLIGHT, type Unreadable, unlessUnreadable } from './unreadable.ts';

/** The projects in which a user can decide about versions on probation. */
export interface ApprovableProjects {
  /** Their names. */
  readonly projects: readonly string[];
  /** The number of all projects. */
  readonly of: number;
  /** The user, by the name that the service knows or that this machine has; undefined if there is none. */
  readonly user: string | undefined;
  /** Undefined if the service was not asked, or could not be: then the projects are those that the user owns. */
  readonly isAdministrator: boolean | undefined;
  /** Projects whose permissions cannot be read. */
  readonly unreadable: readonly Unreadable[];
}

/**
 * Finds the projects in which this user can approve and reject: those that the user owns, or all for an administrator
 * (protocol §10). If the user does not own all projects by the name on this machine, asks the service for the user's name
 * and rights, which takes a request in staging. Codes of `listProjects` and `fetchPermissions`.
 */
export async function approvableProjects(
  connection: Connection,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<ApprovableProjects> {
  const all = await listProjects(connection, { signal });
  const permissions = new Map<string, Permissions>();
  const unreadable: Unreadable[] = [];
  const read = (project: string): Promise<void> =>
    unlessUnreadable(project, unreadable, async () => {
      permissions.set(project, await fetchPermissions(connection, { project }, { signal }));
    });
  await forEachConcurrently(all, READS_IN_FLIGHT, read, signal);
  const ownedBy = (user: string | undefined): string[] =>
    all.filter((project) => {
      const ofProject = permissions.get(project);
      return user !== undefined && ofProject !== undefined && mayMaintainProject(user, ofProject);
    });
  const facts = { of: all.length, unreadable };
  const user = currentUser();
  const owned = ownedBy(user);
  const known = owned.length === all.length ? undefined : await askService(connection, signal);
  if (known === undefined) return { ...facts, projects: owned, user, isAdministrator: undefined };
  const { isAdministrator } = known;
  const name = known.user ?? user;
  return { ...facts, projects: isAdministrator ? all : ownedBy(name), user: name, isAdministrator };
}

/** Undefined where staging cannot be used, or the service refuses to tell. */
async function askService(
  connection: Connection,
  signal: AbortSignal | undefined,
): Promise<ActingUser | undefined> {
  if (connection.stagingFilesystem === undefined) return undefined;
  try {
    return await actingUser(connection, { signal, lockPatienceMs: 0 });
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof GobblerError)) throw error;
    return undefined;
  }
}
