/** `npm run bench -- WHAT [flags]`; each WHAT says in its file what it takes. Prints JSON lines and a table. */
import { benchFetch } from './fetch.mjs';
import { benchGrowth } from './growth.mjs';
import { benchLatency } from './latency.mjs';
import { benchStartup } from './startup.mjs';
import { benchUpload } from './upload.mjs';

/** @type {Record<string, (args: readonly string[]) => Promise<void> | void>} */
const BENCHES = {
  upload: benchUpload,
  fetch: benchFetch,
  growth: benchGrowth,
  startup: benchStartup,
  latency: benchLatency,
};

const [what = 'upload', ...args] = process.argv.slice(2);
const bench = BENCHES[what];
if (bench === undefined) {
  console.error(`What to measure should be one of ${Object.keys(BENCHES).join(', ')}, but is ${what}`);
  process.exit(2);
}
await bench(args);
process.exit();
