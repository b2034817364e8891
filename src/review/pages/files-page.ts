import type { ManifestEntry, VersionRef } from '../../client/index.ts';
import { formatBytes, formatNumberOf } from '../../commands/kit/index.ts';
import { formatRef } from '../../protocol/index.ts';
import { type Cell, type Html, html, name, pageOf, pager, searchForm, table } from '../markup/index.ts';
import { crumbsTo, type Site, sitePage } from '../site.ts';

const ROWS = 100;

const COLUMNS = [
  { title: 'Path' },
  { title: 'Size', isNumeric: true },
  { title: 'MD5' },
  { title: 'Link to' },
];

/** The manifest of a version: every file and empty directory, with a search over all of them. */
export async function filesPage(site: Site, ref: VersionRef, query: URLSearchParams): Promise<Html> {
  const { links, snapshots, signal } = site;
  const { paths, manifest } = await snapshots.recent(ref, signal);
  const wanted = query.get('q') ?? '';
  const text = wanted.toLowerCase();
  const found = wanted === '' ? paths : paths.filter((path) => path.toLowerCase().includes(text));
  const shown = pageOf(found, query.get('page'), ROWS);
  const rows = shown.items.map((path) => rowOf(site, ref, path, manifest.get(path)));
  const main = html`<h1>Files of ${name(formatRef(ref))}</h1>
<p>${formatNumberOf(paths.length, 'entry', 'entries')}${wanted === '' ? '' : `, of which ${formatNumberOf(found.length, 'matches', 'match')} the search`}. <a href="${links.manifest(ref)}">Download the manifest</a></p>
${searchForm({ action: links.files(ref), label: 'Search paths', wanted })}
${rows.length === 0 ? html`<p>No file.</p>` : table('Files', COLUMNS, rows)}
${pager(shown, (page) => links.files(ref, { q: wanted, ...page }), 'Pages of files')}`;
  return sitePage(site, `Files of ${formatRef(ref)}`, main, crumbsTo(site, ref, { label: 'Files' }));
}

function rowOf(
  { links }: Site,
  ref: VersionRef,
  path: string,
  entry: ManifestEntry | undefined,
): readonly Cell[] {
  if (entry === undefined || entry.md5sum === '') return [name(`${path}/`), 'empty directory'];
  const { size, md5sum, link } = entry;
  return [
    html`<a href="${links.file('file', ref, path)}">${name(path)}</a>`,
    formatBytes(size),
    html`<code>${md5sum}</code>`,
    link && name(`${formatRef(link)}/${link.path}`),
  ];
}
