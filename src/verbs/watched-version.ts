import { type Connection, GobblerError, type Summary, type VersionRef } from '../client/index.ts';
import { type Content, contentOf } from './pinned-content.ts';
import { lookAtVersion } from './version-state.ts';

/** What one look at a version that is to be approved says. */
export type Verdict =
  | 'approved'
  | 'rejected-or-expired'
  /** It is not what it was at the first look, or not the pinned content. */
  | 'replaced'
  | 'pending'
  /** It is being uploaded. */
  | 'unfinished'
  /** It is not there, and never was while we looked. */
  | 'missing';

/** A version as it was when it was seen first. */
export interface Seen {
  readonly summary: Summary;
  readonly content: Content;
}

/**
 * A version whose approval is waited for. Remembers what it was at the first look, since a version that was rejected
 * and uploaded again has the same name. Only asks the service.
 */
export class WatchedVersion {
  readonly #connection: Connection;
  readonly #ref: VersionRef;
  readonly #pinned: string | undefined;
  #first: Seen | undefined;
  #latest: Seen | undefined;

  constructor(connection: Connection, ref: VersionRef, pinned: string | undefined) {
    this.#connection = connection;
    this.#ref = ref;
    this.#pinned = pinned;
  }

  /** What was seen last; undefined while nothing complete has been there. */
  get seen(): Seen | undefined {
    return this.#latest;
  }

  /** Looks once. Throws if that fails: then nothing is known that was not known before. */
  async look(signal: AbortSignal): Promise<Verdict> {
    const state = await lookAtVersion(this.#connection, this.#ref, signal);
    if (state.kind === 'unfinished') return 'unfinished';
    if (state.kind === 'complete') return this.#judge(state.summary, signal);
    if (this.#first === undefined) return 'missing';
    // A rejection leaves the project behind. Without it, the service has most likely lost sight of its registry.
    if (state.missing === 'project') {
      throw new GobblerError(
        'registry-unavailable',
        `the service does not find the project ${JSON.stringify(this.#ref.project)} any more`,
        { hint: 'Its registry may not be mounted, or an administrator has deleted the project.' },
      );
    }
    return 'rejected-or-expired';
  }

  async #judge(summary: Summary, signal: AbortSignal): Promise<Verdict> {
    const isSame = this.#first !== undefined && isSameUpload(this.#first.summary, summary);
    if (isSame && summary.onProbation) return 'pending';
    // Read after the summary: once a version is approved, its content stays.
    const content = await contentOf(this.#connection, this.#ref, signal);
    const expected = this.#pinned ?? this.#first?.content.digest ?? content.digest;
    const isReplaced = (this.#first !== undefined && !isSame) || content.digest !== expected;
    this.#latest = { summary, content };
    this.#first ??= this.#latest;
    if (isReplaced) return 'replaced';
    return summary.onProbation ? 'pending' : 'approved';
  }
}

function isSameUpload(a: Summary, b: Summary): boolean {
  return (
    a.uploadUserId === b.uploadUserId && a.uploadStart === b.uploadStart && a.uploadFinish === b.uploadFinish
  );
}
