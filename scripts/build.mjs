/**
 * Builds `dist/` from the sources: tsc into `build/`, then ncc into one bundle with chunks for what is loaded late.
 * With `--check`, builds aside and fails unless that is byte for byte what is committed.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledLicenses } from './licenses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = path.join(root, 'build');
const dist = path.join(root, 'dist');

/** They have no side effects, but do not say so: without it all of them is bundled, used or not. */
const TOOLKIT = ['core', 'exec', 'glob', 'http-client', 'io'];

/** @param {string} script @param {readonly string[]} args */
function run(script, ...args) {
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function compile() {
  fs.rmSync(build, { recursive: true, force: true });
  run('typescript/bin/tsc');
  for (const name of TOOLKIT) {
    const copy = path.join(build, 'node_modules/@actions', name);
    fs.cpSync(path.join(root, 'node_modules/@actions', name), copy, { recursive: true });
    const manifest = path.join(copy, 'package.json');
    const content = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    fs.writeFileSync(manifest, JSON.stringify({ ...content, sideEffects: false }));
  }
}

/** @param {string} target */
function bundle(target) {
  fs.rmSync(target, { recursive: true, force: true });
  run('@vercel/ncc/dist/ncc/cli.js', 'build', path.join(build, 'index.js'), '--out', target, '--quiet');
  fs.writeFileSync(path.join(target, 'licenses.txt'), bundledLicenses(root));
}

/** @param {string} directory @returns {Map<string, Buffer>} */
function contents(directory) {
  if (!fs.existsSync(directory)) return new Map();
  const files = fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [path.relative(directory, file), fs.readFileSync(file)];
    }),
  );
}

compile();
if (process.argv.includes('--check')) {
  const aside = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-dist-'));
  try {
    bundle(path.join(aside, 'dist'));
    const [fresh, committed] = [contents(path.join(aside, 'dist')), contents(dist)];
    const names = new Set([...fresh.keys(), ...committed.keys()]);
    const stale = [...names].filter(
      (name) => !fresh.get(name)?.equals(committed.get(name) ?? Buffer.from('\0')),
    );
    if (stale.length > 0) {
      console.error(
        `dist/ is not what the sources build to (${stale.join(', ')}): run npm run build and commit it`,
      );
      process.exitCode = 1;
    } else console.log(`dist/ is what the sources build to: ${fresh.size} files`);
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
} else {
  bundle(dist);
  const bytes = [...contents(dist).values()].reduce((sum, content) => sum + content.length, 0);
  console.log(`dist/: ${contents(dist).size} files, ${Math.round(bytes / 1024)} KiB`);
}
