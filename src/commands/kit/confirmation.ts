import { gobblerError } from '../../errors/index.ts';
import { escapeText } from './escape.ts';
import { host } from './runtime.ts';

/**
 * Asks whether to go on with something that cannot be undone, `deed`, such as "remove demo/assay", where a front end asks:
 * a workflow has been reviewed. Returns whether it took the time of an answer, in which much may have changed. Codes
 * `invalid-input` if nobody can be asked, and `cancelled` for any answer but yes.
 */
export async function requireConfirmation(deed: string, signal: AbortSignal): Promise<boolean> {
  const answer = await host().confirm?.(escapeText(`Really ${deed}?`), signal);
  if (answer === 'unasked') throw gobblerError('unconfirmed', { deed });
  if (answer === 'no') throw gobblerError('declined', { deed });
  return answer === 'yes';
}
