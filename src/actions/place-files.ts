import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { forEachConcurrently } from '../client/concurrency.ts';
import { writing } from '../client/download.ts';
import { missingAt, type Placing } from './destination.ts';

export type PlacingMethod = 'auto' | 'copy' | 'symlink';

/**
 * Brings files to a destination, each complete or not at all: as links, as copies, or (`auto`) as copies that share their
 * blocks where the filesystem can. Returns how many were missing there. Codes `already-exists` for files that are in the
 * way, `destination-unavailable` for what cannot be written.
 */
export async function placeFiles(
  placing: Placing,
  { method, onFile }: { method: PlacingMethod; onFile: () => void },
): Promise<number> {
  const { from, to, manifest, concurrency, signal } = placing;
  const missing = await missingAt(placing);
  await writing(to, () => fs.mkdir(to, { recursive: true }));
  const partials = await writing(to, () => fs.mkdtemp(path.join(to, '.gobbler-fetch-')));
  const clone = method === 'auto' ? constants.COPYFILE_FICLONE : 0;
  try {
    let count = 0;
    await forEachConcurrently(
      missing,
      concurrency,
      async (key) => {
        const [source, target] = [path.join(from, key), path.join(to, key)];
        const partial = path.join(partials, String(count++));
        await writing(target, async () => {
          if (manifest.get(key)?.md5sum === '') {
            await fs.mkdir(target, { recursive: true });
            return;
          }
          await fs.mkdir(path.dirname(target), { recursive: true });
          if (method === 'symlink') await fs.symlink(source, partial);
          else await fs.copyFile(source, partial, clone);
          await fs.rename(partial, target);
        });
        onFile();
      },
      signal,
    );
  } finally {
    await fs.rm(partials, { recursive: true, force: true });
  }
  return missing.length;
}
