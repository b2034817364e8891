import type { GobblerError } from '../../client/index.ts';
import { gobblerError, UNAPPROVED } from '../../errors/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { escapeMarkup } from '../kit/index.ts';
import { otherSums } from '../versions/index.ts';
import type { Outcome, OutcomeStatus } from './approval-wait.ts';

const ICONS: Record<OutcomeStatus, string> = {
  approved: '✅',
  pending: '🟡',
  'rejected-or-expired': '⛔',
  replaced: '⛔',
  missing: '⚪',
  'timed-out': '⏰',
  unknown: '❔',
};

const WORDS: Record<OutcomeStatus, string> = {
  ...UNAPPROVED,
  approved: 'is approved',
  pending: 'awaits approval',
  unknown: 'could not be checked',
};

const hasOtherSums = ({ differences = [] }: Outcome): boolean => differences.length > 0;

/** The outcome in a sentence for the log. */
export function verdictSentence(outcome: Outcome): string {
  const { ref, status, failure, differences = [] } = outcome;
  if (hasOtherSums(outcome)) return otherSums(ref, 'approved', differences).message;
  const because = failure === undefined ? '' : `; the last check failed: ${failure.message}`;
  return `${formatRef(ref)} ${WORDS[status]}${because}`;
}

/** The outcome as the heading of a summary. */
export function verdictHeading(outcome: Outcome): string {
  const { ref, status } = outcome;
  const words = hasOtherSums(outcome) ? 'is approved, but is not what checksums-file says' : WORDS[status];
  return `### ${ICONS[status]} ${escapeMarkup(formatRef(ref))} ${words}`;
}

/** The heading of the review, for when the outcome is reported elsewhere. */
export function seenHeading({ ref }: Outcome): string {
  return `#### 🔎 ${escapeMarkup(formatRef(ref))} as it was seen last`;
}

/** A version of another content than was waited for; `pinned` is the digest it should have, if there is one. */
export function replacedError(outcome: Outcome, pinned: string | undefined): GobblerError {
  const { ref, review, differences = [] } = outcome;
  if (hasOtherSums(outcome)) return otherSums(ref, 'approved', differences);
  const digest = review?.seen.content.digest;
  const isPinned = pinned !== undefined && digest !== pinned;
  return gobblerError('version-replaced', { version: formatRef(ref), ...(isPinned && { pinned, digest }) });
}
