import { harmlessCode } from './harmless.ts';

/** The first of some paths in one line of Markdown, closed by the number of the others. */
export function pathsLine(paths: readonly string[], most: number): string {
  const shown = paths.slice(0, most).map(harmlessCode).join(', ');
  const rest = paths.length - most;
  return rest > 0 ? `${shown} … and ${rest} more` : shown;
}
