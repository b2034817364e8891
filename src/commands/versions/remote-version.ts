import path from 'node:path';
import {
  type Connection,
  fetchLatest,
  fetchManifest,
  fetchPermissions,
  findSummary,
  GobblerError,
  listVersions,
  manifestDigest,
  type Summary,
  serviceInfo,
  type VersionRef,
} from '../../client/index.ts';
import { compareSums } from '../../client/registry/index.ts';
import { type FactsOf, gobblerError, type Mismatch } from '../../errors/index.ts';
import { formatRef, refPath } from '../../protocol/index.ts';
import { line } from '../kit/index.ts';
import { FileTicker } from '../progress/index.ts';
import { type Content, contentSize } from './version-facts.ts';

/** The service's state of a version at this moment. */
export type VersionState =
  | { readonly kind: 'complete'; readonly summary: Summary }
  /** Its directory is there without a summary: it is being uploaded or removed, or the service crashed in that. */
  | { readonly kind: 'unfinished' }
  /** It is not there; `missing` is the first part of its name that is not. */
  | { readonly kind: 'absent'; readonly missing: 'project' | 'asset' | 'version' };

/** Why a command needs a version that is complete. */
type Purpose = FactsOf<'version-missing'>['purpose'];

/** A version as one command sees it. Always asks the service, since network filesystems show old states. */
export class RemoteVersion {
  readonly connection: Connection;
  readonly ref: VersionRef;
  readonly signal: AbortSignal;
  /** `project/asset/version`. */
  readonly name: string;
  /** Absolute path in the registry. */
  readonly path: string;
  readonly #fresh: { readonly forceRemote: true; readonly signal: AbortSignal };

  constructor(connection: Connection, ref: VersionRef, signal: AbortSignal) {
    this.connection = connection;
    this.ref = ref;
    this.signal = signal;
    this.name = formatRef(ref);
    this.path = path.join(connection.registry, refPath(ref));
    this.#fresh = { forceRemote: true, signal };
  }

  /**
   * Makes sure that a "not there" comes from the service itself: behind the 404 of a proxy, or of another service at the
   * same address, the version may be unchanged. Throws if the state is uncertain.
   */
  async look(): Promise<VersionState> {
    const { connection, ref } = this;
    const summary = await findSummary(connection, ref, this.#fresh);
    if (summary !== undefined) return { kind: 'complete', summary };
    await this.#requireSameService();
    const permissions = await unlessNotFound(
      fetchPermissions(connection, { project: ref.project }, this.#fresh),
    );
    if (permissions === undefined) return { kind: 'absent', missing: 'project' };
    const versions = await unlessNotFound(listVersions(connection, ref, this.#fresh));
    if (versions === undefined) return { kind: 'absent', missing: 'asset' };
    return versions.includes(ref.version) ? { kind: 'unfinished' } : { kind: 'absent', missing: 'version' };
  }

  async #requireSameService(): Promise<void> {
    const { url, serviceStaging: expected } = this.connection;
    const { staging: found } = await serviceInfo(url, { signal: this.signal });
    if (found !== expected) throw gobblerError('other-service', { url, expected, found });
  }

  /** The summary of a version that is there. Throws an error for which `lacksVersion` holds for one that is not, or not yet. */
  async requireComplete(purpose: Purpose): Promise<Summary> {
    const state = await this.look();
    if (state.kind === 'complete') return state.summary;
    throw this.incomplete(state, purpose);
  }

  /** The error for a version that is not there, or not yet. */
  incomplete(state: Exclude<VersionState, { kind: 'complete' }>, purpose: Purpose): GobblerError {
    if (state.kind === 'unfinished')
      return gobblerError('version-not-finished', { version: this.name, purpose });
    return gobblerError('version-missing', { ...this.ref, missing: state.missing, purpose });
  }

  /** The content of the version, from the service. Codes as `fetchManifest`. */
  async content(): Promise<Content> {
    const manifest = await fetchManifest(this.connection, this.ref, this.#fresh);
    return { manifest, digest: manifestDigest(manifest) };
  }

  /** Refuses a content that is not the one that was pinned, if one was, with code `content-differs`. */
  requirePinned(pinned: string | undefined, { digest }: Content): void {
    if (pinned === undefined || pinned === digest) return;
    throw gobblerError('pinned-differently', { version: this.name, pinned, digest });
  }

  /** The latest version of the asset; undefined if there is none. */
  latest(): Promise<string | undefined> {
    return fetchLatest(this.connection, this.ref, this.#fresh);
  }

  /** Compares every byte with `checksums-file`. Returns how they differ. Codes as `compareSums`. */
  async differences(content: Content, sums: ReadonlyMap<string, string>): Promise<readonly Mismatch[]> {
    const { manifest } = content;
    line(`Comparing ${contentSize(content)} of ${this.name} with checksums-file`);
    const ticker = new FileTicker();
    ticker.begin('Comparing', manifest.size);
    try {
      const options = { signal: this.signal, onFile: () => ticker.advance() };
      return await compareSums(this.connection, this.ref, { manifest, sums }, options);
    } finally {
      ticker.stop();
    }
  }
}

/** Returns the result of a read, or undefined if the service says that it does not exist. */
export async function unlessNotFound<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof GobblerError && error.code === 'not-found') return undefined;
    throw error;
  }
}
