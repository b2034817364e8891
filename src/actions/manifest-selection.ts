import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Manifest } from '../client/index.ts';
import { selection } from './selection.ts';

const SHADOW = { includeHidden: true, followLinks: false, signal: new AbortController().signal };

/**
 * The keys of a manifest that `files` patterns select, all of them for `**`. The patterns only match what is on disk, so
 * they are tried on empty files of the same names in a temporary directory: the same patterns then select the same files,
 * wherever the version is. Code `invalid-input` for a pattern that leaves the version.
 */
export async function selectKeys(
  manifest: Manifest,
  patterns: readonly string[],
): Promise<readonly string[]> {
  const keys = [...manifest.keys()];
  const shadow = await fs.mkdtemp(
    path.join(await fs.realpath(process.env.RUNNER_TEMP || os.tmpdir()), 'gobbler-select-'),
  );
  try {
    const isEverything = (await selection(shadow, patterns, SHADOW)) === undefined;
    if (isEverything) return keys;
    for (const [key, { md5sum }] of manifest) {
      const directory = md5sum === '' ? key : path.dirname(key);
      await fs.mkdir(path.join(shadow, directory), { recursive: true });
      if (md5sum !== '') await fs.writeFile(path.join(shadow, key), '');
    }
    const isSelected = await selection(shadow, patterns, SHADOW);
    return keys.filter((key) => isSelected?.(key));
  } finally {
    await fs.rm(shadow, { recursive: true, force: true });
  }
}
