import { promises as fs } from 'node:fs';
import path from 'node:path';
import { errnoOf, GobblerError, messageOf } from '../protocol/errors.ts';

export interface SelectionOptions {
  readonly includeHidden: boolean;
  /** Whether links are followed, as the scan will. */
  readonly followLinks: boolean;
  readonly signal: AbortSignal;
}

/**
 * The `files` input as a predicate on paths relative to `directory`, or undefined if it selects everything. Patterns
 * are those of `@actions/glob`, relative to the directory; `!` excludes, and the last pattern that matches decides. A
 * list that only excludes starts from everything. Codes `invalid-input` for a pattern that leaves the directory, and
 * `invalid-source` if something cannot be read: what cannot be matched must not be published by mistake.
 */
export async function selection(
  directory: string,
  patterns: readonly string[],
  { includeHidden, followLinks, signal }: SelectionOptions,
): Promise<((relativePath: string) => boolean) | undefined> {
  if (patterns.length === 0 || patterns.every((pattern) => pattern === '**')) return undefined;
  if (/[\r\n]/.test(directory)) throw unpatternable(directory);
  const root = await fs.realpath(directory).catch(() => directory); // the scan says that it does not exist
  const onlyExcludes = patterns.every((pattern) => isNegative(pattern));
  const rooted = (onlyExcludes ? ['**', ...patterns] : patterns).map((pattern) => rootPattern(root, pattern));
  const { create } = await import('@actions/glob');
  const globber = await create(rooted.join('\n'), {
    followSymbolicLinks: followLinks,
    // It would take a hidden root for excluded, too; the scan leaves hidden entries out in any case.
    excludeHiddenFiles: !includeHidden && !path.basename(root).startsWith('.'),
  });
  const selected = new Set<string>();
  try {
    for await (const found of globber.globGenerator()) {
      signal.throwIfAborted();
      selected.add(found);
    }
  } catch (error) {
    if (errnoOf(error) === undefined) throw error;
    if (errnoOf(error) === 'ENOTDIR') {
      throw new GobblerError(
        'invalid-input',
        `files has a pattern that goes on below something that is no directory: ${messageOf(error)}`,
        { input: 'files', hint: 'Check the patterns against what is in the directory.', cause: error },
      );
    }
    throw new GobblerError(
      'invalid-source',
      `files cannot be matched, since something cannot be read: ${messageOf(error)}`,
      {
        input: 'files',
        hint: 'Make everything in the directory readable for this user, rename what has no UTF-8 name, or leave files out.',
        cause: error,
      },
    );
  }
  return (relativePath) => selected.has(path.join(root, relativePath));
}

const NEGATIONS = /^(?:!\s*)*/;

const negationsOf = (pattern: string): string => NEGATIONS.exec(pattern)?.[0] ?? '';

const isNegative = (pattern: string): boolean => negationsOf(pattern).replaceAll(/\s/g, '').length % 2 === 1;

function unpatternable(directory: string): GobblerError {
  return new GobblerError(
    'invalid-input',
    `files cannot be used with a directory whose path holds a line break: ${JSON.stringify(directory)}`,
    { input: 'files', hint: 'Rename the directory, or leave files out to publish everything.' },
  );
}

function rootPattern(directory: string, pattern: string): string {
  const negation = isNegative(pattern) ? '!' : '';
  const relative = pattern.slice(negationsOf(pattern).length).replace(/^(?:\.\/)+/, '');
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
