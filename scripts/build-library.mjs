/**
 * Builds `lib/`, what the package exports, from the sources: tsc, then the one module that imports a file of a package is
 * replaced by a bundle of it and of that file. So the library depends on no more than `package.json` says.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lib = path.join(root, 'lib');
const EMBEDDED = path.join(lib, 'client/select/glob-pattern.js');

/** @param {string} script @param {readonly string[]} args */
function run(script, ...args) {
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

fs.rmSync(lib, { recursive: true, force: true });
run('typescript/bin/tsc', '--project', 'tsconfig.lib.json');
const aside = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-lib-'));
try {
  run('@vercel/ncc/dist/ncc/cli.js', 'build', EMBEDDED, '--out', aside, '--quiet');
  fs.copyFileSync(path.join(aside, 'index.js'), EMBEDDED);
} finally {
  fs.rmSync(aside, { recursive: true, force: true });
}
