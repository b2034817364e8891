import fs from 'node:fs';
import path from 'node:path';
import type { Entries } from './sandbox.ts';

/** A version to fetch, */
export const FILES: Entries = {
  'x.txt': 'four',
  'd/y.csv': 'y',
  'd/e/z.csv': 'zz',
  'odd [#?%] ü': 'o',
  empty: { dir: true },
};

/** and the texts of its files. */
export const TEXTS = { 'x.txt': 'four', 'd/y.csv': 'y', 'd/e/z.csv': 'zz', 'odd [#?%] ü': 'o' };

/** All files below a directory, with their text; links end with `@`. */
export function tree(directory: string): Record<string, string> {
  const entries = fs.readdirSync(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory() && !entry.name.startsWith('..'));
  return Object.fromEntries(
    files.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(directory, file) + (entry.isSymbolicLink() ? '@' : '');
      return [name, fs.readFileSync(file, 'utf8')];
    }),
  );
}
