import path from 'node:path';
import type { ResolvedLink } from './links.ts';
import type { Scan, SourceFile } from './source-tree.ts';

/** A link to make in staging. */
export interface PlannedLink {
  readonly path: string;
  readonly text: string;
}

/** What has to be in staging, and how it gets there; paths are relative to the staged directory. */
export interface UploadPlan {
  /** Parents before children. */
  readonly directories: readonly string[];
  readonly copies: readonly SourceFile[];
  readonly links: readonly PlannedLink[];
  /** Sizes of everything the manifest should list afterwards; undefined for the size of a link within the source. */
  readonly expected: ReadonlyMap<string, number | undefined>;
  /** Bytes of the copies. */
  readonly copiedBytes: number;
  /** The service may move the staged files instead of copying them: they are ours alone. */
  readonly consume: boolean;
}

/**
 * Decides how each entry gets into staging. Pure. Links within the source become relative, so that they hold in
 * staging too; links into the registry get the service's own spelling of it (protocol §12.3, §20 T21).
 */
export function planUpload(scan: Scan, links: readonly ResolvedLink[], serviceRegistry: string): UploadPlan {
  const expected = new Map<string, number | undefined>();
  const inhabited = new Set<string>();
  for (const leaf of [...scan.files, ...links]) inhabited.add(path.posix.dirname(leaf.path));
  for (const directory of scan.directories) inhabited.add(path.posix.dirname(directory));
  for (const directory of scan.directories) if (!inhabited.has(directory)) expected.set(directory, 0);
  for (const file of scan.files) expected.set(file.path, file.sizeBytes);
  for (const link of links) expected.set(link.path, link.to === 'registry' ? link.entry.size : undefined);
  return {
    directories: scan.directories,
    copies: scan.files,
    links: links.map((link) => ({ path: link.path, text: linkText(link, serviceRegistry) })),
    expected,
    copiedBytes: scan.files.reduce((sum, file) => sum + file.sizeBytes, 0),
    consume: true,
  };
}

function linkText(link: ResolvedLink, serviceRegistry: string): string {
  if (link.to === 'registry') return path.posix.join(serviceRegistry, link.target);
  return path.posix.relative(path.posix.dirname(link.path), link.target);
}
