import type { Amount, Manifest, Summary, VersionRef } from '../../client/index.ts';
import { escapeCode, escapeMarkup, escapeText, formatBytes, formatNumberOf } from '../kit/index.ts';

/** The content of a version at some moment, and its digest. */
export interface Content {
  readonly manifest: Manifest;
  readonly digest: string;
}

/** Files and bytes of a content, empty directories left out. */
export function contentCount({ manifest }: Pick<Content, 'manifest'>): Amount {
  const files = [...manifest.values()].filter((entry) => entry.md5sum !== '');
  return { files: files.length, bytes: files.reduce((sum, entry) => sum + entry.size, 0) };
}

/** The same in words: `12 files, 3.4 MiB`. */
export function contentSize(content: Pick<Content, 'manifest'>): string {
  const { files, bytes } = contentCount(content);
  return `${formatNumberOf(files, 'file')}, ${formatBytes(bytes)}`;
}

/** The uploader and content of a version, as rows of a summary. */
export function versionRows(summary: Summary, content: Content): [string, string][] {
  return [
    ['Uploaded', `by ${escapeCode(summary.uploadUserId)}, finished ${escapeMarkup(summary.uploadFinish)}`],
    ['Content', contentSize(content)],
    ['Manifest digest', `<code>${content.digest}</code>`],
  ];
}

const OURS = 'gobbler-action/gobbler-action';
const PLAIN = /^[A-Za-z][\w./@-]*$|^https?:[\w./:-]+$/;

/** Words that YAML does not read as text. */
const WORDS = /^(true|false|null|yes|no|on|off|y|n)$/i;

/** A block of a summary with the workflow step that approves exactly this content of a version. */
export function approvalToPaste(url: string, ref: VersionRef, digest: string): string {
  const { project, asset, version } = ref;
  const step = stepToPaste('approve', { url, project, asset, version, 'manifest-digest': digest });
  return `To approve exactly this content, run this step as one of them:\n\n${step}`;
}

/** A workflow step as Markdown, for copying: the action of that name, from where this one runs. */
function stepToPaste(action: string, inputs: Readonly<Record<string, string>>): string {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  const from = repository ? `${repository}/${action}@${ref || 'main'}` : `${OURS}/${action}@main`;
  const values = Object.entries(inputs).map(([name, value]) => `    ${name}: ${yamlText(value)}`);
  return ['```yaml', `- uses: ${yamlText(from)}`, '  with:', ...values, '```'].join('\n');
}

/** A text as a YAML scalar in one line of printable characters. Escapes of JSON mean the same in YAML. */
function yamlText(value: string): string {
  if (PLAIN.test(value) && !WORDS.test(value)) return value;
  return escapeText(JSON.stringify(value).replaceAll('##[', '#\\u0023['));
}
