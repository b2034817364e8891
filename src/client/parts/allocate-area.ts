import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, formatRef, type VersionRef } from '../../protocol/index.ts';
import { type Connection, currentUser } from '../connection/index.ts';
import { newRunName, removeFromStaging, stagingWriteError } from '../requests/index.ts';
import { refuseIfAny } from '../source/index.ts';
import { preflight } from '../upload/index.ts';
import { thisActor } from './actor.ts';
import { type Area, newAreaName, openArea, placesIn } from './area.ts';
import type { AreaRecord } from './area-record.ts';

/** The service removes what nobody has touched for a week in any case (protocol §16). */
export const DEFAULT_KEEP_DAYS = 7;

export interface AllocateOptions {
  /** Days after which the area counts as abandoned, if nobody touches it. Default 7. */
  readonly keepDays?: number;
  /** For whom the version will be submitted, where the service allows it. */
  readonly spoof?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told, as a sentence, what a person should know. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

/**
 * Makes an area for one version: a directory in staging to which legs are added with `addLeg`, from any machine that sees
 * it, and which `submitArea` publishes. Everything but the content is checked as for an upload, and refused as one
 * `UploadRefused` before anything is made. Nobody else can look into an area. Codes as `uploadDirectory`.
 */
export async function allocateArea(
  connection: Connection,
  { project, asset, version }: VersionRef,
  { keepDays = DEFAULT_KEEP_DAYS, spoof, signal, onNotice }: AllocateOptions = {},
): Promise<Area> {
  const ref = { project, asset, version };
  const run = newRunName();
  const actingFor = spoof === currentUser() ? undefined : spoof;
  const upload = { ...ref, run, spoof: actingFor, expectsProbation: true, signal, onNotice };
  refuseIfAny(`an area for ${formatRef(ref)}`, await preflight(connection, upload));
  const name = newAreaName();
  const record: AreaRecord = { ...ref, allocated: thisActor(), keepDays };
  // Under a name that is swept after a kill, until it is whole.
  const made = path.join(connection.staging, run);
  try {
    await fs.mkdir(made, { mode: 0o700 });
    const places = placesIn(made);
    for (const directory of [places.claims, places.parts, places.legs, places.submits])
      await fs.mkdir(directory, { mode: 0o700 });
    await fs.writeFile(places.record, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
    await fs.rename(made, path.join(connection.staging, name));
  } catch (error) {
    await removeFromStaging(made);
    throw errnoOf(error) === undefined ? error : stagingWriteError(made, error);
  }
  return openArea(connection, name);
}

/** Removes an area with all that is in it, at once for whoever looks. For one that nobody else knows of. */
export async function discardArea(connection: Connection, area: Area): Promise<void> {
  const gone = path.join(connection.staging, newRunName());
  await fs.rename(area.path, gone);
  await removeFromStaging(gone);
}
