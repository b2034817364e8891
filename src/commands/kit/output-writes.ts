import { errnoOf, GobblerError, messageOf } from '../../errors/index.ts';
import { annotateWarning } from './log.ts';

/** Sentences about failed writes since the last warning. */
const failures: string[] = [];

/**
 * Writes a report of the finished work, such as an output or a summary. If the filesystem refuses it, the command continues,
 * and ends with one warning about all such failures; see {@link warnOfFailedWrites}.
 */
export function tryWrite(what: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    noteFailure(what, error);
  }
}

/** The same in the background. Returns undefined if the filesystem has refused it. */
export async function tryWriteLater<T>(what: string, write: () => Promise<T>): Promise<T | undefined> {
  try {
    return await write();
  } catch (error) {
    noteFailure(what, error);
    return undefined;
  }
}

function noteFailure(what: string, error: unknown): void {
  const isRefused =
    errnoOf(error) !== undefined ||
    (error instanceof GobblerError && error.code === 'destination-unavailable');
  if (!isRefused) throw error;
  failures.push(`${what} could not be written: ${messageOf(error)}`);
}

/** Warns once about all failed writes, and `others`; `done` is a sentence about the work that was done all the same. */
export function warnOfFailedWrites(done: string | undefined, others: readonly string[] = []): void {
  const sentences = [...failures.splice(0), ...others];
  if (sentences.length === 0) return;
  annotateWarning({
    title: 'Some outputs could not be written',
    sentences: done === undefined ? sentences : [`${done}.`, ...sentences],
    hint: 'Check the free space and the permissions of the named directories. Outputs that could not be written are empty.',
  });
}
