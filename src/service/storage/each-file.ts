import { aboutFile, type Pool, type TimeSlices, type TreeEntry } from '../files/index.ts';
import { SMALL_BYTES } from './copy.ts';

/** The work on small and on large files. */
export interface FileWork {
  readonly small: (file: TreeEntry) => void;
  readonly large: (file: TreeEntry) => Promise<void>;
}

/**
 * Processes small files one after another, which is fastest for them, then large ones, several at a time. An error
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
