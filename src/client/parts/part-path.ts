import { GobblerError, nameProblem } from '../../protocol/index.ts';
import type { Scan } from '../source/index.ts';

/**
 * Splits the path of a part within the version into names: none for the top. Code `invalid-input` for a path that leaves the
 * version, or has a name that is reserved for the service.
 */
export function partPathNames(partPath: string): readonly string[] {
  const refuse = (found: string): GobblerError =>
    new GobblerError(
      'invalid-input',
      `path should be a path within the version, but ${JSON.stringify(partPath)} ${found}`,
      { input: 'path', hint: 'Write it like samples/a, or leave it out for the top of the version.' },
    );
  const names = partPath.replace(/\/+$/, '').split('/');
  if (partPath === '' || (names.length === 1 && names[0] === '.')) return [];
  if (partPath.startsWith('/')) throw refuse('begins at the root');
  const kept = names[0] === '.' ? names.slice(1) : names;
  for (const name of kept) {
    const problem = nameProblem(name);
    if (problem !== undefined) throw refuse(`has the name ${JSON.stringify(name)}, which ${problem}`);
  }
  return kept;
}

/** Moves the paths of a scan below `names`. */
export function scanAt(scan: Scan, names: readonly string[]): Scan {
  if (names.length === 0) return scan;
  const at = names.join('/');
  const moved = <Entry extends { readonly path: string }>(entries: readonly Entry[]): Entry[] =>
    entries.map((entry) => ({ ...entry, path: `${at}/${entry.path}` }));
  return {
    ...scan,
    files: moved(scan.files),
    links: moved(scan.links),
    directories: [
      ...names.map((_, depth) => names.slice(0, depth + 1).join('/')),
      ...scan.directories.map((directory) => `${at}/${directory}`),
    ],
  };
}
