import { constants, promises as fs, type Stats } from 'node:fs';

/** Decides from the permission bits whether this process may read a file, and asks the filesystem when they say no. */
export class ReadAccess {
  readonly #uid = process.geteuid?.();
  readonly #groups = new Set([process.getegid?.(), ...(process.getgroups?.() ?? [])]);

  async allows(file: string, { mode, uid, gid }: Stats): Promise<boolean> {
    if (this.#uid === 0) return true;
    const bit = uid === this.#uid ? 0o400 : this.#groups.has(gid) ? 0o040 : 0o004;
    if ((mode & bit) !== 0) return true;
    try {
      await fs.access(file, constants.R_OK); // an access control list may allow more than the bits
      return true;
    } catch {
      return false;
    }
  }
}
