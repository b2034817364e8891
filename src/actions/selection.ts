import path from 'node:path';
import { errnoOf, GobblerError } from '../protocol/errors.ts';

/**
 * The `files` input as a predicate on paths relative to `directory`, or undefined if it selects everything. Patterns
 * are those of `@actions/glob`, relative to the directory; `!` excludes, and the last pattern that matches decides. A
 * list that only excludes starts from everything. Code `invalid-input` for a pattern that leaves the directory.
 */
export async function selection(
  directory: string,
  patterns: readonly string[],
): Promise<((relativePath: string) => boolean) | undefined> {
  if (patterns.length === 0 || patterns.every((pattern) => pattern === '**')) return undefined;
  if (/[\r\n]/.test(directory)) throw unpatternable(directory);
  const onlyExcludes = patterns.every((pattern) => pattern.startsWith('!'));
  const rooted = (onlyExcludes ? ['**', ...patterns] : patterns).map((pattern) =>
    rootPattern(directory, pattern),
  );
  const { create } = await import('@actions/glob');
  const globber = await create(rooted.join('\n'), { followSymbolicLinks: false });
  const selected = new Set<string>();
  try {
    for await (const found of globber.globGenerator()) selected.add(found);
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    return () => true; // the scan meets the same unreadable directory, and reports it with everything else
  }
  return (relativePath) => selected.has(path.join(directory, relativePath));
}

function unpatternable(directory: string): GobblerError {
  return new GobblerError(
    'invalid-input',
    `files cannot be used with a directory whose path holds a line break: ${JSON.stringify(directory)}`,
    { input: 'files', hint: 'Rename the directory, or leave files out to publish everything.' },
  );
}

function rootPattern(directory: string, pattern: string): string {
  const negation = /^(?:!\s*)*/.exec(pattern)?.[0].replaceAll(/\s/g, '') ?? '';
  const relative = pattern.slice(/^(?:!\s*)*/.exec(pattern)?.[0].length ?? 0).replace(/^(?:\.\/)+/, '');
  const refuse = (expected: string): GobblerError =>
    new GobblerError(
      'invalid-input',
      `files should hold patterns ${expected}, but one is ${JSON.stringify(pattern)}`,
      {
        input: 'files',
        hint: 'Write patterns like data/**/*.csv, relative to directory.',
      },
    );
  if (relative === '' || path.isAbsolute(relative) || /^~(\/|$)/.test(relative))
    throw refuse('relative to directory');
  if (relative.split('/').some((segment) => segment === '..' || segment === '.'))
    throw refuse("without '.' and '..'");
  return `${negation}${escapeGlob(directory)}/${relative}`;
}

/** The directory itself is meant letter by letter, whatever its name. */
function escapeGlob(directory: string): string {
  return directory.replaceAll('\\', '\\\\').replace(/\[(?=[^/]+\])|[?*]/g, (character) => `[${character}]`);
}
