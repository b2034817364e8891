/**
 * The script `prepare`: builds `lib/`, what the package exports, and never `dist/`, which is committed. npm runs it at `npm
 * ci` and `npm pack`, and where the package is installed from git. First tsc; then the one module that imports a file of a
 * package is replaced by a bundle of it and of that file, so that the library depends on no more than `package.json` says.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const lib = path.join(root, 'lib');
const EMBEDDED = path.join(lib, 'client/select/glob-pattern.js');

/**
 * Writes which commit this is, for `gobbler --version`; not where git does not tell it, as in an unpacked archive.
 */
function writeCommit() {
  const git = ['--git-dir', path.join(root, '.git'), 'log', '-1', '--format=%h %cs'];
  const { status, stdout } = spawnSync('git', git, { encoding: 'utf8' });
  if (status !== 0) return;
  const [commit, date] = stdout.trim().split(' ');
  fs.writeFileSync(path.join(lib, 'commit.json'), `${JSON.stringify({ commit, date })}\n`);
}

/** @param {string} script @param {readonly string[]} args */
function run(script, ...args) {
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

if (
  !fs.existsSync(path.join(root, 'node_modules/typescript')) &&
  /^(ci|install)$/.test(process.env.npm_command ?? '')
) {
  // `npm ci --omit=dev`: actions, command line and service need neither lib/ nor these packages.
  console.error('lib/ is not built, since the development packages are left out.');
  process.exit();
}
fs.rmSync(lib, { recursive: true, force: true });
run('typescript/bin/tsc', '--project', 'tsconfig.lib.json');
writeCommit();
const aside = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-lib-'));
try {
  run('@vercel/ncc/dist/ncc/cli.js', 'build', EMBEDDED, '--out', aside, '--quiet');
  fs.copyFileSync(path.join(aside, 'index.js'), EMBEDDED);
} finally {
  fs.rmSync(aside, { recursive: true, force: true });
}
