import { fetchUrl } from '../../client/connection/index.ts';
import { type Connection, fetchLatest, fetchManifest, type VersionRef } from '../../client/index.ts';
import { type Difference, differenceOf } from '../../client/registry/index.ts';
import { messageOf } from '../../errors/index.ts';
import { formatRef, refPath } from '../../protocol/index.ts';
import {
  atMostLines,
  differenceCounts,
  escapeCode,
  escapeLink,
  escapeMarkup,
  factTable,
  group,
  line,
  pathsLine,
} from '../kit/index.ts';
import { contentSize, maintainersOf, stepToPaste, versionRows } from '../versions/index.ts';
import type { Seen } from './watched-version.ts';

const MOST_PATHS_LOGGED = 50;
const MOST_PATHS_IN_SUMMARY = 10;

/** The facts about a version that an approver needs. */
export interface Review {
  readonly connection: Connection;
  readonly ref: VersionRef;
  readonly seen: Seen;
  /** The users who can approve, as text. */
  readonly maintainers: string;
  /** The differences from the latest version; undefined if there is none, or the comparison fails. */
  readonly against: { readonly latest: string; readonly difference: Difference } | undefined;
}

/** Collects what an approver wants to know. Whatever cannot be found out is left out, and said. */
export async function reviewOf(
  connection: Connection,
  ref: VersionRef,
  seen: Seen,
  signal: AbortSignal,
): Promise<Review> {
  const maintainers = await maintainersOf(connection, ref.project, signal);
  return {
    connection,
    ref,
    seen,
    maintainers,
    against: await compareToLatest(connection, ref, seen, signal),
  };
}

async function compareToLatest(
  connection: Connection,
  ref: VersionRef,
  { content }: Seen,
  signal: AbortSignal,
): Promise<Review['against']> {
  const fresh = { forceRemote: true, signal };
  try {
    const latest = await fetchLatest(connection, ref, fresh);
    if (latest === undefined || latest === ref.version) return undefined;
    const before = await fetchManifest(connection, { ...ref, version: latest }, fresh);
    return { latest, difference: differenceOf(before, content.manifest) };
  } catch (error) {
    signal.throwIfAborted();
    line(`It cannot be compared to the latest version: ${messageOf(error)}`);
    return undefined;
  }
}

/** Writes a review to the log: a few lines, and the paths that differ, folded. */
export function logReview({ ref, seen, maintainers, against }: Review): void {
  const { summary, content } = seen;
  line(`${formatRef(ref)} was uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
  line(`It holds ${contentSize(content)}; manifest-digest ${content.digest}`);
  if (against !== undefined) {
    const { added, changed, removed } = against.difference;
    const paths = [
      ...added.map((path) => `+ ${path}`),
      ...changed.map((path) => `~ ${path}`),
      ...removed.map((path) => `- ${path}`),
    ];
    const title = `Compared to the latest version, ${against.latest}: ${differenceCounts(against.difference)}`;
    if (paths.length === 0) line(title);
    else group(title, atMostLines(MOST_PATHS_LOGGED, paths));
  }
  if (summary.onProbation) line(`It can be approved by ${maintainers}`);
}

/** A review as blocks of the job summary, with what to paste for an approval if there is one `toGive`. */
export function reviewMarkdown(
  { connection, ref, seen, maintainers, against }: Review,
  { toGive }: { toGive: boolean },
): string[] {
  const { summary, content } = seen;
  const rows = versionRows(summary, content);
  rows.push(['Files', escapeLink(`${fetchUrl(connection, refPath(ref))}/`)]);
  if (against !== undefined) {
    rows.push([`Compared to ${escapeCode(against.latest)}`, differenceCounts(against.difference)]);
    for (const kind of ['added', 'changed', 'removed'] as const) {
      const paths = against.difference[kind];
      if (paths.length > 0) rows.push([`… ${kind}`, pathsLine(paths, MOST_PATHS_IN_SUMMARY)]);
    }
  }
  if (!toGive) return [factTable(rows)];
  rows.push(['Can be approved by', escapeMarkup(maintainers)]);
  const step = stepToPaste('approve', {
    url: connection.url,
    project: ref.project,
    asset: ref.asset,
    version: ref.version,
    'manifest-digest': content.digest,
  });
  return [factTable(rows), `To approve exactly this content, run this step as one of them:\n\n${step}`];
}
