import { promises as fs } from 'node:fs';

/**
 * Replaces a file as a whole: writes a new file `partial` on the same filesystem, and renames it when it is complete. Removes
 * it if that fails. `mode` is reduced by the umask.
 */
export async function replaceFile(
  file: string,
  content: string | Iterable<string | Uint8Array>,
  { partial, mode }: { readonly partial: string; readonly mode: number },
): Promise<void> {
  try {
    await fs.writeFile(partial, content, { flag: 'wx', mode });
    await fs.rename(partial, file);
  } catch (error) {
    await fs.rm(partial, { force: true });
    throw error;
  }
}
