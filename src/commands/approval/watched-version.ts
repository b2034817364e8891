import type { Summary } from '../../client/index.ts';
import { gobblerError, type Mismatch } from '../../errors/index.ts';
import { type Content, isSameUpload, type RemoteVersion } from '../versions/index.ts';

/** The result of one check of a version that awaits approval. */
export type Verdict =
  | 'approved'
  | 'rejected-or-expired'
  /** It is not what it was at the first look, not the pinned content, or approved with other bytes than the sums say. */
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

/** The only content that counts as approved. */
export interface Pin {
  /** Its manifest digest. */
  readonly digest: string | undefined;
  /** The sha256 of each of its files, by path. */
  readonly sums: ReadonlyMap<string, string> | undefined;
}

/**
 * A version that awaits approval. Remembers its state at the first check, since a version that was rejected and
 * uploaded again has the same name. Always queries the service.
 */
export class WatchedVersion {
  readonly #version: RemoteVersion;
  readonly #pin: Pin;
  #first: Seen | undefined;
  #latest: Seen | undefined;
  #differences: readonly Mismatch[] = [];

  constructor(version: RemoteVersion, pin: Pin) {
    this.#version = version;
    this.#pin = pin;
  }

  /** How the bytes of the approved version differ from the sums. */
  get differences(): readonly Mismatch[] {
    return this.#differences;
  }

  /** The last complete observation; undefined before the first. */
  get seen(): Seen | undefined {
    return this.#latest;
  }

  /** Looks once. Throws if that fails: then nothing is known that was not known before. */
  async look(): Promise<Verdict> {
    const state = await this.#version.look();
    if (state.kind === 'unfinished') return 'unfinished';
    if (state.kind === 'complete') return this.#judge(state.summary);
    if (this.#first === undefined) return 'missing';
    // A rejection leaves the project behind. Without it, the service has most likely lost sight of its registry.
    if (state.missing === 'project') {
      throw gobblerError('project-vanished', { project: this.#version.ref.project });
    }
    return 'rejected-or-expired';
  }

  async #judge(summary: Summary): Promise<Verdict> {
    const isSame = this.#first !== undefined && isSameUpload(this.#first.summary, summary);
    if (isSame && summary.onProbation) return 'pending';
    // Read after the summary: once a version is approved, its content stays.
    const content = await this.#version.content();
    const expected = this.#pin.digest ?? this.#first?.content.digest ?? content.digest;
    const isReplaced = (this.#first !== undefined && !isSame) || content.digest !== expected;
    this.#latest = { summary, content };
    this.#first ??= this.#latest;
    if (isReplaced) return 'replaced';
    return summary.onProbation ? 'pending' : this.#compare(this.#latest);
  }

  /** Compares the bytes of a version that is approved: so they stay, unless an administrator removes it. */
  async #compare({ summary, content }: Seen): Promise<Verdict> {
    const { sums } = this.#pin;
    if (sums === undefined) return 'approved';
    this.#differences = await this.#version.differences(content, sums);
    const now = await this.#version.look();
    const isSame = now.kind === 'complete' && isSameUpload(summary, now.summary);
    return this.#differences.length === 0 && isSame ? 'approved' : 'replaced';
  }
}
