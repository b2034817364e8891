import type { ChangesSince, FoundProvenance } from '../../client/index.ts';
import { escapeLink, escapeMarkup, factTable, line } from '../kit/index.ts';
import { foundOrigin, logOrigin, originRows } from '../provenance/index.ts';
import {
  changeRows,
  changesMarkdown,
  changesSinceLatest,
  contentSize,
  howToApproveMarkdown,
  logChanges,
  logHowToApprove,
  maintainersOf,
  type RemoteVersion,
  versionRows,
  versionUrl,
} from '../versions/index.ts';
import type { Seen } from './watched-version.ts';

/** The facts about a version that an approver needs. */
export interface Review {
  readonly version: RemoteVersion;
  readonly seen: Seen;
  /** The users who can approve, as text. */
  readonly maintainers: string;
  /** The differences from the latest version; undefined if there is none, or the comparison fails. */
  readonly changes: ChangesSince | undefined;
  /** The statement of its provenance file; undefined if it has none, or that cannot be read. */
  readonly origin: FoundProvenance | undefined;
}

/** Collects what an approver wants to know. Whatever cannot be found out is left out, and said. */
export async function reviewOf(version: RemoteVersion, seen: Seen): Promise<Review> {
  const { connection, ref, signal } = version;
  const maintainers = await maintainersOf(connection, ref.project, signal);
  const changes = await changesSinceLatest(connection, ref, seen.content.manifest, signal);
  const origin = await foundOrigin(connection, ref, seen.content.manifest, signal);
  return { version, seen, maintainers, changes, origin };
}

/**
 * Writes a review to the log: a few lines, the paths that differ, folded, and how to approve the version if it is to be
 * approved.
 */
export function logReview(
  { version, seen, maintainers, changes, origin }: Review,
  { toGive }: { toGive: boolean },
): void {
  const { connection, ref } = version;
  const { summary, content } = seen;
  line(`${version.name} was uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
  line(`It holds ${contentSize(content)}; manifest-digest ${content.digest}`);
  if (origin !== undefined) logOrigin(origin);
  if (changes !== undefined) logChanges(changes);
  if (toGive) logHowToApprove({ connection, ref, digest: content.digest }, maintainers);
}

/** A review as blocks of the job summary, with what to paste for an approval if there is one `toGive`. */
export function reviewMarkdown(
  { version, seen, maintainers, changes, origin }: Review,
  { toGive }: { toGive: boolean },
): string[] {
  const { connection, ref } = version;
  const { summary, content } = seen;
  const rows = versionRows(summary, content);
  rows.push(['Files', escapeLink(versionUrl(connection, ref))]);
  if (origin !== undefined) rows.push(...originRows(origin));
  if (changes !== undefined) rows.push(...changeRows(changes));
  if (toGive) rows.push(['Can be approved by', escapeMarkup(maintainers)]);
  return [
    factTable(rows),
    ...(changes === undefined ? [] : changesMarkdown(changes, { isOpen: toGive })),
    ...(toGive ? howToApproveMarkdown({ connection, ref, digest: content.digest }) : []),
  ];
}
