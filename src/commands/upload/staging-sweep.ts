import { type Connection, sweepMultipartUploads, sweepStaging } from '../../client/index.ts';
import { annotateWarning, line } from '../kit/index.ts';

/** Leftovers of killed runs of this user are swept once they are older. */
export const STALE_MS = 24 * 60 * 60_000;

/** Removes what older runs of this user have left in staging, and all that `runs`, which are over, have. */
export async function sweepLeftovers(staging: string, runs: readonly string[] = []): Promise<void> {
  const { removed, failures } = await sweepStaging(staging, { runs, olderThanMs: STALE_MS });
  for (const name of removed) line(`Removed ${name}, left in staging by a run that was killed`);
  if (failures.length > 0) annotateWarning({ title: 'Leftovers in staging', sentences: failures });
}

/** Removes abandoned multipart uploads of this user. */
export async function sweepAbandoned(connection: Connection): Promise<void> {
  const { removed, failures } = await sweepMultipartUploads(connection);
  for (const sentence of removed) line(sentence);
  if (failures.length > 0) annotateWarning({ title: 'Leftovers in staging', sentences: failures });
}
