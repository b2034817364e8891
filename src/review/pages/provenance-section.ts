import { type FoundProvenance, findProvenance } from '../../client/index.ts';
import { formatBytes } from '../../commands/kit/index.ts';
import { mismatchOf, slurmText } from '../../commands/provenance/index.ts';
import type { Manifest } from '../../protocol/index.ts';
import type { Snapshot } from '../content/index.ts';
import { exact, facts, type Html, html, name } from '../markup/index.ts';
import type { Site } from '../site.ts';

const WITHOUT_LIMIT = { files: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

/**
 * Where a version comes from, as its provenance file states it, with a warning if that describes something else; undefined
 * without one. If `isChecked`, compares the files of a large version, too.
 */
export async function provenanceSection(
  { connection, links, signal }: Site,
  { ref, manifest }: Snapshot,
  { isChecked }: { readonly isChecked: boolean },
): Promise<Html | undefined> {
  const contentLimit = isChecked ? WITHOUT_LIMIT : undefined;
  const found = await findProvenance(connection, ref, manifest, { contentLimit, signal });
  if (found === undefined) return undefined;
  const { file, runUrl, workflow, actor, user, message, startedOn } = found;
  return html`<h2>Provenance</h2>
${matchNotice(found, manifest, links.version(ref, { provenance: 1 }))}
<p>The uploader states this. Nobody has signed it.</p>
${facts([
  ['Repository', found.repository && text(found.repository)],
  ['Commit', commitOf(found)],
  ['Ref', found.ref && name(found.ref)],
  ['Workflow', workflow && text(workflow)],
  ['Run', runUrl && html`<a href="${exact(runUrl)}" rel="noreferrer noopener">${runUrl}</a>`],
  ['Started by', actor && name(actor)],
  ['Job', slurmText(found)],
  ['As user', user && name(user)],
  ['Started at', html`<time datetime="${startedOn}">${startedOn}</time>`],
  ['Message', message && messageLines(message)],
  ['File', html`<a href="${links.file('file', ref, file)}">${name(file)}</a>`],
])}`;
}

function matchNotice(found: FoundProvenance, manifest: Manifest, checkLink: string): Html | undefined {
  const mismatch = mismatchOf(found);
  if (mismatch !== undefined)
    return html`<section class="notice bad" role="alert"><p><strong>Do not rely on these facts:</strong> ${mismatch}.</p></section>`;
  if (found.match === 'exact') return undefined;
  let bytes = 0;
  for (const { size } of manifest.values()) bytes += size;
  return html`<p>The files were not compared with the statement: <a href="${checkLink}">compare them now</a>, which reads ${formatBytes(bytes)}.</p>`;
}

const text = (value: string): Html => html`<bdi>${value}</bdi>`;

const commitOf = ({ commit, modified }: FoundProvenance): Html | undefined =>
  commit === undefined
    ? undefined
    : html`<code>${commit}</code>${modified ? ', with uncommitted changes' : undefined}`;

const messageLines = (message: string): readonly Html[] =>
  message
    .trim()
    .split('\n')
    .map((line) => html`<bdi>${line}</bdi><br>`);
