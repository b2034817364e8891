import path from 'node:path';
import type { AssetRef, VersionRef } from './names.ts';

/** Base names of the records and lock files that the service keeps in a registry. Protocol §3. */
export const MANIFEST = '..manifest';
export const SUMMARY = '..summary';
export const LINKS = '..links';
export const LATEST = '..latest';
export const PERMISSIONS = '..permissions';
export const QUOTA = '..quota';
export const USAGE = '..usage';
export const LOGS = '..logs';
export const LOCK = '..LOCK';
export const LOCK_NEW_DIRECTORY = '..LOCK_NEWDIR';
export const LOCK_USAGE = '..LOCK_USAGE';

/** Registry-relative path of a project, asset or version, with `/` separators. */
export function refPath(ref: { project: string } | AssetRef | VersionRef): string {
  const parts = [ref.project];
  if ('asset' in ref) parts.push(ref.asset);
  if ('version' in ref) parts.push(ref.version);
  return parts.join('/');
}

/**
 * Returns whether the absolute path `candidate` is `root` itself or lies below it. Lexical, as the service decides it
 * (protocol §12.3): links are not resolved, and `/data/files-old` is not inside `/data/files`.
 */
export function isInside(root: string, candidate: string): boolean {
  return relativeInside(root, candidate) !== undefined;
}

/** The path of `candidate` relative to `root`, `''` for the root itself, or undefined if it lies outside. */
export function relativeInside(root: string, candidate: string): string | undefined {
  const relative = path.relative(root, candidate);
  if (relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative))
    return undefined;
  return relative;
}
