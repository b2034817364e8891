import {
  type ChangesSince,
  type Incomparable,
  UPLOAD_STAGES,
  type UploadResult,
} from '../../client/index.ts';
import { formatRef } from '../../protocol/index.ts';
import {
  amountText,
  escapeCode,
  escapeLink,
  escapeMarkup,
  factTable,
  formatBytes,
  formatCount,
  formatDuration,
} from '../kit/index.ts';
import { originRows } from '../provenance/index.ts';
import {
  type Approvable,
  changeRows,
  changesMarkdown,
  howToApproveMarkdown,
  incomparableText,
} from '../versions/index.ts';

export type Published = Exclude<UploadResult, { status: 'planned' }>;

const HEADINGS: Record<Published['status'], string> = {
  created: 'published',
  verified: 'already exists, with the same content',
  skipped: 'already exists, and was left unchanged',
};

/** The state of a version on probation; who acts next follows. */
const ON_PROBATION = 'It is not the latest version until it is approved; a rejection removes it.';

/** The facts about a version that its upload does not know. */
export interface VersionFacts extends Approvable {
  /** How the version differs from the one before; undefined if there was none. */
  readonly changes: ChangesSince | undefined;
  /** The latest version, if the version cannot be compared with it. */
  readonly incomparable: Incomparable | undefined;
  /** Where the version comes from, as its provenance file says; without one, this run. */
  readonly origin: Parameters<typeof originRows>[0];
  /** The users who can approve, as text; undefined for a version that is not on probation. */
  readonly maintainers: string | undefined;
}

/** One screen about a published version: its state and what to do next, what and where, and where the time went. */
export function uploadMarkdown(result: Published, facts: VersionFacts): string[] {
  const { ref, summary, status, linkedBytes } = result;
  const { changes, incomparable } = facts;
  const icon = summary.onProbation ? '🟡' : '✅';
  const state = summary.onProbation ? `${HEADINGS[status]}, on probation` : HEADINGS[status];
  const rows: [string, string][] = [
    ['Content', amountText({ files: result.filesCount, bytes: result.sizeBytes })],
  ];
  if (changes !== undefined) rows.push(...changeRows(changes));
  if (incomparable !== undefined) rows.push(['Changes', escapeMarkup(incomparableText(incomparable))]);
  rows.push(
    ['Path', result.visible ? escapeCode(result.versionPath) : 'not visible on this machine'],
    ['URL', escapeLink(result.versionUrl)],
    ['Uploaded', `by ${escapeCode(summary.uploadUserId)}, finished ${escapeMarkup(summary.uploadFinish)}`],
    ['Manifest digest', `<code>${facts.digest}</code>`],
  );
  const isOfOther = facts.origin.file === undefined && status !== 'created';
  rows.push(...originRows(facts.origin, { isOfOther }));
  if (status === 'created') rows.push(['Transfer', placementCell(result)]);
  if (status === 'created' && changes === undefined && linkedBytes > 0)
    rows.push(['In the registry before', `${formatBytes(linkedBytes)} of it`]);
  rows.push(...leftOutRows(result));
  const kept = result.kept.filter(({ isDirectory }) => !isDirectory).length;
  if (kept > 0) rows.push(['Not removed', `${formatCount(kept)} source files (see the log)`]);
  const spent = UPLOAD_STAGES.filter((stage) => result.stageMs[stage] > 0);
  const times = spent.map((stage) => `${stage} ${formatDuration(result.stageMs[stage])}`);
  if (times.length > 0) rows.push(['Time', times.join(', ')]);
  return [
    `### ${icon} ${escapeMarkup(formatRef(ref))} ${state}`,
    ...(facts.maintainers === undefined
      ? []
      : [`${ON_PROBATION} That is up to ${escapeMarkup(facts.maintainers)}.`]),
    factTable(rows),
    ...(changes === undefined ? [] : changesMarkdown(changes, { isOpen: summary.onProbation })),
    ...(summary.onProbation ? howToApproveMarkdown(facts) : []),
  ];
}

/** Describes what an upload would do. */
export function planMarkdown(result: UploadResult): string[] {
  const rows: [string, string][] = [['Transfer', placementCell(result)], ...leftOutRows(result)];
  return [`### ⚪ ${escapeMarkup(formatRef(result.ref))} could be published (dry run)`, factTable(rows)];
}

/** How the bytes got, or would get, to the service; what has none of them is left out. */
const placementCell = (result: UploadResult): string => placementsOf(result).join('<br>') || 'nothing';

/** How the files got there: how many in which way, a line each. */
export function placementsOf({ placements: { unchanged, hardLinked, copied } }: UploadResult): string[] {
  const ways = [
    [copied, 'copied'],
    [hardLinked, 'not copied, since staging is on the same filesystem'],
    [unchanged, 'unchanged since an earlier version'],
  ] as const;
  const used = ways.filter(([{ files }]) => files > 0);
  return used.map(([amount, how]) => `${amountText(amount)} ${how}`);
}

function leftOutRows({ leftOut: { hidden, unselected } }: UploadResult): [string, string][] {
  const parts = [
    ...(hidden > 0 ? [`${formatCount(hidden)} hidden`] : []),
    ...(unselected > 0 ? [`${formatCount(unselected)} not selected`] : []),
  ];
  return parts.length === 0 ? [] : [['Left out', parts.join(', ')]];
}
