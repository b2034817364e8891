import type { Finding } from '../../errors/index.ts';
import { type AssetRef, refPath } from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { type RegistryFile, registrySums } from '../registry/index.ts';
import type { Scan, SourceFile, UploadOptions } from '../source/index.ts';
import { DuplicateIndex } from './duplicate-index.ts';
import type { EarlierVersions } from './earlier-versions.ts';
import type { KnownChecksums } from './known-checksums.ts';
import type { IsSame } from './plan.ts';

/** Files of earlier versions that have the size and MD5 of a source file. */
export interface Lookalikes {
  /** Whether the sha256 of both is the same, too. */
  readonly isSame?: IsSame | undefined;
  /** Files that the service would publish as others: it goes by size and MD5 in the latest version (protocol §12.1). */
  readonly findings: readonly Finding[];
}

/**
 * With sha256 sums, reads the files of earlier versions that source files might be linked to, by the client or by the
 * service. With `verify: off` there are no findings. Codes as `registrySums`.
 */
export async function findLookalikes(
  connection: Connection,
  asset: AssetRef,
  {
    scan,
    known: { sums: md5, sha256 },
    earlier: { latest, candidates },
  }: { scan: Scan; known: KnownChecksums; earlier: EarlierVersions },
  { verify, signal }: Pick<UploadOptions, 'verify' | 'signal'>,
): Promise<Lookalikes> {
  if (sha256 === undefined) return { findings: [] };
  const ofService = new DuplicateIndex(asset, latest === undefined ? [] : [latest]);
  const ours = new DuplicateIndex(asset, candidates);
  const placesOf = (file: SourceFile): (string | undefined)[] => {
    const sum = md5.get(file.path) ?? '';
    return [ofService.find(file, sum), ours.find(file, sum)];
  };
  const wanted = new Map<string, RegistryFile>();
  for (const file of scan.files) {
    for (const place of placesOf(file))
      if (place !== undefined) wanted.set(place, { path: place, sizeBytes: file.sizeBytes });
  }
  const visible = connection.registryVisible;
  const sums = await registrySums(connection, [...wanted.values()], { visible, signal });
  const isSame: IsSame = (file, place) => sums.get(place) === sha256.get(file.path);
  if (verify === 'off') return { isSame, findings: [] };
  const findings = scan.files.flatMap((file): Finding[] => {
    const [place] = placesOf(file);
    const otherSha256 = place === undefined ? undefined : sums.get(place);
    if (place === undefined || otherSha256 === undefined || isSame(file, place)) return [];
    const version = refPath({ ...asset, version: latest?.version ?? '' });
    const own = sha256.get(file.path) ?? '';
    const facts = { path: file.path, sha256: own, other: place, version, otherSha256 };
    return [{ kind: 'same-md5', facts }];
  });
  return { isSame, findings };
}
