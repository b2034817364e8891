/** Work on the bytes of large files in worker threads: hash, copy, compare, remove. */

export type { Content } from './file-steps.ts';
export {
  copyFile,
  type DigestChoice,
  hashFile,
  type OpenFile,
  sameContent,
  WORTH_A_THREAD_BYTES,
} from './large-files.ts';
export { Md5Stream } from './md5-stream.ts';
export { emptyInThread, haveOneReady } from './worker-pool.ts';
