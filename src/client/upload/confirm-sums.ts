import type { VersionRef } from '../../protocol/names.ts';
import type { Manifest } from '../../protocol/records.ts';
import { compareSums } from '../compare-sums.ts';
import type { Connection } from '../connection.ts';
import { requireNoDifference } from './confirm.ts';
import type { ResolvedLink } from './links.ts';
import { sourceSums } from './source-sums.ts';
import type { Scan } from './source-tree.ts';
import { progressOf } from './stages.ts';
import type { UploadOptions } from './upload-result.ts';

/** A source that was sent, with the sha256 of its files by path; undefined if that is not asked for. */
export interface Sums {
  readonly scanned: Scan;
  readonly links: readonly ResolvedLink[];
  readonly computed: ReadonlyMap<string, string> | undefined;
}

export interface ConfirmSumsOptions extends Pick<UploadOptions, 'verify' | 'consume' | 'signal' | 'onEvent'> {
  readonly manifest: Manifest;
  /** Whether the answer of the service to this very upload has arrived. */
  readonly answered: boolean;
  readonly onNotice: (sentence: string) => void;
}

/**
 * Compares every published byte with the sha256 sums of what was sent, unless `verify` is `off`; and in any case before the
 * source is removed, or if somebody else may have published it. Returns the sums. Code `content-differs`.
 */
export async function confirmSums(
  connection: Connection,
  ref: VersionRef,
  { scanned, links, computed }: Sums,
  { manifest, answered, verify, consume, signal, onEvent, onNotice }: ConfirmSumsOptions,
): Promise<ReadonlyMap<string, string> | undefined> {
  if (computed === undefined) return undefined;
  const sums = await sourceSums(connection, scanned, links, computed, signal);
  if (verify === 'off' && answered && consume !== true) {
    onNotice('The sha256 sums were not compared with what was published, because verify is off');
    return sums;
  }
  const files = [...manifest.values()].filter(({ md5sum }) => md5sum !== '');
  const onFile = progressOf(
    'confirm',
    files.map(({ size: sizeBytes }) => ({ sizeBytes })),
    onEvent,
  );
  requireNoDifference(ref, await compareSums(connection, ref, { manifest, sums }, { signal, onFile }));
  return sums;
}
