import { type ErrorCode, GobblerError } from '../../errors/index.ts';

/** Codes of errors that concern one record of many. */
const OF_ONE_RECORD: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'not-found',
  'corrupt-record',
  'invalid-name',
  'service-failed',
]);

/** The result of a read, or undefined if that one record is missing or unreadable. All other errors are thrown. */
export async function unlessFailed<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof GobblerError && OF_ONE_RECORD.has(error.code)) return undefined;
    throw error;
  }
}
