import { errnoOf, GobblerError, messageOf } from '../../errors/index.ts';
import { annotateWarning } from './log.ts';

/** Sentences about failed reports since the last warning. */
const untold: string[] = [];

/**
 * Does something that only tells what the command has done, such as writing an output or a summary. If the filesystem
 * refuses it, the command goes on, and one warning in the end says so; see {@link warnOfUntold}.
 */
export function telling(what: string, tell: () => void): void {
  try {
    tell();
  } catch (error) {
    noteUntold(what, error);
  }
}

/** The same for what takes time; undefined if it was refused. */
export async function tellingLater<T>(what: string, tell: () => Promise<T>): Promise<T | undefined> {
  try {
    return await tell();
  } catch (error) {
    noteUntold(what, error);
    return undefined;
  }
}

function noteUntold(what: string, error: unknown): void {
  const isRefused =
    errnoOf(error) !== undefined ||
    (error instanceof GobblerError && error.code === 'destination-unavailable');
  if (!isRefused) throw error;
  untold.push(`${what} could not be written: ${messageOf(error)}`);
}

/** One warning about all that could not be told; `done` says what was done all the same. */
export function warnOfUntold(done: string | undefined, failures: readonly string[] = []): void {
  const sentences = [...untold.splice(0), ...failures];
  if (sentences.length === 0) return;
  annotateWarning({
    title: 'Some outputs could not be written',
    sentences: done === undefined ? sentences : [`${done}.`, ...sentences],
    hint: 'Check the free space and the permissions of the named directories. Outputs that could not be written are empty.',
  });
}
