import path from 'node:path';
import type { AssetRef } from '../../protocol/index.ts';
import type { Scan, SourceFile } from '../source/index.ts';
import { DuplicateIndex } from './duplicate-index.ts';
import type { EarlierVersion, EarlierVersions } from './earlier-versions.ts';
import type { ResolvedLink } from './links.ts';
import { lostFiles } from './lost-content.ts';

/** The expected manifest entry. Undefined members are not known beforehand. */
export interface Expected {
  readonly sizeBytes: number | undefined;
  readonly md5sum: string | undefined;
}

/** A link to make in staging. */
export interface PlannedLink {
  readonly path: string;
  readonly text: string;
}

/** The intended contents of staging, and how they get there; paths are relative to the staged directory. */
export interface UploadPlan {
  /** Parents before children. */
  readonly directories: readonly string[];
  /** Files that are in the registry already: only a link there is staged. */
  readonly unchanged: readonly SourceFile[];
  /** Files that are hard linked into staging: the client copies no bytes. */
  readonly hardLinks: readonly SourceFile[];
  /** Files that have to be copied to staging. */
  readonly copies: readonly SourceFile[];
  /** For `unchanged` files, and for the links of the source. */
  readonly links: readonly PlannedLink[];
}

export interface PlanInput {
  readonly scan: Scan;
  readonly links: readonly ResolvedLink[];
  readonly asset: AssetRef;
  readonly earlier: EarlierVersions;
  /** The known checksums of files. */
  readonly checksums: ReadonlyMap<string, string>;
  /** The registry as the service spells it. */
  readonly serviceRegistry: string;
  /** Whether a file can be hard linked into staging so that the service can read it. */
  readonly mayHardLink: (file: SourceFile) => boolean;
  /** Whether a file in the registry with the size and MD5 of a source file may stand for it. By default each may. */
  readonly isSame?: IsSame | undefined;
}

/** Whether the file at a place in the registry has the same bytes as a source file, by more than its MD5. */
export type IsSame = (file: SourceFile, registryPath: string) => boolean;

/**
 * Up to this size a hard link, which the service then reads, costs less than a link into the registry. Measured: making
 * a symbolic link takes about 0.1 ms where its text does not fit into the inode, in which 64 KiB can be hashed.
 */
export const WORTH_A_LINK_BYTES = 64 * 1024;

/**
 * Which files should be hashed before the plan is made: those that might be in the registry already, where it pays.
 * Pure. Reading a file costs us what it would cost the service, so where it need not be copied to staging, the service
 * may find out (protocol §12.1); unless it is the target of a link, see {@link planUpload}, or might be what the latest
 * version has lost, see `lostFindings`.
 */
export function worthHashing({
  scan,
  links,
  earlier,
  mayHardLink,
}: Pick<PlanInput, 'scan' | 'links' | 'earlier' | 'mayHardLink'>): SourceFile[] {
  const candidateSizes = sizesOf(earlier.candidates);
  const latestSizes = sizesOf(earlier.latest === undefined ? [] : [earlier.latest]);
  const lostSizes = new Set(lostFiles(earlier.latest).map(({ entry }) => entry.size));
  const targets = targetsOf(links);
  return scan.files.filter((file) =>
    lostSizes.has(file.sizeBytes) || (targets.size > 0 && targets.has(file.path))
      ? latestSizes.has(file.sizeBytes)
      : candidateSizes.has(file.sizeBytes) && !mayHardLink(file),
  );
}

/**
 * The files that might be in an earlier version, by their size. With sha256 sums, all of these are hashed before the plan
 * is made, since the service may link them to something else (see `findLookalikes`). Pure.
 */
export function sameSized({ files }: Scan, { latest, candidates }: EarlierVersions): SourceFile[] {
  const sizes = sizesOf(latest === undefined ? candidates : [latest, ...candidates]);
  return files.filter((file) => sizes.has(file.sizeBytes));
}

/**
 * Decides how each entry gets into staging. Pure. Links within the source become relative, so that they hold in staging
 * too; links into the registry get the service's own spelling of it (protocol §12.3, §20 T21).
 *
 * A link whose target is in the registry already is staged as a link to there, too: the service would make it a link
 * that leaves the version, which its own validation then refuses.
 */
export function planUpload(input: PlanInput): UploadPlan {
  const { scan, links, asset, earlier, checksums, serviceRegistry, mayHardLink, isSame } = input;
  const index = new DuplicateIndex(asset, earlier.candidates);
  const latest = new DuplicateIndex(asset, earlier.latest === undefined ? [] : [earlier.latest]);
  const targets = targetsOf(links);
  const inRegistry = new Map<string, string>();
  const [unchanged, hardLinks, copies]: [SourceFile[], SourceFile[], SourceFile[]] = [[], [], []];
  for (const file of scan.files) {
    const isTarget = targets.size > 0 && targets.has(file.path);
    const pays = isTarget || file.sizeBytes > WORTH_A_LINK_BYTES || !mayHardLink(file);
    const md5sum = pays ? (checksums.get(file.path) ?? '') : '';
    const found = pays ? index.find(file, md5sum) : undefined;
    const duplicate = found ?? (isTarget ? latest.find(file, md5sum) : undefined);
    if (duplicate !== undefined && isSame?.(file, duplicate) !== false) {
      inRegistry.set(file.path, duplicate);
      unchanged.push(file);
    } else (mayHardLink(file) ? hardLinks : copies).push(file);
  }
  const targetOf = finalTargets(links);
  const textOf = (link: ResolvedLink): string => {
    const target = targetOf(link);
    const registryPath = target.to === 'registry' ? target.target : inRegistry.get(target.target);
    if (link.to === 'registry') return path.posix.join(serviceRegistry, link.target);
    if (registryPath !== undefined) return path.posix.join(serviceRegistry, registryPath);
    return path.posix.relative(path.posix.dirname(link.path), link.target);
  };
  return {
    directories: scan.directories,
    unchanged,
    hardLinks,
    copies,
    links: [
      ...[...inRegistry].map(([file, target]) => ({
        path: file,
        text: path.posix.join(serviceRegistry, target),
      })),
      ...links.map((link) => ({ path: link.path, text: textOf(link) })),
    ],
  };
}

/**
 * The entries that the manifest of a source must list, one by one and each once: every file and link, and the
 * directories that hold neither. Pure.
 */
export function* expectedEntries(
  scan: Scan,
  links: readonly ResolvedLink[],
  checksums: ReadonlyMap<string, string>,
): Generator<[path: string, expected: Expected]> {
  for (const directory of emptyDirectories(scan, links)) yield [directory, { sizeBytes: 0, md5sum: '' }];
  const targets = targetsOf(links);
  const found = new Map<string, Expected>();
  for (const { path: file, sizeBytes } of scan.files) {
    const expected = { sizeBytes, md5sum: checksums.get(file) };
    if (targets.has(file)) found.set(file, expected);
    yield [file, expected];
  }
  const targetOf = finalTargets(links);
  for (const link of links) {
    const target = targetOf(link);
    const expected =
      target.to === 'registry'
        ? { sizeBytes: target.entry.size, md5sum: target.entry.md5sum }
        : (found.get(target.target) ?? { sizeBytes: undefined, md5sum: undefined });
    yield [link.path, expected];
  }
}

function emptyDirectories({ files, directories }: Scan, links: readonly ResolvedLink[]): Set<string> {
  const empty = new Set(directories);
  let inhabited = '';
  const inhabit = (entry: string): void => {
    // Nearly always the same as of the one before.
    if (entry.startsWith(inhabited) && entry.lastIndexOf('/') === inhabited.length - 1) return;
    inhabited = entry.slice(0, entry.lastIndexOf('/') + 1);
    empty.delete(inhabited.slice(0, -1));
  };
  for (const { path: entry } of files) inhabit(entry);
  for (const { path: entry } of links) inhabit(entry);
  for (const directory of directories) inhabit(directory);
  return empty;
}

/** Where a link ends, following links to links; they are known not to turn in circles. */
export function finalTargets(links: readonly ResolvedLink[]): (link: ResolvedLink) => ResolvedLink {
  const byPath = new Map(links.map((link) => [link.path, link]));
  return (link) => {
    let at = link;
    for (
      let next = byPath.get(at.target);
      at.to === 'source' && next !== undefined;
      next = byPath.get(at.target)
    ) {
      at = next;
    }
    return at;
  };
}

/** The files that links of the source lead to. */
function targetsOf(links: readonly ResolvedLink[]): Set<string> {
  return new Set(links.flatMap((link) => (link.to === 'source' ? [link.target] : [])));
}

function sizesOf(versions: readonly EarlierVersion[]): Set<number> {
  const sizes = new Set<number>();
  for (const { manifest } of versions) for (const { size } of manifest.values()) sizes.add(size);
  return sizes;
}
