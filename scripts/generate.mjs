/**
 * Writes what follows from the sources: the inputs of the `action.yml` files, the tables of inputs and outputs in README.md
 * and docs/, docs/troubleshooting.md, the types of the actions, and the versions of actions and package in pages and workflows. With `--check`, changes nothing, and fails unless all of it is fresh.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import './generate/load-typescript.mjs';

const { actionFiles } = await import('./generate/action-files.mjs');
const { tables } = await import('./generate/tables.mjs');
const { troubleshooting } = await import('./generate/troubleshooting.mjs');
const { versions } = await import('./generate/versions.mjs');

const root = fileURLToPath(new URL('..', import.meta.url));
const isCheck = process.argv.includes('--check');

// The tables are made from the action files, so those come first.
for (const generate of [actionFiles, tables, troubleshooting, versions]) {
  for (const [name, fresh] of generate(root)) {
    const file = path.join(root, name);
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === fresh) continue;
    if (!isCheck) fs.writeFileSync(file, fresh);
    else {
      console.error(`${name} is stale: run npm run generate`);
      process.exitCode = 1;
    }
  }
}
