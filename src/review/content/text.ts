import { isUtf8 } from 'node:buffer';
import { structuredPatch } from 'diff';

/** The largest text of which a page shows the content or the differences. */
export const LARGEST_TEXT_BYTES = 512 * 1024;

/** Texts that differ in more lines than this are not compared line by line: the work grows with the square. */
const MOST_EDITS = 4000;
const LONGEST_COMPARISON_MS = 2000;

/** Bytes as text; undefined if they are none: they are not UTF-8, or contain NUL. */
export const decodeText = (bytes: Buffer): string | undefined =>
  bytes.includes(0) || !isUtf8(bytes) ? undefined : bytes.toString('utf8');

/** A line of a comparison, with its numbers in both texts. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'note';
  readonly text: string;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Lines that belong together, as in a unified diff. */
export interface Hunk {
  /** As `@@ -1,4 +1,6 @@`. */
  readonly title: string;
  readonly lines: readonly DiffLine[];
}

/** Compares two texts line by line; undefined if they differ too much for that. Pure. */
export function compareTexts(before: string, after: string): readonly Hunk[] | undefined {
  const patch = structuredPatch('', '', before, after, undefined, undefined, {
    context: 3,
    maxEditLength: MOST_EDITS,
    timeout: LONGEST_COMPARISON_MS,
  });
  return patch?.hunks.map(({ oldStart, oldLines, newStart, newLines, lines }) => ({
    title: `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    lines: numbered(lines, oldStart, newStart),
  }));
}

function numbered(lines: readonly string[], oldStart: number, newStart: number): DiffLine[] {
  let [before, after] = [oldStart, newStart];
  return lines.map((line): DiffLine => {
    const text = line.slice(1);
    switch (line[0]) {
      case '+':
        return { kind: 'added', text, before: undefined, after: after++ };
      case '-':
        return { kind: 'removed', text, before: before++, after: undefined };
      case '\\':
        return { kind: 'note', text: text.trim(), before: undefined, after: undefined };
      default:
        return { kind: 'same', text, before: before++, after: after++ };
    }
  });
}
