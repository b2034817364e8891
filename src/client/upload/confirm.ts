import { formatRef, GobblerError, type Manifest, type VersionRef } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { type Expected, type ResolvedLink, sourceSums } from '../plan/index.ts';
import { compareSums } from '../registry/index.ts';
import { firstOf, progressOf, type Scan, type UploadOptions } from '../source/index.ts';

/**
 * Holds a published manifest against what was sent: every path, nothing else, every size, and every checksum that is
 * known. Code `content-differs` if they are not the same.
 */
export function requireAsSent(
  ref: VersionRef,
  expected: ReadonlyMap<string, Expected>,
  manifest: Manifest,
): void {
  requireNoDifference(ref, compare(expected, manifest));
}

/** Refuses to take a version for what was sent, with code `content-differs`, if there are differences, as sentences. */
export function requireNoDifference(ref: VersionRef, differences: readonly string[]): void {
  if (differences.length === 0) return;
  const count = differences.length;
  const differ = count === 1 ? 'one of its entries is' : `${count} of its entries are`;
  throw new GobblerError(
    'content-differs',
    `${formatRef(ref)} was published, but ${differ} not what was sent: ${differences[0]}`,
    {
      findings: firstOf(differences),
      hint: 'Did something change the directory meanwhile? Ask an administrator to delete the version, and publish again.',
    },
  );
}

/** Every difference between what is expected and a manifest, as a sentence that begins with the path. Pure. */
export function compare(expected: ReadonlyMap<string, Expected>, manifest: Manifest): string[] {
  const differences: string[] = [];
  for (const [key, { sizeBytes, md5sum }] of expected) {
    const entry = manifest.get(key);
    const name = JSON.stringify(key);
    if (entry === undefined) differences.push(`${name} is missing there`);
    else if (sizeBytes !== undefined && entry.size !== sizeBytes) {
      differences.push(`${name} should have ${sizeBytes} bytes, but has ${entry.size} there`);
    } else if (md5sum !== undefined && entry.md5sum !== md5sum) {
      differences.push(
        `${name} should have MD5 ${md5sum || 'of a directory'}, but has ${entry.md5sum} there`,
      );
    }
  }
  for (const key of manifest.keys())
    if (!expected.has(key)) differences.push(`${JSON.stringify(key)} is only there`);
  return differences;
}

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
