import { promises as fs, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DiskPace } from '../client/filesystem-work.ts';
import type { Manifest } from '../client/index.ts';
import { makeDirectory } from '../client/make-directory.ts';
import { directoriesOf } from './destination.ts';
import { host } from './host.ts';
import { selection } from './selection.ts';

const SHADOW = { includeHidden: true, followLinks: false };

/**
 * The keys of a manifest that `files` patterns select, all of them for `**`. The patterns only match what is on disk, so
 * they are tried on empty files of the same names in a temporary directory: the same patterns then select the same files,
 * wherever the version is. Code `invalid-input` for a pattern that leaves the version.
 */
export async function selectKeys(
  manifest: Manifest,
  patterns: readonly string[],
  signal: AbortSignal,
): Promise<readonly string[]> {
  const keys = [...manifest.keys()];
  const shadow = await fs.mkdtemp(path.join(await fs.realpath(host().places.temporary), 'gobbler-select-'));
  try {
    const options = { ...SHADOW, signal };
    const isEverything = (await selection(shadow, patterns, options)) === undefined;
    if (isEverything) return keys;
    const empty = keys.filter((key) => manifest.get(key)?.md5sum === '');
    for (const directory of [...directoriesOf(keys), ...empty]) {
      signal.throwIfAborted();
      await makeDirectory(path.join(shadow, directory));
    }
    await new DiskPace().forEach(
      keys.filter((key) => manifest.get(key)?.md5sum !== ''),
      {
        now: (key) => writeFileSync(path.join(shadow, key), ''),
        later: (key) => fs.writeFile(path.join(shadow, key), ''),
        calls: 2,
      },
      { signal },
    );
    const isSelected = await selection(shadow, patterns, options);
    return keys.filter((key) => isSelected?.(key));
  } finally {
    await fs.rm(shadow, { recursive: true, force: true });
  }
}
