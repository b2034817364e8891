import type { Unreadable } from '../../client/index.ts';
import { annotateWarning, formatNumberOf } from '../kit/index.ts';

/** Warns of places in the registry that a list may lack, since their records cannot be read. */
export function warnOfUnreadable(unreadable: readonly Unreadable[]): void {
  if (unreadable.length === 0) return;
  annotateWarning({
    title: 'Unreadable records',
    sentences: [
      `the records of ${formatNumberOf(unreadable.length, 'place')} in the registry cannot be read`,
      ...unreadable.map(({ place, error }) => `${place}: ${error.message}`),
    ],
    isHeaded: true,
    hint: 'Ask an administrator of the service to repair or remove them.',
  });
}
