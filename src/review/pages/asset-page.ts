import { type AssetRef, fetchPermissions, type ListedVersion, versionStates } from '../../client/index.ts';
import { readOne } from '../../client/review/index.ts';
import { formatBytes, formatCount, formatNumberOf } from '../../commands/kit/index.ts';
import { compareBytes, formatRef, parseTimestamp, refPath } from '../../protocol/index.ts';
import type { FinishedVersion, VersionSize } from '../content/index.ts';
import {
  type Cell,
  type Html,
  html,
  name,
  pageOf,
  pager,
  searchForm,
  sizePlot,
  table,
} from '../markup/index.ts';
import { crumbsTo, type Site, sitePage } from '../site.ts';
import { unreadableNotice } from './notices.ts';
import { permissionsSection } from './permissions-section.ts';

const ROWS = 50;

/** How long a page waits for sizes. */
const SIZES_BUDGET_MS = 5000;

const COLUMNS = [
  { title: 'Version' },
  { title: 'State' },
  { title: 'Uploader' },
  { title: 'Upload finished' },
  { title: 'Files', isNumeric: true },
  { title: 'Size', isNumeric: true },
  { title: 'New bytes', isNumeric: true },
];

/** An asset: its versions, the newest first, with a plot of their sizes, and its permissions. */
export async function assetPage(site: Site, of: AssetRef, query: URLSearchParams): Promise<Html> {
  const { connection, links, signal } = site;
  const { versions, unreadable } = await versionStates(connection, of, { signal });
  const wanted = query.get('q') ?? '';
  const found = [...versions].sort(newestFirst).filter((version) => matches(version, wanted));
  const shown = pageOf(found, query.get('page'), ROWS);
  const finished = shown.items.filter(
    (version): version is ListedVersion & FinishedVersion => version.summary !== undefined,
  );
  const sizes = await site.sizes.of(finished, { budgetMs: SIZES_BUDGET_MS, signal });
  const { value: permissions } = await readOne(fetchPermissions(connection, of, { signal }));
  const plotted = finished.flatMap(({ ref }) => {
    const size = sizes.get(refPath(ref));
    return size === undefined ? [] : [{ version: ref.version, ...size }];
  });
  const isOnePage = shown.pages === 1;
  const plot = sizePlot(
    `Sizes of ${plotted.length} versions of ${formatRef(of)}; the table below has the numbers`,
    plotted.reverse(),
  );
  const main = html`<h1>${name(formatRef(of))}</h1>
${unreadableNotice(unreadable)}
<p>${formatNumberOf(versions.length, 'version')}${wanted === '' ? '' : `, of which ${formatNumberOf(found.length, 'matches', 'match')} the search`}.</p>
${searchForm({ action: links.asset(of), label: 'Search versions, uploaders and states', wanted })}
${plot && html`<h2>${isOnePage ? 'Sizes' : 'Sizes of the versions on this page'}</h2>${plot}`}
<h2>Versions</h2>
${
  shown.total === 0
    ? html`<p>No version.</p>`
    : table(
        'Versions, the newest first',
        COLUMNS,
        shown.items.map((version) => rowOf(site, version, sizes)),
      )
}
${sizes.size < finished.length ? html`<p class="quiet">Some manifests are unreadable, or so large that their sizes are not counted yet: reload the page.</p>` : undefined}
${pager(shown, (page) => links.asset(of, { q: wanted, ...page }), 'Pages of versions')}
${permissionsSection(permissions, 'Besides those of the project.')}`;
  return sitePage(site, formatRef(of), main, crumbsTo(site, of));
}

/** Uploads that have not finished are the newest. */
function newestFirst(one: ListedVersion, other: ListedVersion): number {
  const finish = ({ summary }: ListedVersion): number =>
    summary === undefined ? Number.MAX_SAFE_INTEGER : (parseTimestamp(summary.uploadFinish) ?? 0);
  return finish(other) - finish(one) || compareBytes(other.ref.version, one.ref.version);
}

function matches(version: ListedVersion, wanted: string): boolean {
  const { ref, summary } = version;
  const words = [ref.version, summary?.uploadUserId ?? '', stateOf(version)];
  return words.some((word) => word.toLowerCase().includes(wanted.toLowerCase()));
}

const stateOf = ({ state, isLatest }: ListedVersion): string =>
  isLatest ? 'latest version' : STATES[state].text;

const STATES = {
  approved: { text: 'approved', kind: '' },
  pending: { text: 'on probation', kind: 'wait' },
  unfinished: { text: 'upload has not finished', kind: 'wait' },
  unreadable: { text: 'unreadable', kind: 'bad' },
} as const;

function rowOf(
  { links }: Site,
  version: ListedVersion,
  sizes: ReadonlyMap<string, VersionSize>,
): readonly Cell[] {
  const { ref, summary, state, isLatest } = version;
  const size = sizes.get(refPath(ref));
  return [
    summary === undefined
      ? name(ref.version)
      : html`<a href="${links.version(ref)}">${name(ref.version)}</a>`,
    html`<span class="badge ${isLatest ? 'good' : STATES[state].kind}">${stateOf(version)}</span>`,
    summary && name(summary.uploadUserId),
    summary && html`<time datetime="${summary.uploadFinish}">${summary.uploadFinish}</time>`,
    size && formatCount(size.files),
    size && formatBytes(size.bytes),
    size && formatBytes(size.storedBytes),
  ];
}
