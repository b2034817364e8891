import type { Manifest } from '../../protocol/index.ts';
import type { Scan, SourceFile } from '../source/index.ts';
import type { EarlierVersion } from './earlier-versions.ts';
import type { ResolvedLink } from './links.ts';
import { expectedEntries, finalTargets } from './plan.ts';

/** In place of the checksum of a file that nobody has read; equal to no other. */
const UNREAD = 'unread';

/**
 * The files whose checksums tell which paths have changed since the latest version: those of the size that their path, or
 * that of a link to them, has there. Pure.
 */
export function decisiveFiles(
  { files }: Scan,
  links: readonly ResolvedLink[],
  latest: EarlierVersion | undefined,
): SourceFile[] {
  if (latest === undefined) return [];
  const { manifest } = latest;
  const targetOf = finalTargets(links);
  const names = new Map(files.map((file): [string, string[]] => [file.path, [file.path]]));
  for (const link of links) {
    const { to, target } = targetOf(link);
    if (to === 'source') names.get(target)?.push(link.path);
  }
  const isDecisive = ({ path, sizeBytes }: SourceFile): boolean =>
    names.get(path)?.some((name) => manifest.get(name)?.size === sizeBytes) === true;
  return files.filter(isDecisive);
}

/**
 * The content that a version would have, for a comparison with an earlier one; checksums of files that were not read are
 * made up, and equal to none. `generated` is a file that is not in the source. Pure.
 */
export function plannedManifest(
  scan: Scan,
  links: readonly ResolvedLink[],
  checksums: ReadonlyMap<string, string>,
  generated?: { readonly path: string; readonly sizeBytes: number } | undefined,
): Manifest {
  const planned = new Map(
    Array.from(expectedEntries(scan, links, checksums), ([path, { sizeBytes = 0, md5sum = UNREAD }]) => [
      path,
      { size: sizeBytes, md5sum },
    ]),
  );
  if (generated !== undefined) planned.set(generated.path, { size: generated.sizeBytes, md5sum: UNREAD });
  return planned;
}
