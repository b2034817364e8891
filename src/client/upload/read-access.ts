import { constants, promises as fs, type Stats } from 'node:fs';

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
