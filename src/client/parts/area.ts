import { randomBytes } from 'node:crypto';
import { promises as fs, type Stats } from 'node:fs';
import path from 'node:path';
import {
  errnoOf,
  formatRef,
  GobblerError,
  hint,
  messageOf,
  setting,
  type VersionRef,
} from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import { requireStaging } from '../requests/index.ts';
import { AREA_RECORD, type AreaRecord, damaged, findRecord } from './area-record.ts';

/** The name of an area: unlike those of runs, so that no sweep of theirs takes it. */
export const AREA_NAME = /^gobbler-area-[0-9a-f]{24}$/;
const RANDOM_BYTES = 12;

/** A name that nobody can guess. */
export const newAreaName = (): string => `gobbler-area-${randomBytes(RANDOM_BYTES).toString('hex')}`;

/** A directory of ours in staging, in which the legs of one version gather. */
export interface Area {
  readonly name: string;
  readonly path: string;
  readonly ref: VersionRef;
  readonly record: AreaRecord;
}

/** Where things lie in an area. See docs/decisions/0009. */
export const placesIn = (area: string) => ({
  record: path.join(area, 'area.json'),
  /** A file for each run of a leg that is at work, `{leg}@{generation}`. */
  claims: path.join(area, 'claims'),
  /** A directory for each run of a leg, under the same name. */
  parts: path.join(area, 'parts'),
  /** A record for each leg that is complete, `{leg}`. Not there while somebody submits. */
  legs: path.join(area, 'legs'),
  /** A file for each submit that is at work, by number. */
  submits: path.join(area, 'submits'),
  /** What stays in the end. */
  submitted: path.join(area, 'submitted.json'),
});

/** `legs`, once the submit of that number has it. */
export const SEALED = /^sealed@(\d+)$/;
export const sealedBy = (area: string, number: number): string => path.join(area, `sealed@${number}`);

/**
 * Opens an area that was allocated before, perhaps on another machine. Nothing is followed or trusted that this user has
 * not made: staging can be written by everybody. Codes `invalid-input`, `not-found`, `not-authorized`,
 * `staging-unavailable`, `corrupt-record`; `invalid-input` also if it is for another version than `ref`, as far as that is
 * given.
 */
export async function openArea(
  connection: Connection,
  name: string,
  ref: { readonly [Kind in keyof VersionRef]?: string | undefined } = {},
): Promise<Area> {
  if (!AREA_NAME.test(name)) {
    throw new GobblerError(
      'invalid-input',
      `area should be a name like gobbler-area-0123456789abcdef01234567, but is ${JSON.stringify(name)}`,
      {
        input: 'area',
        hint: 'Pass on what stage has printed, or set as its output area, when it allocated the area.',
      },
    );
  }
  await requireStaging(connection);
  const place = path.join(connection.staging, name);
  requireOwn(place, await lookAt(place, connection));
  const record = await readAreaRecord(place);
  for (const kind of ['project', 'asset', 'version'] as const) {
    if (ref[kind] === undefined || ref[kind] === record[kind]) continue;
    throw new GobblerError(
      'invalid-input',
      `${kind} should be ${JSON.stringify(record[kind])}, since area ${name} is for ${formatRef(record)}, but is ${JSON.stringify(ref[kind])}`,
      {
        input: kind,
        hint: hint`Leave ${setting('project')}, ${setting('asset')} and ${setting('version')} out, or allocate an area for that version.`,
      },
    );
  }
  const { project, asset, version } = record;
  return { name, path: place, ref: { project, asset, version }, record };
}

async function readAreaRecord(place: string): Promise<AreaRecord> {
  const file = placesIn(place).record;
  const record = await findRecord<AreaRecord>(file, AREA_RECORD);
  if (record === undefined) throw damaged(file);
  return record;
}

async function lookAt(place: string, { staging }: Connection): Promise<Stats> {
  try {
    return await fs.lstat(place);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') throw noSuchArea(path.basename(place), staging);
    throw new GobblerError('staging-unavailable', `area ${place} cannot be looked at: ${messageOf(error)}`, {
      input: 'staging',
      hint: 'Check the staging directory, its filesystem, and the rights of this user.',
      cause: error,
    });
  }
}

function noSuchArea(name: string, staging: string): GobblerError {
  return new GobblerError('not-found', `area ${name} is not in the staging directory ${staging}`, {
    input: 'area',
    hint: 'Does this machine see the same staging directory as the one that has allocated it? Areas that nobody touches are swept after keep-days; then allocate a new one.',
  });
}

/** Whoever can write to staging can make something of that name, but nothing that belongs to this user. */
function requireOwn(place: string, stats: Stats): void {
  const mine = process.geteuid?.();
  const isOurs = mine === undefined || stats.uid === mine;
  if (isOurs && stats.isDirectory()) return;
  const found = stats.isSymbolicLink() ? 'a symbolic link' : stats.isDirectory() ? 'a directory' : 'a file';
  throw new GobblerError(
    'not-authorized',
    `area ${place} should be a directory of ${currentUser() ?? 'this user'} (user id ${mine}), but is ${found} of user id ${stats.uid}`,
    {
      input: 'area',
      hint: 'Run the steps that share an area as the same user, on all runners. If nobody of yours has made it, allocate a new one.',
    },
  );
}
