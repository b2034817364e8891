import { type FoundProvenance, findProvenance } from '../../client/index.ts';
import { slurmText } from '../../commands/provenance/index.ts';
import type { Snapshot } from '../content/index.ts';
import { exact, facts, type Html, html, name } from '../markup/index.ts';
import type { Site } from '../site.ts';

/** Where a version comes from, as its provenance file states it; undefined without one. */
export async function provenanceSection(
  { connection, links, signal }: Site,
  { ref, manifest }: Snapshot,
): Promise<Html | undefined> {
  const found = await findProvenance(connection, ref, manifest, { signal });
  if (found === undefined) return undefined;
  const { file, runUrl, workflow, actor, user, message, startedOn } = found;
  return html`<h2>Provenance</h2>
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
