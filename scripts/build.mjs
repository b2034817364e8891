/**
 * Builds `dist/` from the sources: tsc into `build/`, then ncc into one bundle with chunks for what is loaded late.
 * With `--check`, builds aside and fails unless that is byte for byte what is committed.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { nameChunks } from './chunks.mjs';
import { bundledLicenses } from './licenses.mjs';
import { UNDICI, UNDICI_H2 } from './undici.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const build = path.join(root, 'build');
const dist = path.join(root, 'dist');
const WORKER = 'fs/threads/worker.ts';

/** They have no side effects, but do not say so: without it all of them is bundled, used or not. */
const TOOLKIT = ['core', 'exec', 'http-client', 'io'];

/** @param {string} script @param {readonly string[]} args */
function run(script, ...args) {
  execFileSync(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: root,
    stdio: ['ignore', script.startsWith('typescript') ? 'inherit' : 'ignore', 'inherit'],
  });
}

function compile() {
  fs.rmSync(build, { recursive: true, force: true });
  run('typescript/bin/tsc');
  // Without "type": "module" the bundle becomes CommonJS, which Node starts faster. Of what an index.ts exports, only what is
  // used is bundled.
  fs.writeFileSync(path.join(build, 'package.json'), '{ "sideEffects": ["./main.js"] }\n');
  if (embedWorker()) run('typescript/bin/tsc');
  for (const name of TOOLKIT) {
    const manifest = path.join(copyOf(`@actions/${name}`), 'package.json');
    const content = JSON.parse(fs.readFileSync(manifest, 'utf8'));
    fs.writeFileSync(manifest, JSON.stringify({ ...content, sideEffects: false }));
  }
  const undici = copyOf('undici');
  fs.writeFileSync(path.join(undici, 'index.js'), UNDICI);
  fs.writeFileSync(path.join(undici, 'lib/dispatcher/client-h2.js'), UNDICI_H2);
}

/**
 * Bundles the program of the worker threads into a constant, which works wherever the module that starts them ends up: in
 * `dist/`, or in a bundle of a program that uses the library. Returns whether it has changed. With `--check`, fails then.
 */
function embedWorker() {
  const aside = fs.mkdtempSync(path.join(os.tmpdir(), 'gobbler-worker-'));
  try {
    ncc(path.join(build, WORKER.replace(/\.ts$/, '.js')), aside);
    const code = fs.readFileSync(path.join(aside, 'index.js'), 'utf8');
    const text = `/** The program of a worker thread, worker.ts, bundled by scripts/build.mjs. Do not edit. */\nexport const WORKER_CODE = ${JSON.stringify(code)};\n`;
    const embedded = path.join(root, 'src', WORKER.replace(/\.ts$/, '-code.ts'));
    if (fs.existsSync(embedded) && fs.readFileSync(embedded, 'utf8') === text) return false;
    if (process.argv.includes('--check')) {
      throw new Error(
        `${path.relative(root, embedded)} is not what ${WORKER} builds to: run npm run build and commit it`,
      );
    }
    fs.writeFileSync(embedded, text);
    return true;
  } finally {
    fs.rmSync(aside, { recursive: true, force: true });
  }
}

/** Copies a package to where the bundler finds it first. @param {string} name @returns {string} */
function copyOf(name) {
  const copy = path.join(build, 'node_modules', name);
  fs.cpSync(path.join(root, 'node_modules', name), copy, { recursive: true });
  return copy;
}

/** @param {string} entry @param {string} target */
function ncc(entry, target) {
  run('@vercel/ncc/dist/ncc/cli.js', 'build', entry, '--out', target, '--quiet');
}

/** @param {string} target */
function bundle(target) {
  fs.rmSync(target, { recursive: true, force: true });
  ncc(path.join(build, 'main.js'), target);
  nameChunks(target);
  for (const file of fs.readdirSync(target)) escapeNonAscii(path.join(target, file));
  fs.writeFileSync(path.join(target, 'package.json'), '{ "type": "commonjs" }\n');
  fs.writeFileSync(path.join(target, 'licenses.txt'), bundledLicenses(root));
}

/**
 * Writes other characters as escapes: a file with one of them takes twice the memory, and longer to load.
 *
 * @param {string} file
 */
function escapeNonAscii(file) {
  const text = fs.readFileSync(file, 'utf8');
  if (/\\[^\x20-\x7e\n]/.test(text))
    throw new Error(`${file} escapes a character that is not ASCII by itself`);
  const escaped = text.replace(
    /[^\x00-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  fs.writeFileSync(file, escaped);
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
