import { promises as fs } from 'node:fs';
import path from 'node:path';
import { actorText, errnoOf, messageOf } from '../../errors/index.ts';
import { isOwn } from '../../fs/index.ts';
import { formatRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { namesIn, newRunName, presentTime, removeFromStaging } from '../requests/index.ts';
import { DEFAULT_KEEP_DAYS } from './create-upload.ts';
import { placesIn, UPLOAD_ID } from './multipart-upload.ts';
import { findRecord, type MultipartUploadRecord, UPLOAD_RECORD } from './records.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The results of a sweep, as sentences. */
export interface SweptMultipartUploads {
  readonly removed: readonly string[];
  /** One for each upload that could not be removed. */
  readonly failures: readonly string[];
}

/**
 * Removes multipart uploads of this user without a change for their `keepDays`, and the records of those that were
 * submitted. Ages go by the clock of the file server. Follows no link. A failure for one of them becomes a sentence.
 */
export async function sweepMultipartUploads({
  staging,
}: Pick<Connection, 'staging'>): Promise<SweptMultipartUploads> {
  const removed: string[] = [];
  const failures: string[] = [];
  let now: number | undefined;
  for (const name of (await namesIn(staging)).filter((one) => UPLOAD_ID.test(one))) {
    const directory = path.join(staging, name);
    try {
      const stats = await fs.lstat(directory);
      if (!stats.isDirectory() || !isOwn(stats)) continue;
      const places = placesIn(directory);
      const record = await findRecord<MultipartUploadRecord>(places.record, UPLOAD_RECORD).catch(
        () => undefined,
      );
      now ??= await presentTime(staging);
      const restingMs = now - (await touchedMs(directory));
      if (restingMs < (record?.keepDays ?? DEFAULT_KEEP_DAYS) * DAY_MS) continue;
      // Renamed first, so that nobody finds half of it.
      const gone = path.join(staging, newRunName());
      await fs.rename(directory, gone);
      const wasSubmitted = (await fs.stat(placesIn(gone).submitted).catch(() => undefined)) !== undefined;
      await removeFromStaging(gone);
      if (!wasSubmitted) removed.push(sentence(name, record));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT')
        failures.push(`${directory} could not be removed: ${messageOf(error)}`);
    }
  }
  return { removed, failures };
}

/** The time of the last change: a part that began or was completed, or a submit. */
async function touchedMs(directory: string): Promise<number> {
  const { unfinished, parts, submits } = placesIn(directory);
  const times = await Promise.all(
    [directory, unfinished, parts, submits].map((place) =>
      fs.lstat(place).then(
        (stats) => stats.mtimeMs,
        () => 0,
      ),
    ),
  );
  return Math.max(...times);
}

function sentence(name: string, record: MultipartUploadRecord | undefined): string {
  if (record === undefined) return `Removed ${name}, an abandoned multipart upload`;
  const days = record.keepDays === 1 ? 'a day' : `${record.keepDays} days`;
  return `Removed ${name}, a multipart upload of ${formatRef(record)} started by ${actorText(record.started)}, without a change for ${days}`;
}
