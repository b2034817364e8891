import { promises as fs } from 'node:fs';
import path from 'node:path';
import { actorText } from '../../errors/index.ts';
import { removeTree } from '../../fs/index.ts';
import { formatRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { newRunName, type Swept, sweepNames } from '../requests/index.ts';
import { DEFAULT_KEEP_DAYS } from './create-upload.ts';
import { placesIn, UPLOAD_ID } from './multipart-upload.ts';
import { findRecord, type MultipartUploadRecord, UPLOAD_RECORD } from './records.ts';

const DAY_MS = 24 * 60 * 60_000;

/** The results of a sweep, as sentences: also those for uploads that were removed. */
export type SweptMultipartUploads = Swept;

/**
 * Removes multipart uploads of this user without a change for their `keepDays`, and the records of those that were
 * submitted. Ages go by the clock of the file server. Follows no link. A failure for one of them becomes a sentence.
 */
export async function sweepMultipartUploads({
  staging,
}: Pick<Connection, 'staging'>): Promise<SweptMultipartUploads> {
  return sweepNames(staging, UPLOAD_ID, async (directory, stats, now) => {
    if (!stats.isDirectory()) return undefined;
    const { record: file } = placesIn(directory);
    const record = await findRecord<MultipartUploadRecord>(file, UPLOAD_RECORD).catch(() => undefined);
    const restingMs = (await now()) - (await touchedMs(directory));
    if (restingMs < (record?.keepDays ?? DEFAULT_KEEP_DAYS) * DAY_MS) return undefined;
    // Renamed first, so that nobody finds half of it.
    const gone = path.join(staging, newRunName());
    await fs.rename(directory, gone);
    const wasSubmitted = (await fs.stat(placesIn(gone).submitted).catch(() => undefined)) !== undefined;
    await removeTree(gone);
    return wasSubmitted ? undefined : sentence(path.basename(directory), record);
  });
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
