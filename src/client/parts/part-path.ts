import { gobblerError } from '../../errors/index.ts';
import { nameProblem } from '../../protocol/index.ts';
import { type Scan, withPath } from '../source/index.ts';

/**
 * Splits the path of a part within the version into names: none for the top. Code `invalid-input` for a path that leaves the
 * version, or has a name that is reserved for the service.
 */
export function partPathNames(partPath: string): readonly string[] {
  const names = partPath.replace(/\/+$/, '').split('/');
  if (partPath === '' || (names.length === 1 && names[0] === '.')) return [];
  if (partPath.startsWith('/'))
    throw gobblerError('part-path-unusable', { path: partPath, found: 'absolute' });
  const kept = names[0] === '.' ? names.slice(1) : names;
  for (const name of kept) {
    const rule = nameProblem(name);
    if (rule !== undefined)
      throw gobblerError('part-path-unusable', { path: partPath, found: { name, rule } });
  }
  return kept;
}

/** Moves the paths of a scan below `names`. */
export function scanAt(scan: Scan, names: readonly string[]): Scan {
  if (names.length === 0) return scan;
  const at = names.join('/');
  return {
    ...scan,
    files: scan.files.map((file) => withPath(file, `${at}/${file.path}`)),
    links: scan.links.map(({ path, text }) => ({ path: `${at}/${path}`, text })),
    directories: [
      ...names.map((_, depth) => names.slice(0, depth + 1).join('/')),
      ...scan.directories.map((directory) => `${at}/${directory}`),
    ],
  };
}
