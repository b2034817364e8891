import { type ErrorCode, GobblerError } from '../../errors/index.ts';

/** How many records of the registry are read at the same time. */
export const READS_IN_FLIGHT = 16;

/** A project, an asset or a version whose records cannot be read. */
export interface Unreadable {
  /** As `project`, `project/asset` or `project/asset/version`. */
  readonly place: string;
  /** The error that reading it has met. */
  readonly error: GobblerError;
}

/** Codes of errors that concern one record, so that others may be readable. */
const OF_ONE_RECORD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'corrupt-record',
  'invalid-name',
  'service-failed',
]);

/**
 * Runs the read of one record of many. If that record is unreadable, adds it to `found`; if it does not exist, it has
 * been removed since it was listed. All other errors are thrown.
 */
export async function unlessUnreadable(
  place: string,
  found: Unreadable[],
  read: () => Promise<void>,
): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof GobblerError)) throw error;
    if (error.code === 'not-found') return;
    if (!OF_ONE_RECORD.has(error.code)) throw error;
    found.push({ place, error });
  }
}
