/** What is published in the measurements: made from numbers, so that every run has the same content. */
import fs from 'node:fs';
import path from 'node:path';

const MANY_FILES = 20_000;
const FOLDERS = 200;
const SMALL_BYTES = 4096;
const LARGE_FILES = 4;
const LARGE_BYTES = 512 * 1024 * 1024;

/** @typedef {{ name: string, about: string, make: (directory: string) => void, change?: (directory: string) => void }} Workload */

/** @param {number} seed @param {number} bytes */
function content(seed, bytes) {
  const block = Buffer.alloc(bytes);
  for (let at = 0; at + 4 <= bytes; at += 4)
    block.writeUInt32LE(((at + 1) * 2654435761 + seed * 40503) >>> 0, at);
  return block;
}

/** @param {string} directory @param {number} count @param {number} [bytes] */
export function makeMany(directory, count, bytes = SMALL_BYTES) {
  for (let folder = 0; folder < FOLDERS; folder++)
    fs.mkdirSync(path.join(directory, `d${folder}`), { recursive: true });
  for (let file = 0; file < count; file++) {
    fs.writeFileSync(path.join(directory, `d${file % FOLDERS}`, `f${file}`), content(file, bytes));
  }
}

/** @param {string} file @param {number} seed @param {number} bytes */
export function makeLarge(file, seed, bytes) {
  const block = content(seed, 1024 * 1024);
  const handle = fs.openSync(file, 'w');
  for (let written = 0; written < bytes; written += block.length) {
    block.writeUInt32LE(written / block.length, 0);
    fs.writeSync(handle, block, 0, Math.min(block.length, bytes - written));
  }
  fs.closeSync(handle);
}

/** @type {readonly Workload[]} */
export const WORKLOADS = [
  {
    name: 'W1',
    about: '20,000 files of 4 KiB in 200 folders',
    make: (directory) => makeMany(directory, MANY_FILES),
  },
  {
    name: 'W2',
    about: '4 files of 512 MiB',
    make: (directory) => {
      fs.mkdirSync(directory, { recursive: true });
      for (let file = 0; file < LARGE_FILES; file++)
        makeLarge(path.join(directory, `large${file}`), file, LARGE_BYTES);
    },
  },
  {
    name: 'W3',
    about: 'the next version of W1, 1 % of its files changed',
    make: (directory) => makeMany(directory, MANY_FILES),
    change: (directory) => {
      for (let file = 0; file < MANY_FILES; file += 100) {
        fs.writeFileSync(
          path.join(directory, `d${file % FOLDERS}`, `f${file}`),
          content(file + 7_000_000, SMALL_BYTES),
        );
      }
    },
  },
  {
    name: 'W4',
    about: 'the next version of W2, one of its files changed',
    make: (directory) => {
      fs.mkdirSync(directory, { recursive: true });
      for (let file = 0; file < LARGE_FILES; file++)
        makeLarge(path.join(directory, `large${file}`), file, LARGE_BYTES);
    },
    change: (directory) => makeLarge(path.join(directory, 'large0'), 99, LARGE_BYTES),
  },
];
