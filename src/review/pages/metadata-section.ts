import { readBytes } from '../../client/registry/index.ts';
import {
  decodeText,
  LARGEST_METADATA_BYTES,
  type Metadata,
  metadataFiles,
  readMetadata,
  type Snapshot,
} from '../content/index.ts';
import { facts, type Html, html, name } from '../markup/index.ts';
import type { Site } from '../site.ts';

/** Title, description, authors and license, if the version has a metadata file of a known standard. */
export async function metadataSection(site: Site, snapshot: Snapshot): Promise<Html | undefined> {
  const found: Metadata[] = [];
  for (const file of metadataFiles(snapshot)) {
    if (file.entry.size > LARGEST_METADATA_BYTES) continue;
    const content = await readBytes(site.connection, file, {
      limitBytes: LARGEST_METADATA_BYTES,
      signal: site.signal,
    });
    const text = content?.isWhole ? decodeText(content.bytes) : undefined;
    const metadata = text === undefined ? undefined : readMetadata(file.path, text);
    if (metadata !== undefined) found.push(metadata);
  }
  if (found.length === 0) return undefined;
  return html`<h2>Description</h2>${found.map(
    ({ path, title, description, authors, licenses }) => html`<section aria-label="Description by ${path}">
${facts([
  ['Title', title && html`<bdi>${title}</bdi>`],
  ['Authors', authors.length === 0 ? undefined : html`<bdi>${authors.join(', ')}</bdi>`],
  ['License', licenses.length === 0 ? undefined : html`<bdi>${licenses.join(', ')}</bdi>`],
  ['Source', html`<a href="${site.links.file('file', snapshot.ref, path)}">${name(path)}</a>`],
])}
${description && html`<p>${description.split('\n').map((line) => html`<bdi>${line}</bdi><br>`)}</p>`}
</section>`,
  )}`;
}
