import { withThread } from './thread-pool.ts';

/**
 * Removes a directory with everything in it, links as links, in a thread of its own. That it is gone already is fine.
 * False, and nothing is done, where no thread can be had.
 */
export async function removeInThread(directory: string): Promise<boolean> {
  return (
    (await withThread(undefined, (thread) => thread.perform({ kind: 'remove', directory }))) !== undefined
  );
}
