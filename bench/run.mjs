/** `npm run bench -- WHAT [flags]`: prints JSON lines and a table. */

import { benchFetch } from './fetch.mjs';
import { UnusableFlag } from './flags.mjs';
import { benchGrowth } from './growth.mjs';
import { benchLatency } from './latency.mjs';
import { benchMillion } from './million.mjs';
import { benchStartup } from './startup.mjs';
import { benchUpload } from './upload.mjs';

/** @type {Record<string, (args: readonly string[]) => Promise<void> | void>} */
const BENCHES = {
  upload: benchUpload,
  fetch: benchFetch,
  growth: benchGrowth,
  million: benchMillion,
  startup: benchStartup,
  latency: benchLatency,
};

const USAGE = `usage: npm run bench -- WHAT [FLAGS]

  upload   the upload step, cp -r or -rl and a request, and the service alone  25 min, 20 GB
             [--runs 5] [--only W0,W1,W2,W3,W4] [--place DIR] [--staging DIR]
             [--client NAME=COMMAND]... [--plot FILE.svg]
  fetch    the fetch step over HTTP, eight connections, one, and curl          5 min, 6 GB
             [--runs 7] [--files 20000] [--place DIR]
  growth   the upload step by number of files and by size                      4 min, 17 GB
             [--files 1000,200000] [--mebibytes 1,8192] [--place DIR]
  million  peak memory and stages of the upload step, and of a fetch           10 min, 15 GB
             [--files 20000,200000,1000000] [--place DIR]
  startup  a step that refuses its inputs, and node -e 0                       5 s
             [--runs 20]
  latency  a millisecond for each call of the filesystem (needs strace)        3 min
             [--runs 3] [--files 2000] [--place DIR]

An embedded Gobbler is measured, unless GOBBLER_URL names another one: then its staging directory has to be writable
here, and this user has to be allowed to create projects. The head of each file in bench/ says more.
`;

const [what, ...args] = process.argv.slice(2);
const bench = what === undefined ? undefined : BENCHES[what];
if (bench === undefined || args.includes('--help')) {
  const isAsked = process.argv.includes('--help');
  (isAsked ? process.stdout : process.stderr).write(USAGE);
  process.exit(isAsked ? 0 : 2);
}
try {
  await bench(args);
} catch (error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  if (!(error instanceof UnusableFlag) && !code?.startsWith('ERR_PARSE_ARGS')) throw error;
  console.error(`${message}\n\n${USAGE}`);
  process.exit(2);
}
process.exit();
