import { compareBytes } from '../../protocol/json.ts';
import type { Manifest } from '../../protocol/records.ts';

/** How one version differs from another: paths, sorted. */
export interface Difference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Compares the contents of two versions, links aside. Pure. */
export function differenceOf(before: Manifest, after: Manifest): Difference {
  const added: string[] = [];
  const changed: string[] = [];
  for (const [path, { size, md5sum }] of after) {
    const earlier = before.get(path);
    if (earlier === undefined) added.push(path);
    else if (earlier.size !== size || earlier.md5sum !== md5sum) changed.push(path);
  }
  const removed = [...before.keys()].filter((path) => !after.has(path));
  return {
    added: added.sort(compareBytes),
    changed: changed.sort(compareBytes),
    removed: removed.sort(compareBytes),
  };
}
