import { type GobblerError, gobblerError } from '../../errors/index.ts';
import { isInternalName, type Manifest } from '../../protocol/index.ts';

/** A path in the registry, taken apart. */
export interface UnpackedPath {
  /** Name of the project. */
  readonly project: string;
  /** Name of the asset. */
  readonly asset: string;
  /** Name of the version. */
  readonly version: string;
  /** Within the version; undefined for the version itself. */
  readonly path: string | undefined;
}

/**
 * Takes a path relative to the registry apart. Code `invalid-input` for one that is not relative, or does not reach a
 * version.
 */
export function unpackPath(registryPath: string): UnpackedPath {
  const [project, asset, version, ...rest] = segmentsOf(registryPath);
  if (project === undefined || asset === undefined || version === undefined) {
    throw gobblerError('registry-path-short', { path: registryPath });
  }
  return { project, asset, version, path: rest.length === 0 ? undefined : rest.join('/') };
}

/**
 * The segments of a relative path. Code `invalid-input` for absolute paths and for segments that could lead anywhere
 * else (`.`, `..`, empty ones; a single slash at the end is fine): what is read and written stays where it belongs.
 */
export function segmentsOf(registryPath: string): string[] {
  const trimmed = registryPath.replace(/\/$/, '');
  if (isPlainPath(trimmed)) return trimmed.split('/');
  throw gobblerError('registry-path-irregular', { path: registryPath });
}

/** Refuses a manifest that lists a path out of its version, or a file of the service's, with code `corrupt-record`. */
export function requirePlainKeys(manifest: Manifest, where: string): void {
  for (const key of manifest.keys()) {
    const isInternal = key.includes('..') && key.split('/').some(isInternalName);
    if (isInternal || !isPlainPath(key)) throw escapingPath(where, key);
  }
}

/** The error for a listed path that would escape its destination. */
export function escapingPath(where: string, listed: string): GobblerError {
  return gobblerError('escaping-path', { where, path: listed });
}

/** Returns whether a path listed by a service is one that a file can have, inside its destination. */
export function isPlainPath(listed: string): boolean {
  return !listed.includes('\0') && listed.isWellFormed() && !LEADS_AWAY.test(listed);
}

/** A segment that is empty, `.` or `..`. */
const LEADS_AWAY = /(?:^|\/)\.{0,2}(?:\/|$)/;
