import { isPlainPath } from '../../client/registry/index.ts';
import type { AssetRef, VersionRef } from '../../protocol/index.ts';
import { requireNames } from '../../protocol/index.ts';

const PAGES_OF_VERSION = ['version', 'changes', 'files', 'manifest'] as const;
const PAGES_OF_FILE = ['file', 'compare', 'image', 'download'] as const;

/** The routes that change something, and take a form. */
const ACTIONS = ['approve', 'reject', 'validate'] as const;

/** Something to do with a version. */
export interface ActionRoute {
  readonly to: (typeof ACTIONS)[number];
  readonly ref: VersionRef;
}

export type PageRoute =
  | { readonly to: 'pending' | 'stylesheet' | 'projects' }
  | { readonly to: 'project'; readonly project: string }
  | { readonly to: 'asset'; readonly of: AssetRef }
  | { readonly to: (typeof PAGES_OF_VERSION)[number]; readonly ref: VersionRef }
  | { readonly to: (typeof PAGES_OF_FILE)[number]; readonly ref: VersionRef; readonly path: string };

/**
 * The route of a path below the secret one, as `version/p/a/1.0`, each segment percent-encoded; undefined if there is
 * none. Code `invalid-name` for names that nothing in a registry can have.
 */
export function routeOf(path: string): PageRoute | ActionRoute | undefined {
  const segments = decoded(path);
  if (segments === undefined) return undefined;
  const [page = '', project, asset, version, ...rest] = segments;
  if (project === undefined) return withoutNames(page);
  if (asset === undefined) {
    if (page !== 'project') return undefined;
    requireNames({ project });
    return { to: page, project };
  }
  if (version === undefined) {
    if (page !== 'asset') return undefined;
    requireNames({ project, asset });
    return { to: page, of: { project, asset } };
  }
  const ref = { project, asset, version };
  if (rest.length === 0) return withVersion(page, ref);
  const to = PAGES_OF_FILE.find((known) => known === page);
  const file = rest.join('/');
  if (to === undefined || !isPlainPath(file)) return undefined;
  requireNames(ref);
  return { to, ref, path: file };
}

function withoutNames(page: string): PageRoute | undefined {
  if (page === '') return { to: 'pending' };
  if (page === 'style.css') return { to: 'stylesheet' };
  return page === 'projects' ? { to: page } : undefined;
}

function withVersion(page: string, ref: VersionRef): PageRoute | ActionRoute | undefined {
  const ofVersion = PAGES_OF_VERSION.find((known) => known === page);
  const action = ACTIONS.find((known) => known === page);
  if (ofVersion === undefined && action === undefined) return undefined;
  requireNames(ref);
  if (ofVersion !== undefined) return { to: ofVersion, ref };
  return action && { to: action, ref };
}

/** Returns whether a route is an action rather than a page. */
export const isAction = (route: PageRoute | ActionRoute): route is ActionRoute =>
  ACTIONS.some((action) => action === route.to);

/** Undefined if a segment is not percent-encoded UTF-8, or holds a slash, which no name does. */
function decoded(path: string): string[] | undefined {
  try {
    const segments = path.split('/').map(decodeURIComponent);
    return segments.some((segment) => segment.includes('/')) ? undefined : segments;
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
