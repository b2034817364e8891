import path from 'node:path';
import { formatRef, GobblerError, hint, setting } from '../../protocol/index.ts';
import { pause } from '../connection/index.ts';
import { DEFAULT_PATIENCE_MS } from '../requests/index.ts';
import { actorText } from './actor.ts';
import { type Area, placesIn } from './area.ts';
import { findRecord, LEG_RECORD, type LegRecord } from './area-record.ts';
import { findSubmitted, legDirectories, requireOpen } from './area-state.ts';
import type { Waiting } from './submit-hold.ts';

/** How often the records may be found to have just been renamed. */
const MOST_MOMENTS = 3;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Returns once a leg whose record was put among those of complete legs is sure to count. A rename on NFS goes by the
 * remembered handle of the directory, so it may have put the record into `legs` after a submit on another machine has
 * renamed that, and perhaps read it. Then the submit decides: if it succeeds, it writes down which legs are in the version;
 * if it fails, it opens the area again, with the record. Codes `already-exists` if the version was published without the
 * leg, `not-found` if the area is gone, `lock-timeout` if the submit takes longer than half an hour.
 */
export async function awaitVerdict(
  area: Area,
  record: LegRecord,
  { signal, onNotice }: Pick<Waiting, 'signal' | 'onNotice'>,
): Promise<void> {
  const giveUpAt = performance.now() + DEFAULT_PATIENCE_MS;
  for (let looks = 0; ; looks++) {
    signal?.throwIfAborted();
    // In this order: an area that is opened again, or submitted, between the two is looked at once more.
    const [directory] = await legDirectories(area);
    const submitted = await findSubmitted(area);
    if (submitted !== undefined) {
      const at = submitted.legs.indexOf(record.leg);
      if ((submitted.generations[at] ?? 0) >= record.generation) return;
      throw tooLate(area, record, actorText(submitted.submitted));
    }
    if (directory === placesIn(area.path).legs) {
      const found = await findRecord<LegRecord>(path.join(directory, record.leg), LEG_RECORD);
      // A later run of the leg may have replaced it by now.
      if ((found?.generation ?? 0) >= record.generation) return;
    }
    if (directory === undefined && looks > MOST_MOMENTS) await requireOpen(area); // it was removed
    if (performance.now() > giveUpAt) throw stillSubmitting(area, record);
    if (looks === 1) {
      onNotice(
        `A submit of ${area.name} has begun; waiting for whether leg ${JSON.stringify(record.leg)} is part of it.`,
      );
    }
    await pause(Math.min(FIRST_PAUSE_MS * 1.5 ** looks, LONGEST_PAUSE_MS), signal);
  }
}

function tooLate(area: Area, { leg }: LegRecord, by: string): GobblerError {
  return new GobblerError(
    'already-exists',
    `leg ${JSON.stringify(leg)} came too late: area ${area.name} was submitted as ${formatRef(area.ref)} without it, by ${by}`,
    {
      input: 'area',
      hint: hint`Let submit start after all legs, or name them in ${setting('legs')}. Versions are permanent: allocate an area for another version.`,
    },
  );
}

function stillSubmitting(area: Area, { leg }: LegRecord): GobblerError {
  return new GobblerError(
    'lock-timeout',
    `leg ${JSON.stringify(leg)} was staged while area ${area.name} was being submitted, and that has not ended yet`,
    {
      input: 'area',
      hint: 'Let submit start after all legs. If that submit was killed, repeat it: the leg is part of what it publishes.',
    },
  );
}
