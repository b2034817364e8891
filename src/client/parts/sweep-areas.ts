import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, formatRef, messageOf } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { namesIn, newRunName, removeFromStaging } from '../requests/index.ts';
import { actorText } from './actor.ts';
import { DEFAULT_KEEP_DAYS } from './allocate-area.ts';
import { AREA_NAME, placesIn } from './area.ts';
import { AREA_RECORD, type AreaRecord, findRecord } from './area-record.ts';

const DAY_MS = 24 * 60 * 60_000;

/** What a sweep of areas did, as sentences. */
export interface SweptAreas {
  readonly removed: readonly string[];
  /** For each that had to stay. */
  readonly failures: readonly string[];
}

/**
 * Removes areas of this user that nobody has touched for as many days as was said when they were allocated, and what
 * stayed of those that were submitted. Never follows a link, never throws for a single area.
 */
export async function sweepAreas({ staging }: Pick<Connection, 'staging'>): Promise<SweptAreas> {
  const removed: string[] = [];
  const failures: string[] = [];
  for (const name of (await namesIn(staging)).filter((one) => AREA_NAME.test(one))) {
    const area = path.join(staging, name);
    try {
      const stats = await fs.lstat(area);
      const mine = process.geteuid?.();
      if (!stats.isDirectory() || (mine !== undefined && stats.uid !== mine)) continue;
      const places = placesIn(area);
      const record = await findRecord<AreaRecord>(places.record, AREA_RECORD).catch(() => undefined);
      const restingMs = Date.now() - (await touchedMs(area));
      if (restingMs < (record?.keepDays ?? DEFAULT_KEEP_DAYS) * DAY_MS) continue;
      // Under another name at once, so that nobody finds half of it.
      const gone = path.join(staging, newRunName());
      await fs.rename(area, gone);
      const wasSubmitted = (await fs.stat(placesIn(gone).submitted).catch(() => undefined)) !== undefined;
      await removeFromStaging(gone);
      if (!wasSubmitted) removed.push(sentence(name, record));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') failures.push(`${area} could not be removed: ${messageOf(error)}`);
    }
  }
  return { removed, failures };
}

/** When somebody has last begun, completed or submitted something in it. */
async function touchedMs(area: string): Promise<number> {
  const { claims, legs, parts, submits } = placesIn(area);
  const times = await Promise.all(
    [area, claims, legs, parts, submits].map((place) =>
      fs.lstat(place).then(
        (stats) => stats.mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times);
}

function sentence(name: string, record: AreaRecord | undefined): string {
  if (record === undefined) return `Removed ${name}, an abandoned area`;
  const days = record.keepDays === 1 ? 'a day' : `${record.keepDays} days`;
  return `Removed ${name}, an area for ${formatRef(record)} allocated by ${actorText(record.allocated)}, which nobody has touched for ${days}`;
}
