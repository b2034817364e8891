import type { Connection } from '../../client/index.ts';
import {
  type Pending,
  type PendingVersion,
  reviewPending,
  type Unreadable,
} from '../../client/review/index.ts';
import { parseTimestamp, refPath } from '../../protocol/index.ts';

/** Sizes and changes of versions on probation, and what cannot be read. */
export interface PendingNumbers {
  /** By the place of the version in the registry. */
  readonly versions: ReadonlyMap<string, PendingVersion>;
  readonly unreadable: readonly Unreadable[];
}

/** How long the numbers of a version are shown again. The latest version of its asset may be another one by then. */
const KEPT_MS = 60_000;

/** A name may be used again within the second that a summary shows. */
const SETTLED_MS = 10_000;

interface Kept {
  readonly version: PendingVersion;
  readonly at: number;
}

/**
 * Sizes and changes of versions on probation, for a list of them. These are old for a minute at most, and never what
 * a decision is about.
 */
export class PendingReviews {
  readonly #connection: Connection;
  readonly #kept = new Map<string, Kept>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Compares versions with the latest ones of their assets. Begins with no more of them after `budgetMs`, since manifests
   * may be large: those that are missing then come with a later call. Codes as `reviewPending`.
   */
  async of(
    all: readonly Pending[],
    { budgetMs, signal }: { readonly budgetMs: number; readonly signal: AbortSignal },
  ): Promise<PendingNumbers> {
    const now = performance.now();
    for (const [key, { at }] of this.#kept) if (now - at > KEPT_MS) this.#kept.delete(key);
    const versions = new Map<string, PendingVersion>();
    const unreadable: Unreadable[] = [];
    for (const pending of all) {
      const place = refPath(pending.ref);
      const { uploadStart, uploadFinish } = pending.summary;
      const key = `${place} ${uploadStart} ${uploadFinish}`;
      const known = this.#kept.get(key)?.version;
      if (known === undefined && performance.now() - now > budgetMs) continue;
      if (known !== undefined) versions.set(place, known);
      else {
        const found = await reviewPending(this.#connection, [pending], { signal });
        unreadable.push(...found.unreadable);
        const [version] = found.versions;
        if (version === undefined) continue;
        versions.set(place, version);
        const isSettled = Date.now() - (parseTimestamp(uploadFinish) ?? Date.now()) > SETTLED_MS;
        if (isSettled && found.unreadable.length === 0 && version.incomparable === undefined)
          this.#kept.set(key, { version, at: performance.now() });
      }
    }
    return { versions, unreadable };
  }
}
