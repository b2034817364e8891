import { posix } from 'node:path';
import { decodeUtf8 } from '../json/index.ts';
import { unescapePath } from './query.ts';
import { escapePath } from './url-path.ts';

/** The route that a request line names. Protocol §5. */
export type Route =
  | { readonly to: 'new'; readonly name: string }
  /** `path` begins with a slash and is not percent-encoded any more. */
  | { readonly to: 'fetch'; readonly path: Buffer; readonly query: string }
  | { readonly to: 'list'; readonly query: string }
  | { readonly to: 'info' | 'root' | 'options' }
  | { readonly to: 'redirect'; readonly location: string }
  | { readonly to: 'not-allowed'; readonly allow: readonly string[] }
  | { readonly to: 'bad-request' };

/** One line of the table of routes; `path` is split at slashes, and an empty last part stands for all below. */
interface Pattern {
  readonly method: 'GET' | 'POST' | 'OPTIONS';
  readonly parts: readonly string[];
  readonly to: 'new' | 'fetch' | 'list' | 'info' | 'root' | 'options';
}

/** Stands for any one part of a path. */
const ANY = '{name}';

/** From the most specific to the least. */
function patterns(prefix: string): Pattern[] {
  const base = prefix === '' ? [] : Buffer.from(prefix, 'utf8').toString('latin1').split('/');
  return [
    { method: 'POST', parts: [...base, 'new', ANY], to: 'new' },
    { method: 'GET', parts: [...base, 'list'], to: 'list' },
    { method: 'GET', parts: [...base, 'info'], to: 'info' },
    { method: 'GET', parts: [...base, 'fetch', ''], to: 'fetch' },
    { method: 'GET', parts: [...base, ''], to: 'root' },
    { method: 'OPTIONS', parts: [''], to: 'options' },
  ];
}

/**
 * Makes the function that finds the route for a method and a request target, just as it came over the wire, with one
 * character for each byte. Protocol §5: paths that are not clean lead elsewhere before anything else is looked at.
 */
export function createRouter(prefix: string): (method: string, target: string) => Route {
  const table = patterns(prefix);
  return (method, requested) => {
    const target = requested.replace(/^https?:\/\/[^/?]*/i, '');
    if (target === '' || target.startsWith('?')) return { to: 'redirect', location: `/${target}` };
    const mark = target.indexOf('?');
    const rawPath = mark === -1 ? target : target.slice(0, mark);
    const query = mark === -1 ? '' : target.slice(mark + 1);
    const unescaped = unescapePath(rawPath);
    if (unescaped === undefined || !rawPath.startsWith('/') || hasControls(rawPath))
      return { to: 'bad-request' };

    const escaped = escapedPath(rawPath, unescaped);
    const clean = cleanPath(escaped);
    const found = find(table, method, clean);
    const below = `${clean}/`;
    if (!isExact(found, clean) && !clean.endsWith('/') && isExact(find(table, method, below), below)) {
      return redirect(escapePath(`${cleanPath(unescaped)}/`), query);
    }
    // The path is escaped anew, percent signs included, as the original does.
    if (clean !== escaped) return redirect(escapePath(clean), query);
    if (found === undefined) return { to: 'not-allowed', allow: allowedMethods(table, clean) };
    switch (found.to) {
      case 'new':
        return {
          to: 'new',
          name: decodeUtf8(Buffer.from(unescapePart(partsOf(clean).at(-1) ?? ''), 'latin1')),
        };
      case 'fetch':
        return { to: 'fetch', path: Buffer.from(unescaped.slice(lengthOfMount(prefix)), 'latin1'), query };
      case 'list':
        return { to: 'list', query };
      default:
        return { to: found.to };
    }
  };
}

/** How much of a path stands before the slash in front of the file. */
const lengthOfMount = (prefix: string): number =>
  Buffer.byteLength(prefix === '' ? '/fetch' : `/${prefix}/fetch`);

function find(table: readonly Pattern[], method: string, path: string): Pattern | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  return table.find((pattern) => pattern.method === asked && matches(pattern, path));
}

function matches({ parts }: Pattern, path: string): boolean {
  const given = partsOf(path);
  for (const [index, part] of parts.entries()) {
    if (part === '') return given.length > index;
    const encoded = given[index];
    if (encoded === undefined) return false;
    const decoded = unescapePart(encoded);
    if (part === ANY ? encoded === '' || decoded === '/' : decoded !== part) return false;
  }
  return given.length === parts.length;
}

/** Returns whether a pattern for all below a directory was met by the directory itself. */
function isExact(pattern: Pattern | undefined, path: string): boolean {
  if (pattern === undefined) return false;
  return pattern.parts.at(-1) !== '' || (partsOf(path).length === pattern.parts.length && path.endsWith('/'));
}

function allowedMethods(table: readonly Pattern[], path: string): string[] {
  const paths = path.endsWith('/') ? [path] : [path, `${path}/`];
  const methods = table.filter((pattern) => paths.some((candidate) => matches(pattern, candidate)));
  const names = methods.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
  return [...new Set(names)].sort();
}

const partsOf = (path: string): string[] => path.slice(1).split('/');

const unescapePart = (part: string): string => unescapePath(part) ?? part;

function redirect(path: string, query: string): Route {
  return { to: 'redirect', location: query === '' ? path : `${path}?${query}` };
}

/** Resolves `.`, `..` and repeated slashes, and keeps a slash at the end. */
const cleanPath = posix.normalize;

const hasControls = (text: string): boolean => /[\u0000-\u0020\u007f]/.test(text);

/** The path as it was escaped, unless it holds characters that should have been. */
function escapedPath(rawPath: string, unescaped: string): string {
  return /^[-\w.~$&+,/:;=@!'()*[\]%]*$/.test(rawPath) ? rawPath : escapePath(unescaped);
}
