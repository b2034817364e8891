import { GobblerError } from '../protocol/errors.ts';
import type { OutputValue } from './host.ts';

/** How the failure of an upload or a submit is headed: what is published stays so, whatever fails afterwards. */
export function notPublished(
  what: string,
  error: unknown,
  answers: ReadonlyMap<string, OutputValue>,
): string {
  if (answers.get('created') === true) return `${what} was published, but the step has failed since`;
  return error instanceof GobblerError && error.code === 'connection-lost'
    ? `it is not known whether ${what} was published`
    : `${what} was not published`;
}
