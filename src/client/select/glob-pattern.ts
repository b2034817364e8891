/**
 * The patterns of `@actions/glob`, without its walk of the disk. The package exports only the walk, so the class is
 * imported by file; the version is pinned, and `glob-pattern.test.ts` fails if the class changes. The library embeds what
 * is imported here (`scripts/build-library.mjs`), so that it depends on neither the file nor the package.
 */
import { Pattern as PatternOfGlob } from '../../../node_modules/@actions/glob/lib/internal-pattern.js';

/** One pattern with an absolute root. */
export interface GlobPattern {
  /** Whether it excludes. */
  readonly negate: boolean;
  /** The root, then one for each level. */
  readonly segments: readonly string[];
  /** Whether it ends with a slash, and so means directories only. */
  readonly trailingSeparator: boolean;
  /** As bits: 1 if the path is matched as a directory, 2 if as anything else. */
  readonly match: (itemPath: string) => number;
  /** Whether the path, or something below it, may be matched. */
  readonly partialMatch: (itemPath: string) => boolean;
}

/** Parses patterns; throws for those that it does not take. */
interface GlobPatternClass {
  new (pattern: string): GlobPattern;
  /** For the content of directories that another pattern matches: `segments` are those of that pattern, and `**`. */
  new (negate: boolean, isImplicit: true, segments: string[]): GlobPattern;
}

export const Pattern: GlobPatternClass = PatternOfGlob;
