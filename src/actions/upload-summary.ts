import { type Difference, UPLOAD_STAGES, type UploadResult } from '../client/index.ts';
import { formatRef } from '../protocol/names.ts';
import { amountText, formatBytes, formatDuration, formatNumberOf } from './figures.ts';
import { harmlessCode, harmlessLink, harmlessMarkup } from './harmless.ts';
import { bulletList, factTable } from './summary.ts';

const MOST_PATHS = 10;

type Published = Exclude<UploadResult, { status: 'planned' }>;

const HEADINGS: Record<Published['status'], string> = {
  created: 'published',
  verified: 'was there already, with the same content',
  skipped: 'was there already, and left as it is',
};

/** One screen about a published version: what, where, its state and what to do next, and where the time went. */
export function uploadMarkdown(result: Published, digest: string): string {
  const { ref, summary, previous, status } = result;
  const icon = summary.onProbation ? '🟡' : '✅';
  const state = summary.onProbation ? `${HEADINGS[status]}, on probation` : HEADINGS[status];
  const rows: [string, string][] = [
    ['Content', amountText({ files: result.filesCount, bytes: result.sizeBytes })],
    ['Path', result.visible ? harmlessCode(result.versionPath) : 'not visible on this runner'],
    ['URL', harmlessLink(result.versionUrl)],
    [
      'Uploaded',
      `by ${harmlessCode(summary.uploadUserId)}, finished ${harmlessMarkup(summary.uploadFinish)}`,
    ],
    ['Manifest digest', `<code>${digest}</code>`],
    ...(status === 'created' ? movedRows(result) : []),
    ...leftOutRows(result),
    ['Time', stageTimes(result)],
  ];
  const parts = [`### ${icon} ${harmlessMarkup(formatRef(ref))} ${state}`, factTable(rows)];
  if (summary.onProbation) parts.push(probationAdvice(result, digest));
  if (previous !== undefined) parts.push(differenceMarkdown(previous.version, previous.difference));
  return parts.join('\n\n');
}

/** What an upload would do. */
export function planMarkdown(result: UploadResult): string {
  const rows: [string, string][] = [...placementRows(result), ...leftOutRows(result)];
  return [
    `### ⚪ ${harmlessMarkup(formatRef(result.ref))} could be published (dry run)`,
    factTable(rows),
  ].join('\n\n');
}

function movedRows(result: Published): [string, string][] {
  return [...placementRows(result), ['Stored as links', formatBytes(result.linkedBytes)]];
}

function placementRows({ placements: { unchanged, hardLinked, copied } }: UploadResult): [string, string][] {
  return [
    ['Unchanged, linked to earlier versions', amountText(unchanged)],
    ['Read by the service in place', amountText(hardLinked)],
    ['Copied to staging', amountText(copied)],
  ];
}

function leftOutRows({ leftOut: { hidden, unselected } }: UploadResult): [string, string][] {
  return hidden + unselected === 0 ? [] : [['Left out', `${hidden} hidden, ${unselected} not selected`]];
}

function stageTimes({ stageMs }: UploadResult): string {
  const spent = UPLOAD_STAGES.filter((stage) => stageMs[stage] > 0);
  return spent.map((stage) => `${stage} ${formatDuration(stageMs[stage])}`).join(', ');
}

function differenceMarkdown(before: string, { added, changed, removed }: Difference): string {
  const title = `Against ${harmlessMarkup(before)}: ${added.length} added, ${changed.length} changed, ${removed.length} removed`;
  const marked = [
    ...changed.map((path) => `changed ${harmlessCode(path)}`),
    ...added.map((path) => `added ${harmlessCode(path)}`),
    ...removed.map((path) => `removed ${harmlessCode(path)}`),
  ];
  if (marked.length === 0) return `${title}.`;
  return `<details><summary>${title}</summary>\n\n${bulletList(marked, MOST_PATHS)}\n\n</details>`;
}

/** What has to happen next, with the step to paste. Names in it are only those of a version that exists. */
function probationAdvice({ ref, filesCount }: Published, digest: string): string {
  const step = [
    '- uses: gobbler-action/gobbler-action/approve@main',
    '  with:',
    ...(['project', 'asset', 'version'] as const).map((kind) => `    ${kind}: ${JSON.stringify(ref[kind])}`),
    `    manifest-digest: ${digest}`,
  ].map((text) => harmlessMarkup(text));
  return [
    `It is visible, but not the latest version, until an owner of ${harmlessCode(ref.project)} has looked at its ` +
      `${formatNumberOf(filesCount, 'file')} and approves it, for instance with this step. An owner may also reject it, ` +
      'which removes it.',
    `<pre>${step.join('\n')}</pre>`,
  ].join('\n\n');
}
