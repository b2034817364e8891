import { forEachConcurrently } from '../../fs/index.ts';
import {
  type LinkTarget,
  type Manifest,
  type ManifestEntry,
  parseTimestamp,
  refPath,
  type Summary,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { findManifest, findSummary } from '../registry/index.ts';

/** How many records of versions are read at the same time. */
export const READS_IN_FLIGHT = 8;

/** An entry of a manifest that is a link, and the file whose bytes it stands for. */
export interface Borrowed {
  readonly key: string;
  readonly entry: ManifestEntry;
  readonly from: LinkTarget;
}

/** The links of a manifest, one by one: there may be a million of them. */
export function* borrowedIn(manifest: Manifest): Generator<Borrowed> {
  for (const [key, entry] of manifest)
    if (entry.link !== undefined) yield { key, entry, from: entry.link.ancestor ?? entry.link };
}

/**
 * The links of a manifest in groups, each with an answer about the version that has its bytes. `ask` is called once for each
 * version. An answer may be the manifest of a million files, so there are only those of one group at a time.
 */
export async function* borrowedByHolder<T>(
  manifest: Manifest,
  ask: (holder: VersionRef) => Promise<T>,
  signal?: AbortSignal | undefined,
): AsyncGenerator<Iterable<readonly [item: Borrowed, answer: T]>> {
  const holders = holdersOf(manifest);
  for (let from = 0; from < holders.length; from += READS_IN_FLIGHT) {
    const answers = new Map<string, T>();
    const note = async (holder: VersionRef): Promise<void> =>
      void answers.set(refPath(holder), await ask(holder));
    await forEachConcurrently(holders.slice(from, from + READS_IN_FLIGHT), READS_IN_FLIGHT, note, signal);
    yield answered(manifest, answers);
  }
}

/** The versions that have the bytes of links, each once. */
function holdersOf(manifest: Manifest): VersionRef[] {
  const holders = new Map<string, VersionRef>();
  let last: VersionRef | undefined;
  for (const { from } of borrowedIn(manifest)) {
    // Nearly always the same as of the one before.
    if (last !== undefined && isSameVersion(last, from)) continue;
    const { project, asset, version } = from;
    last = { project, asset, version };
    holders.set(refPath(last), last);
  }
  return [...holders.values()];
}

/** The links to versions for which there is an answer. */
function* answered<T>(manifest: Manifest, answers: ReadonlyMap<string, T>): Generator<[Borrowed, T]> {
  let recent: { readonly holder: VersionRef; readonly answers: readonly T[] } | undefined;
  for (const item of borrowedIn(manifest)) {
    if (recent === undefined || !isSameVersion(recent.holder, item.from)) {
      const place = refPath(item.from);
      recent = { holder: item.from, answers: answers.has(place) ? [answers.get(place) as T] : [] };
    }
    for (const answer of recent.answers) yield [item, answer];
  }
}

const isSameVersion = (one: VersionRef, other: VersionRef): boolean =>
  one.version === other.version && one.asset === other.asset && one.project === other.project;

/** The summary of a version; undefined for one that is not there. */
export type SummaryOf = (ref: VersionRef) => Promise<Summary | undefined>;

/** Asks for summaries, once for each version. */
export function summariesOf(connection: Connection, signal: AbortSignal | undefined): SummaryOf {
  const asked = new Map<string, Promise<Summary | undefined>>();
  return (ref) => {
    const place = refPath(ref);
    const summary = asked.get(place) ?? findSummary(connection, ref, { forceRemote: true, signal });
    asked.set(place, summary);
    return summary;
  };
}

/**
 * Returns the dangling links of a version, each with the file that it leads to: the version that had it was deleted,
 * and its name may be that of another one by now. Deleting does not check for links (protocol §11.10), and the service
 * goes by manifests when it looks for duplicates (§12.1): it links to the missing file as if it were there.
 */
export async function lostEntries(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  { summaryOf, signal }: { readonly summaryOf: SummaryOf; readonly signal: AbortSignal | undefined },
): Promise<Map<string, LinkTarget>> {
  const finishOf = (summary: Summary | undefined): number => parseTimestamp(summary?.uploadFinish ?? '') ?? 0;
  const ask = async (holder: VersionRef): Promise<Manifest | 'everything' | undefined> => {
    const [summary, own] = [await summaryOf(holder), await summaryOf(ref)];
    if (summary !== undefined && finishOf(summary) < finishOf(own)) return 'everything';
    // A file that is not older than a link to it may have replaced the file that was linked to, or the link was
    // rerouted.
    const mayStay = summary?.onProbation === false;
    return mayStay ? findManifest(connection, holder, { forceRemote: true, signal }) : undefined;
  };
  const lost = new Map<string, LinkTarget>();
  for await (const items of borrowedByHolder(manifest, ask, signal)) {
    for (const [item, held] of items)
      if (held !== 'everything' && !isHeld(item, held)) lost.set(item.key, item.from);
  }
  return lost;
}

/** Returns whether a manifest has the file that a link stands for. */
export function isHeld({ entry, from }: Borrowed, held: Manifest | undefined): boolean {
  const found = held?.get(from.path);
  return found?.size === entry.size && found.md5sum === entry.md5sum;
}
