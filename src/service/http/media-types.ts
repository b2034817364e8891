import { readFileSync } from 'node:fs';

/** The media types that all systems agree on. */
const COMMON_TYPES: readonly (readonly [string, string])[] = [
  ['.avif', 'image/avif'],
  ['.css', 'text/css'],
  ['.gif', 'image/gif'],
  ['.htm', 'text/html'],
  ['.html', 'text/html'],
  ['.jpeg', 'image/jpeg'],
  ['.jpg', 'image/jpeg'],
  ['.js', 'text/javascript'],
  ['.json', 'application/json'],
  ['.mjs', 'text/javascript'],
  ['.pdf', 'application/pdf'],
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
  ['.wasm', 'application/wasm'],
  ['.webp', 'image/webp'],
  ['.xml', 'text/xml'],
];

/** Where systems keep the freedesktop database of types: `weight:type:*.extension`. */
const GLOB_FILES = ['/usr/local/share/mime/globs2', '/usr/share/mime/globs2'];

/** Where they keep older tables: a type, then its extensions. */
const TYPE_FILES = [
  '/etc/mime.types',
  '/etc/apache2/mime.types',
  '/etc/apache/mime.types',
  '/etc/httpd/conf/mime.types',
];

let types: ReadonlyMap<string, string> | undefined;

/**
 * The content type of a file by its extension, dot included: what is common, and what the machine knows besides.
 * Undefined if it is unknown. Protocol §5.2. The tables are read when first needed.
 */
export function typeByExtension(extension: string): string | undefined {
  types ??= loadTypes();
  return types.get(extension) ?? types.get(extension.toLowerCase());
}

function loadTypes(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const add = (extension: string, type: string): void => {
    if (!known.has(extension))
      known.set(extension, type.startsWith('text/') ? `${type}; charset=utf-8` : type);
  };
  for (const [extension, type] of COMMON_TYPES) add(extension, type);
  const globs = GLOB_FILES.map(linesOf).find((lines) => lines !== undefined);
  for (const line of globs ?? []) {
    const [, type, glob] = line.split(':');
    if (type !== undefined && /^\*\.[^?*[]+$/.test(glob ?? '')) add((glob as string).slice(1), type);
  }
  if (globs !== undefined) return known;
  for (const line of TYPE_FILES.flatMap((file) => linesOf(file) ?? [])) {
    const [type = '', ...extensions] = (line.split('#', 1)[0] as string).trim().split(/\s+/);
    for (const extension of extensions) add(`.${extension}`, type);
  }
  return known;
}

/** The lines of a table, without comments; undefined if there is no such file. */
function linesOf(file: string): string[] | undefined {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
  } catch {
    return undefined;
  }
}
