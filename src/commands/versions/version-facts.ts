import { amountOfFiles, type Manifest, type Summary } from '../../client/index.ts';
import { escapeCode, escapeMarkup, formatBytes, formatNumberOf } from '../kit/index.ts';

/** The content of a version at some moment, and its digest. */
export interface Content {
  readonly manifest: Manifest;
  readonly digest: string;
}

/** The size of a content: `12 files, 3.4 MiB`. Empty directories are left out. */
export function contentSize({ manifest }: Pick<Content, 'manifest'>): string {
  const { files, bytes } = amountOfFiles(manifest);
  return `${formatNumberOf(files, 'file')}, ${formatBytes(bytes)}`;
}

/** The uploader and the digest of a version, as a line of the log: several runners show no summary. */
export function versionLine({ uploadUserId, uploadFinish }: Summary, digest: string): string {
  return `  uploaded by ${uploadUserId}, finished ${uploadFinish}; manifest-digest ${digest}`;
}

/** The uploader and content of a version, as rows of a summary. */
export function versionRows(summary: Summary, content: Content): [string, string][] {
  return [
    ['Uploaded', `by ${escapeCode(summary.uploadUserId)}, finished ${escapeMarkup(summary.uploadFinish)}`],
    ['Content', contentSize(content)],
    ['Manifest digest', `<code>${content.digest}</code>`],
  ];
}
