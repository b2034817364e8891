import type { Difference } from '../../client/index.ts';
import { escapeCode } from './escape.ts';
import { formatCount } from './format.ts';

const LONGEST_SHOWN = 300;

/** The first of some paths in one line of Markdown, closed by the number of the others. */
export function pathsLine(paths: readonly string[], most: number): string {
  const shown = paths
    .slice(0, most)
    .map((path) => escapeCode(shortened(path)))
    .join(', ');
  const rest = paths.length - most;
  return rest > 0 ? `${shown} … and ${formatCount(rest)} more` : shown;
}

/** A foreign text for a list of many: a very long one keeps its beginning and its end. */
export function shortened(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  const half = LONGEST_SHOWN / 2;
  return `${text.slice(0, half)} … ${text.slice(-half)}`;
}

/** `1 added, 20,000 changed, 0 removed`. */
export function differenceCounts({ added, changed, removed }: Difference): string {
  const counts = Object.entries({ added, changed, removed });
  return counts.map(([kind, paths]) => `${formatCount(paths.length)} ${kind}`).join(', ');
}

/** The paths that differ, a line each: `+ added`, `~ changed`, `- removed`. */
export function differenceLines({ added, changed, removed }: Difference): string[] {
  return [
    ...added.map((path) => `+ ${path}`),
    ...changed.map((path) => `~ ${path}`),
    ...removed.map((path) => `- ${path}`),
  ];
}
