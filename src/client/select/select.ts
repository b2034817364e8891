import { type GobblerError, gobblerError, messageOf } from '../../errors/index.ts';
import type { Manifest } from '../../protocol/index.ts';
import type { GlobPattern } from './glob-pattern.ts';

/** The kinds of entries that patterns distinguish; links that are not followed are files. */
export type EntryKind = 'file' | 'directory';

/** Which paths of a tree are selected. Paths are relative to the top of the tree, with `/` separators. */
export interface Selection {
  /** Whether an entry is selected, given its kind. */
  readonly selects: (path: string, kind: EntryKind) => boolean;
  /** Whether anything below a directory may be selected; the top is `''`. If not, the directory need not be opened. */
  readonly maySelectBelow: (directory: string) => boolean;
}

/** A {@link Selection}, or a function of the path alone, after which nothing can be skipped unseen. */
export type Select = Selection | ((relativePath: string) => boolean);

/** Selects all there is. */
const EVERYTHING: Selection = { selects: () => true, maySelectBelow: () => true };

/** The selection that is meant; everything by default. */
export function selectionOf(select: Select | undefined): Selection {
  if (select === undefined) return EVERYTHING;
  return typeof select === 'function' ? { selects: select, maySelectBelow: () => true } : select;
}

/** The keys of a manifest that are selected, in its order. A manifest lists directories only if they are empty. */
export function selectedKeys(manifest: Manifest, select: Select | undefined): readonly string[] {
  const { selects } = selectionOf(select);
  const keys: string[] = [];
  // One by one: there may be a million of them.
  for (const [key, { md5sum }] of manifest)
    if (selects(key, md5sum === '' ? 'directory' : 'file')) keys.push(key);
  return keys;
}

/**
 * The selection that patterns of `@actions/glob` make, relative to the top of a tree: it selects the paths that the
 * package's own `glob()` finds there, without looking at a disk. `!` excludes, and the last pattern that matches decides;
 * a pattern also means all that is in the directories it matches. Empty lines, and those that begin with `#`, mean nothing.
 * A list that only excludes starts from everything, and so does an empty one. Code `invalid-input`, input `files`, for a
 * pattern that is not relative, leaves the tree, or cannot be read.
 */
export async function selectPaths(patterns: readonly string[]): Promise<Selection> {
  const lines = patterns
    .flatMap((pattern) => pattern.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const meant = lines.every(isNegative) ? ['**', ...lines] : lines;
  if (meant.every((line) => line === '**')) return EVERYTHING;
  const { Pattern } = await import(/* webpackChunkName: "glob" */ './glob-pattern.ts');
  const rules = meant.map((line): Rule => {
    const rooted = rootPattern(line);
    try {
      const pattern = new Pattern(rooted);
      const { negate, segments } = pattern;
      if (endsInGlobstar(pattern)) return new Rule(pattern);
      return new Rule(pattern, new Pattern(negate, true, [...segments, '**']));
    } catch (cause) {
      throw refusal(line, `that can be parsed (${messageOf(cause)})`, cause);
    }
  });
  return selectionBy(rules.reverse());
}

/** Bits of {@link GlobPattern.match}. */
const BITS = { directory: 1, file: 2 } as const;

/** The rules from the last to the first: the first of those that matches decides. */
function selectionBy(rules: readonly Rule[]): Selection {
  return {
    selects: (path, kind) => {
      const place = placeOf(path);
      const decisive = rules.find((rule) => (rule.match(place) & BITS[kind]) !== 0);
      return decisive !== undefined && !decisive.excludes;
    },
    maySelectBelow: (directory) => {
      const place = placeOf(directory);
      const decisive = rules.find((rule) =>
        rule.excludes ? rule.matchesAllBelow(place) : rule.mayMatchBelow(place),
      );
      return decisive !== undefined && !decisive.excludes;
    },
  };
}

/** A name like any other: a segment of stars matches it, as it does every name. */
const ANY_NAME = 'x';

/** Directories of which it is remembered whether all of their content is matched. */
const MOST_REMEMBERED = 4096;

/** A pattern, with that for the content of the directories it matches, unless it says so itself. */
class Rule {
  readonly #own: GlobPattern;
  readonly #content: GlobPattern;
  readonly #matchesContent = new Map<string, boolean>();
  /** Whether what it matches may have any name: its last segment but `**` is nothing but stars. */
  readonly #takesAnyName: boolean;

  constructor(own: GlobPattern, content = own) {
    this.#own = own;
    this.#content = content;
    const last = own.segments.findLast((segment) => segment !== '**');
    this.#takesAnyName = !own.trailingSeparator && last !== undefined && /^\*+$/.test(last);
  }

  get excludes(): boolean {
    return this.#own.negate;
  }

  /** As bits, like that of a pattern. */
  match(place: string): number {
    const directory = place.slice(0, place.lastIndexOf('/'));
    return this.#matchesContentOf(directory) ? BITS.directory | BITS.file : this.#own.match(place);
  }

  mayMatchBelow(place: string): boolean {
    return this.#own.partialMatch(place) || this.#content.partialMatch(place);
  }

  /** Errs on the side of no: then something is looked at that need not be. */
  matchesAllBelow(place: string): boolean {
    if (this.#matchesContentOf(place)) return true;
    return this.#takesAnyName && this.#own.match(`${place}/${ANY_NAME}`) !== 0;
  }

  /**
   * Returns whether a directory, or one above it, is matched, and so everything below. Called again for each entry in
   * it.
   */
  #matchesContentOf(place: string): boolean {
    let matches = this.#matchesContent.get(place);
    if (matches === undefined) {
      matches = this.#content.match(`${place}/`) !== 0;
      if (this.#matchesContent.size === MOST_REMEMBERED) this.#matchesContent.clear();
      this.#matchesContent.set(place, matches);
    }
    return matches;
  }
}

/** A pattern that ends so has the content of directories in it. */
const endsInGlobstar = ({ segments, trailingSeparator }: GlobPattern): boolean =>
  segments.at(-1) === '**' && !trailingSeparator;

/** Patterns have to be absolute, so the tree is given a place: any will do. */
const ROOT = '/tree';

const placeOf = (path: string): string => (path === '' ? ROOT : `${ROOT}/${path}`);

const NEGATIONS = /^(?:!\s*)*/;

const negationsOf = (pattern: string): string => NEGATIONS.exec(pattern)?.[0] ?? '';

const isNegative = (pattern: string): boolean => negationsOf(pattern).replaceAll(/\s/g, '').length % 2 === 1;

function rootPattern(pattern: string): string {
  const relative = pattern.slice(negationsOf(pattern).length).replace(/^(?:\.\/+)+/, '');
  if (relative === '' || relative.startsWith('/') || /^~(\/|$)/.test(relative))
    throw refusal(pattern, 'relative to directory');
  if (relative.split('/').some((segment) => segment === '..' || segment === '.'))
    throw refusal(pattern, "without '.' and '..'");
  return `${isNegative(pattern) ? '!' : ''}${ROOT}/${relative}`;
}

function refusal(pattern: string, expected: string, cause?: unknown): GobblerError {
  return gobblerError('bad-pattern', { pattern, expected }, { cause });
}
