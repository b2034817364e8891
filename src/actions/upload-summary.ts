import { UPLOAD_STAGES, type UploadResult } from '../client/index.ts';
import { formatRef } from '../protocol/names.ts';
import { formatBytes, formatDuration, formatNumberOf } from './figures.ts';
import { harmlessCode, harmlessLink, harmlessMarkup } from './harmless.ts';
import { factTable } from './summary.ts';

/** One screen about a published version: what, where, its state and what to do next, and where the time went. */
export function uploadMarkdown(result: UploadResult, digest: string): string {
  const { ref, summary, leftOut } = result;
  const icon = summary.onProbation ? '🟡' : '✅';
  const state = summary.onProbation ? 'on probation' : 'published';
  const linked = [...result.manifest.values()].filter((entry) => entry.link !== undefined);
  const linkedBytes = linked.reduce((sum, entry) => sum + entry.size, 0);
  const rows: [string, string][] = [
    ['Content', `${formatNumberOf(result.filesCount, 'file')}, ${formatBytes(result.sizeBytes)}`],
    ['Stored as links', `${formatNumberOf(linked.length, 'file')}, ${formatBytes(linkedBytes)}`],
    ['Path', harmlessCode(result.versionPath)],
    ['URL', harmlessLink(result.versionUrl)],
    [
      'Uploaded',
      `by ${harmlessCode(summary.uploadUserId)}, finished ${harmlessMarkup(summary.uploadFinish)}`,
    ],
    ['Manifest digest', `<code>${digest}</code>`],
    ['Time', stageTimes(result)],
  ];
  if (leftOut.hidden + leftOut.unselected > 0) {
    rows.push(['Left out', `${leftOut.hidden} hidden, ${leftOut.unselected} not selected`]);
  }
  const parts = [`### ${icon} ${harmlessMarkup(formatRef(ref))} ${state}`, factTable(rows)];
  if (summary.onProbation) {
    parts.push(
      `The version is visible, but not the latest one, until an owner of ${harmlessCode(ref.project)} approves it. ` +
        'The owner may also reject it, which removes it.',
    );
  }
  return parts.join('\n\n');
}

function stageTimes({ stageMs }: UploadResult): string {
  return UPLOAD_STAGES.map((stage) => `${stage} ${formatDuration(stageMs[stage])}`).join(', ');
}
