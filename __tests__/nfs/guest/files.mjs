/**
 * Writes and reads files whose content tells its generation: lines of 32 bytes, each of which is that number.
 *
 *     node files.mjs write PLAN    PLAN is JSON: see Write. Prints one line of JSON for each, in the order of their end
 *     node files.mjs read DIRECTORY…    Prints one object for each in one array: path to content as {@link contentOf} tells it
 */
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LINE_BYTES = 32;

/**
 * @typedef {object} Write
 * @property {string} file
 * @property {number} generation
 * @property {number} sizeBytes
 * @property {'truncate' | 'overwrite' | 'rename'} how
 * @property {number} [mode] of a file that is made, 0o644 by default
 * @property {number} [atMs] when, as Date.now() tells it; at once if left out
 */

/**
 * @param {number} generation
 * @param {number} sizeBytes
 */
function content(generation, sizeBytes) {
  const line = `${String(generation).padEnd(LINE_BYTES - 1)}\n`;
  return Buffer.alloc(sizeBytes, line);
}

/**
 * `GENERATION:SIZE`, or `mixed:GENERATION,…:SIZE` if its lines differ.
 * @param {string} file
 */
function contentOf(file) {
  const bytes = fs.readFileSync(file);
  const generations = new Set();
  for (let at = 0; at < bytes.length; at += LINE_BYTES) {
    generations.add(bytes.toString('latin1', at, at + LINE_BYTES).trim());
  }
  const prefix = generations.size > 1 ? 'mixed:' : '';
  return `${prefix}${[...generations].join(',')}:${bytes.length}`;
}

/** @param {Write} write */
function carryOut({ file, generation, sizeBytes, how, mode = 0o644 }) {
  const bytes = content(generation, sizeBytes);
  if (how === 'rename') {
    // Not `..`, which the source would skip, nor a name of the product's own.
    const beside = path.join(path.dirname(path.dirname(file)), `new-${process.pid}-${path.basename(file)}`);
    fs.writeFileSync(beside, bytes, { mode });
    fs.renameSync(beside, file);
    return false;
  }
  const descriptor = fs.openSync(
    file,
    how === 'truncate' ? 'w' : fs.constants.O_WRONLY | fs.constants.O_CREAT,
    mode,
  );
  fs.writeSync(descriptor, bytes, 0, bytes.length, 0);
  fs.fsyncSync(descriptor);
  // A process that removes a file while it is open here has not seen this content, and cannot keep it.
  const orphaned = fs.fstatSync(descriptor).nlink === 0;
  fs.closeSync(descriptor);
  return orphaned;
}

/** @param {readonly Write[]} plan */
async function write(plan) {
  for (const entry of [...plan].sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0))) {
    if (entry.atMs !== undefined) await sleep(Math.max(0, entry.atMs - Date.now()));
    const beganMs = Date.now();
    /** @type {Record<string, unknown>} */
    let outcome;
    try {
      outcome = { orphaned: carryOut(entry), failed: null };
    } catch (error) {
      outcome = { orphaned: false, failed: String(error) };
    }
    process.stdout.write(`${JSON.stringify({ ...entry, beganMs, endedMs: Date.now(), ...outcome })}\n`);
  }
}

/** @param {string} directory */
function read(directory) {
  /** @type {Record<string, string>} */
  const found = {};
  if (!fs.existsSync(directory)) return found;
  for (const name of fs.readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const file = path.join(directory, name);
    const isOurs = !name.startsWith('..') && !name.includes('/..');
    if (isOurs && fs.statSync(file).isFile()) found[name] = contentOf(file);
  }
  return found;
}

const [, , command, ...rest] = process.argv;
if (command === 'write') await write(JSON.parse(fs.readFileSync(rest[0] ?? '', 'utf8')));
else if (command === 'read') process.stdout.write(`${JSON.stringify(rest.map(read))}\n`);
else throw new Error(`unknown command ${command}`);
