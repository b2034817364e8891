import { promises as fs, statSync } from 'node:fs';
import path from 'node:path';
import { GobblerError } from '../../protocol/errors.ts';
import { refPath } from '../../protocol/layout.ts';
import { formatRef, type VersionRef } from '../../protocol/names.ts';
import type { LinkTarget, Manifest, ManifestEntry } from '../../protocol/records.ts';
import { forEachConcurrently } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { DiskPace } from '../filesystem-work.ts';
import { findManifest, findSummary } from '../versions.ts';
import { firstOf } from './confirm.ts';

const READS_IN_FLIGHT = 8;

/** An entry of a manifest that is a link, and the file whose bytes it stands for. */
interface Borrowed {
  readonly key: string;
  readonly entry: ManifestEntry;
  readonly from: LinkTarget;
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

/** Refuses to take a version for complete that links to versions that are not there. Code `content-differs`. */
export async function requireHolders(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  signal?: AbortSignal,
): Promise<void> {
  const lost = await lostEntries(manifest, new Presence(connection, signal));
  refuseLost(
    ref,
    [...lost].map(([key, from]) => sentence(key, from, 'not there')),
  );
}

/**
 * Proves that a version holds what its manifest says as far as that lies in other versions. To be called before anything
 * is removed that would be the only copy then. Looks at the manifests of those versions and, where the registry is
 * visible, at each file. Code `content-differs`.
 */
export async function requireWhole(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  signal?: AbortSignal,
): Promise<void> {
  const problems: string[] = [];
  const there: Borrowed[] = [];
  await forEachConcurrently(
    [...byHolder(manifest)],
    READS_IN_FLIGHT,
    async ([ref, borrowed]) => {
      const holder = await findManifest(connection, ref, { forceRemote: true, signal });
      for (const item of borrowed) {
        const held = holder?.get(item.from.path);
        const isSame = held?.size === item.entry.size && held.md5sum === item.entry.md5sum;
        if (isSame) there.push(item);
        else
          problems.push(
            sentence(item.key, item.from, held === undefined ? 'not there' : 'another file by now'),
          );
      }
    },
    signal,
  );
  if (connection.registryVisible) {
    const file = ({ from }: Borrowed): string => path.join(connection.registry, refPath(from), from.path);
    const look = ({ key, entry, from }: Borrowed, sizeBytes: number | undefined): void => {
      if (sizeBytes === entry.size) return;
      const found = sizeBytes === undefined ? 'not there' : `of ${sizeBytes} bytes instead of ${entry.size}`;
      problems.push(sentence(key, from, found));
    };
    await new DiskPace().forEach(
      there,
      {
        now: (item) => look(item, sizeAt(file(item))),
        later: async (item) => look(item, (await fs.stat(file(item)).catch(() => undefined))?.size),
      },
      { signal },
    );
  }
  refuseLost(ref, problems);
}

function refuseLost(ref: VersionRef, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const count = problems.length;
  const what = count === 1 ? 'one of its files is not there' : `${count} of its files are not there`;
  throw new GobblerError('content-differs', `${formatRef(ref)} is published, but ${what}: ${problems[0]}`, {
    input: 'version',
    findings: firstOf([...problems].sort()),
    hint: 'Nothing was removed here. The service links to what the latest version lists, also if that has gone: ask an administrator to delete every version that links there, and publish again.',
  });
}

/** The links of a manifest, by the version that has the bytes. */
function byHolder(manifest: Manifest): Map<VersionRef, Borrowed[]> {
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

const sentence = (key: string, from: LinkTarget, found: string): string =>
  `${JSON.stringify(key)} is a link to ${refPath(from)}/${from.path}, which is ${found}`;

/** Bytes of the file behind a path; undefined if nothing can be seen there. */
const sizeAt = (file: string): number | undefined => {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size;
  } catch {
    return undefined; // whatever the reason, it cannot be said to be there
  }
};
