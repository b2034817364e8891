/** Worker threads: they hash, copy and compare large files, write and link many small ones, and remove trees. */

export type { Content } from './file-steps.ts';
export { type ContentStats, HardLinkThread } from './hard-link-thread.ts';
export {
  copyFile,
  type DigestChoice,
  hashFile,
  type OpenFile,
  sameContent,
  WORTH_A_THREAD_BYTES,
} from './large-files.ts';
export { Md5Stream } from './md5-stream.ts';
export { SmallFileWriter } from './small-file-writer.ts';
export { emptyInThread, haveOneReady } from './worker-pool.ts';
