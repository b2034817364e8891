/** The published files of the measurements: made from numbers, so that every run has the same content. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** Of W1 and W3. */
export const MANY_FILES = 20_000;
const FILES_A_FOLDER = 100;
const SMALL_BYTES = 4096;
const LARGE_FILES = 4;
const LARGE_BYTES = 512 * 1024 * 1024;
const MEBIBYTE = 1024 * 1024;

/**
 * @typedef {object} Workload
 * @property {string} name
 * @property {string} about
 * @property {boolean} isMany whether it is many small files rather than a few large ones
 * @property {(directory: string) => void} make fills a new directory
 * @property {((directory: string) => string[])} [change] makes the next version of it, and returns the changed files
 */

/** @param {number} seed @param {number} bytes */
function content(seed, bytes) {
  const block = Buffer.alloc(bytes);
  for (let at = 0; at + 4 <= bytes; at += 4)
    block.writeUInt32LE(((at + 1) * 2654435761 + seed * 40503) >>> 0, at);
  return block;
}

/** @param {number} file */
const placeOf = (file) => path.join(`d${Math.floor(file / FILES_A_FOLDER)}`, `f${file}`);

/** @param {string} directory @param {number} count */
export function makeMany(directory, count) {
  fs.mkdirSync(directory, { recursive: true });
  for (let file = 0; file < count; file++) {
    if (file % FILES_A_FOLDER === 0) fs.mkdirSync(path.join(directory, path.dirname(placeOf(file))));
    fs.writeFileSync(path.join(directory, placeOf(file)), content(file, SMALL_BYTES));
  }
}

/** @param {string} directory @param {number} count */
function changeOnePercent(directory, count) {
  const changed = [];
  for (let file = 0; file < count; file += 100) {
    fs.writeFileSync(path.join(directory, placeOf(file)), content(file + 7_000_000, SMALL_BYTES));
    changed.push(placeOf(file));
  }
  return changed;
}

/** @param {string} file @param {number} seed @param {number} bytes */
function makeLargeFile(file, seed, bytes) {
  const block = content(seed, MEBIBYTE);
  const handle = fs.openSync(file, 'w');
  for (let written = 0; written < bytes; written += block.length) {
    block.writeUInt32LE(written / block.length, 0);
    fs.writeSync(handle, block, 0, Math.min(block.length, bytes - written));
  }
  fs.closeSync(handle);
}

/** @param {string} directory @param {number} count @param {number} bytes each */
export function makeLarge(directory, count, bytes) {
  fs.mkdirSync(directory, { recursive: true });
  for (let file = 0; file < count; file++) makeLargeFile(path.join(directory, `large${file}`), file, bytes);
}

/** Lets everything in a directory look as if it had rested for a while, as data does that is published. @param {string} directory */
export function letRest(directory) {
  const past = new Date(Date.now() - 60_000).toISOString();
  execFileSync('find', [directory, '-type', 'f', '-exec', 'touch', '-d', past, '{}', '+']);
  execFileSync('sync');
}

const WOKEN_GIBIBYTES = 4;

/**
 * Touches as much memory as the page cache will need. Where a machine is a virtual one that gives memory back which it
 * does not use, it may take seconds for each gibibyte to get it again: the next contestant would wait for what the last
 * one has freed.
 */
export function wakeMemory() {
  const touch = `for (let i = 0; i < ${WOKEN_GIBIBYTES}; i++) kept.push(Buffer.alloc(2 ** 30, 1));`;
  execFileSync(process.execPath, ['-e', `const kept = []; ${touch}`]);
}

/** W0 is the first. @type {readonly Workload[]} */
export const WORKLOADS = [
  { name: 'W0', about: '1 file of 4 KiB', isMany: false, make: (directory) => makeMany(directory, 1) },
  {
    name: 'W1',
    about: '20,000 files of 4 KiB',
    isMany: true,
    make: (directory) => makeMany(directory, MANY_FILES),
  },
  {
    name: 'W2',
    about: '4 files of 512 MiB',
    isMany: false,
    make: (directory) => makeLarge(directory, LARGE_FILES, LARGE_BYTES),
  },
  {
    name: 'W3',
    about: 'W1 again, 1 % changed',
    isMany: true,
    make: (directory) => makeMany(directory, MANY_FILES),
    change: (directory) => changeOnePercent(directory, MANY_FILES),
  },
  {
    name: 'W4',
    about: 'W2 again, 1 file changed',
    isMany: false,
    make: (directory) => makeLarge(directory, LARGE_FILES, LARGE_BYTES),
    change: (directory) => {
      makeLargeFile(path.join(directory, 'large0'), 99, LARGE_BYTES);
      return ['large0'];
    },
  },
];
