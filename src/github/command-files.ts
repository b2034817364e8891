import { appendFileSync, statSync, truncateSync } from 'node:fs';
import { requireRoom } from '../commands/kit/index.ts';
import { errnoOf, gobblerError, messageOf } from '../errors/index.ts';

/** More than all outputs of a step together. */
const ROOM_BYTES = 128 * 1024;

/**
 * Makes sure that the files through which a step answers its runner can be written, before there is anything to report:
 * writes as much as may be needed, and removes it again. Creates the files if they do not exist, for a bundle that is run
 * by hand. Codes `invalid-input` and `destination-unavailable`.
 */
export function requireCommandFiles(): void {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) {
    const file = process.env[name];
    if (!file) continue;
    try {
      requireRoom(file, ROOM_BYTES);
    } catch (error) {
      delete process.env[name]; // the failure itself is reported without it
      throw gobblerError(
        'command-file-unwritable',
        { variable: name, error: messageOf(error), errno: errnoOf(error) },
        { cause: error },
      );
    }
  }
}

/**
 * Appends to the command file that a variable names, by calling `append`. Removes a partial entry: half an entry would
 * make the runner fail the step.
 */
export function appending(variable: string, append: () => void): void {
  const file = process.env[variable];
  if (file) appendFileSync(file, '');
  const before = file ? statSync(file) : undefined;
  try {
    append();
  } catch (error) {
    if (file && before?.isFile()) truncateSync(file, before.size);
    throw error;
  }
}
