import { GobblerError } from '../protocol/errors.ts';
import { PERMISSIONS, refPath } from '../protocol/layout.ts';
import { requireNames } from '../protocol/names.ts';
import type { Permissions, Uploader } from '../protocol/permissions.ts';
import { parsePermissions } from '../protocol/records.ts';
import { type ActingFor, setPermissionsRequest } from '../protocol/requests.ts';
import { parseTimestamp } from '../protocol/times.ts';
import type { Connection } from './connection.ts';
import { type ReadOptions, readRecord } from './registry-reader.ts';
import { type SubmitOptions, submit } from './request.ts';

/** A project, or an asset in it. */
export interface PermissionsOf {
  readonly project: string;
  readonly asset?: string | undefined;
}

/**
 * The permissions of a project, or those of an asset, which are empty if it has none of its own. Never cached. Code
 * `not-found` for a project that does not exist. Protocol §3.2, §3.3.
 */
export async function fetchPermissions(
  connection: Connection,
  { project, asset }: PermissionsOf,
  options: ReadOptions = {},
): Promise<Permissions> {
  requireNames({ project, ...(asset !== undefined && { asset }) });
  const place = refPath(asset === undefined ? { project } : { project, asset });
  const record = await readRecord(connection, `${place}/${PERMISSIONS}`, options);
  if (record !== undefined) return parsePermissions(record.text, record.where);
  if (asset !== undefined) return { owners: [], uploaders: [] };
  throw new GobblerError('not-found', `project ${JSON.stringify(project)} does not exist in the registry`, {
    input: 'project',
    hint: 'Check the name. An administrator of the Gobbler creates projects.',
  });
}

export interface SetPermissionsOptions extends SubmitOptions, ActingFor {
  /** Owners to add, or with `append: false` all owners. */
  readonly owners?: readonly string[] | undefined;
  /** Uploaders to add, or with `append: false` all uploaders. */
  readonly uploaders?: readonly Uploader[] | undefined;
  /** Whether anybody may create assets. Only for projects: with an asset it is refused. */
  readonly globalWrite?: boolean | undefined;
  /** Add to what there is (the default), or replace it. */
  readonly append?: boolean;
  /** Send nothing, only say what would be sent. Default false. */
  readonly dryRun?: boolean;
}

/**
 * Changes the permissions of a project or an asset, and returns what was sent: the lists as they are now, without those
 * that stay as they were. Appending reads the present lists from the service first; it adds no owner and no identical
 * uploader twice. The service has no way to append by itself, so two who append at the same time may lose one of the
 * changes. Codes `invalid-input`, `not-found`, `not-authorized`, and those of `submit`. Protocol §11.3.
 */
export async function setPermissions(
  connection: Connection,
  of: PermissionsOf,
  { owners, uploaders, globalWrite, append = true, dryRun = false, spoof, ...options }: SetPermissionsOptions,
): Promise<Partial<Permissions>> {
  if (of.asset !== undefined && globalWrite !== undefined) {
    throw new GobblerError('invalid-input', 'globalWrite is a matter of projects, but an asset was given', {
      input: 'globalWrite',
      hint: 'Leave out one of the two.',
    });
  }
  requireUploaders(uploaders ?? []);
  const present = append
    ? await fetchPermissions(connection, of, { forceRemote: true, signal: options.signal })
    : { owners: [], uploaders: [] };
  const wanted: Partial<Permissions> = {
    ...(owners && { owners: [...new Set([...present.owners, ...owners])] }),
    ...(uploaders && { uploaders: union(present.uploaders, uploaders) }),
    ...(globalWrite !== undefined && { globalWrite }),
  };
  if (!dryRun) await submit(connection, setPermissionsRequest(of, wanted, { spoof }), options);
  return wanted;
}

/** Refuses uploaders that the service would refuse, with code `invalid-input`. Protocol §3.2, §7. */
export function requireUploaders(uploaders: readonly Uploader[]): void {
  for (const { id, until } of uploaders) {
    if (id === '') {
      throw new GobblerError('invalid-input', 'an uploader has no id', {
        input: 'uploaders',
        hint: 'Give each uploader the name of a user as id.',
      });
    }
    if (until === undefined || parseTimestamp(until) !== undefined) continue;
    throw new GobblerError(
      'invalid-input',
      `until of uploader ${JSON.stringify(id)} should be like 2030-12-31T23:59:59Z, but is ${JSON.stringify(until)}`,
      { input: 'uploaders', hint: 'Write a date with time and zone.' },
    );
  }
}

function union(present: readonly Uploader[], added: readonly Uploader[]): Uploader[] {
  const key = ({ id, asset, version, until, trusted }: Uploader): string =>
    JSON.stringify([id, asset ?? null, version ?? null, until ?? null, trusted ?? null]);
  const all = new Map([...present, ...added].map((entry) => [key(entry), entry]));
  return [...all.values()];
}
