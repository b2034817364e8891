import path from 'node:path';

/**
 * Which of a tree's directories get published: all of them; with a selection, those that were selected themselves or
 * hold something that is published.
 */
export function publishedDirectories(
  directories: readonly string[],
  leaves: readonly { readonly path: string }[],
  select: ((relativePath: string) => boolean) | undefined,
): readonly string[] {
  if (select === undefined) return directories;
  const needed = new Set<string>();
  for (const leaf of leaves) {
    let parent = path.dirname(leaf.path);
    while (parent !== '.' && !needed.has(parent)) {
      needed.add(parent);
      parent = path.dirname(parent);
    }
  }
  return directories.filter((directory) => needed.has(directory) || select(directory));
}
