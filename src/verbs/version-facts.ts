import type { Amount, Summary } from '../client/index.ts';
import { formatBytes, formatNumberOf } from './figures.ts';
import { harmlessCode, harmlessMarkup } from './harmless.ts';
import type { Content } from './pinned-content.ts';

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

/** Who uploaded a version and what it holds, as rows of a summary. */
export function versionRows(summary: Summary, content: Content): [string, string][] {
  return [
    [
      'Uploaded',
      `by ${harmlessCode(summary.uploadUserId)}, finished ${harmlessMarkup(summary.uploadFinish)}`,
    ],
    ['Content', contentSize(content)],
    ['Manifest digest', `<code>${content.digest}</code>`],
  ];
}
