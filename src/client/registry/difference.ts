import { compareBytes, type Manifest, type ManifestEntry } from '../../protocol/index.ts';

/** Files and their bytes. */
export interface Amount {
  /** Number of files. */
  readonly files: number;
  /** Their size. */
  readonly bytes: number;
}

/** A path that differs between two versions. Sizes are in bytes, 0 for an empty directory. */
export interface Change {
  /** Relative to the version. */
  readonly path: string;
  /** Undefined for an added path. */
  readonly beforeBytes: number | undefined;
  /** Undefined for a removed path. */
  readonly afterBytes: number | undefined;
}

/** How a path differs between two versions. */
export type ChangeKind = 'added' | 'changed' | 'removed';

/** How one version differs from another. Paths are sorted by their bytes. */
export interface Difference {
  /** Paths that only the later version has. */
  readonly added: readonly Change[];
  /** Paths that both versions have, with different content. */
  readonly changed: readonly Change[];
  /** Paths that only the earlier version has. */
  readonly removed: readonly Change[];
  /** The whole content of the earlier version. */
  readonly before: Amount;
  /** The whole content of the later version. */
  readonly after: Amount;
  /** Bytes of files in the later version whose content the earlier one does not have under any path. */
  readonly newBytes: number;
  /** The other bytes of the later version. */
  readonly unchangedBytes: number;
}

/** How a version differs from an earlier one. */
export interface ChangesSince {
  /** The name of the earlier version. */
  readonly version: string;
  /** The difference, with the earlier version as `before`. */
  readonly difference: Difference;
}

/** The files of a version, and their bytes. Links count as their targets, empty directories not at all. */
export function amountOfFiles(manifest: Manifest): Amount {
  let [files, bytes] = [0, 0];
  for (const { size, md5sum } of manifest.values()) {
    if (md5sum === '') continue;
    files++;
    bytes += size;
  }
  return { files, bytes };
}

/** Compares the contents of two versions by sizes and MD5 sums, links aside. Pure. */
export function differenceOf(before: Manifest, after: Manifest): Difference {
  const added: Change[] = [];
  const changed: Change[] = [];
  const removed: Change[] = [];
  for (const [path, { size, md5sum }] of after) {
    const earlier = before.get(path);
    if (earlier === undefined) added.push({ path, beforeBytes: undefined, afterBytes: size });
    else if (earlier.size !== size || earlier.md5sum !== md5sum)
      changed.push({ path, beforeBytes: earlier.size, afterBytes: size });
  }
  for (const [path, { size }] of before)
    if (!after.has(path)) removed.push({ path, beforeBytes: size, afterBytes: undefined });
  for (const changes of [added, changed, removed])
    changes.sort((one, other) => compareBytes(one.path, other.path));
  const newBytes = bytesOfNewContent(before, after, [...added, ...changed]);
  const [was, is] = [amountOfFiles(before), amountOfFiles(after)];
  return { added, changed, removed, before: was, after: is, newBytes, unchangedBytes: is.bytes - newBytes };
}

function bytesOfNewContent(before: Manifest, after: Manifest, changes: readonly Change[]): number {
  if (changes.length === 0) return 0;
  const contentOf = ({ size, md5sum }: ManifestEntry): string => `${md5sum} ${size}`;
  const fresh = new Map<string, number>();
  for (const { path } of changes) {
    const entry = after.get(path);
    if (entry === undefined) continue;
    const content = contentOf(entry);
    fresh.set(content, (fresh.get(content) ?? 0) + entry.size);
  }
  for (const entry of before.values()) fresh.delete(contentOf(entry));
  let bytes = 0;
  for (const ofContent of fresh.values()) bytes += ofContent;
  return bytes;
}

/** A change, and its kind. */
export interface KindOfChange extends Change {
  /** Its kind. */
  readonly kind: ChangeKind;
}

/** How many more than the wanted changes are kept before the smallest are dropped. */
const SLACK = 1000;

/**
 * The largest changes of a difference, at most `most`: by the bytes of the file before or after, of which the larger
 * counts, and then by path.
 */
export function largestChanges(
  difference: Pick<Difference, ChangeKind>,
  most = Number.POSITIVE_INFINITY,
): readonly KindOfChange[] {
  let largest: KindOfChange[] = [];
  const keepLargest = (): void => {
    largest = largest.sort(largerFirst).slice(0, most);
  };
  for (const kind of ['added', 'changed', 'removed'] as const) {
    for (const change of difference[kind]) {
      largest.push({ kind, ...change });
      if (largest.length > most + SLACK) keepLargest();
    }
  }
  keepLargest();
  return largest;
}

const largerFirst = (one: Change, other: Change): number =>
  weightOf(other) - weightOf(one) || compareBytes(one.path, other.path);

const weightOf = ({ beforeBytes = 0, afterBytes = 0 }: Change): number => Math.max(beforeBytes, afterBytes);
