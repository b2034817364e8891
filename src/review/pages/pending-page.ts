import { approvableProjects, type FoundProvenance, listAssets, listProjects } from '../../client/index.ts';
import { findPending, type Pending, type PendingVersion } from '../../client/review/index.ts';
import { formatAge, formatBytes, formatCount, formatNumberOf } from '../../commands/kit/index.ts';
import { mismatchOf } from '../../commands/provenance/index.ts';
import { incomparableText } from '../../commands/versions/index.ts';
import { formatRef, parseTimestamp, refPath } from '../../protocol/index.ts';
import type { PendingNumbers } from '../content/index.ts';
import { type Cell, type Html, html, name, pageOf, pager, searchForm, table } from '../markup/index.ts';
import { type Site, sitePage } from '../site.ts';
import { decisionsNotice, unreadableNotice } from './notices.ts';

const ROWS = 50;

/** How long the page waits for sizes and changes. */
const NUMBERS_BUDGET_MS = 5000;

interface Scope {
  readonly projects: readonly string[];
  readonly heading: string;
  readonly remark: string | undefined;
  readonly unreadable: Parameters<typeof unreadableNotice>[0];
}

/** The versions on probation that wait for the user's decision; with `all=1`, those of all projects. */
export async function pendingPage(site: Site, query: URLSearchParams): Promise<Html> {
  const { connection, links, signal } = site;
  const isAll = query.get('all') === '1';
  const scope = await scopeOf(site, isAll);
  const { versions, unreadable } = await findPending(connection, scope.projects, { signal });
  const wanted = query.get('q') ?? '';
  const found = versions.filter((version) => matches(version, wanted));
  const shown = pageOf(found, query.get('page'), ROWS);
  const kept = { q: wanted, all: isAll ? 1 : undefined };
  const numbers = await site.pendingReviews.of(shown.items, { budgetMs: NUMBERS_BUDGET_MS, signal });
  const now = Date.now();
  const count = versions.length === 0 ? 'No version is' : formatNumberOf(versions.length, 'version');
  const list =
    shown.total === 0
      ? html`<p>No version on probation matches the search.</p>`
      : table(
          'Versions on probation, the newest first',
          COLUMNS,
          shown.items.map((version) => rowOf(site, version, numbers, now)),
        );
  const action = links.pending();
  const search = searchForm({
    action,
    label: 'Search versions and uploaders',
    wanted,
    kept: { all: kept.all },
  });
  const main = html`<h1>Pending versions</h1>
${decisionsNotice(site)}
${unreadableNotice([...scope.unreadable, ...unreadable, ...numbers.unreadable])}
<p>${count} on probation in ${scope.heading}. ${scope.remark}</p>
${versions.length === 0 ? undefined : [search, list]}
${pager(shown, (page) => links.pending({ ...kept, ...page }), 'Pages of pending versions')}
<p>${
    isAll
      ? html`<a href="${links.pending()}">Show only those that you can approve</a>`
      : html`<a href="${links.pending({ all: 1 })}">Show those of all projects</a>`
  }</p>`;
  return sitePage(site, 'Pending versions', main);
}

const COLUMNS = [
  { title: 'Version' },
  { title: 'Uploader' },
  { title: 'Age', isNumeric: true },
  { title: 'Size', isNumeric: true },
  { title: 'Files', isNumeric: true },
  { title: 'Changes since the latest version' },
];

async function scopeOf({ connection, project, signal }: Site, isAll: boolean): Promise<Scope> {
  if (isAll) {
    const projects = await listProjects(connection, { signal });
    return {
      projects,
      heading: formatNumberOf(projects.length, 'project'),
      remark: undefined,
      unreadable: [],
    };
  }
  if (project !== undefined) {
    // A name that does not exist is an error, not a place without versions.
    await listAssets(connection, project, { signal });
    return { projects: [project], heading: `the project ${project}`, remark: undefined, unreadable: [] };
  }
  const { projects, of, isAdministrator, unreadable } = await approvableProjects(connection, { signal });
  const isUnsure = isAdministrator === undefined && projects.length < of;
  return {
    projects,
    heading:
      projects.length === 0
        ? `a project in which you can approve: there is none among ${formatNumberOf(of, 'project')}`
        : projects.length === of
          ? formatNumberOf(of, 'project')
          : `${formatNumberOf(projects.length, 'project')} (of ${formatCount(of)}) in which you can approve`,
    remark: isUnsure
      ? 'These are the projects that you own: whether you are an administrator of the service is not known, since the staging directory cannot be used from here.'
      : undefined,
    unreadable,
  };
}

function matches({ ref, summary }: Pending, wanted: string): boolean {
  const text = wanted.toLowerCase();
  return [formatRef(ref), summary.uploadUserId].some((part) => part.toLowerCase().includes(text));
}

function rowOf(
  { links }: Site,
  { ref, summary }: Pending,
  { versions }: PendingNumbers,
  now: number,
): Cell[] {
  const reviewed = versions.get(refPath(ref));
  const { content, provenance } = reviewed ?? {};
  const finished = parseTimestamp(summary.uploadFinish);
  return [
    html`<a href="${links.version(ref)}">${name(formatRef(ref))}</a>`,
    html`${name(summary.uploadUserId)}${provenance && statedBy(provenance)}`,
    finished === undefined
      ? summary.uploadFinish
      : html`<time datetime="${summary.uploadFinish}" title="${summary.uploadFinish}">${formatAge(now - finished)}</time>`,
    content && formatBytes(content.bytes),
    content && formatCount(content.files),
    changesCell(reviewed),
  ];
}

function changesCell(reviewed: PendingVersion | undefined): Cell {
  if (reviewed === undefined) return 'not counted yet: reload the page';
  const { content, changes, incomparable } = reviewed;
  if (content === undefined) return html`<span class="badge bad">unreadable</span>`;
  if (incomparable !== undefined) return incomparableText(incomparable);
  if (changes === undefined) return 'first version';
  return `${formatCount(changes.added)} added, ${formatCount(changes.changed)} changed, ${formatCount(changes.removed)} removed, ${formatBytes(changes.newBytes)} of new data`;
}

/** The commit and the actor that a provenance file states. */
function statedBy(provenance: FoundProvenance): Html {
  const { commit, actor } = provenance;
  const mismatch = mismatchOf(provenance);
  if (mismatch !== undefined)
    return html`<br><span class="badge bad" title="${mismatch}">wrong provenance</span>`;
  const at = commit === undefined ? undefined : html`<br><code>${commit.slice(0, 10)}</code>`;
  return html`${at}${actor === undefined ? undefined : html`<br>started by ${name(actor)}`}`;
}
