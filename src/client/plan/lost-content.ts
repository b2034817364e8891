import { promises as fs, statSync } from 'node:fs';
import { type Finding, gobblerError, type LostFile } from '../../errors/index.ts';
import { AdaptiveIo, ifRefused } from '../../fs/index.ts';
import {
  type AssetRef,
  compareBytes,
  formatRef,
  type Manifest,
  refPath,
  type VersionRef,
} from '../../protocol/index.ts';
import type { Connection } from '../connection/index.ts';
import { findManifest, findSummary, listRemotely, refreshRegistry } from '../registry/index.ts';
import type { Scan } from '../source/index.ts';
import { type Borrowed, borrowedByHolder, isHeld } from './borrowed.ts';
import { contentKey, type EarlierVersion, type EarlierVersions } from './earlier-versions.ts';

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
  const lost = new Map(
    lostFiles(latest).map((file) => [contentKey(file.entry.size, file.entry.md5sum), file]),
  );
  if (lost.size === 0) return [];
  return scan.files.flatMap((file): Finding[] => {
    const found = lost.get(contentKey(file.sizeBytes, checksums.get(file.path) ?? ''));
    if (found === undefined) return [];
    const same = `${refPath({ ...asset, version: latest?.version ?? '' })}/${found.key}`;
    const gone = `${refPath(found.from)}/${found.from.path}`;
    return [{ kind: 'lost-content', facts: { path: file.path, same, gone } }];
  });
}

/** The files that a version has lost. */
export function lostFiles(version: EarlierVersion | undefined): Borrowed[] {
  if (version === undefined) return [];
  return [...version.lost].flatMap(([key, from]) => {
    const entry = version.manifest.get(key);
    return entry === undefined ? [] : [{ key, entry, from }];
  });
}

/** How many links are looked at before the next ones are read from the manifest, which may have a million of them. */
const LOOKS_AT_ONCE = 1_000;

export interface WholeOptions {
  /**
   * Whether to compare each link with the manifest of the version that has the file, too. Set it before removing
   * anything that would be the only copy then.
   */
  readonly exactly: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Refuses a version as incomplete if any of its files is missing: it may consist of links, and the service goes by
 * manifests when it makes them. Queries the versions that have the files and, where the registry is visible, checks
 * each file. Code `content-differs`.
 */
export async function requireWhole(
  connection: Connection,
  ref: VersionRef,
  manifest: Manifest,
  { exactly, signal }: WholeOptions,
): Promise<void> {
  const lost: LostFile[] = [];
  const options = { forceRemote: true, signal };
  const ask = async (holder: VersionRef): Promise<{ isThere: boolean; held: Manifest | undefined }> => {
    const held = exactly ? await findManifest(connection, holder, options) : undefined;
    const found = exactly ? held : await findSummary(connection, holder, options);
    // Files that cannot be seen on a mount that fails are asked of the service.
    await refreshRegistry(connection, refPath(holder)).catch(ifRefused(() => false));
    return { isThere: found !== undefined, held };
  };
  const file = ({ from: { project, asset, version, path: key } }: Borrowed): string =>
    `${connection.registry}/${project}/${asset}/${version}/${key}`;
  const unseen: Borrowed[] = [];
  const look = (item: Borrowed, sizeBytes: number | undefined): void => {
    if (sizeBytes === item.entry.size) return;
    if (sizeBytes === undefined) unseen.push(item);
    else lost.push(lostFile(item, { sizeBytes, expectedBytes: item.entry.size }));
  };
  const looking = {
    now: (item: Borrowed) => look(item, sizeAt(file(item))),
    later: async (item: Borrowed) => look(item, (await fs.stat(file(item)).catch(() => undefined))?.size),
  };
  const pace = new AdaptiveIo();
  let there: Borrowed[] = [];
  for await (const items of borrowedByHolder(manifest, ask, signal)) {
    for (const [item, { isThere, held }] of items) {
      if (!isThere) lost.push(lostFile(item, 'nothing'));
      else if (exactly && !isHeld(item, held)) lost.push(lostFile(item, 'another file'));
      else if (connection.registryVisible && there.push(item) === LOOKS_AT_ONCE) {
        await pace.forEach(there, looking, { signal });
        there = [];
      }
    }
  }
  await pace.forEach(there, looking, { signal });
  for (const item of await missingOf(connection, unseen, signal)) lost.push(lostFile(item, 'nothing'));
  lost.sort((one, other) => compareBytes(one.path, other.path));
  if (lost.length > 0) throw gobblerError('published-incomplete', { version: formatRef(ref), lost });
}

/** Which files the service does not list either: this machine may have reasons of its own not to show them. */
async function missingOf(
  connection: Connection,
  unseen: readonly Borrowed[],
  signal: AbortSignal | undefined,
): Promise<Borrowed[]> {
  const listed = new Map<string, ReadonlySet<string>>();
  for (const place of new Set(unseen.map(({ from }) => refPath(from))))
    listed.set(place, new Set(await listRemotely(connection, place, { recursive: true, signal })));
  return unseen.filter(({ from }) => !listed.get(refPath(from))?.has(from.path));
}

const lostFile = ({ key, from }: Borrowed, found: LostFile['found']): LostFile => ({
  path: key,
  target: `${refPath(from)}/${from.path}`,
  found,
});

/** Bytes of the file behind a path; undefined if nothing can be seen there. */
const sizeAt = (file: string): number | undefined => {
  try {
    return statSync(file, { throwIfNoEntry: false })?.size;
  } catch {
    return undefined; // whatever the reason, it cannot be relied upon
  }
};
