import { constants, promises as fs, type Stats } from 'node:fs';
import { errnoOf, messageOf } from '../../protocol/index.ts';
import type { Finding } from './finding.ts';
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
  const subject = entryPath === '' ? `directory ${root}` : quote(entryPath);
  const code = errnoOf(error);
  if (code === 'EMFILE' || code === 'ENFILE') throw error;
  if (code === 'ENAMETOOLONG') {
    const start = quote(entryPath.slice(0, 60));
    const message = `a path of ${entryPath.length} characters that starts with ${start} is too long`;
    return { kind: 'path-too-long', message };
  }
  if (code === 'ELOOP') return { kind: 'cyclic-link', message: `link ${subject} leads in a circle` };
  if ((code === 'ENOENT' || code === 'ENOTDIR') && symlinks === 'dereference')
    return { kind: 'dangling-link', message: `link ${subject} leads to nothing` };
  if (code === 'EACCES' || code === 'EPERM')
    return { kind: 'unreadable', message: `${subject} cannot be read by this user` };
  return { kind: 'unreadable', message: `${subject} cannot be read: ${messageOf(error)}` };
}

/** The name of an entry's kind, with its article. */
export function kindOf(stats: Stats): string {
  if (stats.isFile()) return 'a regular file';
  if (stats.isFIFO()) return 'a FIFO';
  if (stats.isSocket()) return 'a socket';
  if (stats.isCharacterDevice() || stats.isBlockDevice()) return 'a device';
  return 'something else';
}

export const quote = (text: string): string => JSON.stringify(text);

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
