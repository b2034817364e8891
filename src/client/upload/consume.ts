import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, messageOf } from '../../protocol/errors.ts';
import { isInside } from '../../protocol/layout.ts';
import type { Scan } from './source-tree.ts';

/**
 * Removes from the source what was published from it: files that have not changed since, links, and directories that
 * are empty then, the source itself included. Called once the registry is known to hold everything, so no byte is ever
 * at risk. Returns a sentence for each thing that had to stay.
 */
export async function removeSource({ root, files, links, directories }: Scan): Promise<string[]> {
  const kept: string[] = [];
  const here = workingDirectory();
  const attempt = async (item: string, remove: () => Promise<void>): Promise<void> => {
    try {
      await remove();
    } catch (error) {
      const code = errnoOf(error);
      if (code === 'ENOENT' || code === 'ENOTEMPTY' || code === 'EEXIST') return;
      kept.push(`${item} was published, but could not be removed: ${messageOf(error)}`);
    }
  };
  for (const file of files) {
    const item = path.join(root, file.path);
    await attempt(item, async () => {
      const now = await fs.lstat(item);
      const isSame = now.dev === file.dev && now.ino === file.ino && now.size === file.sizeBytes;
      if (isSame && now.mtimeMs === file.mtimeMs) await fs.unlink(item);
      else kept.push(`${item} has changed since it was published, and stays`);
    });
  }
  for (const link of links) {
    const item = path.join(root, link.path);
    await attempt(item, async () => {
      // Fails for what is no link any more.
      if ((await fs.readlink(item)) === link.text) await fs.unlink(item);
      else kept.push(`${item} has changed since it was published, and stays`);
    });
  }
  // The directory in which this process, or the whole job, works has to stay.
  for (const directory of [...directories.map((name) => path.join(root, name)).reverse(), root])
    if (!isInside(directory, here)) await attempt(directory, () => fs.rmdir(directory));
  return kept;
}

/** The root, which is inside of nothing else, if somebody has removed it. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    return '/';
  }
}
