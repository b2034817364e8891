import { refPath } from '../../protocol/layout.ts';
import type { VersionRef } from '../../protocol/names.ts';
import type { LinkTarget, Manifest, ManifestEntry } from '../../protocol/records.ts';
import { forEachConcurrently } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { findSummary } from '../versions.ts';

/** Records of versions that are asked for at the same time. */
export const READS_IN_FLIGHT = 8;

/** An entry of a manifest that is a link, and the file whose bytes it stands for. */
export interface Borrowed {
  readonly key: string;
  readonly entry: ManifestEntry;
  readonly from: LinkTarget;
}

/** The links of a manifest, by the version that has the bytes. */
export function byHolder(manifest: Manifest): Map<VersionRef, Borrowed[]> {
  const found = new Map<string, [VersionRef, Borrowed[]]>();
  for (const [key, entry] of manifest) {
    if (entry.link === undefined) continue;
    const from = entry.link.ancestor ?? entry.link;
    const { project, asset, version } = from;
    const place = refPath(from);
    const known = found.get(place);
    if (known === undefined) found.set(place, [{ project, asset, version }, [{ key, entry, from }]]);
    else known[1].push({ key, entry, from });
  }
  return new Map(found.values());
}

/** Finds out whether a version is there; asks the service once for each. */
export class Presence {
  readonly #connection: Connection;
  readonly #signal: AbortSignal | undefined;
  readonly #asked = new Map<string, Promise<boolean>>();

  constructor(connection: Connection, signal?: AbortSignal) {
    this.#connection = connection;
    this.#signal = signal;
  }

  of(ref: VersionRef): Promise<boolean> {
    const place = refPath(ref);
    const asked = this.#asked.get(place) ?? this.#ask(ref);
    this.#asked.set(place, asked);
    return asked;
  }

  async #ask({ project, asset, version }: VersionRef): Promise<boolean> {
    const options = { forceRemote: true, signal: this.#signal };
    return (await findSummary(this.#connection, { project, asset, version }, options)) !== undefined;
  }
}

/**
 * The entries of a manifest that are links to versions that are not there any more, each with the file that it leads to.
 * Deleting a version does not ask who links to it (protocol §11.10), and the service goes by manifests when it looks for
 * duplicates (§12.1): it links to what has gone as if it were there.
 */
export async function lostEntries(manifest: Manifest, presence: Presence): Promise<Map<string, LinkTarget>> {
  const lost = new Map<string, LinkTarget>();
  await forEachConcurrently([...byHolder(manifest)], READS_IN_FLIGHT, async ([holder, borrowed]) => {
    if (await presence.of(holder)) return;
    for (const { key, from } of borrowed) lost.set(key, from);
  });
  return lost;
}
