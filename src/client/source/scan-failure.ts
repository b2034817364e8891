import { constants, promises as fs, type Stats } from 'node:fs';
import { errnoOf, type Finding, messageOf } from '../../errors/index.ts';
import type { ScanOptions } from './source-tree.ts';

/**
 * Returns the finding for an entry (relative to the root; empty for the root itself) that the filesystem refuses to
 * show. Throws the error if it is not about the entry.
 */
export function failureFinding(
  root: string,
  entryPath: string,
  error: unknown,
  symlinks: ScanOptions['symlinks'],
): Finding {
  const code = errnoOf(error);
  if (code === 'EMFILE' || code === 'ENFILE') throw error;
  if (code === 'ENAMETOOLONG') {
    return { kind: 'path-too-long', facts: { path: entryPath } };
  }
  const isRoot = entryPath === '';
  if (isRoot && (code === 'ENOENT' || code === 'ENOTDIR'))
    return { kind: 'missing-directory', facts: { directory: root } };
  if (code === 'ELOOP' && !isRoot) return { kind: 'cyclic-link', facts: { path: entryPath } };
  if ((code === 'ENOENT' || code === 'ENOTDIR') && symlinks === 'dereference')
    return { kind: 'dangling-link', facts: { path: entryPath } };
  const isForbidden = code === 'EACCES' || code === 'EPERM';
  const reason = isForbidden ? {} : { error: messageOf(error) };
  return { kind: 'unreadable', facts: { directory: root, path: entryPath, ...reason } };
}

/** The name of an entry's kind, with its article. */
export function kindOf(stats: Stats): string {
  if (stats.isFile()) return 'a regular file';
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  if (stats.isCharacterDevice() || stats.isBlockDevice()) return 'a device';
  return 'something else';
}

/** Whether this process may read files. */
export class ReadAccess {
  readonly #uid = process.geteuid?.();
  readonly #groups = new Set([process.getegid?.(), ...(process.getgroups?.() ?? [])]);

  /** By the permission bits. If they say no, somebody else may know better. */
  byMode({ mode, uid, gid }: Stats): boolean {
    if (this.#uid === 0) return true;
    const bit = uid === this.#uid ? 0o400 : this.#groups.has(gid) ? 0o040 : 0o004;
    return (mode & bit) !== 0;
  }

  /** By asking the filesystem: an access control list may allow more than the bits. */
  async byAsking(file: string): Promise<boolean> {
    try {
      await fs.access(file, constants.R_OK);
      return true;
    } catch {
      return false;
    }
  }
}
