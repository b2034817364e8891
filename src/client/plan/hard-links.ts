import { promises as fs } from 'node:fs';
import { type Connection, traceDecision } from '../connection/index.ts';
import type { SourceFile, UploadOptions } from '../source/index.ts';

/** Mode bits that matter: special bits, write for group and others, and read for all of them. */
const RELEVANT = 0o7466;
const READABLE_BY_ALL = 0o444;

/** Returns whether a file of this mode can be hard linked safely: everybody may read it, and only its owner may write. */
export const isLinkableMode = (mode: number): boolean => (mode & RELEVANT) === READABLE_BY_ALL;

/**
 * Returns a rule for which files may be hard linked into staging instead of copied. That is safe for a file of this
 * user that everybody may read and only this user may write, on the same filesystem: nothing about it changes but its
 * link count. (Whether `link` succeeds is up to the filesystem.) With `symlinks: dereference` a file may be elsewhere
 * than its path says, so none is linked.
 */
export async function hardLinkRule(
  connection: Connection,
  symlinks: UploadOptions['symlinks'],
): Promise<(file: SourceFile) => boolean> {
  if (symlinks === 'dereference') return () => false;
  const { dev } = await fs.stat(connection.staging);
  const me = process.geteuid?.();
  traceDecision(
    () =>
      `files on device ${dev} of user ${me ?? 'unknown'}, which all may read and no other may write, can be hard linked`,
  );
  return (file) => file.dev === dev && (file.uid === me || me === 0) && isLinkableMode(file.mode);
}
