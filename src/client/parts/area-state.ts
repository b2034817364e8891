import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, formatRef, GobblerError } from '../../protocol/index.ts';
import { actorText } from './actor.ts';
import { type Area, placesIn, SEALED } from './area.ts';
import { findActor, findRecord, ifThere, SUBMITTED_RECORD, type SubmittedRecord } from './area-record.ts';

/** What stays of an area that was submitted; undefined if it was not. */
export function findSubmitted(area: Area): Promise<SubmittedRecord | undefined> {
  return findRecord(placesIn(area.path).submitted, SUBMITTED_RECORD);
}

/** The number of the submit that has the area; undefined if legs can be added. */
export async function holderOf(area: Area): Promise<number | undefined> {
  for (const name of await fs.readdir(area.path)) {
    const [, number] = SEALED.exec(name) ?? [];
    if (number !== undefined) return Number(number);
  }
  return undefined;
}

/** The directory with the records of complete legs, whatever it is called now; none in an area that was submitted. */
export async function legDirectories(area: Area): Promise<string[]> {
  const legs = path.basename(placesIn(area.path).legs);
  const names = (await ifThere(fs.readdir(area.path))) ?? [];
  return names.filter((name) => name === legs || SEALED.test(name)).map((name) => path.join(area.path, name));
}

/** Refuses an area to which nothing can be added any more. Codes `already-exists`, `lock-timeout` and `not-found`. */
export async function requireOpen(area: Area): Promise<void> {
  const submitted = await findSubmitted(area);
  const ref = formatRef(area.ref);
  if (submitted !== undefined) {
    throw new GobblerError(
      'already-exists',
      `area ${area.name} was submitted as ${ref}, by ${actorText(submitted.submitted)}`,
      {
        input: 'area',
        hint: 'Versions are permanent: allocate an area for another version.',
      },
    );
  }
  let holder: number | undefined;
  try {
    holder = await holderOf(area);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    throw new GobblerError('not-found', `area ${area.name} for ${ref} was removed meanwhile`, {
      input: 'area',
      hint: 'Areas that nobody touches are swept after keep-days: allocate a new one.',
    });
  }
  if (holder === undefined) return;
  const actor = await findActor(path.join(placesIn(area.path).submits, String(holder)));
  const who = actor === undefined ? '' : `, by ${actorText(actor)}`;
  throw new GobblerError('lock-timeout', `area ${area.name} for ${ref} is being submitted${who}`, {
    input: 'area',
    hint: 'Let submit need all legs. If that submit was killed, repeat it: it publishes what is there, or opens the area again.',
  });
}
