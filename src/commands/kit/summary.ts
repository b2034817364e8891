import { atMostLines } from './log.ts';
import { tryWriteLater } from './output-writes.ts';
import { host } from './runtime.ts';

/** The runner takes 1 MiB a step; the rest of the screen belongs to other steps. */
const LARGEST_SUMMARY_BYTES = 100 * 1024;

/**
 * Appends blocks of Markdown to the job summary: each is a whole (a heading, a table, a list), so that what does not fit
 * is left out without breaking what is shown. Foreign strings in them must have been made harmless. A summary that cannot be
 * written is a warning. Does nothing where
 * no summary is kept, or where `show-summary` is false, whatever else is wrong with the inputs.
 */
export async function writeSummary(...blocks: readonly string[]): Promise<void> {
  const { summary, input } = host();
  if (summary === undefined || /^false$/i.test(input('show-summary'))) return;
  await tryWriteLater('the summary', () => summary(`${fitting(blocks).join('\n\n')}\n\n`));
}

/** Returns as many of the blocks, from the first on, as fit into the summary, with a note about the rest. */
export function fitting(
  blocks: readonly string[],
  largestBytes: number = LARGEST_SUMMARY_BYTES,
): readonly string[] {
  let size = 0;
  const tooMuch = blocks.findIndex((block) => {
    size += Buffer.byteLength(block) + 2;
    return size > largestBytes;
  });
  return tooMuch < 0 ? blocks : [...blocks.slice(0, tooMuch), '… the rest is too long for a summary'];
}

/** A list of at most `most` items, closed by the number of the others. Items are Markdown. */
export function bulletList(items: readonly string[], most: number): string {
  return atMostLines(most, items)
    .map((item) => `- ${item}`)
    .join('\n');
}

/** A table of names and values without a header. Cells are Markdown without line breaks. */
export function factTable(rows: readonly (readonly [name: string, value: string])[]): string {
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}
