/** Progress of long work, for logs. */

export { Arrivals } from './arrivals.ts';
export { FileTicker } from './file-ticker.ts';
export { UploadProgress } from './progress.ts';
