import { type AssetRef, refPath } from '../../protocol/index.ts';
import type { SourceFile } from '../source/index.ts';
import { contentKey, type EarlierVersion } from './earlier-versions.ts';

/** Finds files of earlier versions by size and MD5; under the same path, if there are several. */
export class DuplicateIndex {
  readonly #versions: readonly { place: string; version: EarlierVersion }[];
  readonly #byContent = new Map<string, string>();

  constructor(asset: AssetRef, versions: readonly EarlierVersion[]) {
    this.#versions = versions.map((version) => ({
      place: refPath({ ...asset, version: version.version }),
      version,
    }));
    for (const { place, version } of this.#versions) {
      for (const [key, { size, md5sum }] of version.manifest) {
        const content = contentKey(size, md5sum);
        if (md5sum === '' || version.lost.has(key) || this.#byContent.has(content)) continue;
        this.#byContent.set(content, `${place}/${key}`);
      }
    }
  }

  /** The place of a file with the same size and MD5, relative to the registry. */
  find({ path: key, sizeBytes }: SourceFile, md5sum: string): string | undefined {
    for (const { place, version } of this.#versions) {
      const entry = version.manifest.get(key);
      const isSame = entry?.size === sizeBytes && entry.md5sum === md5sum;
      if (isSame && !version.lost.has(key)) return `${place}/${key}`;
    }
    return this.#byContent.get(contentKey(sizeBytes, md5sum));
  }
}
