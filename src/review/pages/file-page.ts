import type { VersionRef } from '../../client/index.ts';
import type { ListedFile } from '../../client/registry/index.ts';
import { formatBytes, formatCount } from '../../commands/kit/index.ts';
import { gobblerError } from '../../errors/index.ts';
import { formatRef } from '../../protocol/index.ts';
import type { Comparison, Snapshot } from '../content/index.ts';
import { facts, type Html, html, name } from '../markup/index.ts';
import { crumbsTo, type Site, sitePage } from '../site.ts';
import { compareWith, incomparableNotice, latestOf, otherIn } from './compared.ts';
import { comparisonOf, previewOf } from './preview.ts';

/** One file of a version: its facts, and its content if a page can show it. `notice` is shown above them. */
export async function filePage(site: Site, ref: VersionRef, path: string, notice?: Html): Promise<Html> {
  const { links, snapshots, signal } = site;
  const file = requireFile(await snapshots.recent(ref, signal), path);
  const { size, md5sum, link } = file.entry;
  const main = html`<h1>${name(path)}</h1>
${notice}
${facts([
  ['Version', html`<a href="${links.version(ref)}">${name(formatRef(ref))}</a>`],
  ['Size', `${formatBytes(size)} (${formatCount(size)} bytes)`],
  ['MD5', html`<code>${md5sum}</code>`],
  ['Link to', link && name(`${formatRef(link)}/${link.path}`)],
])}
<p><a href="${links.file('download', ref, path)}">Download</a> · <a href="${links.file('compare', ref, path)}">Compare with the latest version</a></p>
${await previewOf(site, file)}`;
  return sitePage(
    site,
    `${path} of ${formatRef(ref)}`,
    main,
    crumbsTo(site, ref, FILES(site, ref), { label: name(path) }),
  );
}

const FILES = ({ links }: Site, ref: VersionRef) => ({ label: 'Files', href: links.files(ref) });

/** One file of a version next to that of the latest version, or of the one that `with` names. */
export async function comparePage(
  site: Site,
  ref: VersionRef,
  path: string,
  query: URLSearchParams,
): Promise<Html> {
  const { links, snapshots, signal } = site;
  const after = await snapshots.recent(ref, signal);
  const other = query.get('with') ?? undefined;
  const compared = await compareWith(site, after, otherIn(query) ?? (await latestOf(site, ref)));
  const { comparison } = compared;
  if (comparison === undefined) return filePage(site, ref, path, incomparableNotice(compared));
  const files = { before: fileIn(comparison.before, path), after: fileIn(after, path) };
  if (files.before === undefined && files.after === undefined) throw noFile(after, path);
  const side = (title: string, file: ListedFile | undefined): [string, Html | string] => [
    title,
    file === undefined
      ? 'no such file'
      : html`${formatBytes(file.entry.size)}, MD5 <code>${file.entry.md5sum}</code>, <a href="${links.file('download', file.ref, path)}">download</a>`,
  ];
  const crumbs = crumbsTo(
    site,
    ref,
    { label: 'Changes', href: links.changes(ref, { with: other }) },
    { label: name(path) },
  );
  const main = html`<h1>${name(path)}</h1>
${facts([side(`In ${comparison.before.ref.version}`, files.before), side(`In ${ref.version}`, files.after)])}
${neighbors(site, comparison, path)}
${await comparisonOf(site, files)}`;
  return sitePage(site, `${path}: ${comparison.before.ref.version} and ${ref.version}`, main, crumbs);
}

/** Links to the changes before and after this one, to go through all of them. */
function neighbors({ links }: Site, { before, after, changes }: Comparison, path: string): Html | undefined {
  const at = changes.findIndex((change) => change.path === path);
  if (at < 0) return undefined;
  const to = (index: number, text: string): Html => {
    const change = changes[index];
    if (change === undefined) return html`<li><span class="off">${text}</span></li>`;
    const href = links.file('compare', after.ref, change.path, { with: before.ref.version });
    return html`<li><a href="${href}">${text}</a></li>`;
  };
  return html`<nav aria-label="Changes" class="pager"><ul>${to(at - 1, 'Previous change')}<li>Change ${formatCount(at + 1)} of ${formatCount(changes.length)}</li>${to(at + 1, 'Next change')}</ul></nav>`;
}

function fileIn({ ref, manifest }: Snapshot, path: string): ListedFile | undefined {
  const entry = manifest.get(path);
  return entry === undefined || entry.md5sum === '' ? undefined : { ref, path, entry };
}

/** The file of a version. Code `not-found` if its manifest does not list it. */
export function requireFile(snapshot: Snapshot, path: string): ListedFile {
  const file = fileIn(snapshot, path);
  if (file === undefined) throw noFile(snapshot, path);
  return file;
}

const noFile = ({ ref }: Snapshot, path: string) =>
  gobblerError('record-missing', { version: formatRef(ref), record: `file ${JSON.stringify(path)}` });
