import type { ChangesSince, FoundProvenance } from '../../client/index.ts';
import type { Compared } from '../../client/review/index.ts';
import { escapeLink, escapeMarkup, factTable, line } from '../kit/index.ts';
import { foundOrigin, logOrigin, originRows } from '../provenance/index.ts';
import {
  changeRows,
  changesMarkdown,
  changesSinceLatest,
  contentSize,
  howToApproveMarkdown,
  incomparableText,
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
  /** The differences from the latest version; empty if there is none. */
  readonly compared: Compared<ChangesSince>;
  /** The statement of its provenance file; undefined if it has none, or that cannot be read. */
  readonly origin: FoundProvenance | undefined;
}

/** Collects the facts for an approver. Leaves out those that are unavailable, and logs the reason. */
export async function reviewOf(version: RemoteVersion, seen: Seen): Promise<Review> {
  const { connection, ref, signal } = version;
  const maintainers = await maintainersOf(connection, ref.project, signal);
  const compared = await changesSinceLatest(connection, ref, seen.content.manifest, signal);
  const origin = await foundOrigin(connection, ref, seen.content.manifest, signal);
  return { version, seen, maintainers, compared, origin };
}

/**
 * Writes a review to the log: a few lines, the paths that differ, folded, and how to approve the version if it is to be
 * approved.
 */
export function logReview(
  { version, seen, maintainers, compared, origin }: Review,
  { toGive }: { toGive: boolean },
): void {
  const { connection, ref } = version;
  const { summary, content } = seen;
  line(`${version.name} was uploaded by ${summary.uploadUserId}, finished ${summary.uploadFinish}`);
  line(`It holds ${contentSize(content)}; manifest-digest ${content.digest}`);
  if (origin !== undefined) logOrigin(origin);
  if (compared.comparison !== undefined) logChanges(compared.comparison);
  if (toGive) logHowToApprove({ connection, ref, digest: content.digest }, maintainers);
}

/** A review as blocks of the job summary, with what to paste for an approval if there is one `toGive`. */
export function reviewMarkdown(
  { version, seen, maintainers, compared, origin }: Review,
  { toGive }: { toGive: boolean },
): string[] {
  const { connection, ref } = version;
  const { summary, content } = seen;
  const { comparison: changes, incomparable } = compared;
  const rows = versionRows(summary, content);
  rows.push(['Files', escapeLink(versionUrl(connection, ref))]);
  if (origin !== undefined) rows.push(...originRows(origin));
  if (changes !== undefined) rows.push(...changeRows(changes));
  if (incomparable !== undefined) rows.push(['Changes', escapeMarkup(incomparableText(incomparable))]);
  if (toGive) rows.push(['Can be approved by', escapeMarkup(maintainers)]);
  return [
    factTable(rows),
    ...(changes === undefined ? [] : changesMarkdown(changes, { isOpen: toGive })),
    ...(toGive ? howToApproveMarkdown({ connection, ref, digest: content.digest }) : []),
  ];
}
