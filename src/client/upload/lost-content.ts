import { promises as fs, statSync } from 'node:fs';
import path from 'node:path';
import { GobblerError } from '../../protocol/errors.ts';
import { refPath } from '../../protocol/layout.ts';
import { type AssetRef, formatRef, type VersionRef } from '../../protocol/names.ts';
import type { LinkTarget, Manifest, ManifestEntry } from '../../protocol/records.ts';
import { forEachConcurrently } from '../concurrency.ts';
import type { Connection } from '../connection.ts';
import { DiskPace } from '../filesystem-work.ts';
import { findManifest } from '../versions.ts';
import { type Borrowed, byHolder, lostEntries, Presence, READS_IN_FLIGHT } from './borrowed.ts';
import { firstOf } from './confirm.ts';
import { contentKey, type EarlierVersion, type EarlierVersions } from './earlier-versions.ts';
import type { Finding } from './finding.ts';
import type { Scan } from './source-tree.ts';

/** A file that a version lists, and where its bytes were. */
interface LostFile extends ManifestEntry {
  readonly key: string;
  readonly from: LinkTarget;
}

/**
 * Refuses files that the latest version lists, but has lost with a version that it links to: the service would link the
 * new ones to nowhere, too (protocol §12.1). Pure. `checksums` has to have what `worthHashing` asks for.
 */
export function lostFindings(
  scan: Scan,
  asset: AssetRef,
  { latest }: EarlierVersions,
  checksums: ReadonlyMap<string, string>,
): Finding[] {
  const lost = new Map(lostFiles(latest).map((file) => [contentKey(file.size, file.md5sum), file]));
  if (lost.size === 0) return [];
  return scan.files.flatMap((file): Finding[] => {
    const found = lost.get(contentKey(file.sizeBytes, checksums.get(file.path) ?? ''));
    if (found === undefined) return [];
    const same = `${refPath({ ...asset, version: latest?.version ?? '' })}/${found.key}`;
    const gone = `${refPath(found.from)}/${found.from.path}`;
    const message = `${JSON.stringify(file.path)} is the same as ${same} of the latest version, which is a link to ${gone}, and that was deleted: the service would link there again, and the file would be lost`;
    return [{ kind: 'lost-content', message }];
  });
}

/** The files that a version has lost. */
export function lostFiles(version: EarlierVersion | undefined): LostFile[] {
  if (version === undefined) return [];
  return [...version.lost].flatMap(([key, from]) => {
    const entry = version.manifest.get(key);
    return entry === undefined ? [] : [{ ...entry, key, from }];
  });
}

/** Refuses to take a version for complete that links to versions that are not there. Code `content-differs`. */
export async function requireHolders(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  signal?: AbortSignal,
): Promise<void> {
  const lost = await lostEntries(manifest, new Presence(connection, signal));
  refuseLost(
    ref,
    [...lost].map(([key, from]) => sentence(key, from, 'not there')),
  );
}

/**
 * Proves that a version holds what its manifest says as far as that lies in other versions. To be called before anything
 * is removed that would be the only copy then. Looks at the manifests of those versions and, where the registry is
 * visible, at each file. Code `content-differs`.
 */
export async function requireWhole(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  signal?: AbortSignal,
): Promise<void> {
  const problems: string[] = [];
  const there: Borrowed[] = [];
  await forEachConcurrently(
    [...byHolder(manifest)],
    READS_IN_FLIGHT,
    async ([ref, borrowed]) => {
      const holder = await findManifest(connection, ref, { forceRemote: true, signal });
      for (const item of borrowed) {
        const held = holder?.get(item.from.path);
        const isSame = held?.size === item.entry.size && held.md5sum === item.entry.md5sum;
        if (isSame) there.push(item);
        else
          problems.push(
            sentence(item.key, item.from, held === undefined ? 'not there' : 'another file by now'),
          );
      }
    },
    signal,
  );
  if (connection.registryVisible) {
    const file = ({ from }: Borrowed): string => path.join(connection.registry, refPath(from), from.path);
    const look = ({ key, entry, from }: Borrowed, sizeBytes: number | undefined): void => {
      if (sizeBytes === entry.size) return;
      const found = sizeBytes === undefined ? 'not there' : `of ${sizeBytes} bytes instead of ${entry.size}`;
      problems.push(sentence(key, from, found));
    };
    await new DiskPace().forEach(
      there,
      {
        now: (item) => look(item, sizeAt(file(item))),
        later: async (item) => look(item, (await fs.stat(file(item)).catch(() => undefined))?.size),
      },
      { signal },
    );
  }
  refuseLost(ref, problems);
}

function refuseLost(ref: VersionRef, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const count = problems.length;
  const what = count === 1 ? 'one of its files is not there' : `${count} of its files are not there`;
  throw new GobblerError('content-differs', `${formatRef(ref)} is published, but ${what}: ${problems[0]}`, {
    input: 'version',
    findings: firstOf([...problems].sort()),
    hint: 'Nothing was removed here. The service links to what the latest version lists, also if that has gone: ask an administrator to delete every version that links there, and publish again.',
  });
}

const sentence = (key: string, from: LinkTarget, found: string): string =>
  `${JSON.stringify(key)} is a link to ${refPath(from)}/${from.path}, which is ${found}`;

/** Bytes of the file behind a path; undefined if nothing can be seen there. */
const sizeAt = (file: string): number | undefined => {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size;
  } catch {
    return undefined; // whatever the reason, it cannot be said to be there
  }
};
