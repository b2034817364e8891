import { GobblerError } from '../../client/index.ts';
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
  approved: 'is approved',
  pending: 'awaits approval',
  'rejected-or-expired': 'was rejected, or has expired',
  replaced: 'is not what it was: another content has been uploaded under its name',
  missing: 'does not exist',
  'timed-out': 'was neither approved nor rejected in time',
  unknown: 'could not be looked at',
};

const hasOtherSums = ({ differences = [] }: Outcome): boolean => differences.length > 0;

/** The outcome in a sentence for the log. */
export function verdictSentence(outcome: Outcome): string {
  const { ref, status, failure, differences = [] } = outcome;
  if (hasOtherSums(outcome)) return otherSums(ref, 'is approved', differences).message;
  const because = failure === undefined ? '' : `; the last look failed: ${failure.message}`;
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

export interface RefusalPolicy {
  readonly isCheck: boolean;
  readonly failOnTimeout: boolean;
  readonly failOnRejection: boolean;
  readonly pinned: string | undefined;
}

/** The failure that an outcome is, by what the inputs say; undefined if the step is to succeed. */
export function refusalOf(outcome: Outcome, policy: RefusalPolicy): GobblerError | undefined {
  const { ref, status, review } = outcome;
  const sentence = verdictSentence(outcome);
  if (policy.isCheck || status === 'approved') return undefined;
  if (status === 'timed-out') {
    if (!policy.failOnTimeout) return undefined;
    return new GobblerError('timed-out', sentence, {
      input: 'timeout-minutes',
      hint: `Those who can decide are ${review?.maintainers ?? `the owners of ${ref.project}`}. Ask them and run this again, or allow more time.`,
    });
  }
  if (status === 'missing') {
    return new GobblerError('not-found', sentence, {
      input: 'project, asset, version',
      hint: 'Check the names. It may have been rejected before this began.',
    });
  }
  if (!policy.failOnRejection) return undefined;
  if (status === 'replaced') return replaced(sentence, outcome, policy.pinned);
  return new GobblerError('not-found', sentence, {
    input: 'fail-on-rejection',
    hint: 'The service does not tell the two apart: ask the owners, correct what they found, and publish again.',
  });
}

function replaced(sentence: string, outcome: Outcome, pinned: string | undefined): GobblerError {
  const { ref, review, differences = [] } = outcome;
  if (hasOtherSums(outcome)) return otherSums(ref, 'is approved', differences);
  const found = review?.seen.content.digest;
  const isPinned = pinned !== undefined && found !== pinned;
  return new GobblerError(
    'content-differs',
    isPinned ? `${sentence}: manifest-digest pins ${pinned}, but it has ${found}` : sentence,
    {
      input: isPinned ? 'manifest-digest' : 'fail-on-rejection',
      hint: 'It was rejected and uploaded again, perhaps by another run. The run that uploaded it can wait for its approval.',
    },
  );
}
