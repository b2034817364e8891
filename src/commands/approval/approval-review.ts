import { fetchManifest } from '../../client/index.ts';
import { type Difference, differenceOf } from '../../client/registry/index.ts';
import { messageOf } from '../../errors/index.ts';
import {
  atMostLines,
  differenceCounts,
  differenceLines,
  escapeCode,
  escapeLink,
  escapeMarkup,
  factTable,
  group,
  line,
  pathsLine,
} from '../kit/index.ts';
import {
  contentSize,
  howToApproveMarkdown,
  logHowToApprove,
  maintainersOf,
  type RemoteVersion,
  versionRows,
  versionUrl,
} from '../versions/index.ts';
import type { Seen } from './watched-version.ts';

const MOST_PATHS_LOGGED = 50;
const MOST_PATHS_IN_SUMMARY = 10;

/** The facts about a version that an approver needs. */
export interface Review {
  readonly version: RemoteVersion;
  readonly seen: Seen;
  /** The users who can approve, as text. */
  readonly maintainers: string;
  /** The differences from the latest version; undefined if there is none, or the comparison fails. */
  readonly against: { readonly latest: string; readonly difference: Difference } | undefined;
}

/** Collects what an approver wants to know. Whatever cannot be found out is left out, and said. */
export async function reviewOf(version: RemoteVersion, seen: Seen): Promise<Review> {
  const maintainers = await maintainersOf(version.connection, version.ref.project, version.signal);
  return { version, seen, maintainers, against: await compareToLatest(version, seen) };
}

async function compareToLatest(version: RemoteVersion, { content }: Seen): Promise<Review['against']> {
  const { connection, ref, signal } = version;
  try {
    const latest = await version.latest();
    if (latest === undefined || latest === ref.version) return undefined;
    const before = await fetchManifest(
      connection,
      { ...ref, version: latest },
      { forceRemote: true, signal },
    );
    return { latest, difference: differenceOf(before, content.manifest) };
  } catch (error) {
    signal.throwIfAborted();
    line(`It cannot be compared to the latest version: ${messageOf(error)}`);
    return undefined;
  }
}

/**
 * Writes a review to the log: a few lines, the paths that differ, folded, and how to approve the version if it is to be
 * approved.
 */
export function logReview(
  { version, seen, maintainers, against }: Review,
  { toGive }: { toGive: boolean },
): void {
  const { connection, ref } = version;
  const { summary, content } = seen;
  line(`${version.name} was uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
  line(`It holds ${contentSize(content)}; manifest-digest ${content.digest}`);
  if (against !== undefined) {
    const paths = differenceLines(against.difference);
    const title = `Compared to the latest version, ${against.latest}: ${differenceCounts(against.difference)}`;
    if (paths.length === 0) line(title);
    else group(title, atMostLines(MOST_PATHS_LOGGED, paths));
  }
  if (toGive) logHowToApprove({ connection, ref, digest: content.digest }, maintainers);
}

/** A review as blocks of the job summary, with what to paste for an approval if there is one `toGive`. */
export function reviewMarkdown(
  { version, seen, maintainers, against }: Review,
  { toGive }: { toGive: boolean },
): string[] {
  const { connection, ref } = version;
  const { summary, content } = seen;
  const rows = versionRows(summary, content);
  rows.push(['Files', escapeLink(versionUrl(connection, ref))]);
  if (against !== undefined) {
    rows.push([`Compared to ${escapeCode(against.latest)}`, differenceCounts(against.difference)]);
    for (const kind of ['added', 'changed', 'removed'] as const) {
      const paths = against.difference[kind];
      if (paths.length > 0) rows.push([`… ${kind}`, pathsLine(paths, MOST_PATHS_IN_SUMMARY)]);
    }
  }
  if (!toGive) return [factTable(rows)];
  rows.push(['Can be approved by', escapeMarkup(maintainers)]);
  return [factTable(rows), ...howToApproveMarkdown({ connection, ref, digest: content.digest })];
}
