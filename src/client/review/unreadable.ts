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

/** The result of the read of one record of many, or the error that concerns only that record. */
export type Read<T> =
  | { readonly value: T; readonly error?: undefined }
  | { readonly value?: undefined; readonly error: GobblerError };

/** Codes of errors that concern one record, so that others may be readable. */
const OF_ONE_RECORD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not-found',
  'corrupt-record',
  'invalid-name',
  'service-failed',
]);

/** Other errors of this code are about the address of the service. */
const isOfOneRecord = ({ code, problem }: GobblerError): boolean =>
  OF_ONE_RECORD.has(code) || problem === 'answer-too-large';

/** Waits for the read of one record of many. An error that concerns more than this record is thrown. */
export async function readOne<T>(read: Promise<T>): Promise<Read<T>> {
  try {
    return { value: await read };
  } catch (error) {
    if (error instanceof GobblerError && isOfOneRecord(error)) return { error };
    throw error;
  }
}

/**
 * Runs the read of one record of many. If that record is unreadable, adds it to `found`; if it does not exist, it has
 * been removed since it was listed. All other errors are thrown.
 */
export async function unlessUnreadable(
  place: string,
  found: Unreadable[],
  read: () => Promise<void>,
): Promise<void> {
  const { error } = await readOne(read());
  if (error !== undefined && error.code !== 'not-found') found.push({ place, error });
}
