/** Returns what `read` returns. With `force`, what cannot be read is undefined instead of a failure. */
export async function unlessForced<T>(
  force: boolean | undefined,
  read: () => T | Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (force !== true) throw error;
    return undefined;
  }
}
