import { aboutFile, type Pool, type TimeSlices, type TreeEntry } from '../files/index.ts';
import { SMALL_BYTES } from './copy.ts';

/** What to do with small and with large files. */
export interface FileWork {
  readonly small: (file: TreeEntry) => void;
  readonly large: (file: TreeEntry) => Promise<void>;
}

/**
 * Deals with small files one after another, which is fastest for them, then with large ones, several at a time. What fails
 * names the file.
 */
export async function eachFile(
  files: readonly TreeEntry[],
  { pool, pace }: { pool: Pool; pace: TimeSlices },
  { small, large }: FileWork,
): Promise<void> {
  for (const file of files) {
    if (file.sizeBytes > SMALL_BYTES) continue;
    await pace.yieldIfDue();
    try {
      small(file);
    } catch (error) {
      throw aboutFile(file.key, error);
    }
  }
  await pool.each(
    files.filter((file) => file.sizeBytes > SMALL_BYTES),
    async (file) => {
      try {
        await large(file);
      } catch (error) {
        throw aboutFile(file.key, error);
      }
    },
  );
}
