import { closeSync, promises as fs, openSync } from 'node:fs';

/**
 * Opens a file for `use`, and closes it, however that ends. A failure to close is thrown, also instead of an earlier one: a
 * network filesystem may report only then that it is full.
 */
export async function withOpen<T>(
  file: string,
  flags: string | number,
  use: (handle: fs.FileHandle) => Promise<T>,
  mode?: number,
): Promise<T> {
  const handle = await fs.open(file, flags, mode);
  try {
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/** The same at once. */
export function withOpenNow<T>(
  file: string | Buffer,
  flags: number,
  use: (descriptor: number) => T,
  mode?: number,
): T {
  const descriptor = openSync(file, flags, mode);
  try {
    return use(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
