import { promises as fs } from 'node:fs';
import path from 'node:path';
import { currentUser } from '../../client/connection/index.ts';
import {
  type ActingFor,
  type Connection,
  connect,
  listAssets,
  listProjects,
  listVersions,
} from '../../client/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { isInside } from '../../protocol/index.ts';
import { line, type Values } from '../kit/index.ts';
import { suggestFrom } from '../suggestions/index.ts';
import type { requestInputs, serviceInputs, spoofableInputs } from './service-inputs.ts';

/**
 * Asks the service where its directories are, and makes sure that those the inputs name are there. Codes as `connect`,
 * `registry-unavailable` and `staging-unavailable`.
 */
export async function connectTo(
  { url, staging, registry }: Values<typeof serviceInputs>,
  signal: AbortSignal,
): Promise<Connection> {
  const connection = await connect(url, { staging, registry, signal });
  suggestFrom((place, signal) => namesBelow(connection, place, signal));
  if (staging !== undefined) await requireStagingHere(connection);
  if (registry !== undefined) await requireOwnRegistry(connection, signal);
  return connection;
}

/** The names of projects, of the assets of a project, or of the versions of an asset, as the service has them now. */
function namesBelow(
  connection: Connection,
  { project, asset }: { readonly project?: string | undefined; readonly asset?: string | undefined },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const fresh = { forceRemote: true, signal };
  if (project === undefined) return listProjects(connection, fresh);
  if (asset === undefined) return listAssets(connection, project, fresh);
  return listVersions(connection, { project, asset }, fresh);
}

/** How requests are made: the time limit, and the messages while they run. */
export function submitting(
  given: Values<typeof requestInputs>,
  signal: AbortSignal,
): { signal: AbortSignal; lockPatienceMs: number; onNotice: (sentence: string) => void } {
  return { signal, lockPatienceMs: given['lock-wait-minutes'], onNotice: line };
}

/** The user to act for. Omitted for oneself: that needs no permission, and the service may refuse it. */
export function actingFor({ spoof }: Pick<Values<typeof spoofableInputs>, 'spoof'>): ActingFor {
  return spoof === undefined || spoof === currentUser() ? {} : { spoof };
}

const MOST_PROJECTS_LOOKED_FOR = 100;
const MOST_PROJECTS_NAMED = 3;

/**
 * Refuses a registry that the inputs name, if nothing is in it of what the service has: it may be that of another
 * service, or the mount point of one that is not mounted. A few projects are not missed, since network filesystems show
 * old states. Code `registry-unavailable`.
 */
export async function requireOwnRegistry(connection: Connection, signal: AbortSignal): Promise<void> {
  const { registry, url } = connection;
  const projects = await listProjects(connection, { forceRemote: true, signal });
  for (const project of projects.slice(0, MOST_PROJECTS_LOOKED_FOR)) {
    if (await isDirectory(path.join(registry, project))) return;
  }
  if (projects.length === 0) return;
  const named = projects.slice(0, MOST_PROJECTS_NAMED);
  throw gobblerError('foreign-registry', { url, registry, projects: named, count: projects.length });
}

/** Refuses a staging directory that the inputs name, but that is none here. Code `staging-unavailable`. */
async function requireStagingHere({ staging }: Connection): Promise<void> {
  if (await isDirectory(staging)) return;
  throw gobblerError('staging-missing', { staging });
}

/** False for whatever reason it cannot be used from here. */
const isDirectory = (candidate: string): Promise<boolean> =>
  fs.stat(candidate).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

/** Refuses to write in one of the service's own directories, with code `invalid-input`. */
export function requireOwnPlace(
  { registry, staging }: Connection,
  destination: string,
  input = 'destination',
): void {
  for (const [kind, directory] of [
    ['registry', registry],
    ['staging', staging],
  ] as const) {
    if (isInside(directory, destination))
      throw gobblerError('place-of-service', { input, path: destination, kind, directory });
  }
}
