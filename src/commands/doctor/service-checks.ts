import { type Connection, connect, listProjects } from '../../client/index.ts';
import { GobblerError, hint, setting } from '../../errors/index.ts';
import { requireOwnRegistry } from '../connect/index.ts';
import { formatDuration, formatNumberOf } from '../kit/index.ts';
import type { SettingName } from '../settings/index.ts';
import { type Check, errorFailure, ok, warning } from './check.ts';

type Settings = { readonly [name in SettingName]?: string };

/** The service, if it answers, and the checks of it. */
export interface FoundService {
  readonly connection: Connection;
  readonly checks: readonly Check[];
}

/** Connects. A registry that is not there is a failed check; everything else about it needs none. Codes as `connect`. */
export async function findService(
  { url = '', staging, registry }: Settings,
  signal: AbortSignal,
): Promise<FoundService> {
  const start = performance.now();
  const answers = (connection: Connection): Check =>
    ok('service', `a Gobbler answers at ${connection.url} in ${formatDuration(performance.now() - start)}`);
  try {
    const connection = await connect(url, { staging, registry, signal });
    return { connection, checks: [answers(connection)] };
  } catch (error) {
    if (!(error instanceof GobblerError) || error.code !== 'registry-unavailable') throw error;
    const connection = await connect(url, { staging, signal });
    return { connection, checks: [answers(connection), errorFailure('registry', error)] };
  }
}

/** Lists the projects over HTTP, and compares the registry of this machine with that of the service. */
export async function checkRegistry(
  connection: Connection,
  isGiven: boolean,
  signal: AbortSignal,
): Promise<readonly Check[]> {
  const projects = await listProjects(connection, { forceRemote: true, signal });
  if (isGiven) await requireOwnRegistry(connection, signal);
  const { registry, registryVisible, registryFilesystem, registryProblem } = connection;
  const content = formatNumberOf(projects.length, 'project');
  if (registryVisible)
    return [
      ok('registry', `${registry} (${registryFilesystem?.type}) is that of the service, with ${content}`),
      ...withoutCto('registry', registryFilesystem),
    ];
  const found = registryProblem === undefined ? 'is not a directory here' : registryProblem;
  return [
    warning(
      'registry',
      `${content} can be read over HTTP only: on this machine, ${registry} ${found}`,
      hint`Mount the registry, or set ${setting('registry')} if it is mounted elsewhere, to read files in place.`,
    ),
  ];
}

/** A warning about a mount that hides changes by other machines. */
export function withoutCto(check: string, filesystem: Connection['stagingFilesystem']): readonly Check[] {
  if (filesystem?.hasNoCto !== true) return [];
  const found = `its filesystem (${filesystem.type}) is mounted with nocto, which may hide changes by other machines`;
  return [warning(check, found, 'Mount it without nocto.')];
}
