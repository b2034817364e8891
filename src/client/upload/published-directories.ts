import path from 'node:path';
import type { Selection } from '../select.ts';

/**
 * Which of a tree's directories get published: those that were selected themselves, and those that hold something that
 * is published.
 */
export function publishedDirectories(
  directories: readonly string[],
  leaves: readonly { readonly path: string }[],
  { selects }: Selection,
): readonly string[] {
  const selected = new Set(directories.filter((directory) => selects(directory, 'directory')));
  if (selected.size === directories.length) return directories;
  const needed = new Set<string>();
  for (const leaf of leaves) {
    let parent = path.dirname(leaf.path);
    while (parent !== '.' && !needed.has(parent)) {
      needed.add(parent);
      parent = path.dirname(parent);
    }
  }
  return directories.filter((directory) => needed.has(directory) || selected.has(directory));
}
