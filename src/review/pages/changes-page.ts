import type { KindOfChange, VersionRef } from '../../client/index.ts';
import { formatBytes } from '../../commands/kit/index.ts';
import { changeCounts, changeTotals } from '../../commands/versions/index.ts';
import { formatRef } from '../../protocol/index.ts';
import type { Comparison } from '../content/index.ts';
import { type Html, html, name, pageOf, pager, searchForm, table } from '../markup/index.ts';
import { crumbsTo, type Site, sitePage } from '../site.ts';
import { compareWith, incomparableNotice, latestOf, otherIn } from './compared.ts';

const ROWS = 100;

/** All changes of a version since the latest one, or since the one that `with` names. */
export async function changesPage(site: Site, ref: VersionRef, query: URLSearchParams): Promise<Html> {
  const { links, snapshots, signal } = site;
  const other = query.get('with') ?? undefined;
  const after = await snapshots.recent(ref, signal);
  const compared = await compareWith(site, after, otherIn(query) ?? (await latestOf(site, ref)));
  const { comparison } = compared;
  const crumbs = crumbsTo(site, ref, { label: 'Changes' });
  const title = `Changes of ${formatRef(ref)}`;
  if (comparison === undefined)
    return sitePage(
      site,
      title,
      html`<h1>Changes</h1>${incomparableNotice(compared) ?? html`<p>There is no other version to compare with.</p>`}`,
      crumbs,
    );
  const wanted = query.get('q') ?? '';
  const found = comparison.changes.filter(({ kind, path }) => includes(`${kind} ${path}`, wanted));
  const shown = pageOf(found, query.get('page'), ROWS);
  const main = html`<h1>Changes of ${name(formatRef(ref))} since ${name(comparison.before.ref.version)}</h1>
${changesText(comparison)}
${searchForm({ action: links.changes(ref), label: 'Search paths; added, changed and removed are words, too', wanted, kept: { with: other } })}
${shown.total === 0 ? html`<p>${wanted === '' ? 'Nothing has changed.' : 'No change matches the search.'}</p>` : changesTable(site, comparison, shown.items)}
${pager(shown, (page) => links.changes(ref, { q: wanted, with: other, ...page }), 'Pages of changes')}`;
  return sitePage(site, title, main, crumbs);
}

const includes = (text: string, wanted: string): boolean => text.toLowerCase().includes(wanted.toLowerCase());

/** Changes in numbers. */
export const changesText = ({ difference }: Comparison): Html =>
  html`<ul class="plain">${[changeCounts(difference), ...changeTotals(difference)].map((text) => html`<li>${text}</li>`)}</ul>`;

const COLUMNS = [
  { title: 'Path' },
  { title: 'Change' },
  { title: 'Size before', isNumeric: true },
  { title: 'Size after', isNumeric: true },
];

const KINDS = {
  added: html`<span class="badge good">added</span>`,
  changed: html`<span class="badge wait">changed</span>`,
  removed: html`<span class="badge bad">removed</span>`,
};

/** Changes as a table, each with a link to the comparison of the file. */
export function changesTable(
  { links }: Site,
  { before, after }: Comparison,
  changes: readonly KindOfChange[],
): Html {
  const size = (bytes: number | undefined): string | undefined =>
    bytes === undefined ? undefined : formatBytes(bytes);
  const rows = changes.map(({ kind, path, beforeBytes, afterBytes }) => [
    html`<a href="${links.file('compare', after.ref, path, { with: before.ref.version })}">${name(path)}</a>`,
    KINDS[kind],
    size(beforeBytes),
    size(afterBytes),
  ]);
  return table('Changes, the largest first', COLUMNS, rows);
}
