import { fetchLatest, fetchPermissions, fetchUsage, listAssets } from '../../client/index.ts';
import { type Read, readOne } from '../../client/review/index.ts';
import { formatBytes, formatNumberOf } from '../../commands/kit/index.ts';
import { forEachConcurrently } from '../../fs/index.ts';
import {
  type Cell,
  facts,
  type Html,
  html,
  name,
  pageOf,
  pager,
  searchForm,
  table,
} from '../markup/index.ts';
import { crumbsTo, type Site, sitePage } from '../site.ts';
import { permissionsSection } from './permissions-section.ts';

const ROWS = 50;
const READS_IN_FLIGHT = 8;

const COLUMNS = [{ title: 'Asset' }, { title: 'Latest version' }];

/** A project: its assets, usage and permissions. */
export async function projectPage(site: Site, project: string, query: URLSearchParams): Promise<Html> {
  const { connection, links, signal } = site;
  const all = await listAssets(connection, project, { signal });
  const { value: usage } = await readOne(fetchUsage(connection, project, { signal }));
  const { value: permissions } = await readOne(fetchPermissions(connection, { project }, { signal }));
  const wanted = query.get('q') ?? '';
  const found = all.filter((asset) => asset.toLowerCase().includes(wanted.toLowerCase()));
  const shown = pageOf(found, query.get('page'), ROWS);
  const latest = new Map<string, Read<string | undefined>>();
  const read = async (asset: string): Promise<void> => {
    latest.set(asset, await readOne(fetchLatest(connection, { project, asset }, { signal })));
  };
  await forEachConcurrently(shown.items, READS_IN_FLIGHT, read, signal);
  const rows = shown.items.map((asset): readonly Cell[] => {
    const { value: version, error } = latest.get(asset) ?? {};
    return [
      html`<a href="${links.asset({ project, asset })}">${name(asset)}</a>`,
      version === undefined
        ? error === undefined
          ? 'none'
          : 'unreadable'
        : html`<a href="${links.version({ project, asset, version })}">${name(version)}</a>`,
    ];
  });
  const main = html`<h1>${name(project)}</h1>
${facts([
  ['Assets', formatNumberOf(all.length, 'asset')],
  ['Usage', usage === undefined ? 'unreadable' : formatBytes(usage)],
])}
<h2>Assets</h2>
${searchForm({ action: links.project(project), label: 'Search assets', wanted })}
${shown.total === 0 ? html`<p>No asset.</p>` : table('Assets', COLUMNS, rows)}
${pager(shown, (page) => links.project(project, { q: wanted, ...page }), 'Pages of assets')}
${permissionsSection(permissions)}`;
  return sitePage(site, project, main, crumbsTo(site, { project }));
}
