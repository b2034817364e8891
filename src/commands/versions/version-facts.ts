import type { Amount, Manifest, Summary } from '../../client/index.ts';
import { escapeCode, escapeMarkup, formatBytes, formatNumberOf } from '../kit/index.ts';

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
