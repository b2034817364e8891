import { lstatSync } from 'node:fs';
import { joinDisk, namesIn } from './disk.ts';
import { escapePath } from './url-path.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** The page that shows what is in a directory of the registry, for people. Protocol §5.2. */
export function directoryPage(directory: string): Buffer {
  const rows = namesIn(directory).map(({ raw }) => {
    // Names are bytes; they need not be text.
    const bytes = Buffer.from(raw).toString('latin1');
    const shown = lstatSync(joinDisk(directory, raw)).isDirectory() ? `${bytes}/` : bytes;
    return `<a href="${referenceTo(shown)}">${escapeHtml(shown)}</a>\n`;
  });
  const page = [
    '<!doctype html>\n',
    '<meta name="viewport" content="width=device-width">\n',
    '<pre>\n',
    ...rows,
    '</pre>\n',
  ];
  return Buffer.from(page.join(''), 'latin1');
}

/** A relative URL; a colon in its first part must not look like the end of a scheme. */
function referenceTo(name: string): string {
  const encoded = escapePath(name);
  return encoded.includes(':') ? `./${encoded}` : encoded;
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
