import { GobblerError, type VersionRef } from '../../client/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { formatDuration, line } from '../kit/index.ts';
import type { Verdict } from './watched-version.ts';

/** While nothing changes, a line is written this often: hours of waiting stay a screen. */
const LOG_EVERY_MS = 15 * 60_000;

/** Tells in the log how the waiting goes: a line when something changes, and now and then otherwise. */
export class ApprovalLog {
  readonly #ref: VersionRef;
  readonly #begun = performance.now();
  #logged: { readonly what: string; readonly at: number } | undefined;
  #failure: GobblerError | undefined;

  constructor(ref: VersionRef) {
    this.#ref = ref;
  }

  /** Why the last look failed, if it did. */
  get failure(): GobblerError | undefined {
    return this.#failure;
  }

  /** Runs a check; undefined if it fails, which is logged. Rethrows errors that end the wait: a stop, or a bug. */
  async look(look: () => Promise<Verdict>, signal: AbortSignal): Promise<Verdict | undefined> {
    try {
      const verdict = await look();
      if (this.#failure !== undefined) line('Status checks work again');
      this.#failure = undefined;
      return verdict;
    } catch (error) {
      if (!(error instanceof GobblerError) || signal.aborted) throw error;
      this.#failure = error;
      this.#log(`failure ${error.code}`, `Status check failed; still waiting: ${error.message}`);
      return undefined;
    }
  }

  /** Says that the waiting goes on. */
  waiting(verdict: Verdict, pauseMs: number): void {
    const waited = formatDuration(performance.now() - this.#begun);
    const standing = verdict === 'unfinished' ? 'is still being uploaded' : 'is on probation';
    this.#log(
      verdict,
      `${formatRef(this.#ref)} ${standing} after ${waited}; checking again in ${formatDuration(pauseMs)}, then less often`,
    );
  }

  #log(what: string, sentence: string): void {
    const now = performance.now();
    if (this.#logged?.what === what && now - this.#logged.at < LOG_EVERY_MS) return;
    this.#logged = { what, at: now };
    line(sentence);
  }
}
