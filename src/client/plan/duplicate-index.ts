import { type AssetRef, refPath } from '../../protocol/index.ts';
import type { SourceFile } from '../source/index.ts';
import { contentKey, type EarlierVersion } from './earlier-versions.ts';

/**
 * Finds files of earlier versions by size and MD5; under the same path, if there are several. The index is built when a
 * file is not found under its own path: in most uploads none is looked for.
 */
export class DuplicateIndex {
  readonly #versions: readonly { place: string; version: EarlierVersion }[];
  #byContent: ReadonlyMap<string, string> | undefined;

  constructor(asset: AssetRef, versions: readonly EarlierVersion[]) {
    this.#versions = versions.map((version) => ({
      place: refPath({ ...asset, version: version.version }),
      version,
    }));
  }

  /** The place of a file with the same size and MD5, relative to the registry; none for an empty MD5, which is unknown. */
  find({ path: key, sizeBytes }: SourceFile, md5sum: string): string | undefined {
    if (md5sum === '') return undefined;
    for (const { place, version } of this.#versions) {
      const entry = version.manifest.get(key);
      const isSame = entry?.size === sizeBytes && entry.md5sum === md5sum;
      if (isSame && !version.lost.has(key)) return `${place}/${key}`;
    }
    this.#byContent ??= this.#indexByContent();
    return this.#byContent.get(contentKey(sizeBytes, md5sum));
  }

  #indexByContent(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const { place, version } of this.#versions) {
      for (const [key, { size, md5sum }] of version.manifest) {
        const content = contentKey(size, md5sum);
        if (md5sum === '' || version.lost.has(key) || found.has(content)) continue;
        found.set(content, `${place}/${key}`);
      }
    }
    return found;
  }
}
