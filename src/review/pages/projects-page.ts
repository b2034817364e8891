import { fetchPermissions, fetchUsage, listProjects } from '../../client/index.ts';
import { readOne } from '../../client/review/index.ts';
import { formatBytes, formatNumberOf } from '../../commands/kit/index.ts';
import { forEachConcurrently } from '../../fs/index.ts';
import { type Cell, type Html, html, name, pageOf, pager, searchForm, table } from '../markup/index.ts';
import { type Site, sitePage } from '../site.ts';

const ROWS = 50;
const READS_IN_FLIGHT = 8;

const COLUMNS = [{ title: 'Project' }, { title: 'Owners' }, { title: 'Usage', isNumeric: true }];

/** All projects of the registry. */
export async function projectsPage(site: Site, query: URLSearchParams): Promise<Html> {
  const { connection, links, signal } = site;
  const all = await listProjects(connection, { signal });
  const wanted = query.get('q') ?? '';
  const found = all.filter((project) => project.toLowerCase().includes(wanted.toLowerCase()));
  const shown = pageOf(found, query.get('page'), ROWS);
  const rows = new Map<string, readonly Cell[]>();
  const read = async (project: string): Promise<void> => {
    const { value: permissions } = await readOne(fetchPermissions(connection, { project }, { signal }));
    const { value: usage } = await readOne(fetchUsage(connection, project, { signal }));
    rows.set(project, [
      html`<a href="${links.project(project)}">${name(project)}</a>`,
      permissions === undefined ? 'unreadable' : namesOf(permissions.owners),
      usage === undefined ? 'unreadable' : formatBytes(usage),
    ]);
  };
  await forEachConcurrently(shown.items, READS_IN_FLIGHT, read, signal);
  const main = html`<h1>Projects</h1>
<p>${formatNumberOf(all.length, 'project')}.</p>
${searchForm({ action: links.projects(), label: 'Search projects', wanted })}
${
  shown.total === 0
    ? html`<p>No project.</p>`
    : table(
        'Projects',
        COLUMNS,
        shown.items.map((project) => rows.get(project) ?? []),
      )
}
${pager(shown, (page) => links.projects({ q: wanted, ...page }), 'Pages of projects')}`;
  return sitePage(site, 'Projects', main);
}

const MOST_NAMES = 10;

/** Some names, and the number of the others. */
function namesOf(names: readonly string[]): Cell {
  const rest = names.length - MOST_NAMES;
  const shown = names.slice(0, MOST_NAMES).map((owner, at) => html`${at === 0 ? '' : ', '}${name(owner)}`);
  return html`${shown}${rest > 0 ? ` and ${rest} more` : ''}`;
}
