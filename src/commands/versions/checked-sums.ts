import type { GobblerError, Summary, VersionRef } from '../../client/index.ts';
import { type FactsOf, gobblerError, type Mismatch } from '../../errors/index.ts';
import { formatRef, parseTimestamp } from '../../protocol/index.ts';

/** Another content than `checksums-file` says, with code `content-differs`. */
export function otherSums(
  ref: VersionRef,
  state: FactsOf<'other-sums'>['state'],
  mismatches: readonly Mismatch[],
): GobblerError {
  return gobblerError('other-sums', { version: formatRef(ref), state, mismatches });
}

/** Records of time have whole seconds, and clocks may differ by a minute. */
const MAY_HAVE_BEEN_REPLACED_MS = 120_000;

/**
 * Returns whether a version may have taken the place of one with the same summary: of another that was uploaded,
 * rejected and uploaded again within a second.
 */
export function isRecent({ uploadFinish }: Summary): boolean {
  return Date.now() - (parseTimestamp(uploadFinish) ?? Date.now()) < MAY_HAVE_BEEN_REPLACED_MS;
}

/** Returns whether two summaries appear to be of one upload. */
export function isSameUpload(a: Summary, b: Summary): boolean {
  return (
    a.uploadUserId === b.uploadUserId && a.uploadStart === b.uploadStart && a.uploadFinish === b.uploadFinish
  );
}
