import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package that this lies in: as a part of the bundle, or (in tests) among the sources. */
const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = ['..', '../../..']
  .map((up) => path.resolve(HERE, up))
  .find((folder) => existsSync(path.join(folder, 'package.json'))) as string;

/** A clone that does not answer soon tells nothing. */
const GIT_PATIENCE_MS = 5_000;

/** The version of the package, with its commit and the date of that: `0.1.0 (1a2b3c4, 2026-11-29)`. */
export function packageVersion(root = ROOT): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  // The file in a clone tells the commit of its last installation, which may be an old one.
  const isClone = existsSync(path.join(root, '.git'));
  const commit = isClone ? commitOfClone(root) : commitOfPackage(root);
  return commit === undefined ? version : `${version} (${commit})`;
}

/** The commit of a clone; undefined if git does not tell it. */
function commitOfClone(root: string): string | undefined {
  const directory = path.join(root, '.git');
  try {
    const args = ['--git-dir', directory, 'log', '-1', '--format=%h, %cs'];
    const stdio: ('ignore' | 'pipe')[] = ['ignore', 'pipe', 'ignore'];
    const { execFileSync } = process.getBuiltinModule('node:child_process'); // takes 2 ms to load
    return execFileSync('git', args, { encoding: 'utf8', stdio, timeout: GIT_PATIENCE_MS }).trim();
  } catch {
    // Git is not installed, or refuses the clone of another user: the version is known all the same.
    return undefined;
  }
}

/** The commit that a package was made from, which `scripts/build-library.mjs` has written; undefined without the file. */
function commitOfPackage(root: string): string | undefined {
  const file = path.join(root, 'lib/commit.json');
  if (!existsSync(file)) return undefined;
  const { commit, date } = JSON.parse(readFileSync(file, 'utf8'));
  return `${commit}, ${date}`;
}
