import {
  type AssetRef,
  type Connection,
  fetchLatest,
  fetchManifest,
  fetchPermissions,
  fetchUsage,
  findSummary,
  type ListedVersion,
  listAssets,
  type Unreadable,
  type VersionRef,
  type VersionStates,
  versionStates,
} from '../../client/index.ts';
import { unlessUnreadable } from '../../client/review/index.ts';
import { formatRef } from '../../protocol/index.ts';
import type { Table } from '../kit/index.ts';
import {
  type Amounts,
  amountsOf,
  cellsOf,
  type Entry,
  entryOf,
  FACTS,
  reading,
  SIZE,
  sizeCell,
} from './list-facts.ts';

/** Facts of a listed name, as JSON. Unknown ones are null. */
export type ListRecord = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A list with facts of each name. */
export interface LongList {
  readonly table: Table;
  readonly records: readonly ListRecord[];
  /** The places whose records cannot be read. */
  readonly unreadable: readonly Unreadable[];
}

/** Lists versions with their state, size, number of files, date and uploader. */
export async function longVersions(
  connection: Connection,
  { versions, unreadable }: VersionStates,
  signal: AbortSignal,
): Promise<LongList> {
  const facts = new Map<ListedVersion, Amounts>();
  const unread = [...unreadable];
  await reading(versions, signal, async (version) => {
    if (version.summary === undefined) return;
    await unlessUnreadable(formatRef(version.ref), unread, async () => {
      facts.set(version, await amountsOf(connection, version.ref, signal));
    });
  });
  const rows = versions.map((version) => {
    const { ref, state, isLatest, summary } = version;
    return { ...entryOf(ref.version, summary, facts.get(version)), state, latest: isLatest ? 'latest' : '' };
  });
  return {
    table: { columns: [{ title: 'VERSION' }, ...FACTS], rows: rows.map(cellsOf) },
    records: rows.map(({ latest, ...row }) => ({ ...row, isLatest: latest !== '' })),
    unreadable: unread,
  };
}

/** Lists assets with the facts of their latest versions. */
export async function longAssets(
  connection: Connection,
  project: string,
  assets: readonly string[],
  signal: AbortSignal,
): Promise<LongList> {
  const facts = new Map<string, Entry>();
  const unreadable: Unreadable[] = [];
  await reading(assets, signal, async (asset) => {
    const ref = { project, asset };
    await unlessUnreadable(formatRef(ref), unreadable, async () => {
      facts.set(asset, await entryOfAsset(connection, ref, signal));
    });
  });
  const rows = assets.map((asset) => facts.get(asset) ?? { ...entryOf(asset), state: 'unknown', latest: '' });
  return {
    table: { columns: [{ title: 'ASSET' }, ...FACTS], rows: rows.map(cellsOf) },
    records: rows.map((row) => ({ ...row, latest: row.latest || null })),
    unreadable,
  };
}

async function entryOfAsset(connection: Connection, asset: AssetRef, signal: AbortSignal): Promise<Entry> {
  const latest = await fetchLatest(connection, asset, { signal });
  if (latest === undefined) {
    const { versions } = await versionStates(connection, asset, { signal });
    const state = versions.find(({ state }) => state === 'pending') ?? versions[0];
    return { ...entryOf(asset.asset), state: state?.state ?? 'empty', latest: '' };
  }
  const ref = { ...asset, version: latest };
  const summary = await findSummary(connection, ref, { signal });
  return {
    ...entryOf(asset.asset, summary, await amountsOf(connection, ref, signal)),
    state: 'approved',
    latest,
  };
}

/** Lists projects with their assets, usage and owners. */
export async function longProjects(
  connection: Connection,
  projects: readonly string[],
  signal: AbortSignal,
): Promise<LongList> {
  const facts = new Map<string, { assetsCount: number; sizeBytes: number; owners: readonly string[] }>();
  const unreadable: Unreadable[] = [];
  await reading(projects, signal, async (project) => {
    await unlessUnreadable(project, unreadable, async () => {
      const { length: assetsCount } = await listAssets(connection, project, { signal });
      const sizeBytes = await fetchUsage(connection, project, { signal });
      const { owners } = await fetchPermissions(connection, { project }, { signal });
      facts.set(project, { assetsCount, sizeBytes, owners });
    });
  });
  const columns = [{ title: 'PROJECT' }, { title: 'ASSETS', isNumeric: true }, SIZE, { title: 'OWNERS' }];
  const rows = projects.map((name) => {
    const { assetsCount = '', sizeBytes, owners = [] } = facts.get(name) ?? {};
    return [{ value: name }, { value: assetsCount }, sizeCell(sizeBytes), { value: owners.join(',') }];
  });
  const unknown = { assetsCount: null, sizeBytes: null, owners: null };
  const records = projects.map((name) => ({ name, ...(facts.get(name) ?? unknown) }));
  return { table: { columns, rows }, records, unreadable };
}

/** Lists files of a version with their sizes, checksums and links; an empty directory has none of these. */
export async function longFiles(
  connection: Connection,
  ref: VersionRef,
  names: readonly string[],
  signal: AbortSignal,
): Promise<LongList> {
  const manifest = await fetchManifest(connection, ref, { signal });
  const rows = names.map((name) => {
    const { size, md5sum, link } = manifest.get(name) ?? {};
    const target = link === undefined ? null : `${formatRef(link)}/${link.path}`;
    return { name, sizeBytes: size ?? null, md5sum: md5sum || null, link: target };
  });
  return {
    table: {
      columns: [{ title: 'PATH' }, SIZE, { title: 'MD5' }, { title: 'LINK' }],
      rows: rows.map(({ name, sizeBytes, md5sum, link }) => [
        { value: name },
        sizeCell(sizeBytes ?? undefined),
        { value: md5sum ?? '' },
        { value: link ?? '' },
      ]),
    },
    records: rows,
    unreadable: [],
  };
}
