import { line } from '../../commands/kit/index.ts';
import { GobblerError, messageOf } from '../../errors/index.ts';

/** Logs what a page has thrown: a defect with its stack. */
export function logFailure(error: unknown): void {
  const isDefect = error instanceof Error && !(error instanceof GobblerError);
  line(isDefect ? (error.stack ?? error.message) : messageOf(error));
}
