import { lstatSync } from 'node:fs';
import { type DiskPath, joinDisk, type TimeSlices } from '../files/index.ts';
import { escapePath } from './url-path.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

const HEAD = '<!doctype html>\n<meta name="viewport" content="width=device-width">\n<pre>\n';

/** The page that shows the names in a directory of the registry, for people, piece by piece. Protocol §5.2. */
export async function* directoryPage(
  directory: string,
  names: readonly DiskPath[],
  pace: TimeSlices,
): AsyncGenerator<Buffer> {
  yield Buffer.from(HEAD);
  for (const name of names) {
    await pace.yieldIfDue();
    const stat = lstatSync(joinDisk(directory, name), { throwIfNoEntry: false });
    // Names are bytes; they need not be text.
    const bytes = Buffer.from(name).toString('latin1');
    const shown = stat?.isDirectory() ? `${bytes}/` : bytes;
    yield Buffer.from(`<a href="${referenceTo(shown)}">${escapeHtml(shown)}</a>\n`, 'latin1');
  }
  yield Buffer.from('</pre>\n');
}

/** A relative URL; a colon in its first part must not look like the end of a scheme. */
function referenceTo(name: string): string {
  const encoded = escapePath(name);
  return encoded.includes(':') ? `./${encoded}` : encoded;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
