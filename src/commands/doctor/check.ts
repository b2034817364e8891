import {
  errnoOf,
  type Finding,
  findingHint,
  findingText,
  GobblerError,
  type Hint,
  hintText,
  messageOf,
} from '../../errors/index.ts';
import { host, line } from '../kit/index.ts';

/** The result of a check: nothing wrong, something that costs time or space, or something that keeps commands from working. */
export type Verdict = 'ok' | 'warning' | 'failure';

/** A finding about one part of the installation. Plain data: a member of the answer. */
export interface Check {
  /** The name of the part. */
  readonly check: string;
  readonly verdict: Verdict;
  /** A sentence without its full stop. */
  readonly found: string;
  /** The reader's next step, unless all is well. */
  readonly hint?: string;
}

export const ok = (check: string, found: string): Check => ({ check, verdict: 'ok', found });

export const warning = (check: string, found: string, hint: Hint): Check => ({
  check,
  verdict: 'warning',
  found,
  hint: hintText(hint, host().settingText),
});

export function failure(check: string, found: string, hint: Hint | undefined): Check {
  const next = hint === undefined ? {} : { hint: hintText(hint, host().settingText) };
  return { check, verdict: 'failure', found, ...next };
}

/** A reason to refuse an upload, as a failed check. */
export const findingFailure = (check: string, finding: Finding): Check =>
  failure(check, findingText(finding), findingHint(finding));

export const errorFailure = (check: string, { message, advice }: GobblerError): Check =>
  failure(check, message, advice);

/** When to tell that a check takes long: a dead file server may never answer. */
const SLOW_MS = 2000;

/** Examines one part: a `GobblerError`, or an error of the system, is a failed check. `place` is named in the log if it takes long. */
export async function examine(
  check: string,
  place: string,
  signal: AbortSignal,
  look: () => Promise<readonly Check[]>,
): Promise<readonly Check[]> {
  const timer = setTimeout(() => line(`Still checking ${place}; it may not answer`), SLOW_MS);
  try {
    return await look();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof GobblerError) return [errorFailure(check, error)];
    if (errnoOf(error) === undefined) throw error;
    return [
      failure(
        check,
        `${place} cannot be examined: ${messageOf(error)}`,
        'Check its filesystem and its permissions.',
      ),
    ];
  } finally {
    clearTimeout(timer);
  }
}
