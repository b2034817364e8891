import type { Link, LinkTarget, ManifestEntry, VersionRef } from '../../protocol/index.ts';
import { failed } from '../files/index.ts';
import { linkWith, type Manifests } from '../storage/index.ts';

/** The change to one link. */
export interface Change {
  /** Key in the manifest. */
  readonly key: string;
  /** Without a link, the file itself is to be there. */
  readonly entry: ManifestEntry;
  /** The deleted file that made the change necessary. */
  readonly lost: LinkTarget;
}

export const versionPath = ({ project, asset, version }: VersionRef): string =>
  `${project}/${asset}/${version}`;

export const targetPath = (target: LinkTarget): string => `${versionPath(target)}/${target.path}`;

/**
 * Returns the change to one link once the files in `lost` (registry paths) are gone; undefined if there is none.
 * Protocol §14. `link` is that of the entry; throws (500) if its chain of parents cannot be followed.
 */
export function rerouted(
  entry: ManifestEntry,
  link: Link,
  lost: ReadonlySet<string>,
  manifests: Manifests,
): Omit<Change, 'key'> | undefined {
  const parentIsLost = lost.has(targetPath(link));
  if (link.ancestor === undefined) return parentIsLost ? { entry: unlinked(entry), lost: link } : undefined;
  const ancestorIsLost = lost.has(targetPath(link.ancestor));
  if (!parentIsLost && !ancestorIsLost) return undefined;

  const living = chainFrom(link, manifests).filter((member) => !lost.has(targetPath(member)));
  const [parent] = living;
  const last = living.at(-1);
  const source = parentIsLost ? link : link.ancestor;
  if (parent === undefined || last === undefined) return { entry: unlinked(entry), lost: source };
  const ancestor = last === parent ? undefined : last;
  return { entry: { ...entry, link: linkWith(parent, ancestor) }, lost: source };
}

function unlinked({ size, md5sum }: ManifestEntry): ManifestEntry {
  return { size, md5sum };
}

/** The parent of a link, its parent, and so on until the real file. */
function chainFrom(link: Link, manifests: Manifests): LinkTarget[] {
  const chain: LinkTarget[] = [];
  for (let next: LinkTarget | undefined = link; next !== undefined; ) {
    const target: LinkTarget = next;
    if (chain.some((member) => targetPath(member) === targetPath(target))) {
      throw failed(`links lead in circles at "${targetPath(target)}"`);
    }
    chain.push(target);
    const entry = manifests.of(target).get(target.path);
    if (entry === undefined) throw failed(`a link leads to "${targetPath(target)}", which is in no manifest`);
    next = entry.link;
  }
  return chain;
}
