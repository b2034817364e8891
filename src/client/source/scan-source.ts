import type { Finding } from '../../errors/index.ts';
import { selectionOf } from '../select/index.ts';
import { scan } from './scan.ts';
import type { Scan } from './source-tree.ts';
import type { UploadOptions } from './upload-options.ts';

/** The options that select files, and say how to walk them. */
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

/** A source without files and links, unless the caller allows it. */
export function emptyFindings(
  scanned: Scan,
  { allowEmpty }: { readonly allowEmpty?: boolean | undefined },
): Finding[] {
  const isEmpty = scanned.files.length === 0 && scanned.links.length === 0;
  if (!isEmpty || allowEmpty === true || scanned.findings.length > 0) return [];
  const { hidden, unselected } = scanned.leftOut;
  return [{ kind: 'no-files', facts: { directory: scanned.root, hidden, unselected } }];
}

/** Options that cannot be meant together. */
export function contradictions(options: Pick<UploadOptions, 'consume' | 'symlinks'>): Finding[] {
  const { consume, symlinks } = options;
  if (consume !== true || symlinks !== 'dereference') return [];
  return [{ kind: 'contradiction', facts: {} }];
}
