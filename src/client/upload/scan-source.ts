import { selectionOf } from '../select.ts';
import { scan } from './scan.ts';
import type { Scan } from './source-tree.ts';
import type { UploadOptions } from './upload-result.ts';

/** What says which files are meant, and how they are walked. */
export type SourceOptions = Pick<
  UploadOptions,
  'directory' | 'symlinks' | 'includeHidden' | 'select' | 'concurrency' | 'signal' | 'onEvent'
>;

/** Walks the directory of an upload, or of a part of one, and tells how far it has come. As {@link scan}. */
export function scanSource({
  directory,
  symlinks = 'preserve',
  includeHidden = true,
  select,
  concurrency,
  signal,
  onEvent,
}: SourceOptions): Promise<Scan> {
  const onEntry = (files: number): void => onEvent?.({ kind: 'progress', stage: 'scan', files });
  const onNotice = (sentence: string): void => onEvent?.({ kind: 'notice', sentence });
  const selection = selectionOf(select);
  return scan(directory, { symlinks, includeHidden, selection, concurrency, signal, onEntry, onNotice });
}
